import { beforeAll, expect, test } from 'vitest'
import { href, routes } from '#routes'
import { type WritingWorlds, writingWorlds } from '#test/support/browser/writing-world.ts'

let worlds: WritingWorlds
beforeAll(async () => {
	worlds = await writingWorlds()
	return () => worlds[Symbol.asyncDispose]()
})

/** A draft, behind a proxy that lets no WebSocket through. */
async function behindProxy() {
	const world = await worlds.another()
	const open: typeof world.open = (role, options) => world.open(role, { ...options, alone: true })
	return { ...world, open }
}

test.concurrent('without a network, or signed out, what is written stays, here and after the page was closed, and is saved later', async () => {
	const { open, recorded } = await behindProxy()
	await using chair = await open('chair')
	const { page, goTo, type, told } = chair
	const context = page.context()
	await goTo('Vi välkomnar')
	await context.setOffline(true)
	await type(' Nu.')
	await page.getByRole('alert').getByText('ingen kontakt').waitFor()
	await context.setOffline(false)
	await told(/^Sparat/)
	expect((await recorded())[0]).toMatch(/^paragraph: Vi välkomnar .* Nu\.$/)

	const dialogs: string[] = []
	page.on('dialog', (dialog) => {
		dialogs.push(dialog.type())
		void dialog.accept()
	})
	await chair.signedOut()
	await type(' Genast.')
	await page.getByRole('link', { name: 'Logga in i en ny flik' }).waitFor()
	await page.goto('about:blank')
	expect(dialogs).toEqual(['beforeunload'])
	await chair.signIn()
	await page.getByText('som inte hann sparas').waitFor()
	expect((await recorded())[0]).not.toContain('Genast')
	await page.getByRole('button', { name: 'Lägg tillbaka den' }).click()
	await told(/^Sparat/)
	expect((await recorded())[0]).toMatch(/Nu\. Genast\.$/)
	await page.reload()
	await page.locator('#editor-text').waitFor()
	expect(await page.getByText('som inte hann sparas').count()).toBe(0)
})

test.concurrent('two who write in different parts see each other’s words; in the same part both texts are shown, and one is chosen', async () => {
	const { open, recorded } = await behindProxy()
	await using chair = await open('chair')
	await using delegate = await open('delegate')
	await chair.goTo('Våra synpunkter')
	await chair.type(' i korthet')
	await chair.told(/^Sparat/)
	await delegate.goTo('Det ska alltid')
	await delegate.type(' Alltid.')
	await delegate.told(/^Sparat/)
	// What the chair wrote has come, and the cursor stands where it stood.
	await delegate.page.locator('#editor-text h2', { hasText: 'i korthet' }).waitFor()
	await delegate.type(' Ja.')
	await delegate.told(/^Sparat/)
	expect(await recorded()).toEqual(
		expect.arrayContaining([
			'heading: Våra synpunkter i korthet',
			expect.stringMatching(/^position: Det ska alltid .* Alltid\. Ja\.$/),
		]),
	)

	await chair.goTo('Det ska alltid')
	await chair.type(' Ordförandens.')
	await chair.page.getByRole('heading', { name: 'Du och någon annan har ändrat samma del' }).waitFor()
	const dialog = chair.page.getByRole('dialog')
	expect(await dialog.innerText()).toMatch(/Ordförandens\.[\s\S]*Alltid\. Ja\./)
	await dialog.getByRole('button', { name: 'Bestäm senare' }).click()
	await chair.page.getByRole('alert').getByText('Välj vilken text').waitFor()
	expect((await recorded()).join()).not.toContain('Ordförandens')
	await chair.page.getByRole('button', { name: 'Välj nu' }).click()
	await dialog.getByRole('button', { name: 'Behåll det jag skrev' }).click()
	await chair.told(/^Sparat/)
	expect((await recorded()).join()).toMatch(/formulär\. Ordförandens\./)

	// The other way round: what stands stays, and one’s own can still be had back.
	await delegate.goTo('Det ska alltid')
	await delegate.type(' Delegatens.')
	await delegate.page.getByRole('button', { name: 'Behåll det som står' }).click()
	await delegate.told(/^Sparat|^Allt/)
	expect((await delegate.shown()).join()).not.toContain('Delegatens')
	await delegate.page.locator('#editor-text').focus()
	await delegate.keys('Control+z')
	expect((await delegate.shown()).join()).toContain('Delegatens')
	await delegate.keys('Control+y')
	await delegate.told(/^Sparat|^Allt/)
})

