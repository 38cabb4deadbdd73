import { expect, test } from 'vitest'
import { href, routes } from '#routes'
import { signedIn, testApp } from '#test/support/app.ts'
import { createCoalitionWorld, SLUG } from '#test/support/world.ts'
import { READERS } from './about-pages.tsx'

const links = (page: string) => [...page.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to)

test('every page leads to what Samsvar is, and that to a guide for each who uses it, in both languages', async () => {
	await using world = await createCoalitionWorld(['Attention'])
	const browser = testApp(world).browser()
	const at = async (path: string) => {
		const response = await browser.get(path)
		expect([path, response.status]).toEqual([path, 200])
		return response.text()
	}
	for (const [home, about, guide, lang] of [
		[routes.home, routes.about, routes.guide, 'sv'],
		[routes.homeEnglish, routes.aboutEnglish, routes.guideEnglish, 'en'],
	] as const) {
		expect(links(await at(home))).toContain(about)
		const page = await at(about)
		expect(page).toContain(`<html lang="${lang}"`)
		for (const reader of READERS) {
			expect(links(page)).toContain(href(guide, { reader }))
			expect(await at(href(guide, { reader }))).toContain(`<html lang="${lang}"`)
		}
	}
	expect((await browser.get('/about/nobody')).status).toBe(404)
})

test('the workspace leads everybody to the guide for what they do', async () => {
	await using world = await createCoalitionWorld(['Attention'])
	const app = testApp(world)
	const work = async (person: typeof world.chair) =>
		links(await (await (await signedIn(app, person)).get(href(routes.workspace, { coalition: SLUG }))).text())
	expect(await work(world.chair)).toContain(href(routes.guide, { reader: 'steward' }))
	expect(await work(world.members[0]?.delegate ?? world.chair)).toContain(href(routes.guide, { reader: 'delegate' }))
})
