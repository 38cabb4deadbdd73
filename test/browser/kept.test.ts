import { beforeAll, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { type WritingWorlds, writingWorlds } from '#test/support/browser/writing-world.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

let worlds: WritingWorlds
beforeAll(async () => {
	worlds = await writingWorlds()
	return () => worlds[Symbol.asyncDispose]()
})

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