test.concurrent('what others have judged is asked about before it goes', async () => {
	const { open, params, recorded } = await behindProxy()
	await using chair = await open('chair')
	const { page, keys, told } = chair
	const before = await recorded()
	const [, , position] = await page.evaluate(() => {
		const given = JSON.parse(document.getElementById('editor')?.dataset.editor ?? '')
		return given.blocks.map(({ blockId }: { readonly blockId: string }) => blockId)
	})
	const version = await page.evaluate((id) => {
		const given = JSON.parse(document.getElementById('editor')?.dataset.editor ?? '')
		return given.blocks.find(({ blockId }: { readonly blockId: string }) => blockId === id).id
	}, position)
	const comment = { key: 'comment', as: '', on: String(version), text: 'Säg hur länge man får vänta.' }
	expect(await chair.post(href(routes.comments, params), comment)).toBe(303)
	await page.reload()
	await page.locator('#editor-text').click()
	await keys('Control+a', 'Delete')
	const dialog = page.getByRole('dialog')
	await dialog.getByText('Synpunkter från samverkan').waitFor()
	await dialog.getByRole('button', { name: 'Låt delen stå kvar' }).click()
	expect(await recorded()).toEqual(before)
	// A position that is emptied and written anew is the same one.
	await page.locator('#editor-text p', { hasText: 'Det ska alltid' }).click({ clickCount: 3 })
	await keys('Delete')
	await chair.type('En människa ska svara.')
	await told(/^Sparat/)
	expect((await recorded())[2]).toBe('position: En människa ska svara.')
	await page.reload()
	await page.locator('#editor-text').waitFor()
	expect(
		await page.evaluate(() => JSON.parse(document.getElementById('editor')?.dataset.editor ?? '').judged.length),
	).toBe(1)
})

test.concurrent('a seat that ends, and a text that goes out for views, stop what is written at once; all of it stays to be copied', async () => {
	const { open, params, recorded, seated } = await behindProxy()
	await using chair = await open('chair')
	await using delegate = await open('delegate')
	await using deputy = await open('deputy')
	const { seat } = await seated('deputy')
	await deputy.goTo('Vi välkomnar')
	const ending = href(routes.seatEnding, { coalition: params.coalition, seat })
	expect(await chair.post(ending, { key: 'end' })).toBe(303)
	await deputy.type(' Efteråt.')
	await deputy.page.getByRole('alert').getByText('finns kvar i den här webbläsaren').waitFor()
	expect(await deputy.page.locator('#editor-text').getAttribute('contenteditable')).toBe('false')
	expect((await deputy.shown()).join()).toContain('Efteråt.')
	expect((await recorded()).join()).not.toContain('Efteråt.')

	await delegate.goTo('Vi välkomnar')
	expect(await chair.post(href(routes.consultation, params), { key: 'ask', viewsDueOn: '2026-12-20' })).toBe(303)
	await delegate.type(' Det här hann jag inte spara.')
	await delegate.goTo('[Här behöver')
	await delegate.type(' Inte det heller.')
	await delegate.page.getByRole('alert').getByText('Inte sparat').waitFor()
	expect((await recorded()).join()).not.toContain('hann jag inte')
	expect((await delegate.shown()).join()).toContain('hann jag inte spara')
	// Chair and secretary still write in all of it.
	await chair.goTo('[Här behöver')
	await chair.type(' Ordföranden.')
	await chair.told(/^Sparat/)
	expect((await recorded()).join()).toContain('Ordföranden.')
})
