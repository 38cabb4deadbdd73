import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { allRows } from '#test/support/all-rows.ts'
import { newPosition } from '#test/support/amending.ts'
import { signedIn } from '#test/support/app.ts'
import { atWork, seated, textOf, versionOf } from '#test/support/comment-pages.ts'
import { createCoalitionWorld, granted } from '#test/support/world.ts'
import { proposeAmendment } from '#usecases/amendment/amendment.ts'

/** A world with amendments to one block, each in words of its own, and to the end of the text. */
async function amendedAtWork() {
	const world = await createCoalitionWorld()
	const at = await atWork(world)
	const { block, version } = await versionOf(at, 'arvoderade')
	const statementId = at.statement
	const [, second] = world.members
	if (second === undefined) throw new Error('there is a second association')
	const propose = async (by: PersonId, command: Parameters<typeof proposeAmendment>[1]['command']) =>
		granted(await proposeAmendment(world.deps, world.order(by, command))).value.amendmentId
	const word = (text: string, by = at.attention, then: string[] = []) =>
		propose(by.delegate, {
			statementId,
			associationId: by.associationId,
			seen: [version as never],
			want: { put: 'instead', blocks: [text, ...then].map((each) => ({ kind: 'position', text: each })) },
			reason: 'Klarare så.',
		})
	const add = (text: string, by = at.attention, person = by.delegate) =>
		propose(person, { statementId, associationId: by.associationId, ...newPosition(text) })
	const anna = await signedIn(at.app, second.delegate)
	return { ...at, block, word, add, second, anna, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

const numbersIn = (page: string) =>
	[...page.matchAll(/<article class="thread amendment" id="y-(\d+)"/g)].map(([, n]) => Number(n))

test('the list is in the order of the text, at a block those that reach farthest first, and is read in parts', async () => {
	await using at = await amendedAtWork()
	const { base, chair } = at
	for (let index = 0; index < 26; index += 1) await at.add(`Punkt ${index} är ny.`)
	await at.word('Alla uppdrag ska vara väl arvoderade.')
	await at.word('Helt andra ord om något helt annat, så att allt är nytt.')
	const [first, second] = [await textOf(chair, `${base}/amendments`), await textOf(chair, `${base}/amendments?part=2`)]
	const shown = [...numbersIn(first), ...numbersIn(second)]
	expect(numbersIn(first)).toHaveLength(25)
	expect(shown.slice(0, 2)).toEqual([28, 27])
	expect(shown.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 28 }, (_, index) => index + 1))
	expect(numbersIn(await textOf(chair, `${base}/amendments?part=99`))).toEqual(numbersIn(second))
	expect(numbersIn(await textOf(chair, `${base}/amendments?part=2&block=${at.block}`))).toEqual(numbersIn(first))
	expect(await textOf(chair, base)).toContain('2 yrkanden')
})

test('it is read by association and by what became of each, and what is shown says so in print', async () => {
	await using at = await amendedAtWork()
	const { base, chair, second } = at
	await at.add('Vår.')
	await at.add('Deras.', second)
	const rejected = await at.add('Avslås.', second)
	const page = await textOf(chair, `${base}/amendments/${rejected}`)
	const versionId = /name="versionId" value="([^"]+)"/.exec(page)?.[1] ?? ''
	const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? ''
	const decision = { key, versionId, outcome: 'rejected', note: 'Nej.' }
	expect((await chair.post(`${base}/amendments/${rejected}/decision`, decision)).status).toBe(303)
	const list = async (query: string) => numbersIn(await textOf(chair, `${base}/amendments?${query}`))
	expect(await list(`by=${second.associationId}`)).toEqual([3, 2])
	expect(await list(`by=${second.associationId}&show=open`)).toEqual([2])
	expect(await list('show=decided')).toEqual([3])
	expect(await list('by=nobody')).toEqual([])
	const printed = await textOf(chair, `${base}/amendments?by=${second.associationId}`)
	expect(printed).toContain('Bara yrkanden från AnBo.')
})

