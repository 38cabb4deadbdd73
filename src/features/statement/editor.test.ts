import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { textMark } from '#domain/statement/text-mark.ts'
import { href, routes } from '#routes'
import { type Browser, signedIn, testApp } from '#test/support/app.ts'
import { banked } from '#test/support/banked.ts'
import { granted } from '#test/support/result.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, SLUG } from '#test/support/world.ts'
import { textsOf, writtenIn } from '#test/support/written.ts'
import { recordStances } from '#usecases/deciding/record-stances.ts'
import { endSeat } from '#usecases/members/manage-coalition.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

type Answer = { became: { blockId: string; id: string }[]; stood: string; code?: string; sentence?: string }
type Standing = { blocks: { id: string; blockId: string; content: Block }[]; judged: object[] }

/** As the script of the page asks. */
const SCRIPT = { accept: 'application/json' }

async function atWork(world: CoalitionWorld) {
	const statement = await draftStatement(world)
	const params = { coalition: SLUG, statement }
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	const delegate = await signedIn(app, member(world).delegate)
	const standing = async (by: Browser = chair): Promise<Standing> =>
		(await by.get(href(routes.editorText, params))).json()
	const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
	const save = async (
		by: Browser,
		key: string,
		seen: readonly ({ id: string } | undefined)[],
		written: readonly { name: string | null; content: Block }[],
		more = {},
	) => {
		const fields = {
			key,
			seen: seen.map((each) => each?.id ?? '').join(' '),
			written: JSON.stringify(written),
			...more,
		}
		const response = await by.post(href(routes.editor, params), fields, SCRIPT)
		return { status: response.status, answer: (await response.json()) as Answer }
	}
	return { app, params, statement, chair, delegate, standing, paragraph, save }
}

function member({ members: [first] }: CoalitionWorld) {
	if (!first) throw new Error('nobody is a member')
	return first
}

test('the page gives the script the text, and leads to the form without one', async () => {
	await using world = await createCoalitionWorld()
	const { chair, params, standing } = await atWork(world)
	const page = await (await chair.get(href(routes.editor, params))).text()
	const { blocks } = await standing()
	expect(page).toContain(blocks[0]?.blockId)
	expect(page).toContain(`href="${href(routes.writing, params)}"`)
	expect(page).toContain('src="/scripts/editor.js"')
	const text = await (await chair.get(href(routes.statement, params))).text()
	expect(text).toContain(`href="${href(routes.editor, params)}"`)
	expect(text).not.toContain('editor.js')
	const script = await chair.get('/scripts/editor.js')
	expect(script.headers.get('content-type')).toContain('javascript')
	expect(await script.text()).toContain('contenteditable')
	// Asked for each time, and sent again only when it is another: it goes with the page.
	expect(script.headers.get('cache-control')).toBe('no-cache')
	const again = await chair.get('/scripts/editor.js', { 'if-none-match': script.headers.get('etag') ?? '' })
	expect(again.status).toBe(304)
})

test('a stretch is saved and answered with what each block became; the same key again changes nothing', async () => {
	await using world = await createCoalitionWorld()
	const { chair, standing, save, paragraph, statement } = await atWork(world)
	const { blocks } = await standing()
	const [first] = blocks
	const written = [
		{ name: first?.blockId ?? null, content: paragraph('Första, ändrad.') },
		{ name: null, content: paragraph('Ny.') },
	]
	const { status, answer } = await save(chair, 'a', [first], written)
	expect(status).toBe(200)
	const after = (await standing()).blocks
	expect(after.slice(0, 2).map(({ blockId, id }) => ({ blockId, id }))).toEqual(answer.became)
	expect(answer.became[0]?.blockId).toBe(first?.blockId)
	expect(answer.stood).toBe(textMark(blocks as never))
	expect((await save(chair, 'a', [first], written)).answer).toEqual(answer)
	expect((await textsOf(world, statement)).slice(0, 2)).toEqual(['Första, ändrad.', 'Ny.'])
	const again = await save(
		chair,
		'b',
		[after[0]],
		[{ name: after[0]?.blockId ?? null, content: paragraph('Första, ändrad.') }],
	)
	expect(again.answer.became).toEqual([answer.became[0]])
	expect((await standing()).blocks).toEqual(after)
})

test('who saves learns that others wrote meanwhile; in the same block nothing is saved and both texts are answered', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegate, standing, save, paragraph } = await atWork(world)
	const { blocks } = await standing()
	const [first, second] = blocks
	const own = (block: typeof first, text: string) => [{ name: block?.blockId ?? null, content: paragraph(text) }]
	await save(chair, 'a', [first], own(first, 'Ordförandens.'))
	const beside = await save(delegate, 'b', [second], own(second, 'Delegatens.'))
	expect(beside.status).toBe(200)
	expect(beside.answer.stood).not.toBe(textMark(blocks as never))
	const clash = await save(delegate, 'c', [first], own(first, 'Delegatens första.'))
	expect(clash.status).toBe(409)
	expect(clash.answer).toMatchObject({
		code: 'partsChanged',
		parts: [{ mine: paragraph('Delegatens första.'), theirs: { content: paragraph('Ordförandens.') } }],
	})
	expect(clash.answer.sentence).toMatch(/\.$/)
	const [now] = (await standing()).blocks
	const mine = { keep: 'mine', 'against[]': now?.id }
	expect((await save(delegate, 'd', [first], own(first, 'Delegatens första.'), mine)).status).toBe(200)
})

