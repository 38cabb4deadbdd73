import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { type Browser, hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { granted } from '#test/support/result.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, SLUG } from '#test/support/world.ts'
import { textsOf, writtenIn } from '#test/support/written.ts'
import { recordStances } from '#usecases/deciding/record-stances.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

async function atWork(world: CoalitionWorld) {
	const statement = await draftStatement(world)
	const params = { coalition: SLUG, statement }
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	const delegate = await signedIn(app, member(world).delegate)
	const write = (
		by: Browser,
		key: string,
		seen: readonly ({ version: string } | undefined)[],
		text: string,
		more = {},
	) =>
		by.post(href(routes.writing, params), {
			key,
			seen: seen.map((each) => each?.version ?? '').join(' '),
			text,
			...more,
		})
	return {
		params,
		statement,
		chair,
		delegate,
		write,
		texts: () => textsOf(world, statement),
		blocks: () => writtenIn(world, statement),
		text: async (by: Browser, path: string) => (await by.get(path)).text(),
	}
}

function member({ members: [first] }: CoalitionWorld) {
	if (!first) throw new Error('nobody is a member')
	return first
}

const at = (response: Response) => response.headers.get('location')?.split('#')[0] ?? ''

test('a part is changed in one field, and the change can be undone in one press', async () => {
	await using world = await createCoalitionWorld()
	const { chair, write, texts, blocks, text, params } = await atWork(world)
	const before = await texts()
	const [first] = await blocks()
	const path = href(routes.writing, params, { part: first?.id })
	const page = await text(chair, path)
	expect(page).toMatch(new RegExp(`>\\n?${before[0]}</textarea>`))
	expect(hiddenFields(page, path)).toMatchObject({ seen: first?.version })

	const saved = await write(chair, 'a', [first], 'Ny text.')
	expect(saved.status).toBe(303)
	expect((await texts())[0]).toBe('Ny text.')
	const after = await text(chair, at(saved))
	expect(after).toContain('Texten är ändrad')
	const undo = /action="([^"]+takings-back)"/.exec(after)?.[1] ?? ''
	const undone = await chair.post(undo, { key: 'b' })
	expect(undone.status).toBe(303)
	expect(await texts()).toEqual(before)
	expect(await text(chair, at(undone))).toContain('Ändringen är tillbakatagen')
})

test('the whole text is written in one field: what is not touched is the same, wherever it is moved', async () => {
	await using world = await createCoalitionWorld()
	const { chair, write, blocks, texts, text, params } = await atWork(world)
	const before = await blocks()
	const page = await text(chair, href(routes.writing, params))
	const [shown = ''] = /(?<=<textarea[^>]*>)[^<]*(?=<\/textarea>)/.exec(page) ?? []
	const [first = '', ...rest] = shown.trim().split('\n\n')
	const changed = ['## Ny rubrik', ...rest, first, '1. En ny ståndpunkt.\n- med en underpunkt'].join('\n\n')
	const preview = await write(chair, 'a', before, changed, { show: '1' })
	expect(preview.status).toBe(200)
	expect(await preview.text()).toContain('Det här ändras')
	expect(await blocks()).toEqual(before)

	expect((await write(chair, 'b', before, changed)).status).toBe(303)
	const after = await blocks()
	expect(after.map(({ kind }) => kind)).toEqual([
		'heading',
		...before.slice(1).map(({ kind }) => kind),
		'paragraph',
		'position',
		'subPoint',
	])
	const kept = new Set(after.map(({ version }) => version))
	expect(before.every(({ version }) => kept.has(version))).toBe(true)
	expect((await texts())[0]).toBe('Ny rubrik')
})

test('two people in different parts never meet; in the same part both texts are kept and a choice is offered', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegate, write, blocks, texts, params } = await atWork(world)
	const [first, second] = await blocks()
	const answers = await Promise.all([
		write(chair, 'a', [first], 'Första.'),
		write(delegate, 'b', [second], '1. Andra.'),
	])
	expect(answers.map(({ status }) => status)).toEqual([303, 303])
	expect((await texts()).slice(0, 2)).toEqual(['Första.', 'Andra.'])

	const clash = await write(delegate, 'c', [first], 'Föreningens ord.')
	const html = await clash.text()
	expect(clash.status).toBe(409)
	expect(html).toContain('<p class="as-typed">Första.</p>')
	expect(html).toMatch(/>\n?Föreningens ord.<\/textarea>/)
	const { 'against[]': against = '' } = hiddenFields(html, href(routes.writing, params))
	const keep = { keep: 'mine', 'against[]': against }
	const [now] = await blocks()
	expect(against).toBe(now?.version)
	// Once more by somebody else: it is asked about anew, and not what was answered before.
	expect((await write(chair, 'd', [now], 'Ännu senare.')).status).toBe(303)
	expect((await write(delegate, 'c', [first], 'Föreningens ord.', keep)).status).toBe(409)
	const [latest] = await blocks()
	const theirs = { keep: 'theirs', 'against[]': latest?.version ?? '' }
	expect((await write(delegate, 'e', [first], 'Föreningens ord.\n\nTill.', theirs)).status).toBe(303)
	expect((await texts()).slice(0, 3)).toEqual(['Ännu senare.', 'Till.', 'Andra.'])
	const mine = { keep: 'mine', 'against[]': latest?.version ?? '' }
	expect((await write(delegate, 'f', [first], 'Föreningens ord.', mine)).status).toBe(303)
	expect((await texts())[0]).toBe('Föreningens ord.')
})

