import { expect, test } from 'vitest'
import { signedIn, testApp } from '#test/support/app.ts'
import { plain } from '#test/support/members-pages.ts'
import { createCoalitionWorld, DAY, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { changeSettings } from '#usecases/coalition/change-settings.ts'
import { addAssociation } from '#usecases/members/manage-coalition.ts'

test('who opens a ballot, or enters a meeting, sees by which rules it is decided and who is not in it yet', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	clock.now += 30 * DAY
	granted(await changeSettings(deps, order(chair, { preset: 'board' as const })))
	const { associationId } = granted(await addAssociation(deps, order(chair, { name: 'Tilia', area: '' }))).value
	const base = `/${SLUG}/statements/${await draftStatement(world)}`
	const query = 'track=full&closesOn=2022-11-20&closesTime=20:00&signoffDueOn=2022-11-28'
	const pages = [`${base}/ballots/new`, `${base}/ballots/check?${query}`, `${base}/meeting-decision`]
	const shown = async () => {
		const browser = await signedIn(testApp(world), chair)
		return Promise.all(pages.map(async (path) => (await browser.get(path)).text()))
	}
	const when = 'onsdag 9 november 2022 kl. 08.00'
	const waiting = `Det som startar före ${when} avgörs enligt ”Vanliga regler”.`
	const late = `Inte med i omröstningar än: Tilia: med i omröstningar som startar från och med ${when}.`
	for (const page of await shown()) expect(plain(page)).toMatch(new RegExp(`${waiting}.*${late}`))
	const [, check = '', meeting = ''] = await shown()
	expect(plain(check)).toContain('Attention, AnBo och Shedo')
	expect(plain(check)).toContain('Mer än hälften av föreningarna ska svara.')
	expect(meeting).not.toContain(associationId)
	clock.now += 7 * DAY
	for (const page of await shown()) expect(plain(page)).not.toMatch(/Det som startar före|Inte med i omröstningar/)
	const [, later = '', held = ''] = await shown()
	expect(plain(later)).toContain('Attention, AnBo, Shedo och Tilia')
	expect(plain(later)).toContain('Minst tre föreningar ska svara.')
	expect(held).toContain(associationId)
})
