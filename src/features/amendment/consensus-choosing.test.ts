import { expect, test } from 'vitest'
import { countOf } from '#test/support/all-rows.ts'
import { hiddenFields } from '#test/support/app.ts'
import { atWork, textOf, versionOf } from '#test/support/comment-pages.ts'
import { type ListedAmendment, putForward } from '#test/support/consensus.ts'
import { optionsIn, reword } from '#test/support/merging-pages.ts'
import { createCoalitionWorld } from '#test/support/world.ts'

const tickOf = ({ amendmentId, versionId }: ListedAmendment) => `${amendmentId} ${versionId}`
const tickedIn = (page: string) =>
	[...page.matchAll(/<input type="checkbox"[^>]*? value="([^"]+)"[^>]*? checked/g)].map(([, value]) => value)
const valuesIn = (page: string) => optionsIn(page, 'chosen[]').map(({ value }) => value)

test('each amendment to choose stands with the words that it changes', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { block } = await versionOf(at, 'arvoderade')
	await reword(at.disa, at.base, block, '1. Alla uppdrag ska vara väl arvoderade.')
	await putForward(world, at.statement, 'Kommunen ska betala resor.')
	const page = await textOf(at.chair, `${at.base}/amendments/lists`)
	const [, changed = '', added = ''] = page.split('<div class="choice">')
	expect(changed).toMatch(
		/Y1 från Attention[\s\S]*Klarare så\.[\s\S]*<del>[\s\S]*Brukarrepresentanter[\s\S]*<ins>[\s\S]*väl/,
	)
	expect(added).toMatch(/Y2 från Attention[\s\S]*<div class="added">[\s\S]*Kommunen ska betala resor\./)
})

test('many stand in parts, of which the first alone is ticked; what is ticked in one comes along and is named', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair, statement } = await atWork(world)
	const made: ListedAmendment[] = []
	for (let number = 1; number <= 27; number += 1)
		made.push(await putForward(world, statement, `Region ${number} ska betala resor.`))
	const ticks = made.map(tickOf)
	const lists = `${base}/amendments/lists`
	const first = await textOf(chair, lists)
	expect(valuesIn(first)).toEqual(ticks.slice(0, 25))
	expect(tickedIn(first)).toEqual(ticks.slice(0, 25))
	expect(first).toContain('Yrkanden 1–25 av 27.')
	const sent = { ...hiddenFields(first, lists), 'chosen[]': ticks.slice(1, 3), objectBy: '2022-11-24' }
	const second = await (await chair.post(lists, { ...sent, go: '2' })).text()
	expect(second).toContain('Yrkanden 26–27 av 27.')
	expect(second).toMatch(/Kryssade på andra sidor:[\s\S]*Y2 från Attention<\/a>, <a [^>]*>Y3 från Attention/)
	expect(valuesIn(second)).toEqual([...ticks.slice(25), ...ticks.slice(1, 3)])
	expect(tickedIn(second)).toEqual([])
	expect(second).toContain('value="2022-11-24"')
	expect(await countOf(world.server.client, 'FROM consensus_list')).toBe(0)

	const back = await (
		await chair.post(lists, { ...sent, 'chosen[]': [ticks[1] ?? '', ticks[26] ?? ''], go: '1' })
	).text()
	expect(tickedIn(back)).toEqual([ticks[1]])
	expect(valuesIn(back).at(-1)).toBe(ticks[26])
	expect((await chair.post(lists, { ...sent, 'chosen[]': [ticks[1] ?? '', ticks[26] ?? ''] })).status).toBe(303)
	expect(await countOf(world.server.client, 'FROM consensus_item')).toBe(2)
})

test('the day is asked for by its own words, and not before another part is shown', async () => {
	await using world = await createCoalitionWorld()
	const { base, chair, statement } = await atWork(world)
	for (let number = 1; number <= 27; number += 1)
		await putForward(world, statement, `Region ${number} ska betala resor.`)
	const lists = `${base}/amendments/lists`
	const first = await textOf(chair, lists)
	const sent = { ...hiddenFields(first, lists), 'chosen[]': valuesIn(first).slice(0, 2), objectBy: '' }
	const next = await chair.post(lists, { ...sent, go: '2' })
	expect([next.status, await next.text()]).toEqual([200, expect.stringContaining('Yrkanden 26–27 av 27.')])
	const said: [string, string][] = [
		['', 'Fyll i sista dag att invända.'],
		['i morgon', 'Kontrollera sista dag att invända. Skriv dagen med år'],
		['2021-10-10', 'Sista dag att invända ligger i förfluten tid.'],
	]
	for (const [objectBy, sentence] of said) {
		const refused = await chair.post(lists, { ...sent, objectBy })
		const page = await refused.text()
		expect([refused.status, page]).toEqual([422, expect.stringContaining(sentence)])
		expect(page).toContain('href="#objectBy"')
		expect(page).not.toContain('att rösta')
	}
	const none = await chair.post(lists, { ...sent, 'chosen[]': [], objectBy: '2022-11-24' })
	expect(await none.text()).toContain('Fyll i vilka yrkanden det gäller.')
})
