import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { runSamsvar } from '#local/run.ts'
import { docxOf, pdfOf } from '#test/support/documents.ts'
import { freePorts } from '#test/support/free-ports.ts'
import { granted } from '#test/support/result.ts'
import { createCoalition } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'

const LINE = 'Svar senast den 14 november 2022.'
const FILES = [
	{ name: 'missiv.pdf', bytes: pdfOf([[LINE]]) },
	{ name: 'missiv.docx', bytes: docxOf({ paragraphs: [LINE] }) },
]

/** Of each thread of this process. */
async function niceness(): Promise<number[]> {
	const threads = await readdir('/proc/self/task')
	const lines = await Promise.all(threads.map((id) => readFile(`/proc/self/task/${id}/stat`, 'utf8').catch(() => '')))
	// The name stands in parentheses, and may itself have some.
	return lines.map((line) => Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[16]))
}

test('what npm start runs reads letters in one thread, made with the first of them and ended with all else', async () => {
	const threads: Worker[] = []
	const noteThread = (thread: Worker) => void threads.push(thread)
	process.on('worker', noteThread)
	onTestFinished(() => void process.off('worker', noteThread))
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-reader-'))
	onTestFinished(() => rm(directory, { recursive: true, force: true }))
	const started = await runSamsvar({ directory, port: await freePorts() })
	if (!started.ok) throw new Error(started.reason)
	const running = started.value
	onTestFinished(running.stop)
	const { deps, database, receive } = running
	const operator = granted(await createPerson(deps, { name: 'Olle', emails: [], operator: true }))
	const chair = granted(await createPerson(deps, { name: 'Ove', emails: ['ove@example.org'] }))
	const settings = { name: 'Nätet', seriesPrefix: 'N', preset: 'standard', language: 'sv', listed: true } as const
	const order = {
		actor: { by: 'person', id: operator } as const,
		coalition: 'natet',
		key: { value: 'first', kind: 'strict' } as const,
		command: { settings, demo: false, chair },
	}
	granted(await createCoalition(deps, order, []))

	const before = threads.length
	for (const subject of ['Remiss ett', 'Remiss två']) {
		const mail = { from: 'ove@example.org', to: 'natet@localhost', subject, text: LINE, files: FILES }
		expect(await receive(mail)).toBeNull()
	}
	const { rows } = await database.execute("SELECT text FROM file WHERE media_type NOT LIKE 'message/%'")
	expect(rows.map(({ text }) => text)).toEqual(Array.from({ length: 4 }, () => LINE))
	const [thread, ...others] = threads.slice(before)
	expect(others).toEqual([])
	expect(thread?.threadId).toBeGreaterThan(0)
	if (process.platform === 'linux') expect((await niceness()).filter((nice) => nice > getPriority())).toHaveLength(1)

	await running.stop()
	expect(thread?.threadId).toBe(-1)
}, 120_000)
