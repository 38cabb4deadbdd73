import { beforeAll, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { type WritingWorlds, writingWorlds } from '#test/support/browser/writing-world.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

let worlds: WritingWorlds
beforeAll(async () => {
	worlds = await writingWorlds()
	return () => worlds[Symbol.asyncDispose]()
})

test('who may read a draft and not write in it sees it change, and what they read stays where it is', async () => {
	const world = await worlds.another()
	await using chair = await world.open('chair')
	const { person } = await world.seated('contributor')
	const context = await chair.page
		.context()
		.browser()
		?.newContext({ viewport: { width: 390, height: 400 } })
	if (!context) throw new Error('a browser')
	const page = await context.newPage()
	const faults: string[] = []
	page.on('pageerror', (error) => faults.push(String(error)))
	const [secret = ''] = await createLinks(world.samsvar.deps, [person])
	const text = href(routes.statement, world.params)
	await page.goto(world.samsvar.origin + href(routes.signInLink, { secret }, { to: text }))
	await page.getByRole('button', { name: /^Fortsätt som/ }).click()
	await page.getByText('Sidan följer med när texten ändras.').waitFor()

	// Far down in the text, while something comes above.
	const read = page.locator('article.statement li p').last()
	await read.scrollIntoViewIfNeeded()
	const before = await read.boundingBox()
	await chair.goTo('Vi välkomnar')
	await chair.keys('Enter')
	await chair.type('Ett helt nytt stycke som skrivs medan någon läser. '.repeat(4))
	await page.locator('article.statement p', { hasText: 'Ett helt nytt stycke' }).waitFor()
	expect(Math.abs(((await read.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2)
	await page.getByText('Texten har ändrats. Sidan följer med').waitFor()
	expect(await page.locator('article.statement p', { hasText: 'Ett helt nytt stycke' }).count()).toBe(1)

	// While words are marked nothing is taken from under the mark.
	await read.evaluate((element) => getSelection()?.selectAllChildren(element))
	await chair.type('Slutet.')
	await chair.told(/^Sparat/)
	await expect.poll(async () => (await world.recorded()).join(), { timeout: 20_000 }).toContain('Slutet.')
	await page.waitForTimeout(2_500)
	expect(await page.getByText('Slutet.').count()).toBe(0)
	await page.evaluate(() => getSelection()?.removeAllRanges())
	await page.getByText('Slutet.').waitFor()
	expect(await axeFindsNew(page)).toEqual([])

	// A server that is too busy says nothing about the text: it is asked again, and what was unfolded stays so.
	const folds = page.locator('article.statement .marks details')
	await folds.first().locator('summary').click()
	await folds.first().locator('summary').blur()
	let busy = 1
	await page.route(`**${text}`, async (route) => {
		if (route.request().resourceType() !== 'fetch' || busy === 0) return route.fallback()
		busy -= 1
		await route.fulfill({ status: 503, body: 'busy' })
	})
	await chair.type(' Efter det.')
	await page.getByText('Slutet. Efter det.').waitFor()
	expect(busy).toBe(0)
	expect(await page.getByText('Sidan följer med').count()).toBe(1)
	expect(await folds.evaluateAll((all) => all.map((fold) => fold.hasAttribute('open')).indexOf(true))).toBe(0)
	await page.unroute(`**${text}`)
	await page.evaluate(() => document.querySelector('.marks details[open]')?.removeAttribute('open'))

	// What every new answer of the page has is not taken for a change.
	const same = await page.evaluate(() => document.querySelector('main article.statement')?.outerHTML)
	const tidy = (html: string | undefined) => html?.replace(/>\s+</g, '><')
	expect(tidy(same)).toBe(
		tidy(
			await page.evaluate(async () => {
				const answer = await (await fetch(location.href)).text()
				return new DOMParser().parseFromString(answer, 'text/html').querySelector('main article.statement')?.outerHTML
			}),
		),
	)
	expect(faults).toEqual([])

	expect(await chair.post(href(routes.consultation, world.params), { key: 'ask', dueOn: '2026-12-20' })).toBe(303)
	await page.getByText('Texten har gått vidare till nästa steg. Läs om sidan.').waitFor()
	await context.close()
})
