import type { Browser } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { type Person, person, theChromium } from '#test/support/browser/person.ts'
import { startDemonstration } from '#test/support/browser/samsvar.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

let chromium: Browser
beforeAll(async () => {
	chromium = await theChromium()
})

const POSITIONS = ['Höj taket', 'Sänk golvet', 'Vidga dörren', 'Tänd lampan', 'Öppna fönstret'].map((text) => ({
	text,
	under: [`${text} för barn`, `${text} för äldre`],
}))

/** Presses and page loads while something is done. */
async function counted({ page, presses }: Person, what: () => Promise<void>) {
	let loads = 0
	const count = () => {
		loads += 1
	}
	page.on('domcontentloaded', count)
	const before = presses()
	await what()
	page.off('domcontentloaded', count)
	return { presses: presses() - before, loads }
}

test('a draft is written in few presses, without JavaScript, and what was typed is typed once', async () => {
	await using samsvar = await startDemonstration()
	const [chair] = samsvar.people
	const [drafting] = await allRows(samsvar.database, "SELECT id FROM statement WHERE stage = 'drafting'")
	const text = href(routes.statement, { coalition: 'nsph-stockholm', statement: String(drafting?.id) })
	const [secret = ''] = await createLinks(samsvar.deps, chair ? [chair.id] : [])
	const ingrid = await person(chromium, { javaScriptEnabled: false })
	const { page } = ingrid
	await ingrid.open(`${samsvar.origin}${href(routes.signInLink, { secret }, { to: text })}`)
	await ingrid.press(/^Fortsätt som/)

	const typed = POSITIONS.flatMap((position) => [position.text, ...position.under.map((each) => `-${each}`)]).join('\n')
	const words = POSITIONS.flatMap((position) => [position.text, ...position.under]).join('')
	const written = await counted(ingrid, async () => {
		await page.locator('summary', { hasText: 'Ståndpunkt 1' }).click()
		await ingrid.pressLink('Lägg till efter Ståndpunkt 1')
		await ingrid.fill('Text', typed)
		await ingrid.press('Lägg till')
		await ingrid.see('Det du skrev är tillagt')
	})
	expect(await page.locator('.sub-points > li').count()).toBe(10)
	// With the one that opens the fold.
	expect(typed.length - words.length + written.presses + 1).toBeLessThanOrEqual(30)
	expect(written.loads).toBeLessThanOrEqual(3)

	const typo = await counted(ingrid, async () => {
		await ingrid.pressLink('Ändra Ståndpunkt 2')
		await ingrid.fill('Text', '2. Höj hela taket')
		await ingrid.press('Spara')
		await ingrid.see('Höj hela taket')
	})
	expect(typo).toEqual({ presses: 2, loads: 2 })

	const moved = await counted(ingrid, async () => {
		await ingrid.pressLink('Ändra hela texten')
		const field = page.getByLabel('Text', { exact: true })
		const [first = '', ...rest] = (await field.inputValue()).split('\n\n')
		await field.fill([...rest.slice(0, 5), first, ...rest.slice(5)].join('\n\n'))
		await ingrid.press('Spara')
		await ingrid.see('Texten är ändrad')
	})
	expect(moved.presses).toBe(2)

	await ingrid.press('Ångra')
	await ingrid.see('Ändringen är tillbakatagen')
	await ingrid.close()
})
