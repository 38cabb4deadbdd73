import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { programOf } from '#test/support/api.ts'
import { hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { draftStatement, granted, SLUG } from '#test/support/world.ts'
import { insertPosition } from '#usecases/position/insert-position.ts'

const plain = (html: string) =>
	html
		.replace(/<style>.*?<\/style>/s, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')

const ADOPTED = 'Regionen ska öka antalet vårdplatser för unga.'

test('a position that has the words of an adopted one, or the opposite, is told of when it is saved, and stands beside it', async () => {
	await using world = await createGoldenWorld()
	const blocks: Block[] = [{ kind: 'position', text: ADOPTED }]
	const source = await publish(world, { title: 'Platser', blocks, answers: { 0: null }, on: '2022-10-20' })
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	const statement = await draftStatement(world)
	const base = `/${SLUG}/statements/${statement}`
	const read = async (path: string) => plain(await (await chair.get(path)).text())
	expect(await read(`${base}/likenesses`)).toContain('Ingen ståndpunkt i texten liknar någon')

	const page = await (await chair.get(`${base}/text`)).text()
	const { seen = '' } = hiddenFields(page, `${base}/text`)
	const text = '1. Regionen ska minska antalet vårdplatser för unga.\n\n2. Kommunen ska låna ut lokaler.'
	const saved = await chair.post(`${base}/text`, { key: 'k', seen, text })
	expect(saved.status).toBe(303)
	expect(await read(saved.headers.get('location') ?? '')).toContain('1 ståndpunkt i texten har ungefär samma ord')
	for (const nothingWritten of ['', '?done=title', '?done=x'])
		expect(await read(base + nothingWritten)).not.toContain('ungefär samma ord')
	const compared = await read(`${base}/likenesses`)
	expect(compared).toContain('inget omdöme')
	expect(compared).toMatch(
		/Samma ord, men motsatsen .*minska antalet vårdplatser för unga\. .*öka antalet vårdplatser för unga\./,
	)
	expect(compared).toContain('Motsatser: minska – öka.')

	const program = await programOf(app, world.chair)
	expect((await program.get(`statements/${statement}/likenesses`)).body).toMatchObject({
		likenesses: [{ kind: 'contradicts', opposed: ['minska – öka'], adopted: { statementId: source, number: 1 } }],
	})
})

test('what was taken from the bank as it is, is not said to be like itself', async () => {
	await using world = await createGoldenWorld()
	const blocks: Block[] = [{ kind: 'position', text: ADOPTED }]
	const source = await publish(world, { title: 'Platser', blocks, answers: { 0: null }, on: '2022-10-20' })
	const statementId = await draftStatement(world)
	granted(await insertPosition(world.deps, world.order(world.chair, { statementId, source, number: 1 })))
	const program = await programOf(testApp(world), world.chair)
	expect((await program.get(`statements/${statementId}/likenesses`)).body).toEqual({ likenesses: [] })
})

test('the same words with two negations more are not said to be repeated: words do not tell what those deny', async () => {
	await using world = await createGoldenWorld()
	const blocks: Block[] = [
		{ kind: 'position', text: 'Brukare ska alltid utses av sina föreningar och vara arvoderade.' },
	]
	await publish(world, { title: 'Brukare', blocks, answers: { 0: null }, on: '2022-10-20' })
	const app = testApp(world)
	const text = 'Brukare ska aldrig utses av sina föreningar och inte vara arvoderade.'
	const statement = await draftStatement(world, [{ kind: 'position', text }])
	const at = `/${SLUG}/statements/${statement}/likenesses`
	const chair = await signedIn(app, world.chair)
	const page = plain(await (await chair.get(at)).text())
	expect(page).toContain('Samma ord, men med andra nekande ord')
	expect(page).toContain('Nekande ord: aldrig och inte.')
	const { alike } = (await (await chair.get(at, { accept: 'application/json' })).json()) as {
		alike: { what: string }[]
	}
	expect(alike[0]?.what).toMatch(/^Liknar .*, men med andra nekande ord$/)
	const told = await (await programOf(app, world.chair)).get(`statements/${statement}/likenesses`)
	expect(told.body).toMatchObject({ likenesses: [{ kind: 'alike', opposed: ['aldrig', 'inte'] }] })
})
