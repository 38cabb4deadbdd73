import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, type TestContext, test } from 'vitest'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { openDatabase } from '#local/libsql/open.ts'
import { allRows } from '#test/support/all-rows.ts'
import { type LivePlace, livePlace } from '#test/support/live-place.ts'
import { type Typist, typist } from '#test/support/live-typist.ts'
import { realServer } from '#test/support/real-server.ts'

const NAMES = ['Attention', 'AnBo', 'Shedo', 'Tilia', 'Sane']
/** Longer than anything takes here. Milliseconds. */
const PATIENCE_MS = 60_000
/** What the record has for certain of what was typed: a pause, and what handing over takes on a busy machine. Milliseconds. */
const HANDED_OVER_MS = 4_000

// Each waits most of the time, beside a server of its own.

async function place({ onTestFinished }: TestContext): Promise<LivePlace> {
	const folder = await mkdtemp(join(tmpdir(), 'samsvar-typing-'))
	onTestFinished(() => rm(folder, { recursive: true, force: true }))
	return livePlace(folder, NAMES)
}

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
	for (const deadline = Date.now() + PATIENCE_MS; !(await holds()); await sleep(50)) {
		if (Date.now() > deadline) throw new Error(`never: ${what}`)
	}
}

const inRecord = async ({ directory }: LivePlace, sql: string) => {
	const { client, close } = openDatabase({ file: dataDirectoryAt(directory).databaseFile })
	try {
		return await allRows(client, sql)
	} finally {
		close()
	}
}

/** The first part of the text as it stands. */
const firstPart = async (at: LivePlace): Promise<string> => {
	const [row] = await inRecord(
		at,
		`SELECT content ->> '$.text' AS text FROM block_version WHERE id =
			(SELECT version_id FROM block WHERE id = (SELECT block_order ->> '$[0]' FROM statement))`,
	)
	return String(row?.text)
}

test.concurrent('a server that is killed while five type loses nothing that was typed', {
	timeout: 300_000,
}, async (context) => {
	const at = await place(context)
	await using server = await realServer(at.directory)
	await server.start()
	const typists = at.writers.map(({ secret }, index) => typist(server.origin, at.statementId, secret, index))
	context.onTestFinished(() => {
		for (const { leave } of typists) leave()
	})
	await until(() => typists.every(({ states }) => states.includes('live')), 'all are there')
	const typed: string[] = []
	const typeAll = (round: number) => {
		for (const [index, each] of typists.entries()) {
			const word = `w${index}r${round}`
			typed.push(word)
			each.type(` ${word}`)
		}
	}
	for (let round = 0; round < 10; round += 1) {
		typeAll(round)
		await sleep(100)
	}
	await until(() => typists.every(({ isThere }) => isThere()), 'all is acknowledged')
	const acknowledged = [...typed]
	await sleep(HANDED_OVER_MS)
	typeAll(10)
	await server.kill()
	const stood = await firstPart(at)
	expect(acknowledged.filter((word) => !stood.includes(word))).toEqual([])
	// The pages stay open, and what is typed while nothing answers is sent when something does.
	typeAll(11)
	await server.start()
	await until(() => typists.every(({ isThere }) => isThere()), 'all came back')
	const isSame = (each: Typist) => each.text() === typists[0]?.text()
	await until(() => typists.every(isSame), 'all see the same')
	await until(async () => typed.every((word) => typists[0]?.text().includes(word)), 'nothing is lost')
	await until(async () => (await firstPart(at)) === typists[0]?.text(), 'the record has it')
	const text = await firstPart(at)
	for (const word of typed) expect(text.split(' ').filter((each) => each === word)).toEqual([word])
})

test.concurrent('what was acknowledged is in the record after a kill in that moment, though no page is open any more', {
	timeout: 300_000,
}, async (context) => {
	const at = await place(context)
	await using server = await realServer(at.directory)
	await server.start()
	const typists = at.writers.map(({ secret }, index) => typist(server.origin, at.statementId, secret, index))
	context.onTestFinished(() => {
		for (const { leave } of typists) leave()
	})
	await until(() => typists.every(({ states }) => states.includes('live')), 'all are there')
	const typed: string[] = []
	for (let round = 0; round < 5; round += 1) {
		for (const [index, each] of typists.entries()) {
			const word = `w${index}r${round}`
			typed.push(word)
			each.type(` ${word}`)
		}
		await until(() => typists.every(({ isThere }) => isThere()), 'all is acknowledged')
	}
	await server.kill()
	for (const { leave } of typists) leave()
	// The record has little of it: it lay in the room, which wakes by itself.
	await server.start()
	await until(async () => {
		const words = (await firstPart(at)).split(' ')
		return typed.every((word) => words.filter((each) => each === word).length === 1)
	}, 'the record has all of it, once')
})

test.concurrent('nobody comes in from a page of another site, and whose seat is ended is out at once', {
	timeout: 300_000,
}, async (context) => {
	const at = await place(context)
	await using server = await realServer(at.directory)
	await server.start()
	const [anna, bo] = at.writers
	if (!anna || !bo) throw new Error('two who write')
	const stranger = typist(server.origin, at.statementId, anna.secret, 0, 'https://example.org')
	const unknown = typist(server.origin, at.statementId, 'x'.repeat(43), 1)
	const [one, other] = [anna, bo].map(({ secret }, index) => typist(server.origin, at.statementId, secret, index + 2))
	if (!one || !other) throw new Error('two who write')
	context.onTestFinished(() => {
		for (const { leave } of [stranger, unknown, one, other]) leave()
	})
	await until(() => [one, other].every(({ states }) => states.includes('live')), 'both are there')
	one.type(' Ett.')
	other.type(' Två.')
	await until(() => one.text() === other.text() && one.text().includes('Två.'), 'both see both')
	await inRecord(at, `UPDATE seat SET ended_at = 1 WHERE id = '${bo.seatId}'`)
	await sleep(1_000)
	other.type(' Tre.')
	await until(() => other.states.includes('out'), 'who was seated is out')
	one.type(' Fyra.')
	await until(async () => (await firstPart(at)).includes('Fyra.'), 'the record has the rest')
	expect(await firstPart(at)).not.toContain('Tre.')
	expect([stranger, unknown].map(({ states }) => states.includes('live'))).toEqual([false, false])

	// Nobody fills the room with tabs of their own, so that others find no place.
	const tabs = Array.from({ length: 25 }, (_, index) => typist(server.origin, at.statementId, anna.secret, 10 + index))
	context.onTestFinished(() => {
		for (const { leave } of tabs) leave()
	})
	const live = () => tabs.filter(({ states }) => states.includes('live')).length
	await until(() => live() === 19, 'as many as a person may have, with the one before')
	await sleep(2_000)
	expect(live()).toBe(19)
})
