import type { Page } from 'playwright-core'
import { beforeAll, type ExpectStatic, test } from 'vitest'
import type { Writer } from '#test/support/browser/writer.ts'
import { type WritingWorld, type WritingWorlds, writingWorlds } from '#test/support/browser/writing-world.ts'

let worlds: WritingWorlds
beforeAll(async () => {
	worlds = await writingWorlds()
	return () => worlds[Symbol.asyncDispose]()
})

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }
const block = (page: Page, begins: string) => page.locator('#editor-text > *', { hasText: begins }).first()
const handle = (page: Page) => page.locator('#editor .handle')
const said = ({ page }: Writer) => page.locator('#editor [role=status].vh').textContent()

/** The text without the names of those who are in it. */
const shown = async ({ shown: all }: Writer) =>
	(await all()).map((line) => line.replace(/\.[A-ZÅÄÖ][a-zåäö]+ [A-Z]\S+$/, '.'))

const recordedIn =
	({ recorded }: WritingWorld, { poll }: ExpectStatic) =>
	(what: RegExp) =>
		poll(async () => (await recorded()).join('\n'), { timeout: 15_000 }).toMatch(what)

async function middleOf(page: Page, begins?: string) {
	const box = await (begins === undefined ? handle(page) : block(page, begins)).boundingBox()
	if (!box) throw new Error(`nothing begins with ${begins}`)
	return { x: box.x + box.width / 2, y: box.y + box.height / 2, top: box.y }
}

/** Whether the handle stands at the first line of the block. */
async function isAt(page: Page, begins: string): Promise<boolean> {
	const [grip, { top }] = [await middleOf(page), await middleOf(page, begins)]
	return grip.y > top && grip.y < top + 25
}

/** Takes the block by its handle, and holds it a little above another. */
async function hold({ page }: Writer, begins: string, above: string, { poll }: ExpectStatic): Promise<void> {
	await block(page, begins).hover()
	await poll(() => isAt(page, begins)).toBe(true)
	const { x, y } = await middleOf(page)
	await page.mouse.move(x, y)
	await page.mouse.down()
	await page.mouse.move(x, y - 12)
	await page.mouse.move(x, (await middleOf(page, above)).top - 2, { steps: 5 })
}

test.concurrent('by its handle a position goes with its sub-points to where the line is, and keeps what another types in it meanwhile', async ({
	expect,
}) => {
	const world = await worlds.another()
	const recorded = recordedIn(world, expect)
	await using chair = await world.open('chair')
	await using delegate = await world.open('delegate')
	await chair.goTo('Det ska alltid')
	await chair.keys('Enter', 'Tab')
	await chair.type('Dygnet runt.')
	await chair.told(/^Sparat/)
	await delegate.goTo('Dygnet runt')
	await delegate.type(' Även helger.')
	await delegate.told(/^Sparat/)

	// What another types does not take it from under the pointer.
	await block(chair.page, 'Det ska alltid').hover()
	await expect.poll(() => isAt(chair.page, 'Det ska alltid')).toBe(true)
	await delegate.type(' Året om.')
	await block(chair.page, 'Året om.').waitFor()
	await chair.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
	expect(await isAt(chair.page, 'Det ska alltid')).toBe(true)

	// Esc takes it back.
	const before = await shown(chair)
	await hold(chair, 'Det ska alltid', 'Vi välkomnar', expect)
	await chair.page.locator('#editor .landing').waitFor()
	await chair.keys('Escape')
	await chair.page.mouse.up()
	expect(await shown(chair)).toEqual(before)
	expect(await said(chair)).toBe('Inget flyttades.')

	await hold(chair, 'Det ska alltid', 'Vi välkomnar', expect)
	await delegate.type(' Och nätter.')
	await block(chair.page, 'Och nätter.').waitFor()
	await chair.page.mouse.up()
	const moved =
		/^position: Det ska alltid.*\nsubPoint: Dygnet runt\. Även helger\. Året om\. Och nätter\.\nparagraph: Vi välkomnar/
	await recorded(moved)
	expect(await said(chair)).toMatch(/^Ståndpunkt 1: flyttat upp till före ”Vi välkomnar.*…”\. Nu del 1 av \d+\.$/)
	// Whoever types there types on in the same word.
	await delegate.type(' Alltid.')
	await recorded(/subPoint: Dygnet runt\. Även helger\. Året om\. Och nätter\. Alltid\.\nparagraph: Vi välkomnar/)
	await chair.page.locator('#editor-text').focus()
	await chair.keys('Control+z')
	await recorded(/^paragraph: Vi välkomnar[\s\S]*position: Det ska alltid.*\nsubPoint: Dygnet runt\. .* Alltid\./)

	// Without a move it opens what can be done: a press each, for who cannot drag.
	await block(chair.page, 'Det ska alltid').hover()
	await handle(chair.page).click()
	await chair.page.getByRole('menuitem', { name: 'Flytta upp' }).click()
	await recorded(/position: Det ska alltid.*\nsubPoint: Dygnet runt.*\nheading: Våra synpunkter/)
	expect(await handle(chair.page).getAttribute('aria-label')).toMatch(/^Flytta: /)
})

