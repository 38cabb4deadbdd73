import { copyFile, rm } from 'node:fs/promises'
import type { Client } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { database } from '#db/client.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { mergingNow } from '#test/support/amending.ts'
import { putForward } from '#test/support/consensus.ts'
import { killPoints } from '#test/support/kill-points.ts'
import { databaseFile } from '#test/support/killable-server.ts'
import { killedAtRequest, type MortalServer, mortalServer } from '#test/support/mortal-server.ts'
import { isConnectionLost } from '#test/support/resend.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { mergeAmendments, undoMerging } from '#usecases/amendment/merging.ts'
import type { Deps } from '#usecases/perform.ts'

const WORDS = ['Kommunen ska betala resor.', 'Alla ska få lön.']

/** What somebody asks of a database, and how often it is done there; each time the same, under the same key. */
type Asked = {
	readonly file: string
	readonly send: (client: Client) => Promise<unknown>
	readonly of: string
	readonly statementId: StatementId
}

const key = { value: 'pressed-once', kind: 'strict' } as const

/** Two databases: in one two amendments are to be merged, in the other that is to be undone. */
async function prepared(folder: string): Promise<readonly Asked[]> {
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	const { deps, server, chair } = world
	const statementId = await draftStatement(world)
	const [one, other] = world.members
	if (!one || !other) throw new Error('two associations')
	const chosen = [
		await putForward(world, statementId, WORDS[0] ?? '', one),
		await putForward(world, statementId, WORDS[1] ?? '', other),
	]
	const [draft] = await deps.db.read(draftQuery(SLUG, statementId))
	const seen = draft?.blocks.map(({ id }) => id) ?? []
	const merging = { ...world.order(chair, { statementId, chosen, seen, choices: {}, note: '', letGo: false }), key }
	const on = (client: Client): Deps => ({ ...deps, db: database(client) })
	const saved = async (name: string) => {
		const file = `${folder}-${name}`
		await server.client.execute({ sql: 'VACUUM INTO ?', args: [file] })
		return file
	}
	const open = await saved('open')
	granted(await mergeAmendments(deps, world.order(chair, merging.command)))
	const undoing = { ...world.order(chair, { statementId, merging: await mergingNow(world) }), key }
	return [
		{ file: open, of: 'mergeAmendments', statementId, send: (client) => mergeAmendments(on(client), merging) },
		{ file: await saved('merged'), of: 'undoMerging', statementId, send: (client) => undoMerging(on(client), undoing) },
	]
}

/** The server begins another life with a copy of a database. */
async function startOn(server: MortalServer, file: string, copied: string): Promise<void> {
	await server.kill()
	for (const end of ['-wal', '-shm']) await rm(`${file}${end}`, { force: true })
	await copyFile(copied, file)
	await server.start()
}

/** What merging, or undoing it, makes of the text, of the amendments and of what is told. */
async function madeIn(client: Client, statementId: StatementId) {
	const [[draft], states, merges] = await Promise.all([
		database(client).read(draftQuery(SLUG, statementId)),
		allRows(client, 'SELECT state FROM amendment ORDER BY number'),
		allRows(client, 'SELECT undone_at FROM amendment_merge'),
	])
	return {
		words: WORDS.map((each) => draft?.blocks.filter(({ content }) => textsOf(content).includes(each)).length),
		states: states.map(({ state }) => state),
		merged: merges.filter(({ undone_at }) => undone_at === null).length,
		told: await countOf(client, "FROM outbox WHERE act_id IN (SELECT id FROM act WHERE key = 'pressed-once')"),
		acts: await countOf(client, "FROM act WHERE key = 'pressed-once'"),
	}
}

const IN = { words: [1, 1], states: ['adopted', 'adopted'], merged: 2 }
const OUT = { words: [0, 0], states: ['open', 'open'], merged: 0 }
const DONE = { acts: 1, told: 2 }
const NOT_DONE = { acts: 0, told: 0 }

test.each(['during', 'after'] as const)(
	'a merging, or its undoing, killed %s any of its requests is done wholly or not at all, and by sending it again once',
	async (moment) => {
		await using place = await databaseFile()
		const both = await prepared(place.file)
		await using server = await mortalServer(place.file, moment)
		for (const { file, send, of, statementId } of both) {
			const [before, after] = of === 'mergeAmendments' ? [OUT, IN] : [IN, OUT]
			let requests = 0
			for (const nth of killPoints()) {
				await startOn(server, place.file, file)
				const untouched = await snapshot(server.client)
				const result = await send(killedAtRequest(server, nth, moment)).catch((error: unknown) => error)
				const answered = !(result instanceof Error)
				if (!answered) expect(isConnectionLost(result), String(result)).toBe(true)
				await server.start()
				const found = await madeIn(server.client, statementId)
				const isDone = found.acts > 0
				expect(found, `${of} ${nth}`).toEqual(isDone ? { ...after, ...DONE } : { ...before, ...NOT_DONE })
				if (!isDone) expect(await snapshot(server.client)).toEqual(untouched)
				if (answered) expect(isDone).toBe(true)
				expect(await send(server.client)).toMatchObject({ ok: true, value: { replayed: isDone } })
				expect(await madeIn(server.client, statementId)).toEqual({ ...after, ...DONE })
				const made = await snapshot(server.client)
				await rebuild(server.client)
				expect(await snapshot(server.client)).toEqual(made)
				requests = nth
				if (answered) break
			}
			// At the reading and at the writing.
			expect(requests).toBeGreaterThan(1)
		}
	},
	180_000,
)
