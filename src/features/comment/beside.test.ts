import { expect, test } from 'vitest'
import { countOf } from '#test/support/all-rows.ts'
import { type Browser, signedIn } from '#test/support/app.ts'
import { type At, atWork, comment, say, seated, textOf, versionOf } from '#test/support/comment-pages.ts'
import { createCoalitionWorld, granted, type Member } from '#test/support/world.ts'
import { makeComment } from '#usecases/comment/comment.ts'
import type { Rooms } from '#usecases/rooms.ts'

type Told = {
	threads: ({ open: boolean } & Record<string, unknown>)[]
	make: string | null
	speakers: unknown[]
	more: number
	all: string
}

const besideOf = async (browser: Browser, { base }: Pick<At, 'base'>) => {
	const response = await browser.get(`${base}/comments/beside`)
	expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
	expect(response.headers.get('cache-control')).toBe('private, no-store')
	return response.json() as Promise<Told>
}

/** As the script of the editor sends a form. */
const send = (browser: Browser, path: string, fields: Record<string, string>) =>
	browser.post(path, fields, { accept: 'application/json' })

test('beside the text everybody is told what they may do with what was said, and where to send it', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const { version, block } = await versionOf(at, 'arvoderade')
	const thread = await comment(disa, base, version, 'Hur mycket?')
	const gone = await comment(disa, base, '', 'Borta.')
	const forChair = await besideOf(chair, at)
	expect(forChair.make).toBe(`${base}/comments`)
	expect(forChair.speakers).toEqual([{ value: '', label: 'Jag, för samverkan' }])
	expect(forChair.threads[0]).toMatchObject({
		blockId: block,
		quote: null,
		open: true,
		seq: 1,
		page: thread,
		replies: `${thread}/replies`,
		answers: `${thread}/answers`,
		reopenings: null,
		entries: [{ by: 'Attention', text: 'Hur mycket?', own: false, withdrawal: null }],
	})
	const id = thread.split('/').at(-1)
	expect((await besideOf(disa, at)).threads[0]).toMatchObject({
		answers: null,
		entries: [{ own: true, withdrawal: `${thread}/withdrawals/${id}` }],
	})
	// Another association's delegate does nothing with it but reply.
	const anna = await signedIn(at.app, (world.members[1] as Member).delegate)
	expect((await besideOf(anna, at)).threads[0]).toMatchObject({ answers: null, entries: [{ withdrawal: null }] })
	await say(chair, thread, 'answers', 'Det står där nu.')
	expect((await besideOf(disa, at)).threads[0]).toMatchObject({
		open: false,
		state: 'Besvarad',
		replies: null,
		answers: null,
		reopenings: `${thread}/reopenings`,
	})
	expect((await send(disa, `${gone}/withdrawals/${gone.split('/').at(-1)}`, { key: 'k' })).status).toBe(200)
	expect((await besideOf(disa, at)).threads.map(({ page }) => page)).toEqual([thread])
})

test('of very much that was said as much is told as there is room for, what waits for an answer first, and how much more there is', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const answered = await comment(disa, base, '', 'Först.')
	await say(chair, answered, 'answers', 'Svar.')
	for (let index = 0; index < 40; index += 1) await comment(disa, base, '', `${index} ${'å'.repeat(3_900)}`)
	const { threads, more, all } = await besideOf(disa, at)
	expect(threads.length + more).toBe(41)
	expect([threads.every(({ open }) => open), threads.length > 20, all]).toEqual([true, true, `${base}/comments`])
	expect(JSON.stringify(threads).length).toBeLessThan(151_000)
})

test('a script that comments is answered that it is done, once, or with the sentence that says why not', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa } = at
	const { version } = await versionOf(at, 'arvoderade')
	const fields = { key: 'one', as: at.attention.associationId, on: version, words: 'vara', text: 'Hur?' }
	for (const _time of [1, 2]) {
		const made = await send(disa, `${base}/comments`, fields)
		expect([made.status, await made.json()]).toEqual([
			200,
			{ done: expect.stringMatching(/\/comments\/[^/]+\?done=made$/) },
		])
	}
	expect(await countOf(world.server.client, 'FROM comment')).toBe(1)
	const refused = await send(disa, `${base}/comments`, { ...fields, key: 'two', words: 'gratis' })
	expect([refused.status, await refused.json()]).toEqual([
		422,
		{ code: 'wordsNotThere', sentence: expect.stringContaining('Orden står inte i stycket') },
	])
	// Who is not here is told nothing, whatever is wrong with what they sent.
	const { browser: stranger } = await outsider(at)
	const denied = await send(stranger, `${base}/comments`, { ...fields, words: 'gratis' })
	expect(denied.status).toBe(404)
	expect((await stranger.get(`${base}/comments/beside`)).status).toBe(404)
	// A form that a script sends to is a form still.
	expect(await textOf(disa, `${base}/comments`)).toContain('Hur?')
})

/** Somebody with no seat in the coalition. */
async function outsider(at: At) {
	const { personId, browser } = await seated(at, 'Ut Omstående', 'contributor')
	const { client } = at.world.server
	await client.execute({ sql: 'DELETE FROM seat WHERE person_id = ?', args: [personId] })
	return { browser }
}

test('whoever is in the room of the text is told that something was said, and not what', async () => {
	await using world = await createCoalitionWorld()
	const { statement, attention } = await atWork(world)
	const told: unknown[][] = []
	const never = () => Promise.reject(new Error('not asked'))
	const commented: Rooms['commented'] = async (...place) => void told.push(place)
	const rooms = { connect: never, settle: never, released: never, changed: never, commented }
	const said = { statementId: statement, associationId: attention.associationId, versionId: null, text: 'Hemligt.' }
	const order = world.formOrder(attention.delegate, said, 'once')
	granted(await makeComment({ ...world.deps, rooms }, order))
	expect(told).toEqual([[{ coalition: order.coalition, statementId: statement }]])
	// A repetition is nothing new.
	granted(await makeComment({ ...world.deps, rooms }, order))
	expect(told).toHaveLength(1)
})
