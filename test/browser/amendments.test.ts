import type { Browser } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { type AmendingWalk, walkAmendments } from '#test/support/browser/amendments.ts'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { byKeyboard } from '#test/support/browser/keyboard.ts'
import { type Person, PHONE, theChromium } from '#test/support/browser/person.ts'
import { startDemonstration } from '#test/support/browser/samsvar.ts'
import { writerAt } from '#test/support/browser/writer.ts'

let browser: Browser
beforeAll(async () => {
	browser = await theChromium()
})

const SHOTS = process.env.SHOTS
const LAPTOP = { viewport: { width: 1280, height: 800 } } as const
const WITHOUT_SCRIPT = { javaScriptEnabled: false } as const

/** Every page that is met is looked at: by axe where a script may run, and whether it reaches out of the window. */
async function walked(how: string, walk: Pick<AmendingWalk, 'laptop' | 'phone' | 'as' | 'write' | 'words'>) {
	await using samsvar = await startDemonstration()
	const flaws: Record<string, readonly string[]> = {}
	const look = async ({ page }: Person, step: string) => {
		if (SHOTS) await page.screenshot({ path: `${SHOTS}/${how}-${step}.png`, fullPage: true })
		const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
		const found = how === 'written' ? await axeFindsNew(page) : []
		if (beyond > 0 || found.length > 0) flaws[step] = [...found, ...(beyond > 0 ? [`${beyond} pixels too wide`] : [])]
	}
	await walkAmendments({ ...walk, samsvar, browser, look })
	expect(flaws).toEqual({})
}

const MONEY = 'Den ska betalas ut inom 30 dagar.'

test.concurrent('five amendments, of which two collide, written in the editor, joined on a phone, decided and merged by the chair', async () => {
	await walked('written', {
		laptop: LAPTOP,
		phone: PHONE,
		as: (person) => person,
		words: MONEY,
		write: async ({ page, press }) => {
			const part = page.locator('#editor-text > *', { hasText: 'Den som företräder en förening' })
			const { width = 0, height = 0 } = (await part.boundingBox()) ?? {}
			await part.click({ position: { x: width - 3, y: height - 3 } })
			await page.keyboard.press('End')
			await page.keyboard.type(` ${MONEY}`)
			await page.locator('#editor-text .proposed', { hasText: MONEY }).waitFor()
			await press('Granska')
		},
	})
}, 120_000)

test.concurrent('the same without JavaScript, where the whole text stands in a field', async () => {
	await walked('plain', {
		laptop: { ...LAPTOP, ...WITHOUT_SCRIPT },
		phone: { ...PHONE, ...WITHOUT_SCRIPT },
		as: (person) => person,
		words: MONEY,
		write: async ({ page, press, pressLink, fill }) => {
			await pressLink('Skriv i ett formulär')
			const field = page.getByLabel('Texten som ni vill ha den')
			const text = await field.inputValue()
			expect(text).toContain('ersättning för resor.')
			await fill('Texten som ni vill ha den', text.replace('ersättning för resor.', `ersättning för resor. ${MONEY}`))
			await press('Granska ändringarna')
		},
	})
}, 120_000)

test.concurrent('the same by keyboard alone, in the editor too', async () => {
	await walked('keyboard', {
		laptop: LAPTOP,
		phone: LAPTOP,
		as: byKeyboard,
		words: 'Tillsammans: NSPH',
		write: async ({ page }) => {
			await page.locator('#editor-text').waitFor()
			const at = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent)
			for (let stop = 0; stop < 40 && (await at()) !== 'editor-text'; stop += 1) await page.keyboard.press('Tab')
			await page.keyboard.press('ControlOrMeta+Home')
			await page.keyboard.type('Tillsammans: ')
			await page.keyboard.press('Escape')
			await page.keyboard.press('Shift+Tab')
			expect(await at()).toBe('Granska')
			await page.keyboard.press('Enter')
		},
	})
}, 120_000)

test.concurrent('what others write in the text meanwhile comes into the proposal; in the same part one is chosen, and a closed page offers it back', async () => {
	await using samsvar = await startDemonstration()
	const [found] = await allRows(samsvar.database, "SELECT id FROM statement WHERE stage = 'consulting'")
	const params = { coalition: 'nsph-stockholm', statement: String(found?.id) }
	const writer = async (name: string, path: string) => {
		const [who] = await allRows(samsvar.database, 'SELECT id FROM person WHERE name = ?', [name])
		return writerAt(browser, samsvar, { who: String(who?.id) as PersonId, path, alone: true })
	}
	await using anna = await writer('Anna Lindqvist', href(routes.amendmentsInText, params))
	await using chair = await writer('Ingrid Ahl', href(routes.editor, params))
	await anna.goTo('Den som företräder')
	await anna.type(' Snabbt.')
	await anna.told(/^Finns kvar/)
	await chair.goTo('Ståndpunkter')
	await chair.type(' i korthet')
	await chair.told(/^Sparat/)
	await anna.page.evaluate(() => window.dispatchEvent(new Event('focus')))
	await anna.page.locator('#editor-text h2', { hasText: 'i korthet' }).waitFor()
	expect(await anna.page.locator('#editor-text .proposed').allInnerTexts()).toEqual([
		expect.stringContaining('Snabbt.'),
	])
	await chair.goTo('Den som företräder')
	await chair.type(' Genast.')
	await chair.told(/^Inte sparat|^Sparar/)
	await chair.told(/^Sparat/)
	const { page } = anna
	await page.getByRole('button', { name: 'Granska' }).click()
	await page.getByRole('button', { name: 'Behåll det jag skrev' }).click()
	await page.getByText('En ändring').waitFor()
	await page.getByRole('button', { name: 'Skriv vidare i texten' }).click()
	await page.locator('#editor-text .proposed', { hasText: 'Snabbt.' }).waitFor()
	await page.goto(`${samsvar.origin}${href(routes.amendmentsInText, params)}`)
	await page.getByText('som inte hann sparas').waitFor()
	await page.getByRole('button', { name: 'Lägg tillbaka den' }).click()
	await page.locator('#editor-text .proposed', { hasText: 'Snabbt.' }).waitFor()
}, 120_000)
