import { expect, test } from 'vitest'
import { href, routes } from '#routes'
import { at, done, plain, scene, text } from '#test/support/members-pages.ts'

const rules = href(routes.settingsRules, at)
const settings = href(routes.settings, at)

test('other rules wait a week; the page says which, until when, and how they are taken back', async () => {
	await using s = await scene()
	expect(plain(await text(s.chair, rules))).toContain('Andra regler börjar gälla efter 7 dygn')
	const page = plain(await text(s.chair, await done(await s.chair.post(rules, { preset: 'board' }))))
	const until = 'måndag 10 oktober 2022 kl. 09.00'
	expect(page).toContain(`Ni har valt reglerna ”Som i en styrelse”. Till ${until} gäller ”Vanliga regler”.`)
	expect(page).toContain(`Omröstningar som startar därefter följer ”Som i en styrelse”.`)
	const pending = plain(await text(s.chair, rules))
	expect(pending).toContain(`Till ${until} gäller ”Vanliga regler”.`)
	expect(pending).toContain('Vill ni behålla ”Vanliga regler”, välj dem igen före dess.')
	const back = plain(await text(s.chair, await done(await s.chair.post(rules, { preset: 'standard' }))))
	expect(back).toContain('Nya omröstningar följer reglerna ”Vanliga regler”.')
	for (const path of [rules, settings]) expect(plain(await text(s.chair, path))).not.toContain(until)
})

test('a coalition without anybody seated for an association has other rules at once', async () => {
	await using s = await scene([])
	const page = plain(await text(s.chair, await done(await s.chair.post(rules, { preset: 'board' }))))
	expect(page).toContain('Nya omröstningar följer reglerna ”Som i en styrelse”.')
	expect(page).not.toContain('Till måndag')
})