test.concurrent('its menu is for the part it was opened for, whatever the pointer goes past on its way there and others write', async ({
	expect,
}) => {
	const world = await worlds.another()
	const recorded = recordedIn(world, expect)
	await using chair = await world.open('chair')
	await using delegate = await world.open('delegate')
	const { mouse } = chair.page
	await block(chair.page, 'Det ska alltid').hover()
	await expect.poll(() => isAt(chair.page, 'Det ska alltid')).toBe(true)
	const { x, y } = await middleOf(chair.page)
	await mouse.move(x, y)
	await mouse.click(x, y)
	await delegate.goTo('Våra synpunkter')
	await delegate.keys('Enter')
	await delegate.type('Vi tackar.')
	await block(chair.page, 'Vi tackar.').waitFor()
	const item = await chair.page.getByRole('menuitem', { name: 'Flytta ner' }).boundingBox()
	if (!item) throw new Error('there is no such item')
	const [left, middle] = [item.x + 10, item.y + item.height / 2]
	await mouse.move(left, middle, { steps: 40 })
	await mouse.click(left, middle)
	await recorded(/: Våra synpunkter\nparagraph: Vi tackar\.\nparagraph: \[Här.*\nposition: Det ska/)
})

test.concurrent('with a finger it is 44 pixels, and held at the edge the text scrolls under it', async ({ expect }) => {
	const world = await worlds.another()
	const recorded = recordedIn(world, expect)
	await using chair = await world.open('chair', PHONE)
	const { page } = chair
	await chair.goTo('[Här behöver')
	for (let line = 1; line <= 14; line += 1) {
		await chair.keys('Enter')
		await page.keyboard.insertText(`Rad ${line} av många som tillsammans är längre än skärmen.`)
	}
	await chair.told(/^Sparat/)
	await block(page, 'Rad 14').tap()
	const grip = await middleOf(page)
	const box = await handle(page).boundingBox()
	expect([box && box.width >= 44, box && box.height >= 44, box && box.x >= 0]).toEqual([true, true, true])
	const finger = await page.context().newCDPSession(page)
	const touch = (type: 'touchStart' | 'touchMove', y: number) =>
		finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: grip.x, y }] })
	await touch('touchStart', grip.y)
	const scrolled = await page.evaluate(() => scrollY)
	for (let y = grip.y; y > 4; y -= 40) await touch('touchMove', y)
	await touch('touchMove', 4)
	await expect.poll(() => page.evaluate(() => scrollY), { timeout: 15_000 }).toBeLessThan(Math.min(80, scrolled))
	const at = await middleOf(page, 'Vi välkomnar')
	await touch('touchMove', at.top - 2)
	await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
	await recorded(/^paragraph: Rad 14 av många/)
	expect(await said(chair)).toMatch(/^Stycke: flyttat upp till före ”/)
})

test.concurrent('footnotes show the numbers that they will have where the text is read, as they are written and moved', async ({
	expect,
}) => {
	const world = await worlds.another()
	const recorded = recordedIn(world, expect)
	await using chair = await world.open('chair')
	const { page, keys, type, goTo } = chair
	const footnote = async (after: string, text: string) => {
		await goTo(after)
		await page.getByRole('button', { name: 'Infoga', exact: true }).click()
		await page.getByRole('menuitem', { name: 'Fotnot' }).click()
		await type(text)
	}
	const references = () => page.locator('#editor-text .note').allTextContents()
	const notes = () =>
		page
			.locator('#editor-text .footnote')
			.evaluateAll((all) => all.map((each) => `${each.getAttribute('data-number')} ${each.textContent}`))
	await footnote('Våra synpunkter', 'Den ena.')
	await footnote('Vi välkomnar', 'Den andra.')
	expect([await references(), await notes()]).toEqual([
		['1', '2'],
		['1 Den andra.', '2 Den ena.'],
	])
	expect(await page.locator('#editor-text .footnote').first().ariaSnapshot()).toContain('1. Den andra.')
	await goTo('Den andra.')
	await keys('Alt+ArrowDown')
	expect([await references(), await notes()]).toEqual([
		['2', '1'],
		['1 Den ena.', '2 Den andra.'],
	])
	await recorded(/footnote: 1[a-z]{2} \| Den ena\.\nfootnote: 2[a-z]{2} \| Den andra\.$/)
})