test('what others have judged is answered, and leaves the text only when that is said', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegate, standing, save, params, statement } = await atWork(world)
	const { deps, order } = world
	granted(await openConsultation(deps, order(world.chair, { statementId: statement, dueAt: null })))
	const { blocks } = await standing()
	const position = blocks.find(({ content }) => content.kind === 'position')
	const { associationId, delegate: by } = member(world)
	const judged = { blockId: position?.blockId as BlockId, versionId: position?.id as BlockVersionId }
	const stances = [{ ...judged, stance: 'support', reason: '' }] as const
	granted(await recordStances(deps, order(by, { statementId: statement, associationId, stances })))
	expect((await standing()).judged).toMatchObject([
		{ blockId: position?.blockId, stances: { names: [expect.any(String)], more: 0 }, comments: { names: [] } },
	])

	const asked = await save(chair, 'a', [position], [])
	expect(asked).toMatchObject({ status: 409, answer: { code: 'losesPlace', blocks: [position?.blockId] } })
	expect((await save(chair, 'b', [position], [], { letGo: '1' })).status).toBe(200)
	// Once associations are asked, the whole text is for chair and secretary: the page says so, and so does a save of several parts.
	const page = await (await delegate.get(href(routes.editor, params))).text()
	expect(page).toContain('ordföranden och handläggaren')
	expect(page).not.toContain('editor.js')
	const rest = (await standing()).blocks
	const all = rest.map(({ blockId, content }) => ({ name: blockId, content: { ...content, text: 'Annat.' } as Block }))
	expect((await save(delegate, 'c', rest, all)).status).toBe(403)
})

test('what cannot be read or is too much is refused with a sentence, and so is whoever may not write', async () => {
	await using world = await createCoalitionWorld()
	const { app, chair, standing, save, paragraph, params, statement } = await atWork(world)
	const before = await writtenIn(world, statement)
	const [first] = (await standing()).blocks
	const path = href(routes.editor, params)
	for (const written of ['', '{', '[]x', '[{"name":1}]', '[{"name":null,"content":{"kind":"image"}}]']) {
		const response = await chair.post(path, { key: written, seen: first?.id ?? '', written }, SCRIPT)
		expect([response.status, ((await response.json()) as Answer).code]).toEqual([
			422,
			written === '' ? 'empty' : 'invalid',
		])
	}
	const long = [{ name: null, content: paragraph('x'.repeat(20_001)) }]
	expect(await save(chair, 'long', [first], long)).toMatchObject({ status: 422, answer: { code: 'tooLong' } })
	expect(await save(chair, 'seen', [{ id: 'nothing' }], [])).toMatchObject({ status: 404 })
	expect(await save(app.browser(), 'out', [first], [])).toMatchObject({
		status: 401,
		answer: { code: 'signInRequired' },
	})
	// Whatever is wrong with what a stranger sends, or somebody whose seat is over, tells them nothing.
	const spoiled = { key: 'x', seen: '', written: '{' }
	const stranger = await app.browser().post(path, spoiled, SCRIPT)
	expect([stranger.status, ((await stranger.json()) as Answer).code]).toEqual([401, 'signInRequired'])
	const { deps, order } = world
	const { delegate: former, delegateSeat } = member(world)
	const gone = await signedIn(app, former)
	granted(await endSeat(deps, order(world.chair, { seatId: delegateSeat })))
	expect((await save(gone, 'gone', [first], [])).status).toBe(404)
	expect((await gone.post(path, spoiled, SCRIPT)).status).toBe(404)
	expect(await writtenIn(world, statement)).toEqual(before)
})

test('the bank is searched for what can be put into the text', async () => {
	await using world = await createCoalitionWorld()
	const { chair, params } = await atWork(world)
	await banked(world)
	const found = async (search: string) => {
		const answer = await chair.get(href(routes.editorPositions, params, { search }))
		const { positions }: { positions: { text: string }[] } = await answer.json()
		return positions.map(({ text }) => text)
	}
	expect(await found('finns inte')).toEqual([])
	expect(await found('finansiering')).toEqual(['Föreningarna ska ha en långsiktig finansiering.'])
})

test('without the script the same form is answered with a page, and what was written is on it', async () => {
	await using world = await createCoalitionWorld()
	const { chair, standing, paragraph, params, statement } = await atWork(world)
	const [first] = (await standing()).blocks
	const written = (text: string) => JSON.stringify([{ name: first?.blockId, content: paragraph(text) }])
	const path = href(routes.editor, params)
	const saved = await chair.post(path, { key: 'a', seen: first?.id ?? '', written: written('Med ett formulär.') })
	expect([saved.status, saved.headers.get('location')]).toEqual([
		303,
		href(routes.statement, params, { done: 'written' }),
	])
	expect((await textsOf(world, statement))[0]).toBe('Med ett formulär.')
	const clash = await chair.post(path, {
		key: 'b',
		seen: first?.id ?? '',
		written: written('Något som krockar med det som står där.'),
	})
	expect(clash.status).toBe(409)
	expect(await clash.text()).toContain('Något som krockar med det som står där.')
})
