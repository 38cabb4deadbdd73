import { beforeAll, expect, test } from 'vitest'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { PHONE } from '#test/support/browser/person.ts'
import type { Writer } from '#test/support/browser/writer.ts'
import { type WritingWorlds, writingWorlds } from '#test/support/browser/writing-world.ts'

let worlds: WritingWorlds
beforeAll(async () => {
	worlds = await writingWorlds()
	return () => worlds[Symbol.asyncDispose]()
})

const DESK = { viewport: { width: 1400, height: 900 } }
const notes = ({ page }: Writer) => page.locator('.beside .card.likeness')
const typed = ({ page }: Writer) => page.locator('#editor-text')

test.concurrent('a position that says the opposite of an adopted one has a note beside it, for all who write, until it is said to be meant', async ({
	expect,
}) => {
	const world = await worlds.another()
	await using chair = await world.open('chair', DESK)
	await using delegate = await world.open('delegate', DESK)
	await typed(chair).focus()
	await chair.keys('Control+End', 'Enter')
	await chair.type('1. Brukarrepresentanter ska inte alltid vara utsedda av sina föreningar och arvoderade.')
	const note = notes(chair).filter({ hasText: 'Säger emot NSPH-SL 2022:1, ståndpunkt 3' })
	await note.waitFor()
	// It takes nothing from whoever writes.
	expect(await chair.page.evaluate(() => document.activeElement?.id)).toBe('editor-text')
	await expect.poll(() => chair.page.locator('#editor > p[role=status]').innerText()).toContain('Säger emot')
	expect(await axeFindsNew(chair.page)).toEqual([])

	await note.getByRole('button', { name: 'Jämför' }).click()
	const dialog = chair.page.getByRole('dialog')
	expect(await dialog.locator('blockquote').allInnerTexts()).toEqual([
		expect.stringContaining('ska inte alltid'),
		expect.stringContaining('ska alltid'),
	])
	expect(await axeFindsNew(chair.page)).toEqual([])
	await chair.keys('Escape')

	// Whoever else writes sees it too, when they next change a position, and says that it is meant.
	await delegate.goTo('Det ska alltid')
	await delegate.type(' Ja.')
	const theirs = notes(delegate).filter({ hasText: 'Säger emot' })
	await theirs.waitFor()
	await theirs.getByRole('button', { name: 'Det är meningen' }).click()
	await expect.poll(() => notes(delegate).count()).toBe(0)
	await chair.goTo('Det ska alltid')
	await chair.type(' Så.')
	await expect.poll(() => notes(chair).count(), { timeout: 20_000 }).toBe(0)
})

test.concurrent('on a phone the note is in the drawer', async () => {
	const world = await worlds.another()
	await using chair = await world.open('chair', PHONE)
	const { page } = chair
	await typed(chair).focus()
	await chair.keys('Control+End', 'Enter')
	await chair.type(
		'1. De regionala föreningarna inom psykisk hälsa/ohälsa, som idag är underfinansierade, ska ha en långsiktig finansiering.',
	)
	await page.getByRole('button', { name: /Liknar beslutade: / }).click()
	await notes(chair).getByText('Upprepar NSPH-SL 2022:1, ståndpunkt 2').waitFor()
	expect(await axeFindsNew(page)).toEqual([])
})

test.concurrent('a standard text is put in where the cursor is, and undone', async ({ expect }) => {
	const world = await worlds.another()
	await using chair = await world.open('chair', DESK)
	const { page } = chair
	await chair.goTo('Vi välkomnar')
	await page.getByRole('button', { name: 'Infoga', exact: true }).click()
	await page.getByRole('menuitem', { name: 'Standardtext …' }).click()
	await page.getByRole('button', { name: 'Infoga: Metoder för brukarinflytande' }).click()
	await typed(chair).getByText('Återhämtningsguiden').waitFor()
	await typed(chair).focus()
	await chair.keys('Control+z')
	await expect.poll(() => typed(chair).innerText()).not.toContain('Återhämtningsguiden')
})

test.concurrent('a part is kept as a standard text from the menu at its handle, and the bank is narrowed where it is inserted from', async ({
	expect,
}) => {
	const world = await worlds.another()
	await using chair = await world.open('chair', DESK)
	const { page } = chair
	await chair.goTo('Vi välkomnar')
	await page.locator('.handle').click()
	const [tab] = await Promise.all([
		page.context().waitForEvent('page'),
		page.getByRole('menuitem', { name: 'Spara som standardtext …' }).click(),
	])
	expect(await tab.getByRole('textbox', { name: 'Text' }).inputValue()).toContain('Vi välkomnar')
	await tab.getByRole('button', { name: 'Spara' }).click()
	await tab.getByText('Sparad.').waitFor()
	await tab.close()
	await page.getByRole('button', { name: 'Infoga', exact: true }).click()
	await page.getByRole('menuitem', { name: /ur banken/ }).click()
	const dialog = page.getByRole('dialog')
	await dialog.getByLabel('Nivå').selectOption({ label: 'Verksamhet (3)' })
	await expect.poll(() => dialog.locator('.bank > li').count()).toBe(3)
	await dialog.getByLabel('Nivå').selectOption({ label: 'Alla nivåer' })
	await dialog.getByRole('searchbox').fill('ledarskap')
	await chair.keys('Enter')
	await expect.poll(() => dialog.locator('.bank > li').count()).toBe(1)
	expect(await axeFindsNew(page)).toEqual([])
})

test.concurrent('who is told to wait before asking again what a text is like asks again when it is time', async ({
	expect,
}) => {
	const world = await worlds.another()
	await using chair = await world.open('chair', DESK)
	const { page } = chair
	let asked = 0
	await page.route('**/likenesses', async (route) => {
		asked += 1
		if (asked > 1) return route.continue()
		await route.fulfill({ status: 429, headers: { 'retry-after': '6' }, json: { code: 'tooManyTries' } })
	})
	await page.reload()
	await expect.poll(() => asked, { timeout: 15_000 }).toBe(1)
	await typed(chair).focus()
	await chair.keys('Control+End', 'Enter')
	await chair.type('1. Brukarrepresentanter ska aldrig vara utsedda av sina föreningar och arvoderade.')
	await notes(chair).filter({ hasText: 'Säger emot' }).first().waitFor({ timeout: 30_000 })
	expect(await chair.page.locator('#editor .error:visible').count()).toBe(0)
})
