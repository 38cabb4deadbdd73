import { beforeAll, expect, test } from 'vitest'
import { type WritingWorlds, writingWorlds } from '#test/support/browser/writing-world.ts'

let worlds: WritingWorlds
beforeAll(async () => {
	worlds = await writingWorlds()
	return () => worlds[Symbol.asyncDispose]()
})

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }

test.concurrent('on a phone the text begins high, the tools stand below it, and neither they nor the keyboard hide what is written', async () => {
	const world = await worlds.another()
	await using chair = await world.open('chair', PHONE)
	const { page, keys, goTo } = chair
	const top = (selector: string) =>
		page.evaluate((which) => document.querySelector(which)?.getBoundingClientRect().top, selector)
	expect(await top('#editor-text > *')).toBeLessThan(200)
	// What leads elsewhere is still there, each of it large enough for a finger.
	for (const name of ['Mina uppgifter', 'In English', /^Logga ut/, 'Arbetsrum', /^Öppna vägar/]) {
		const box = await page.locator('header.site').getByText(name).first().boundingBox()
		expect([name, (box?.height ?? 0) >= 40]).toEqual([name, true])
	}
	await page.getByRole('heading', { level: 1, name: 'Skriv i texten' }).waitFor({ state: 'attached' })

	const line = () =>
		page.evaluate(() => {
			const place = document.getSelection()?.getRangeAt(0).getBoundingClientRect()
			return (place?.bottom || document.activeElement?.lastElementChild?.getBoundingClientRect().bottom) ?? 0
		})
	await goTo('[Här behöver')
	for (let row = 1; row <= 16; row += 1) {
		await keys('Enter')
		await page.keyboard.insertText(`Rad ${row} på en telefon.`)
	}
	const tools = await top('#editor .top')
	expect(tools).toBeGreaterThan(650)
	expect(await line()).toBeLessThan(tools ?? 0)

	// As when a keyboard comes up over the lower half: browsers make what is seen smaller, and leave the page as it was.
	await page.evaluate(() => {
		const seen = window.visualViewport
		if (!seen) throw new Error('nothing is seen')
		Object.defineProperty(seen, 'height', { value: 480 })
		seen.dispatchEvent(new Event('resize'))
	})
	const raised = await page.evaluate(() => document.querySelector('#editor .top')?.getBoundingClientRect().bottom)
	expect(raised).toBe(480)
	await keys('Enter')
	await page.keyboard.insertText('Sist.')
	expect(await line()).toBeLessThan((await top('#editor .top')) ?? 0)

	// The row of tools goes on to the side, and the last can be brought in whole.
	await page.getByRole('button', { name: 'Sök och byt' }).scrollIntoViewIfNeeded()
	await page.evaluate(() => document.querySelector('#editor .tools')?.scrollTo({ left: 9999 }))
	const last = await page.getByRole('button', { name: 'Sök och byt' }).boundingBox()
	expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThan(390 - 30)
	await page.getByRole('button', { name: 'Infoga', exact: true }).click()
	const menu = await page.getByRole('menu').boundingBox()
	expect((menu?.y ?? 0) + (menu?.height ?? 0)).toBeLessThanOrEqual((await top('#editor .tools')) ?? 0)
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test.concurrent('whoever hears the page hears what is written in, what it becomes, who comes and goes, and how it is left', async ({
	expect,
}) => {
	const world = await worlds.another()
	await using chair = await world.open('chair')
	const { page, keys, type } = chair
	const said = () => page.locator('#editor [role=status].vh').textContent()
	const hears = (what: string | RegExp) => expect.poll(said, { timeout: 15_000 }).toMatch(what)
	const text = page.getByRole('textbox', { name: 'Texten i ”Öppna vägar in i psykiatrin”' })
	await text.focus()
	await keys('Control+End', 'Enter')
	await type('1. ')
	await hears(/^Ståndpunkt 2$/)
	await type('Höj taket')
	await keys('Enter')
	await hears(/^Ståndpunkt 3$/)
	await keys('Tab')
	await hears(/^Underpunkt a$/)
	await type('för barn')
	await keys('Enter')
	await hears(/^Underpunkt b$/)
	await type('för äldre')
	await keys('Shift+Tab')
	await hears(/^Ståndpunkt 3$/)
	await keys('Alt+ArrowUp')
	await hears(/^Ståndpunkt 2: flyttat upp till före ”Höj taket”\. Nu del \d+ av \d+\.$/)
	const tree = await text.ariaSnapshot()
	expect(tree).toContain('- paragraph: för äldre')
	expect(tree).toContain('- paragraph: för barn')
	expect(tree).toContain('- heading "Våra synpunkter" [level=2]')

	// The tools are one stop, each with its state and its keys.
	await keys('Control+b')
	const bold = page.getByRole('button', { name: 'Fetstil', pressed: true })
	expect(await bold.getAttribute('aria-keyshortcuts')).toBe('Control+B')
	await keys('Escape', 'Shift+Tab', 'Shift+Tab')
	expect(await page.evaluate(() => document.activeElement?.closest('[role=toolbar]') !== null)).toBe(true)
	expect(await page.locator('[role=toolbar] [tabindex="0"]').count()).toBe(1)
	await text.focus()
	await keys('Control+/')
	await page.getByRole('dialog', { name: 'Så skriver du' }).getByText('Alt + pil upp eller ner').waitFor()
	await keys('Escape')
	await expect.poll(() => text.evaluate((element) => element === document.activeElement)).toBe(true)

	const delegate = await world.open('delegate')
	await hears(/ är här\.$/)
	await delegate[Symbol.asyncDispose]()
	await hears(/ har gått\.$/)
	await page.context().setOffline(true)
	await type('!')
	// Before the connection has been silent for so long that it is taken for dead.
	await page.getByRole('alert').getByText('ingen kontakt').waitFor({ timeout: 8_000 })
	await page.context().setOffline(false)
})