test('an amendment is found at each block that it touches, not only the first', async () => {
	await using at = await amendedAtWork()
	const { base, chair, world } = at
	for (let index = 0; index < 26; index += 1) await at.add(`Punkt ${index} är ny.`)
	const order = await allRows(world.server.client, 'SELECT block_order AS ids FROM statement WHERE id = ?', [
		at.statement,
	])
	const ids: string[] = JSON.parse(String(order[0]?.ids))
	const second = ids[ids.indexOf(at.block) + 1] ?? ids[ids.indexOf(at.block) - 1] ?? ''
	const seen = ids.filter((id) => id === at.block || id === second)
	const versionIn = async (id: string) =>
		(await allRows(world.server.client, 'SELECT id FROM block_version WHERE block_id = ? ORDER BY rowid DESC', [id]))[0]
	const versions = await Promise.all(seen.map(async (id) => String((await versionIn(id))?.id) as never))
	const blocks = seen.map((id) => ({ kind: 'paragraph', text: `Helt andra ord, ${id}.` }) as const)
	const { associationId, delegate } = at.attention
	const want = { put: 'instead', blocks } as const
	const command = { statementId: at.statement, associationId, seen: versions, want, reason: 'Klarare så.' }
	granted(await proposeAmendment(world.deps, world.order(delegate, command as never)))
	for (const block of seen) {
		const page = await textOf(chair, `${base}/amendments?part=2&block=${block}`)
		expect([page.includes(`id="on-${block}"`), numbersIn(page).includes(27)]).toEqual([true, true])
	}
})

test('those that want different things of the same words stand beside each other, also where one of them is in another part', async () => {
	await using at = await amendedAtWork()
	const { base, chair } = at
	await at.word('Alla uppdrag bör vara arvoderade.')
	await at.word('Alla uppdrag måste vara arvoderade.', at.second)
	await at.add('Något annat.')
	const page = await textOf(chair, `${base}/amendments`)
	const [, group = ''] = /<section class="collision">([\s\S]*?)<\/section>/.exec(page) ?? []
	expect(numbersIn(group).toSorted()).toEqual([1, 2])
	const alone = await textOf(chair, `${base}/amendments?by=${at.second.associationId}`)
	expect(alone).toContain('Krockar med Y1')
})

test('long amendments hide no short one that collides, whatever its number; and the pages say how many were not compared', async () => {
	await using at = await amendedAtWork()
	const { base, chair } = at
	const much = 'gånger om igen '.repeat(1300)
	const long = (index: number, more = '') =>
		at.word(`Alla uppdrag ska vara ${index} arvoderade.`, at.attention, [much, `${much}${index}${more}`])
	for (let index = 0; index < 12; index += 1) await long(index)
	await at.word('Alla uppdrag bör vara arvoderade.', at.second)
	const fourteenth = await at.word('Alla uppdrag måste vara arvoderade.', at.second)
	const page = await textOf(chair, `${base}/amendments/${fourteenth}`)
	expect(page).toMatch(/Krockar med .*Y13/)
	expect(page).toContain('2 långa yrkanden om samma delar har inte jämförts här')
	const alone = await textOf(chair, `${base}/amendments?by=${at.second.associationId}`)
	expect(alone).toContain('2 långa yrkanden om samma delar har inte jämförts här')
	expect(await textOf(chair, `${base}/amendments`)).not.toContain('har inte jämförts')
	// Of one that is long itself too.
	const longest = await long(13, 'Och mer.')
	expect(await textOf(chair, `${base}/amendments/${longest}`)).toMatch(/Krockar med .*Y13/)
})

test('what waits in an association is in the list of those who speak for it alone, whatever is asked for', async () => {
	await using at = await amendedAtWork()
	const { base, chair, disa, anna, attention } = at
	const moa = await seated(at, 'Moa Medarbetare', 'contributor')
	await at.add('Vi funderar på det här.', attention, moa.personId)
	for (const query of [
		'',
		'?show=waiting',
		`?by=${attention.associationId}`,
		`?show=waiting&by=${attention.associationId}`,
	]) {
		for (const other of [chair, anna]) {
			const page = await textOf(other, `${base}/amendments${query}`)
			expect([query, page.includes('funderar'), page.includes('Väntar hos er')]).toEqual([query, false, false])
		}
	}
	expect(await textOf(disa, `${base}/amendments`)).toContain('Vi funderar på det här.')
	expect(numbersIn(await textOf(disa, `${base}/amendments?show=waiting`))).toEqual([1])
})
