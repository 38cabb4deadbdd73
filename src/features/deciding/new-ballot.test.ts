import { expect, test } from 'vitest'
import { hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { all } from '#test/support/voting.ts'
import { createCoalitionWorld, draftStatement, SLUG } from '#test/support/world.ts'

test('the chair checks before the ballot opens, and a text changed since then is not opened', async () => {
	await using world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	const chair = await signedIn(testApp(world), world.chair)
	const base = `/${SLUG}/statements/${statement}`
	const query = 'track=full&closesOn=2022-10-12&closesTime=20:00&signoffDueOn=2022-10-20'
	const page = await (await chair.get(`${base}/ballots/check?${query}`)).text()
	expect(page).toContain('onsdag 12 oktober 2022')
	const fields = hiddenFields(page, `${base}/ballots`)
	await chair.post(`${base}/title`, { key: 't', title: 'En annan rubrik' })
	const refused = await chair.post(`${base}/ballots`, { ...fields, confirmed: 'yes' })
	expect(refused.status).toBe(409)
	const fresh = hiddenFields(await (await chair.get(`${base}/ballots/check?${query}`)).text(), `${base}/ballots`)
	expect((await chair.post(`${base}/ballots`, { ...fresh, confirmed: 'yes' })).status).toBe(303)
	expect(await all(world, 'SELECT stage FROM statement')).toEqual([{ stage: 'deciding' }])
})

test('what the template left to be filled in is shown before the ballot opens', async () => {
	await using world = await createCoalitionWorld()
	const text = 'Vi tillstyrker [skriv vad].'
	const [filled, left] = [await draftStatement(world), await draftStatement(world, [{ kind: 'paragraph', text }])]
	const chair = await signedIn(testApp(world), world.chair)
	const check = async (statement: string) => {
		const query = 'track=full&closesOn=2022-10-12&closesTime=20:00&signoffDueOn=2022-10-20'
		return (await chair.get(`/${SLUG}/statements/${statement}/ballots/check?${query}`)).text()
	}
	expect(await check(left)).toContain('1 ställe i texten kommer från mallen')
	expect(await check(left)).toContain('<li>skriv vad</li>')
	expect(await check(filled)).not.toContain('från mallen')
})

test('dates that cannot be understood bring the form back with what was typed', async () => {
	await using world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	const chair = await signedIn(testApp(world), world.chair)
	const base = `/${SLUG}/statements/${statement}`
	const page = await chair.get(
		`${base}/ballots/check?track=full&closesOn=2022-13-45&closesTime=25:99&signoffDueOn=igår`,
	)
	expect(page.status).toBe(200)
	expect(await page.text()).toContain('value="2022-13-45"')
	const refused = await chair.post(`${base}/ballots`, { key: '1', track: 'full', closesOn: 'nej', closesTime: 'x' })
	expect(refused.status).toBe(422)
})

test('a time on the night the clock is changed is not guessed: it is said, and which to write', async () => {
	await using world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	const chair = await signedIn(testApp(world), world.chair)
	const base = `/${SLUG}/statements/${statement}`
	const typed = { track: 'full', closesOn: '2022-10-30', closesTime: '02:30', signoffDueOn: '2022-11-20' }
	const sentence = 'Skriv 01:59 eller 03:00 i stället.'
	const checked = await (await chair.get(`${base}/ballots/check?${new URLSearchParams(typed)}`)).text()
	expect(checked).toContain(sentence)
	expect(checked).toContain('value="02:30"')
	const refused = await chair.post(`${base}/ballots`, { key: '1', ...typed })
	expect([refused.status, (await refused.text()).includes(sentence)]).toEqual([422, true])
	const plain = new URLSearchParams({ ...typed, closesTime: '03:00' })
	expect(await (await chair.get(`${base}/ballots/check?${plain}`)).text()).not.toContain(sentence)
})