test('a paste that is confirmed after somebody changed a part keeps the change, and an unchanged position its stances', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegate, write, blocks, texts, params } = await atWork(world)
	const before = await blocks()
	const [, position] = before
	const [paragraph = '', first = '', second = ''] = await texts()
	const pasted = `Ett svar om arvoden\n\n${paragraph}\n\n1. ${first}\n\n2. ${second}\n\nEtt stycke till, som säger något.`
	const path = href(routes.pasteText, params)
	const shown = await chair.post(path, { key: 'a', text: pasted })
	const html = await shown.text()
	expect(html).toContain('Det här ändras')
	expect((await write(delegate, 'b', [before[0]], 'Delegatens nya ord, sparade under tiden.')).status).toBe(303)
	const { seen = '' } = hiddenFields(html, path)
	expect((await chair.post(path, { key: 'a', text: pasted, confirmed: '1', seen })).status).toBe(303)
	expect(await texts()).toEqual([
		'Delegatens nya ord, sparade under tiden.',
		...[first, second, 'Ett stycke till, som säger något.'],
	])
	expect((await blocks())[1]).toEqual(position)
})

test('what others have judged leaves the text only when that is meant, and says who judged it', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegate, write, blocks, texts, text, params, statement } = await atWork(world)
	const { deps, order } = world
	granted(await openConsultation(deps, order(world.chair, { statementId: statement, dueAt: null })))
	const before = await blocks()
	const position = before.find(({ kind }) => kind === 'position')
	const { associationId, delegate: by } = member(world)
	const judged = { blockId: position?.id as BlockId, versionId: position?.version as BlockVersionId }
	const stances = [{ ...judged, stance: 'support', reason: '' }] as const
	granted(await recordStances(deps, order(by, { statementId: statement, associationId, stances })))

	const asked = await write(chair, 'a', before, 'Bara det här.')
	expect(asked.status).toBe(409)
	const html = await asked.text()
	expect(html).toMatch(/Ställningstagande från \w+/)
	expect(html).toMatch(/>\n?Bara det här.<\/textarea>/)
	expect(await blocks()).toEqual(before)
	const removal = href(routes.blockRemovals, { ...params, block: position?.id ?? '' })
	expect((await chair.post(removal, { key: 'r', seen: position?.version ?? '' })).status).toBe(409)

	expect((await write(delegate, 'b', before, 'Bara det här.', { letGo: '1' })).status).toBe(403)
	expect(await text(delegate, href(routes.writing, params))).toContain('ordföranden och handläggaren')
	// Two questions in turn: the answer to the first goes along with the second.
	expect((await write(delegate, 'd', [before[0]], 'Delegatens ord.')).status).toBe(303)
	const clash = await (await write(chair, 'e', before, 'Bara det här.')).text()
	const { 'against[]': against = '' } = hiddenFields(clash, href(routes.writing, params))
	const next = await (await write(chair, 'f', before, 'Bara det här.', { keep: 'mine', 'against[]': against })).text()
	const kept = hiddenFields(next, href(routes.writing, params))
	expect(kept).toMatchObject({ keep: 'mine', 'against[]': against })
	expect((await write(chair, 'c', before, 'Bara det här.', { ...kept, key: 'c', letGo: '1' })).status).toBe(303)
	expect(await texts()).toEqual(['Bara det här.'])
})

test('positions are written a line each, and the next is offered where the last was saved', async () => {
	await using world = await createCoalitionWorld()
	const { chair, blocks, texts, text, params } = await atWork(world)
	const path = href(routes.blocks, params)
	const position = (await blocks()).find(({ kind }) => kind === 'position')
	const offered = await text(chair, href(routes.blocks, params, { after: position?.id }))
	expect(offered).toMatch(/value="positions"[^>]*checked/)
	const saved = await chair.post(path, { key: 'a', after: '', as: 'positions', text: 'Ett.\n- under\nTvå.', next: '1' })
	expect((await blocks()).slice(0, 3).map(({ kind }) => kind)).toEqual(['position', 'subPoint', 'position'])
	const next = hiddenFields(await text(chair, at(saved)), path)
	await chair.post(path, { key: 'b', after: next.after ?? '', as: 'text', text: 'Ett stycke.\n\n• ett\n• två' })
	expect((await texts()).slice(2, 4)).toEqual(['Två.', 'Ett stycke.'])
	expect((await chair.post(path, { key: 'c', after: '', as: 'text', text: ' ' })).status).toBe(422)
})

test('a position moves and is removed with its sub-points', async () => {
	await using world = await createCoalitionWorld()
	const { chair, blocks, texts, text, params } = await atWork(world)
	const path = href(routes.blocks, params)
	await chair.post(path, { key: 'a', after: '', as: 'positions', text: 'Ett.\n- under\nTvå.' })
	const [one, under] = await blocks()
	const own = { ...params, block: one?.id ?? '' }
	const below = (await blocks())[2]?.id ?? ''
	expect((await chair.post(href(routes.blockMoves, own), { key: 'b', after: below })).status).toBe(303)
	expect((await texts()).slice(0, 3)).toEqual(['Två.', 'Ett.', 'under'])
	const seen = [one, under].map((each) => each?.version).join(' ')
	const removed = await chair.post(href(routes.blockRemovals, own), { key: 'c', seen })
	expect((await texts()).slice(0, 3)).not.toContain('Ett.')
	const undo = /action="([^"]+takings-back)"/.exec(await text(chair, at(removed)))?.[1] ?? ''
	await chair.post(undo, { key: 'd' })
	expect((await texts()).slice(0, 3)).toEqual(['Två.', 'Ett.', 'under'])
})
