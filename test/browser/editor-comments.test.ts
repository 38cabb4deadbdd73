import { beforeAll, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { PHONE } from '#test/support/browser/person.ts'
import type { Writer } from '#test/support/browser/writer.ts'
import { type WritingWorlds, writingWorlds } from '#test/support/browser/writing-world.ts'

let worlds: WritingWorlds
beforeAll(async () => {
	worlds = await writingWorlds()
	return () => worlds[Symbol.asyncDispose]()
})

const cards = ({ page }: Writer) => page.locator('.beside .card')
const field = ({ page }: Writer) => page.getByRole('textbox', { name: 'Din synpunkt' })

/** Selects the last so many characters of the block that the cursor is at the end of. */
const selectBack = async ({ page }: Writer, length: number) => {
	for (let index = 0; index < length; index += 1) await page.keyboard.press('Shift+ArrowLeft')
}

test.concurrent('words are commented on by keyboard, and another sees it beside them; it follows what is typed, until they are changed', async () => {
	const world = await worlds.another()
	await using chair = await world.open('chair', { viewport: { width: 1400, height: 900 } })
	await using delegate = await world.open('delegate', { viewport: { width: 1400, height: 900 } })
	await delegate.goTo('Vi välkomnar')
	await delegate.type(' Ett tillägg nu.')
	await selectBack(delegate, 12)
	await delegate.keys('Control+Alt+m')
	await field(delegate).waitFor()
	await delegate.type('Vilket tillägg?')
	// The words were just typed: they are waited for until they are in the record.
	await delegate.keys('Control+Enter')
	const passage = chair.page.locator('#editor-text .passage')
	await passage.getByText('tillägg nu.').waitFor()
	const seen = cards(chair).filter({ hasText: 'Vilket tillägg?' })
	await seen.waitFor()
	expect(await seen.locator('blockquote').innerText()).toBe('tillägg nu.')
	expect(await axeFindsNew(chair.page)).toEqual([])

	// A press in the passage shows which card it is; and what is typed before it moves it along.
	await passage.click()
	expect(await seen.getAttribute('class')).toContain('here')
	await chair.page.locator('#editor-text > *', { hasText: 'Vi välkomnar' }).first().click()
	await chair.keys('Home')
	await chair.type('Tack. ')
	expect(await passage.innerText()).toBe('tillägg nu.')

	// It is answered where it stands.
	await seen.click()
	await seen.getByRole('button', { name: 'Svara', exact: true }).click()
	await chair.type('Det om kommunerna.')
	await seen.getByRole('button', { name: 'Svara utan att avsluta' }).click()
	await cards(delegate).getByText('Det om kommunerna.').waitFor()

	await passage.dblclick()
	await chair.keys('Backspace')
	await seen.getByText('Orden har ändrats sedan dess. De löd:').waitFor()
	expect(await passage.count()).toBe(0)
	await cards(delegate).getByText('Orden har ändrats sedan dess. De löd:').waitFor()
	await chair.keys('Control+z')
	await passage.getByText('tillägg nu.').waitFor()
})

test.concurrent('on a phone comments are in a drawer; what was not sent is there when the page is opened again', async () => {
	const world = await worlds.another()
	await using delegate = await world.open('delegate', PHONE)
	const { page } = delegate
	await delegate.goTo('Det ska alltid')
	await page.getByRole('button', { name: 'Lämna synpunkt' }).first().click()
	await field(delegate).fill('Alltid är länge.')
	await page.context().setOffline(true)
	await page.getByRole('button', { name: 'Lämna synpunkten' }).click()
	await page.context().setOffline(false)
	// Before it is known how many there are, and when that is not answered, the drawer has a name.
	const beside = href(routes.commentsBeside, world.params)
	await page.route(`**${beside}`, (route) => route.fulfill({ status: 503, body: 'busy' }))
	await page.reload()
	await page.getByRole('button', { name: 'Synpunkter', exact: true }).waitFor()
	await page.unroute(`**${beside}`)
	await page.reload()
	await page.locator('#editor-text').waitFor()
	await page.getByRole('button', { name: /^Synpunkter, / }).click()
	expect(await field(delegate).inputValue()).toBe('Alltid är länge.')
	expect(await axeFindsNew(page)).toEqual([])
	await page.getByRole('button', { name: 'Lämna synpunkten' }).click()
	const made = cards(delegate).filter({ hasText: 'Alltid är länge.' })
	await made.waitFor()
	await delegate.keys('Escape')
	expect(await page.locator('.beside').isVisible()).toBe(false)
	expect(await page.evaluate(() => document.activeElement?.className)).toBe('toggle')
	await page.getByRole('button', { name: /^Synpunkter, / }).click()
	await made.getByRole('button', { name: /^Ta tillbaka/ }).click()
	await page.getByRole('dialog').getByRole('button', { name: 'Ta tillbaka' }).click()
	await made.waitFor({ state: 'detached' })
})
