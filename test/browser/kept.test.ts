import { beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { type WritingWorlds, writingWorlds } from '#test/support/browser/writing-world.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

let worlds: WritingWorlds
beforeAll(async () => {
	worlds = await writingWorlds()
	return () => worlds[Symbol.asyncDispose]()
})

const TITLE = 'Det här hann inte komma med'
const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true }

test.concurrent('what is written past an offer that nobody has answered is kept beside what was offered', async ({
	expect,
}) => {
	const world = await worlds.another()
	await using chair = await world.open('chair', { alone: true })
	const { page } = chair
	page.on('dialog', (dialog) => void dialog.accept())
	const offers = page.getByRole('button', { name: 'Lägg tillbaka den' })
	for (const [time, words] of [' Första gången.', ' Andra gången.'].entries()) {
		await chair.goTo(time === 0 ? 'Vi välkomnar' : 'Våra synpunkter')
		await chair.signedOut()
		await chair.type(words)
		await page.getByRole('link', { name: 'Logga in i en ny flik' }).waitFor()
		await page.goto('about:blank')
		await chair.signIn()
		await offers.nth(time).waitFor()
	}
	expect(await page.locator('.told blockquote').allTextContents()).toEqual([
		expect.stringContaining('Första gången.'),
		expect.stringContaining('Andra gången.'),
	])
	for (const [left, words] of [
		[1, 'Första gången.'],
		[0, 'Andra gången.'],
	] as const) {
		await offers.first().click()
		await expect.poll(async () => (await world.recorded()).join(), { timeout: 20_000 }).toContain(words)
		expect(await offers.count()).toBe(left)
	}
	await chair.told(/^Sparat/)
	await page.reload()
	await page.locator('#editor-text').waitFor()
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
})

test.concurrent('a field keeps what is typed past an offer, gives back each, and shows nothing of it to another person', async () => {
	const world = await worlds.another()
	await using chair = await world.open('chair')
	const { page } = chair
	const path = href(routes.newComment, world.params)
	const field = page.locator('textarea[name=text]')
	const come = async () => {
		await page.goto('about:blank')
		await page.goto(world.samsvar.origin + path)
	}
	const restore = page.getByRole('button', { name: 'Hämta tillbaka det' })
	for (const words of ['Ett.', 'Två.']) {
		await come()
		await field.fill(words)
		await page.waitForFunction((text) => JSON.stringify({ ...localStorage }).includes(text), words)
	}
	await come()
	await restore.click()
	expect(await field.inputValue()).toBe('Två.')
	await restore.click()
	expect(await field.inputValue()).toBe('Ett.')
	await restore.click()
	expect(await field.inputValue()).toBe('Två.')

	// What is sent goes, and what was not answered stays.
	await page.getByRole('button', { name: 'Lämna synpunkten' }).click()
	await page.waitForURL((url) => url.pathname !== path)
	await come()
	await restore.click()
	expect(await field.inputValue()).toBe('Ett.')

	// Nor is it lost where the form is refused first.
	await come()
	await field.fill('   ')
	await page.getByRole('button', { name: 'Lämna synpunkten' }).click()
	await page.locator('#error-summary').waitFor()
	await field.fill('Tre.')
	await page.getByRole('button', { name: 'Lämna synpunkten' }).click()
	await page.locator('p', { hasText: /^Tre\.$/ }).waitFor()
	await come()
	await restore.click()
	expect(await field.inputValue()).toBe('Ett.')

	const [secret = ''] = await createLinks(world.samsvar.deps, [(await world.seated('secretary')).person])
	await page.context().clearCookies()
	await page.goto(world.samsvar.origin + href(routes.signInLink, { secret }, { to: path }))
	await page.getByRole('button', { name: /^Fortsätt som/ }).click()
	await field.waitFor()
	await page.waitForLoadState('networkidle')
	expect(await restore.count()).toBe(0)

	// Who signs out takes their own with them, and nobody else's; what nobody came back for in a month goes by itself.
	await field.fill('Fyra.')
	await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('Fyra.'))
	await page.evaluate(() => localStorage.setItem('samsvar:old-nobody', JSON.stringify({ text: 'Noll.', at: 1 })))
	const isKept = (words: string) => page.evaluate((text) => JSON.stringify({ ...localStorage }).includes(text), words)
	await come()
	await restore.waitFor()
	expect([await isKept('Noll.'), await isKept('Ett.'), await isKept('Fyra.')]).toEqual([false, true, true])
	await page.locator('form[data-sign-out]').evaluate((form: HTMLFormElement) => form.requestSubmit())
	await page.waitForURL((url) => url.pathname !== path)
	expect([await isKept('Ett.'), await isKept('Fyra.')]).toEqual([true, false])
})

