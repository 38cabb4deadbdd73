import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { database } from '#db/client.ts'
import { idsBy } from '#db/new-id.ts'
import { newSalt } from '#db/new-salt.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import { bringUpToDate } from '#local/bring-up-to-date.ts'
import { type Bundle, bundle } from '#local/build.ts'
import { dataDirectoryAt } from '#local/data-directory.ts'
import { seedDemo } from '#local/demo/seed.ts'
import type { DemoPerson } from '#local/demo/seed-members.ts'
import { startTestServer } from '#local/libsql/test-server.ts'
import { type Running, runSamsvar } from '#local/run.ts'
import { freePorts } from '#test/support/free-ports.ts'
import { templateOf } from '#test/support/template.ts'
import { saveAs } from '#test/support/world.ts'

export type Samsvar = Running & AsyncDisposable

/** Read once in a process. */
let worker: Promise<Bundle> | undefined
const readWorker = async (): Promise<Bundle> => bundle.parse(JSON.parse(await readFile(inject('bundle'), 'utf8')))

/** The real Worker on an empty database of its own, or on a copy of a file, with its clock starting at an instant. */
export async function startSamsvar(now: number, file?: string): Promise<Samsvar> {
	const directory = await mkdtemp(join(tmpdir(), 'samsvar-browser-'))
	if (file !== undefined) await copyFile(file, dataDirectoryAt(directory).databaseFile)
	worker ??= readWorker()
	const running = await runSamsvar({ directory, port: await freePorts(), now, bundle: await worker })
	if (!running.ok) throw new Error(running.reason)
	const { stop } = running.value
	return {
		...running.value,
		[Symbol.asyncDispose]: async () => {
			await stop()
			await rm(directory, { recursive: true, force: true })
		},
	}
}

const DEMONSTRATED = swedishInstant('2026-11-24', '10:00')

/** The same with the demonstration in it, which is made once in a run and copied. */
export async function startDemonstration(): Promise<Samsvar & { readonly people: readonly DemoPerson[] }> {
	const now = () => DEMONSTRATED
	const template = await templateOf<readonly DemoPerson[]>('demonstration', async ({ database: file }) => {
		await using server = await startTestServer({ direct: 'always' })
		await bringUpToDate(server.client)
		const people = await seedDemo({ db: database(server.client), now, newId: idsBy(now), newSalt })
		await saveAs(file, server)
		return people
	})
	if (template === undefined) throw new Error('no run of the tests')
	return { ...(await startSamsvar(DEMONSTRATED, template.database)), people: template.known }
}
