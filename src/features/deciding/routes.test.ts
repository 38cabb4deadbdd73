import { expect, test } from 'vitest'
import { hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import {
	type CoalitionWorld,
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
import { editDocument } from '#usecases/statement/edit-document.ts'
import { referBack, withdrawStatement } from '#usecases/statement/move-statement.ts'

async function voting(names?: readonly string[], preset?: Parameters<typeof createCoalitionWorld>[1]) {
	const world = await createCoalitionWorld(names, preset)
	const statement = await draftStatement(world)
	const ballot = await openedBallot(world, statement)
	const app = testApp(world)
	const base = `/${SLUG}/statements/${statement}`
	const at = `${base}/ballots/${ballot.ballotId}`
	const member = world.members[0] as Member
	return { world, app, statement, ballot, base, at, member, browser: await signedIn(app, member.delegate) }
}

async function all(world: CoalitionWorld, sql: string) {
	return (await world.server.client.execute(sql)).rows.map((row) => ({ ...row }))
}

test('a vote is cast with one press, and the receipt says what was recorded', async () => {
	const { world, member, browser, at } = await voting()
	await using _world = world
	const page = await (await browser.get(at)).text()
	const fields = hiddenFields(page, `${at}/votes`)
	const response = await browser.post(`${at}/votes`, { ...fields, signs: '1', choice: 'yes' })
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
	const refused = await old.post(`${at}/votes`, { ...fields, signs: '1', choice: 'yes' })
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
	granted(await closeBallot(world.deps, world.order(world.chair, ballot)))
	expect(await (await other.get(at)).text()).toContain(dissent)
})

test('a paper in a secret ballot is cast from its page, and how is never shown', async () => {
	const { world, member, browser, at } = await voting(['Attention', 'AnBo'], 'secret')
	await using _world = world
	const fields = hiddenFields(await (await browser.get(at)).text(), `${at}/papers`)
	const response = await browser.post(`${at}/papers`, { ...fields, choice: 'no' })
	expect(response.status).toBe(303)
	const receipt = await (await browser.get(response.headers.get('location') ?? '')).text()
	expect(receipt).toContain('Sluten. Ingen kan se hur föreningen röstade.')
	expect(receipt).not.toContain(`${member.name} röstar nej`)
	expect(await all(world, 'SELECT choice FROM paper')).toEqual([{ choice: 'no' }])
})

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
	const refused = await chair.post(`${base}/ballots`, fields)
	expect(refused.status).toBe(409)
	const fresh = hiddenFields(await (await chair.get(`${base}/ballots/check?${query}`)).text(), `${base}/ballots`)
	expect((await chair.post(`${base}/ballots`, fresh)).status).toBe(303)
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

test('stances are recorded for several positions at once, and shown to all', async () => {
	await using world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	const app = testApp(world)
	const base = `/${SLUG}/statements/${statement}`
	const chair = await signedIn(app, world.chair)
	expect((await chair.post(`${base}/consultation`, { key: '1', dueOn: '2022-10-20' })).status).toBe(303)
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

/** A text that was put to a ballot, sent back by the chair, and put to another. */
async function putTwice() {
	const place = await voting()
	const { world, statement } = place
	granted(await referBack(world.deps, world.order(world.chair, { statementId: statement, reason: 'Skriv om.' })))
	const edit = { do: 'write', blocks: [{ kind: 'paragraph', text: 'Det här är den nya texten.' }] } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId: statement, edit })))
	world.clock.now += 60_000
	return { ...place, second: await openedBallot(world, statement) }
}

test('a ballot whose text was sent back shows that text, says so, takes no vote, and leads to the others', async () => {
	const { world, base, at, browser, second } = await putTwice()
	await using _world = world
	const old = await (await browser.get(at)).text()
	expect(old).toContain('Omröstningen har ingen verkan')
	expect(old).toContain('Vi är positiva till förslaget.')
	expect(old).not.toContain('Det här är den nya texten.')
	expect(old).not.toContain(`action="${at}/votes"`)
	const list = await (await browser.get(`${base}/ballots`)).text()
	const [latest, earlier] = [...list.matchAll(/href="([^"]*\/ballots\/[^"/]+)">Ska vi anta/g)].map((found) => found[1])
	expect([latest, earlier]).toEqual([`${base}/ballots/${second.ballotId}`, at])
	expect(list).toContain('Utan verkan sedan texten togs tillbaka 3 oktober 2022')
})

