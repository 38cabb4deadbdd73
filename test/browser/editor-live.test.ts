import { beforeAll, type ExpectStatic, test } from 'vitest'
import { href, routes } from '#routes'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { openLine } from '#test/support/browser/line.ts'
import type { Writer } from '#test/support/browser/writer.ts'
import { type WritingWorld, type WritingWorlds, writingWorlds } from '#test/support/browser/writing-world.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

let worlds: WritingWorlds
beforeAll(async () => {
	worlds = await writingWorlds()
	return () => worlds[Symbol.asyncDispose]()
})

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }

/** Whether the record has come to say so: it gets what is typed two seconds after the last key. */
const recordedIn =
	({ recorded }: WritingWorld, { poll }: ExpectStatic) =>
	(what: RegExp) =>
		poll(async () => (await recorded()).join('\n'), { timeout: 15_000 }).toMatch(what)

const sees = (writer: Writer, text: string) => writer.page.locator('#editor-text', { hasText: text }).waitFor()

test.concurrent('two write at once, in the same paragraph and in others, and lose no letter when the network goes', async ({
	expect,
}) => {
	const world = await worlds.another()
	const recorded = recordedIn(world, expect)
	await using chair = await world.open('chair')
	// Theirs is a browser that does not notice when the network goes: the connection falls silent.
	await using line = await openLine()
	await using delegate = await world.open('delegate', { ...PHONE, proxy: line.proxy })
	await chair.page.getByText('Här nu: du och').waitFor()
	await delegate.page.getByText('Här nu: du och').waitFor()
	await chair.goTo('Vi välkomnar')
	await delegate.goTo('Vi välkomnar')
	await Promise.all([chair.type(' Ordföranden skriver.'), delegate.type(' Delegaten skriver.')])
	await sees(chair, 'Delegaten skriver.')
	await sees(delegate, 'Ordföranden skriver.')
	await Promise.all([chair.told(/^Sparat/), delegate.told(/^Sparat/)])
	expect(await chair.shown()).toEqual(await delegate.shown())

	line.cut()
	await delegate.goTo('Våra synpunkter')
	await delegate.type(' utan nät')
	await chair.goTo('Det ska alltid')
	await chair.type(' Under tiden.')
	await delegate.page.getByRole('alert').getByText('ingen kontakt').waitFor()
	line.mend()
	await sees(chair, 'Våra synpunkter utan nät')
	await sees(delegate, 'Under tiden.')
	await recorded(/Våra synpunkter utan nät[\s\S]*Under tiden\./)
	const text = (await world.recorded()).join()
	expect([text.includes(' Ordföranden skriver.'), text.includes(' Delegaten skriver.')]).toEqual([true, true])

	// One's own is undone, and not what the other wrote.
	await chair.page.locator('#editor-text').focus()
	await chair.keys('Control+z')
	await recorded(/utan nät/)
	expect((await chair.shown()).join()).toContain('utan nät')
	expect((await chair.shown()).join()).not.toContain('Under tiden.')
})

test.concurrent('a form that is saved meanwhile is seen where it is written, and both stay', async ({ expect }) => {
	const world = await worlds.another()
	const recorded = recordedIn(world, expect)
	await using chair = await world.open('chair')
	await chair.goTo('[Här behöver')
	await chair.type(' Skrivs nu.')
	const added = { key: 'added', as: 'text', text: 'Ett stycke ur formuläret.', after: '' }
	expect(await chair.post(href(routes.blocks, world.params), added)).toBe(303)
	await sees(chair, 'Ett stycke ur formuläret.')
	await recorded(/Ett stycke ur formuläret\.[\s\S]*Skrivs nu\./)
})

test.concurrent('a seat that ends is out at once, and what is typed when views are asked for is in the text that goes out', async ({
	expect,
}) => {
	const world = await worlds.another()
	const recorded = recordedIn(world, expect)
	await using chair = await world.open('chair')
	await using deputy = await world.open('deputy')
	await using delegate = await world.open('delegate')
	await deputy.goTo('Vi välkomnar')
	await deputy.type(' Ställföreträdaren hann.')
	await sees(chair, 'Ställföreträdaren hann.')
	const { seat } = await world.seated('deputy')
	const ending = href(routes.seatEnding, { coalition: world.params.coalition, seat })
	expect(await chair.post(ending, { key: 'end' })).toBe(303)
	await deputy.page.waitForTimeout(1_100)
	await deputy.type(' Efteråt.')
	await deputy.page.getByRole('alert').getByText('inte längre skriva').waitFor()
	await recorded(/Ställföreträdaren hann\./)

	await delegate.goTo('Vi välkomnar')
	await delegate.type(' I sista stund.')
	await delegate.told(/^Sparat/)
	expect(await chair.post(href(routes.consultation, world.params), { key: 'ask', viewsDueOn: '2026-12-20' })).toBe(303)
	expect((await world.recorded()).join()).toContain('I sista stund.')
	expect((await world.recorded()).join()).not.toContain('Efteråt.')
	await delegate.page.getByRole('alert').getByText('gått vidare').waitFor()
	expect(await delegate.page.locator('#editor-text').getAttribute('contenteditable')).toBe('false')
})

test.concurrent('who may read a draft and not write in it sees it change, and what they read stays where it is', async ({
	expect,
}) => {
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

	expect(await chair.post(href(routes.consultation, world.params), { key: 'ask', viewsDueOn: '2026-12-20' })).toBe(303)
	await page.getByText('Texten har gått vidare till nästa steg. Läs om sidan.').waitFor()
	await context.close()
})
