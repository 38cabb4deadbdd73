import { expect, test } from 'vitest'
import { href, routes } from '#routes'
import { signedIn, testApp } from '#test/support/app.ts'
import { createCoalitionWorld, DAY, draftStatement, openedBallot, SLUG } from '#test/support/world.ts'
import { textsOf, writtenIn } from '#test/support/written.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'

async function scene() {
	const world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	const params = { coalition: SLUG, statement }
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	const delegate = await signedIn(app, world.members[0]?.delegate ?? world.chair)
	const [first, second] = await writtenIn(world, statement)
	const write = (by: typeof chair, key: string, seen: string, text: string) =>
		by.post(href(routes.writing, params), { key, seen, text })
	await write(delegate, 'a', first?.version ?? '', 'Vi är emot förslaget.')
	await write(chair, 'b', second?.version ?? '', '1. En annan ståndpunkt.')
	const read = async (path: string) => (await (await chair.get(path)).text()).replace(/<style>.*?<\/style>/gs, '')
	const changes = async () =>
		[...(await read(href(routes.history, params))).matchAll(/action="([^"]+)\/takings-back"/g)].map(
			([, path = '']) => path,
		)
	return {
		...{ params, chair, delegate, read, changes },
		texts: () => textsOf(world, statement),
		[Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
	}
}

test('the history says who changed what, from which association, in words', async () => {
	await using at = await scene()
	const html = await at.read(href(routes.history, at.params))
	expect(html).toContain('Svaret påbörjades')
	expect(html).toMatch(/Ove Ordförande/)
	expect(html).toMatch(/<del>.*?positiva till.*?<\/del>.*?<ins>.*?emot.*?<\/ins>/s)
	expect(html.replace(/<[^>]*>/g, '')).toMatch(
		/Texten ändrades\s+3 oktober 2022 kl\. 09\.00, Disa Attention, Attention/,
	)
})

test('a change is taken back where it was made, and what was written since stays', async () => {
	await using at = await scene()
	const [latest = '', earlier = ''] = await at.changes()
	expect((await at.chair.post(`${earlier}/takings-back`, { key: 'k' })).status).toBe(303)
	expect((await at.texts()).slice(0, 2)).toEqual(['Vi är positiva till förslaget.', 'En annan ståndpunkt.'])
	expect(await at.read(href(routes.history, at.params))).toContain('En ändring togs tillbaka')
	expect(await at.read(latest)).toContain('Ta tillbaka ändringen')
})

test('a change that was written over since is taken back by a choice, with both texts shown', async () => {
	await using at = await scene()
	const [, earlier = ''] = await at.changes()
	const page = await at.read(href(routes.writing, at.params))
	const seen = /name="seen" value="(\S+)/.exec(page)?.[1] ?? ''
	await at.chair.post(href(routes.writing, at.params), {
		key: 'n',
		seen,
		text: 'Vi är varken för eller emot förslaget.',
	})
	const asked = await at.chair.post(`${earlier}/takings-back`, { key: 'k' })
	expect(asked.status).toBe(409)
	const html = await asked.text()
	expect(html).toContain('Vi är varken för eller emot förslaget.')
	const against = /name="against\[\]" value="([^"]+)"/.exec(html)?.[1] ?? ''
	expect(
		(await at.chair.post(`${earlier}/takings-back`, { key: 'l', keep: 'mine', 'against[]': against })).status,
	).toBe(303)
	expect((await at.texts())[0]).toBe('Vi är positiva till förslaget.')
})

test('the text is shown as it then was, compared with another, and restored', async () => {
	await using at = await scene()
	const [latest = '', earlier = ''] = await at.changes()
	const then = await at.read(`${earlier}/text`)
	expect(then).toContain('Vi är emot förslaget.')
	expect(then).not.toContain('En annan ståndpunkt.')
	const compared = await at.read(`${earlier}/text?with=${latest.split('/').at(-1)}`)
	expect(compared).toContain('Det här skiljer')
	expect(compared).toContain('En annan ståndpunkt')
	expect((await at.chair.post(`${earlier}/restorations`, { key: 'k' })).status).toBe(303)
	expect((await at.texts()).slice(0, 2)).toEqual(['Vi är emot förslaget.', 'Brukarrepresentanter ska vara arvoderade.'])
	expect((await at.chair.get(`${href(routes.history, at.params)}/1`)).status).toBe(404)
	expect((await at.chair.get(`${href(routes.history, at.params)}/x`)).status).toBe(404)
})

test('one part is made as it was then, where it stands or where it was taken away from, and what changed since is asked about', async () => {
	await using at = await scene()
	const [latest = '', earlier = ''] = await at.changes()
	const stands = `${earlier}/text?with=${latest.split('/').at(-1)}&look=beside`
	const compared = await at.read(stands)
	expect(compared).toMatch(/<td[^>]*>.*?<del>.*?Brukarrepresentanter.*?<\/del>.*?<td[^>]*>.*?<ins>.*?En annan/s)
	const fields = (html: string) => ({
		block: /name="block" value="([^"]+)"/.exec(html)?.[1] ?? '',
		basedOn: /name="basedOn" value="([^"]*)"/.exec(html)?.[1] ?? '',
	})
	const asked = fields(compared)
	const again = (key: string, sent: object) => at.chair.post(`${earlier}/restorations`, { key, ...sent })
	expect((await again('a', { ...asked, basedOn: 'elsewhere' })).status).toBe(409)
	expect((await again('b', asked)).headers.get('location')).toContain(`done=blockRestored&block=${asked.block}`)
	expect((await at.texts()).slice(0, 2)).toEqual(['Vi är emot förslaget.', 'Brukarrepresentanter ska vara arvoderade.'])
	const path = href(routes.blockRemovals, { ...at.params, block: asked.block })
	const seen = /name="seen" value="([^"]+)"/.exec(await at.read(path))?.[1] ?? ''
	await at.chair.post(path, { key: 'c', seen })
	const [gone = ''] = await at.changes()
	const without = fields(await at.read(`${earlier}/text?with=${gone.split('/').at(-1)}`))
	expect(without).toEqual({ block: asked.block, basedOn: '' })
	expect((await again('d', asked)).status).toBe(409)
	expect((await again('e', without)).status).toBe(303)
	expect((await at.texts()).slice(0, 2)).toEqual(['Vi är emot förslaget.', 'Brukarrepresentanter ska vara arvoderade.'])
	expect((await again('f', { block: 'none', basedOn: '' })).status).toBe(404)
})

test('where time was up and nobody did anything, the history says so and names nobody', async () => {
	await using world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	await openedBallot(world, statement)
	world.clock.now += 8 * DAY
	await closeDueBallots(world.deps)
	const chair = await signedIn(testApp(world), world.chair)
	const html = await (await chair.get(href(routes.history, { coalition: SLUG, statement }))).text()
	expect(html).toContain('tiden var ute')
	expect(html).not.toContain('borttagen person')
})