test('a vote from a page that was open when the text was sent back is not a vote on the new text', async () => {
	const { world, at, member, browser, ballot, second } = await putTwice()
	await using _world = world
	const dissent = 'Det här skrev jag medan texten togs tillbaka.'
	const typed = { associationId: member.associationId, choice: 'no', dissentKind: 'reservation', dissent }
	const late = await browser.post(`${at}/votes`, { key: '1', textHash: ballot.textHash, ...typed })
	expect(late.status).toBe(409)
	const page = await late.text()
	expect(page).toContain('Omröstningen gäller inte längre')
	expect(page).toContain(dissent)
	const misled = await browser.post(`${at}/votes`, { key: '2', textHash: second.textHash, ...typed })
	expect(misled.status).toBe(409)
	expect(await all(world, 'SELECT * FROM vote')).toEqual([])
})

test('a ballot is found under its own statement only', async () => {
	const { world, member, browser, ballot } = await voting()
	await using _world = world
	const other = `/${SLUG}/statements/${await draftStatement(world)}/ballots/${ballot.ballotId}`
	expect((await browser.get(other)).status).toBe(404)
	const vote = { key: '1', associationId: member.associationId, textHash: ballot.textHash, choice: 'yes' }
	expect((await browser.post(`${other}/votes`, vote)).status).toBe(404)
	expect(await all(world, 'SELECT * FROM vote')).toEqual([])
})

test('hidden votes of a ballot that was voided before it closed are hidden for good', async () => {
	const { world, app, at, browser, statement } = await voting(['Attention', 'AnBo', 'Shedo'], 'board')
	await using _world = world
	const fields = hiddenFields(await (await browser.get(at)).text(), `${at}/votes`)
	const dissent = 'En reservation som ingen ska se.'
	await browser.post(`${at}/votes`, { ...fields, choice: 'no', dissentKind: 'reservation', dissent })
	granted(await referBack(world.deps, world.order(world.chair, { statementId: statement, reason: 'Skriv om.' })))
	world.clock.now += 20 * DAY
	const other = await signedIn(app, (world.members[1] as Member).delegate)
	expect(await (await other.get(at)).text()).not.toContain(dissent)
})

test('the addresses of when a statement had one ballot lead to it, and a form goes on with what was typed', async () => {
	const { world, base, at, browser, ballot, member } = await voting()
	await using _world = world
	const leads = async (path: string) => {
		const { status, headers } = await browser.get(base + path)
		return [status, headers.get('location')]
	}
	expect(await leads('/ballot?done=vote')).toEqual([307, `${at}?done=vote`])
	expect(await leads('/ballot/new')).toEqual([307, `${base}/ballots/new`])
	expect(await leads('/ballot/check?track=full')).toEqual([307, `${base}/ballots/check?track=full`])
	expect(await leads('/ballot/closing')).toEqual([307, `${at}/closing`])
	expect((await browser.get(`${base}/ballot/other`)).status).toBe(404)
	const vote = { key: '1', associationId: member.associationId, textHash: ballot.textHash, choice: 'yes' }
	const sent = await browser.post(`${base}/ballot/votes`, vote)
	expect([sent.status, sent.headers.get('location')]).toEqual([307, `${at}/votes`])
	const draft = `/${SLUG}/statements/${await draftStatement(world)}`
	expect((await browser.get(`${draft}/ballot`)).headers.get('location')).toBe(`${draft}/ballots`)
	const nowhere = await browser.post(`${draft}/ballot/votes`, {
		...vote,
		dissent: 'Det här har jag skrivit på länge, och det ska inte gå förlorat.',
	})
	expect(nowhere.status).toBe(404)
	expect(await nowhere.text()).toContain('Det här har jag skrivit på länge, och det ska inte gå förlorat.')
	const stranger = world.deps.newId('random')
	expect((await browser.get(`/${SLUG}/statements/${stranger}/ballot`)).status).toBe(404)
})

test('what is decided or without effect is not offered to be counted, and a withdrawn text promises no ballot', async () => {
	const { world, app, base, at, statement } = await voting()
	await using _world = world
	const chair = await signedIn(app, world.chair)
	expect(await (await chair.get(`${at}/closing`)).text()).toContain(`action="${at}/closing"`)
	granted(
		await withdrawStatement(world.deps, world.order(world.chair, { statementId: statement, reason: 'Förfallen.' })),
	)
	const closing = await (await chair.get(`${at}/closing`)).text()
	expect(closing).toContain('Det finns inga röster att räkna')
	expect(closing).not.toContain(`action="${at}/closing"`)
	const ballots = await (await chair.get(`${base}/ballots`)).text()
	expect(ballots).toContain('Ingen omröstning pågår')
	expect(ballots).not.toContain('startar du omröstningen')
})
