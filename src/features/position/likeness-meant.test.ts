import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { programOf } from '#test/support/api.ts'
import { type Browser, signedIn, testApp } from '#test/support/app.ts'
import { banked, positionOf } from '#test/support/banked.ts'
import { firstOf } from '#test/support/every-coalition-act.ts'
import { createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'

async function told(browser: Browser, path: string) {
	const answer = await browser.get(path, { accept: 'application/json' })
	const { alike }: { alike: { block: string; what: string; contradicts: boolean }[] } = await answer.json()
	return alike
}

test('a likeness that is meant is told no more while the words stand, and is told again when they do not, or when that is taken back', async () => {
	await using world = await createCoalitionWorld()
	const source = await banked(world)
	const statement = await draftStatement(world)
	const { deps, order } = world
	const chair = await signedIn(testApp(world), world.chair)
	const path = href(routes.likenesses, { coalition: SLUG, statement })
	const before = await told(chair, path)
	expect(before.map(({ what }) => what)).toEqual([
		expect.stringMatching(/^Upprepar .* ståndpunkt 1$/),
		expect.stringMatching(/^Upprepar .* ståndpunkt 2$/),
	])
	const { blockId, versionId } = await positionOf(world, statement)
	const about = (version: string) => ({ block: blockId, version, source, number: '1' })
	const send = (fields: Record<string, string>) => chair.post(path, { key: deps.newId('random'), ...fields })
	expect((await send({ ...about(versionId), meant: 'yes' })).status).toBe(303)
	expect((await told(chair, path)).map(({ block }) => block)).not.toContain(blockId)
	expect(await (await chair.get(path)).text()).toContain('har sagt att likheten är meningen')
	expect(await (await chair.get(href(routes.history, { coalition: SLUG, statement }))).text()).toContain(
		'Likhet med en tidigare ståndpunkt bedömdes',
	)

	const edit = async (text: string, basedOn: string) => {
		const content = { kind: 'position', text } as const
		const command = { do: 'edit', blockId: blockId as BlockId, basedOn: basedOn as BlockVersionId, content } as const
		granted(await editDocument(deps, order(world.chair, { statementId: statement, edit: command })))
		return (await positionOf(world, statement)).versionId
	}
	const changed = await edit('Brukarrepresentanter ska aldrig vara arvoderade.', versionId)
	expect((await told(chair, path)).find(({ block }) => block === blockId)).toMatchObject({ contradicts: true })
	// What was read has been changed since.
	expect((await send({ ...about(versionId), meant: 'yes' })).status).toBe(409)
	// The words of which it was said stand again.
	const back = await edit('Brukarrepresentanter ska vara arvoderade.', changed)
	expect((await told(chair, path)).map(({ block }) => block)).not.toContain(blockId)
	expect((await send({ ...about(back), meant: 'no' })).status).toBe(303)
	expect((await told(chair, path)).map(({ block }) => block)).toContain(blockId)
	expect(await allRows(world.server.client, 'SELECT * FROM likeness_meant')).toEqual([])
})

test('it is told to those who write alone, and said of what is in the bank alone', async () => {
	await using world = await createCoalitionWorld()
	await banked(world)
	const statement = await draftStatement(world)
	const app = testApp(world)
	const path = href(routes.likenesses, { coalition: SLUG, statement })
	expect((await app.browser().get(path, { accept: 'application/json' })).status).toBe(303)
	const chair = await signedIn(app, world.chair)
	const { blockId, versionId } = await positionOf(world, statement)
	const sent = { key: 'k', block: blockId, version: versionId, source: statement, number: '1', meant: 'yes' }
	expect((await chair.post(path, sent)).status).toBe(404)
})

test('whoever asks more often than an editor does is told when it goes again, before anything is compared; nobody else is', async () => {
	await using world = await createCoalitionWorld()
	await banked(world)
	const statement = await draftStatement(world)
	const app = testApp(world)
	const path = href(routes.likenesses, { coalition: SLUG, statement })
	const chair = await signedIn(app, world.chair)
	const other = await signedIn(app, firstOf(world).delegate)
	const ask = (browser: Browser) => browser.get(path, { accept: 'application/json' })
	const statuses = async (times: number) =>
		new Set(await Promise.all(Array.from({ length: times }, async () => (await ask(chair)).status)))
	expect(await statuses(30)).toEqual(new Set([200]))
	const refused = await ask(chair)
	expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
	expect(await refused.json()).toMatchObject({ code: 'tooManyTries', sentence: expect.stringContaining('minut') })
	expect((await ask(other)).status).toBe(200)
	// What compares is the same, whoever draws it: the page, a form on it that is refused, and a program's answer.
	const page = await chair.get(path)
	expect([page.status, page.headers.get('retry-after')]).toEqual([429, '60'])
	expect(await page.text()).toContain('Vänta 1 minut')
	const lacking = { key: 'k', source: statement, number: '1', meant: 'yes' }
	expect((await chair.post(path, { ...lacking, block: 'x', version: 'x' })).status).toBe(429)
	expect((await app.browser().get(path)).status).toBe(303)
	const program = await programOf(app, world.chair)
	const asked = await program.get(`statements/${statement}/likenesses`)
	expect([asked.status, asked.headers.get('retry-after')]).toEqual([429, '60'])
	world.clock.now += 60_001
	expect((await ask(chair)).status).toBe(200)
	expect((await chair.get(path)).status).toBe(200)
	expect((await program.get(`statements/${statement}/likenesses`)).status).toBe(200)
})