test.concurrent('what was refused because views were asked for, or a seat ended, is offered on the pages of the text to who wrote it', async () => {
	const world = await worlds.another()
	await using chair = await world.open('chair')
	await using delegate = await world.open('delegate')
	// Behind a proxy that lets no WebSocket through.
	await using deputy = await world.open('deputy', { ...PHONE, alone: true })
	const here = (path: string) => world.samsvar.origin + path
	const text = href(routes.statement, world.params)

	// Without a network nothing of it comes in.
	for (const writer of [delegate, deputy]) {
		await writer.goTo('Vi välkomnar')
		await writer.page.context().setOffline(true)
	}
	await delegate.type(' Det här är mitt.')
	await deputy.type(' Ställföreträdarens.')
	for (const writer of [delegate, deputy]) await writer.page.getByRole('alert').getByText('ingen kontakt').waitFor()
	const { seat, person } = await world.seated('deputy')
	const ending = href(routes.seatEnding, { coalition: world.params.coalition, seat })
	expect(await chair.post(ending, { key: 'end' })).toBe(303)
	expect(await chair.post(href(routes.consultation, world.params), { key: 'ask', viewsDueOn: '2026-12-20' })).toBe(303)
	for (const writer of [delegate, deputy]) {
		await writer.page.context().setOffline(false)
		writer.page.on('dialog', (dialog) => void dialog.accept())
	}
	await delegate.page.getByRole('alert').getByText('gått vidare').waitFor()
	await deputy.page.getByRole('alert').getByText('finns kvar i den här webbläsaren').waitFor()
	expect((await world.recorded()).join()).not.toMatch(/mitt|Ställföreträdarens/)

	// Where the editor was, its page says that it is not theirs, and has the words.
	const { page } = delegate
	await page.reload()
	const offer = page.getByRole('region', { name: TITLE })
	await offer.getByText('Vi välkomnar att regionen vill göra det lättare att nå psykiatrin. Det här är mitt.').waitFor()
	expect(await offer.locator('blockquote').count()).toBe(1)
	expect(await axeFindsNew(page)).toEqual([])
	await offer.getByRole('button', { name: 'Gör en synpunkt av det' }).click()
	await page.getByRole('button', { name: 'Hämta tillbaka det' }).click()
	expect(await page.locator('textarea[name=text]').inputValue()).toMatch(/Det här är mitt\.$/)

	// Thrown away only when it is meant.
	await page.goto(here(text))
	await offer.getByRole('button', { name: 'Släng det' }).click()
	await offer.getByText('Det går inte att få tillbaka.').waitFor()
	await page.keyboard.press('Enter')
	await offer.getByRole('button', { name: 'Släng det' }).click()
	await offer.getByRole('button', { name: 'Ja, släng det' }).click()
	await page.getByText('Det är slängt.').waitFor()
	await page.reload()
	await page.getByRole('heading', { level: 1 }).waitFor()
	await page.waitForTimeout(500)
	expect(await offer.count()).toBe(0)

	// Whoever has no seat any more is refused the text, and has their words.
	const phone = deputy.page
	const lost = phone.getByRole('region', { name: TITLE })
	await phone.reload()
	await lost.getByText('Ställföreträdarens.').waitFor()
	expect(await lost.getByRole('button').allTextContents()).toEqual(['Kopiera', 'Släng det'])
	expect(await axeFindsNew(phone)).toEqual([])
	expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

	// Whoever else comes to this browser is not shown it, though nobody signed out; and signing out removes it.
	const signIn = async (who: PersonId) => {
		await phone.context().clearCookies()
		const [secret = ''] = await createLinks(world.samsvar.deps, [who])
		await phone.goto(here(href(routes.signInLink, { secret }, { to: text })))
		await phone.getByRole('button', { name: /^Fortsätt som/ }).click()
		await phone.getByRole('link', { name: 'Mina uppgifter' }).first().waitFor()
		await phone.goto(here(text))
		await phone.waitForLoadState('networkidle')
	}
	await signIn((await world.seated('secretary')).person)
	expect(await lost.count()).toBe(0)
	await signIn(person)
	await lost.getByText('Ställföreträdarens.').waitFor()
	await phone.getByRole('button', { name: /^Logga ut/ }).click()
	await phone.getByRole('link', { name: 'Logga in' }).first().waitFor()
	expect(await phone.evaluate(() => Object.keys(localStorage))).toEqual([])
})
