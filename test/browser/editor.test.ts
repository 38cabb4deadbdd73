import { beforeAll, expect, test } from 'vitest'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import type { Writer } from '#test/support/browser/writer.ts'
import { type WritingWorlds, writingWorlds } from '#test/support/browser/writing-world.ts'

let worlds: WritingWorlds
beforeAll(async () => {
	worlds = await writingWorlds()
	return () => worlds[Symbol.asyncDispose]()
})

const THINGS = ['Höj taket', 'Sänk golvet', 'Vidga dörren', 'Tänd lampan', 'Öppna fönstret']

/** How many keys are pressed beside those of the text itself, and how many pages are loaded, while something is done. */
async function counted({ page, keys, type }: Writer, what: (by: Pick<Writer, 'keys' | 'type'>) => Promise<void>) {
	let presses = 0
	let loads = 0
	const load = () => {
		loads += 1
	}
	page.on('domcontentloaded', load)
	await what({
		type,
		keys: async (...names) => {
			presses += names.length
			await keys(...names)
		},
	})
	page.off('domcontentloaded', load)
	return { presses, loads }
}

test.concurrent('with the keyboard alone a text takes the presses that it takes in a word processor, and is saved by itself', async ({
	expect,
}) => {
	const world = await worlds.another()
	/** The text, once the record says so: it gets what is typed two seconds after the last key. */
	const recorded = async (what: RegExp): Promise<string[]> => {
		await expect.poll(async () => (await world.recorded()).join('\n'), { timeout: 15_000 }).toMatch(what)
		return world.recorded()
	}
	await using chair = await world.open('chair')
	const { page, keys, type, told, shown } = chair
	await page.locator('#editor-text').focus()
	await keys('Control+End', 'Enter')
	// In a word processor: 1. and a space, Enter, Tab, Enter; then Enter and Shift + Tab to the next: 3 + 5 · 3 + 4 · 2.
	const positions = await counted(chair, async (by) => {
		await by.keys('1', '.', 'Space')
		for (const [at, thing] of THINGS.entries()) {
			if (at > 0) await by.keys('Enter', 'Shift+Tab')
			await type(thing)
			await by.keys('Enter', 'Tab')
			await type(`${thing} för barn`)
			await by.keys('Enter')
			await type(`${thing} för äldre`)
		}
	})
	expect(positions).toEqual({ presses: 26, loads: 0 })
	const written = THINGS.flatMap((thing) => [
		`position: ${thing}`,
		`subPoint: ${thing} för barn`,
		`subPoint: ${thing} för äldre`,
	])
	await told(/^Sparat/)
	expect((await recorded(/Öppna fönstret för äldre/)).slice(-15)).toEqual(written)

	// A typing error at the cursor: back, and the right letter. Two there, too.
	const typo = await counted(chair, (by) => by.keys('Backspace', 'e'))
	expect(typo).toEqual({ presses: 2, loads: 0 })

	// Up by five: Alt + Shift + arrow there, Alt + arrow here. The sub-points go along.
	await keys('Enter', 'Enter', 'Enter')
	await type('Ett stycke som ska upp.')
	const moved = await counted(chair, (by) => by.keys(...Array.from({ length: 5 }, () => 'Alt+ArrowUp')))
	expect(moved).toEqual({ presses: 5, loads: 0 })
	await told(/^Sparat/)
	const text = await recorded(/Ett stycke som ska upp\.\nposition: Höj/)
	expect(text.slice(-16)[0]).toBe('paragraph: Ett stycke som ska upp.')
	expect(text.at(-1)).toBe('subPoint: Öppna fönstret för äldre'.replace(/e$/, 'e'))
	expect(await page.locator('#editor [role=status].vh').textContent()).toMatch(
		/^Stycke: flyttat upp till före ”Höj taket”\. Nu del \d+ av \d+\.$/,
	)

	// What people type: a quote with its source, a list, a heading; each back to a paragraph at Backspace.
	await keys('End', 'Enter')
	await type('> Vården är ojämlik.')
	await keys('Tab')
	await type('SOU 2024:1')
	await keys('Enter')
	await type('- bröd')
	await keys('Enter')
	await type('mjölk')
	await keys('Enter', 'Enter')
	await type('# Rubrik')
	await keys('Enter')
	await type('Vanligt ')
	await keys('Control+b')
	await type('fet')
	await keys('Control+b', 'Control+i')
	await type('sned')
	await keys('Control+i', 'Enter')
	await type('2) ')
	await keys('Backspace', 'Backspace')
	await told(/^Sparat/)
	const after = await recorded(/fet/)
	const from = after.indexOf('paragraph: Ett stycke som ska upp.')
	expect(after.slice(from + 1, from + 5)).toEqual([
		'quote: Vården är ojämlik. | SOU 2024:1',
		'list: bröd | mjölk',
		'heading: Rubrik',
		'paragraph: Vanligt **fet***sned*',
	])
	const before = await shown()
	await keys(...Array.from({ length: 4 }, () => 'Control+z'))
	expect(await shown()).not.toEqual(before)
	await keys(...Array.from({ length: 4 }, () => 'Control+y'))
	expect(await shown()).toEqual(before)

	// A link, asked for in a window that the keyboard alone goes through.
	await keys('Control+k')
	await type('exempel.se')
	await keys('Enter')
	await told(/^Sparat/)
	await recorded(/\[exempel\.se\]\(https:\/\/exempel\.se\)/)

	// Tab stays in the text until Esc has been pressed.
	const isInside = () => page.evaluate(() => document.activeElement?.id === 'editor-text')
	await keys('Tab')
	expect(await isInside()).toBe(true)
	await keys('Escape', 'Tab')
	expect(await isInside()).toBe(false)
	// What is said about the text stands between it and its tools.
	await keys('Shift+Tab', 'Escape', 'Shift+Tab', 'Shift+Tab')
	expect(await page.evaluate(() => document.activeElement?.closest('[role=toolbar]') !== null)).toBe(true)
	await keys('Home', 'ArrowDown')
	expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitemradio')
	await keys('Escape', 'End', 'ArrowLeft', 'Enter')
	await type('lampan')
	await page.getByText('1 av 3').waitFor()
	await keys('Tab')
	await type('lyktan')
	await page.getByRole('button', { name: 'Byt alla' }).click()
	await told(/^Sparat/)
	expect((await recorded(/lyktan/)).filter((block) => block.includes('lyktan')).length).toBe(3)
})

