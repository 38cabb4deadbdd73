import { expect, test } from 'vitest'
import { hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { voteIn } from '#test/support/jobs.ts'
import { all, voting } from '#test/support/voting.ts'
import {
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'

test('a vote is cast with one press, and the receipt says what was recorded', async () => {
	const { world, member, browser, at } = await voting()
	await using _world = world
	const page = await (await browser.get(at)).text()
	const fields = hiddenFields(page, `${at}/votes`)
	const response = await browser.post(`${at}/votes`, { ...fields, choice: 'yesAndSign' })
	expect(response.status).toBe(303)
	const receipt = await (await browser.get(response.headers.get('location') ?? '')).text()
	expect(receipt).toContain(`Rösten från ${member.name} är registrerad`)
	expect(receipt).toContain(`${member.name} röstar ja`)
	expect(await all(world, 'SELECT choice, signs FROM vote')).toEqual([{ choice: 'yes', signs: 1 }])
})

test('a contributor is told who votes for the association, and is given no form', async () => {
	const { world, app, member, at } = await voting()
	await using _world = world
	const { deps, order, chair, clock } = world
	const person = granted(await createPerson(deps, { name: 'Moa Medarbetare', emails: [] }))
	const place = { associationId: member.associationId, role: 'contributor' } as const
	const seat = { personId: person, ...place, from: clock.now, until: null, invite: false }
	granted(await giveSeat(deps, order(chair, seat)))
	const page = await (await (await signedIn(app, person)).get(at)).text()
	expect(page).toContain(`För ${member.name} röstar den som är ordinarie eller ersättare.`)
	expect(page).not.toContain(`action="${at}/votes"`)
})

test('a double press is one vote', async () => {
	const { world, browser, at } = await voting()
	await using _world = world
	const fields = hiddenFields(await (await browser.get(at)).text(), `${at}/votes`)
	const press = () => browser.post(`${at}/votes`, { ...fields, choice: 'yes' })
	const answers = await Promise.all([press(), press()])
	expect(answers.map((answer) => answer.status)).toEqual([303, 303])
	expect(await all(world, "SELECT seq FROM event WHERE type = 'voteCast'")).toHaveLength(1)
})

test('a ballot that closes while the page is open keeps what was typed and says so', async () => {
	const { world, browser, at } = await voting()
	await using _world = world
	const fields = hiddenFields(await (await browser.get(at)).text(), `${at}/votes`)
	world.clock.now += 8 * DAY
	const late = await browser.post(`${at}/votes`, {
		...fields,
		choice: 'no',
		dissentKind: 'reservation',
		dissent: 'Vi anser att texten går för långt i sin kritik.',
	})
	expect(late.status).toBe(409)
	expect(await all(world, 'SELECT * FROM vote')).toEqual([])
	expect(await late.text()).toContain('Vi anser att texten går för långt i sin kritik.')
})

test('a session too old to sign off is asked who it is, and nothing is recorded', async () => {
	const { world, app, member, at } = await voting()
	await using _world = world
	const old = await signedIn(app, member.delegate, world.clock.now - DAY)
	const fields = hiddenFields(await (await old.get(at)).text(), `${at}/votes`)
	const refused = await old.post(`${at}/votes`, { ...fields, choice: 'yesAndSign' })
	expect(refused.status).toBe(403)
	expect(await refused.text()).toContain('Visa vem du är')
	expect(await all(world, 'SELECT * FROM vote')).toEqual([])
	// Without the sign-off, no more is asked than that they are signed in.
	expect((await old.post(`${at}/votes`, { ...fields, choice: 'yes' })).status).toBe(303)
})

test('votes are not seen before the end where the bylaws hide them', async () => {
	const { world, app, browser, at, ballot } = await voting(['Attention', 'AnBo', 'Shedo'], 'board')
	await using _world = world
	const fields = hiddenFields(await (await browser.get(at)).text(), `${at}/votes`)
	const dissent = 'En reservation som inte ska synas än.'
	await browser.post(`${at}/votes`, { ...fields, choice: 'no', dissentKind: 'reservation', dissent })
	const other = await signedIn(app, (world.members[1] as Member).delegate)
	expect(await (await other.get(at)).text()).not.toContain(dissent)
	for (const index of [1, 2]) await voteIn(world, index, ballot)
	world.clock.now += 7 * DAY
	granted(await closeBallot(world.deps, world.order(world.chair, ballot)))
	expect(await (await other.get(at)).text()).toContain(dissent)
})

test('a paper in a secret ballot is cast from its page, and how is never shown', async () => {
	const { world, member, browser, at } = await voting(['Attention', 'AnBo', 'Shedo'], 'secret')
	await using _world = world
	const fields = hiddenFields(await (await browser.get(at)).text(), `${at}/papers`)
	const response = await browser.post(`${at}/papers`, { ...fields, choice: 'no' })
	expect(response.status).toBe(303)
	const receipt = await (await browser.get(response.headers.get('location') ?? '')).text()
	expect(receipt).toContain('Sluten. Ingen kan se hur föreningen röstade.')
	expect(receipt).not.toContain(`${member.name} röstar nej`)
	expect(await all(world, 'SELECT rtrim(choice) AS choice FROM paper')).toEqual([{ choice: 'no' }])
})

test('stances are recorded for several positions at once, and shown to all', async () => {
	await using world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	const app = testApp(world)
	const base = `/${SLUG}/statements/${statement}`
	const chair = await signedIn(app, world.chair)
	const past = await (await chair.post(`${base}/consultation`, { key: '0', viewsDueOn: '2021-10-20' })).text()
	expect(past).toContain('<a href="#viewsDueOn">Dagen ni vill ha synpunkterna ligger i förfluten tid.')
	expect((await chair.post(`${base}/consultation`, { key: '1', viewsDueOn: '2022-10-20' })).status).toBe(303)
	const member = world.members[0] as Member
	const browser = await signedIn(app, member.delegate)
	const page = await (await browser.get(`${base}/stances`)).text()
	const fields = hiddenFields(page, `${base}/stances`)
	const names = [...new Set([...page.matchAll(/name="(stance-[^"]+)"/g)].map((found) => found[1] ?? ''))]
	expect(names).toHaveLength(2)
	const answers = Object.fromEntries(names.map((name) => [name, 'support']))
	const reason = names[0]?.replace('stance-', 'reason-') ?? ''
	const response = await browser.post(`${base}/stances`, {
		...fields,
		...answers,
		[reason]: 'Det har vi sett fungera.',
	})
	expect(response.status).toBe(303)
	const shown = await (await chair.get(`${base}/stances`)).text()
	expect(shown).toContain('Det har vi sett fungera.')
	expect(await all(world, 'SELECT stance FROM stance')).toEqual([{ stance: 'support' }, { stance: 'support' }])
})

test('a decision from a meeting is entered with its minutes, and sign-off follows', async () => {
	await using world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	const chair = await signedIn(testApp(world), world.chair)
	const base = `/${SLUG}/statements/${statement}`
	const votes = Object.fromEntries(world.members.map(({ associationId }) => [`choice-${associationId}`, 'yes']))
	const fields = { key: '1', heldOn: '2022-10-01', minutes: '§ 7, styrelsemöte', signoffDueOn: '2022-10-20', ...votes }
	const entered = await chair.post(`${base}/meeting-decision`, fields)
	expect(entered.status).toBe(303)
	expect(await all(world, 'SELECT stage FROM statement')).toEqual([{ stage: 'signing' }])
	expect(await (await chair.get(entered.headers.get('location') ?? '')).text()).toContain('§ 7, styrelsemöte')
})

test('what is said of a ballot whose time is up is one thing, wherever it is said', async () => {
	const { world, browser, at } = await voting()
	await using _world = world
	world.clock.now += 8 * DAY
	const page = await (await browser.get(at)).text()
	expect(page.match(/Rösterna räknas inom någon minut\./g)).toHaveLength(2)
	expect(page).not.toContain('Nu räknar')
})

test('why a text was taken back is told while it is written on, and no more once it is put to a decision again', async () => {
	const { world, app, base, statement } = await voting()
	await using _world = world
	const chair = await signedIn(app, world.chair)
	const shown = async () => (await chair.get(base)).text()
	await chair.post(`${base}/referral`, { key: 'referral', reason: 'Punkt två är otydlig.' })
	expect(await shown()).toContain('Texten togs tillbaka till arbete: Punkt två är otydlig.')
	await openedBallot(world, statement)
	expect(await shown()).not.toContain('Punkt två är otydlig.')
})

test('what signs is chosen by its own button, nothing is ticked beforehand, and the page says so by the question', async () => {
	const { world, browser, at } = await voting()
	await using _world = world
	const page = await (await browser.get(at)).text()
	const buttons = [...page.matchAll(/<button type="submit" name="choice" value="(\w+)"/g)].map(([, value]) => value)
	expect(buttons).toEqual(['yesAndSign', 'yes', 'no', 'abstain'])
	expect(page).not.toContain('checkbox')
	expect(page).toContain('Ett ja kan också vara föreningens underskrift.')
	expect(page.indexOf('Ett ja kan också vara föreningens underskrift.')).toBeLessThan(page.indexOf('class="sheet'))
	const fields = hiddenFields(page, `${at}/votes`)
	expect((await browser.post(`${at}/votes`, { ...fields, choice: 'yes' })).status).toBe(303)
	expect(await all(world, 'SELECT choice, signs FROM vote')).toEqual([{ choice: 'yes', signs: 0 }])
	await browser.post(`${at}/votes`, { ...fields, choice: 'yesAndSign' })
	expect(await all(world, 'SELECT choice, signs FROM vote')).toEqual([{ choice: 'yes', signs: 1 }])
	const again = await (await browser.get(at)).text()
	expect(again).toMatch(/value="yesAndSign" class="current"/)
	expect(again).not.toMatch(/value="yes" class="current"/)
})

test('where the bylaws do not let a yes sign, there is one yes and nothing is said of signing', async () => {
	const { world, browser, at } = await voting(['Attention', 'AnBo', 'Shedo'], 'secret')
	await using _world = world
	const page = await (await browser.get(at)).text()
	const buttons = [...page.matchAll(/<button type="submit" name="choice" value="(\w+)"/g)].map(([, value]) => value)
	expect(buttons).toEqual(['yes', 'no', 'abstain'])
	expect(page).not.toContain('Ett ja kan också vara')
})