test.concurrent('the page is right to axe, wide and narrow, light and dark, with every window that it opens', async () => {
	const { open } = await worlds.another()
	for (const colorScheme of ['light', 'dark'] as const) {
		for (const width of [1200, 390]) {
			await using chair = await open('chair', { colorScheme, viewport: { width, height: 900 } })
			const { page, keys } = chair
			await page.locator('#editor-text').click()
			expect(await axeFindsNew(page), `${width} ${colorScheme}`).toEqual([])
			await page.getByRole('button', { name: 'Infoga', exact: true }).click()
			expect(await axeFindsNew(page), `menu ${width} ${colorScheme}`).toEqual([])
			await page.getByRole('menuitem', { name: /banken/ }).click()
			await page
				.getByRole('button', { name: /^Infoga: / })
				.first()
				.waitFor()
			expect(await axeFindsNew(page), `bank ${width} ${colorScheme}`).toEqual([])
			await keys('Escape')
			await page.getByRole('button', { name: 'Sök och byt' }).click()
			await page.locator('#editor-text').click()
			await keys('Control+k')
			expect(await axeFindsNew(page), `link ${width} ${colorScheme}`).toEqual([])
			await keys('Escape')
			expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
			const low = await page
				.locator('[role=toolbar] button')
				.evaluateAll((all) => all.map((each) => each.getBoundingClientRect()))
			expect(low.filter(({ width: across, height }) => across < 44 || height < 44)).toEqual([])
		}
	}
})

test.concurrent('what is typed before the room has answered is told as saved, and when', async () => {
	const { open } = await worlds.another()
	await using chair = await open('chair')
	const { page } = chair
	await page.routeWebSocket(/\/room$/, (socket) => {
		const room = socket.connectToServer()
		let heard: (string | Buffer)[] | null = []
		room.onMessage((message) => (heard ? heard.push(message) : socket.send(message)))
		// What was typed goes as one message as soon as the room lets it, and nothing is left for the pause that gathers letters.
		setTimeout(() => {
			for (const message of heard ?? []) socket.send(message)
			heard = null
		}, 1_500)
	})
	await page.reload()
	await page.locator('#editor-text').focus()
	await chair.keys('Control+End')
	await chair.type(' Tidigt.')
	await chair.told(/^Sparat/)
})
