import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
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
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'

/** All have voted yes and the text is adopted; the first association signed with its vote, the others not yet. */
async function adopted(blocks?: readonly Block[]) {
	const world = await createCoalitionWorld()
	const statementId = await draftStatement(world, blocks)
	const ballot = await openedBallot(world, statementId)
	for (const [index, { associationId, delegate }] of world.members.entries()) {
		const vote = { choice: 'yes', signs: index === 0, dissent: null, method: 'web' } as const
		granted(await castVote(world.deps, world.order(delegate, { ...ballot, associationId, ...vote })))
	}
	granted(await closeBallot(world.deps, world.order(world.chair, ballot)))
	const app = testApp(world)
	const base = `/${SLUG}/statements/${statementId}`
	return { world, app, base, statementId, chair: await signedIn(app, world.chair) }
}

async function all(world: CoalitionWorld, sql: string) {
	return (await world.server.client.execute(sql)).rows.map((row) => ({ ...row }))
}

test('an association signs with one press, and may change its mind', async () => {
	const { world, app, base } = await adopted()
	await using _world = world
	const member = world.members[1] as Member
	const browser = await signedIn(app, member.delegate)
	const fields = hiddenFields(await (await browser.get(`${base}/signoffs`)).text(), `${base}/signoffs`)
	const signed = await browser.post(`${base}/signoffs`, { ...fields, answer: 'signed', reason: '' })
	expect(signed.status).toBe(303)
	const receipt = await (await browser.get(signed.headers.get('location') ?? '')).text()
	expect(receipt).toContain(`${member.name} står bakom texten`)
	const declined = await browser.post(`${base}/signoffs`, { ...fields, answer: 'declined', reason: 'Vi ångrade oss.' })
	expect(declined.status).toBe(303)
	expect(await all(world, `SELECT answer FROM signoff WHERE association_id = '${member.associationId}'`)).toEqual([
		{ answer: 'declined' },
	])
})

test('declining needs a reason, and the form says so', async () => {
	const { world, app, base } = await adopted()
	await using _world = world
	const browser = await signedIn(app, (world.members[1] as Member).delegate)
	const fields = hiddenFields(await (await browser.get(`${base}/signoffs`)).text(), `${base}/signoffs`)
	const refused = await browser.post(`${base}/signoffs`, { ...fields, answer: 'declined', reason: ' ' })
	expect(refused.status).toBe(422)
	expect(await all(world, "SELECT * FROM signoff WHERE answer = 'declined'")).toEqual([])
})

test('nothing is published while associations may still answer; the silent are named when it is', async () => {
	const { world, app, base } = await adopted()
	await using _world = world
	const early = await signedIn(app, world.chair)
	const waiting = await (await early.get(`${base}/publication`)).text()
	expect(waiting).not.toContain('<button type="submit" class="button">Publicera som')
	world.clock.now += 15 * DAY
	const chair = await signedIn(app, world.chair)
	const page = await (await chair.get(`${base}/publication`)).text()
	expect(page).toContain('NSPH-SL 2022:1')
	const fields = hiddenFields(page, `${base}/publication`)
	const press = () => chair.post(`${base}/publication`, fields)
	const answers = await Promise.all([press(), press()])
	expect(answers.map((answer) => answer.status)).toEqual([303, 303])
	const [published] = await all(world, 'SELECT number, record_bytes FROM publication')
	const { associations } = JSON.parse(String(published?.record_bytes))
	expect(associations.map((each: { signoff: string }) => each.signoff)).toEqual(['signed', 'silent', 'silent'])
	expect(await (await chair.get(`${base}/publication`)).text()).toContain('Svaret är publicerat som NSPH-SL 2022:1')
})

test('a session too old to publish is asked who it is', async () => {
	const { world, app, base } = await adopted()
	await using _world = world
	world.clock.now += 15 * DAY
	const old = await signedIn(app, world.chair, world.clock.now - DAY)
	const fields = hiddenFields(await (await old.get(`${base}/publication`)).text(), `${base}/publication`)
	const refused = await old.post(`${base}/publication`, fields)
	expect(refused.status).toBe(403)
	expect(await refused.text()).toContain('/sign-in?again=1')
	expect(await all(world, 'SELECT * FROM publication')).toEqual([])
})

test('a slip is mended after the vote, and everyone is asked again', async () => {
	const { world, base, chair } = await adopted()
	await using _world = world
	const list = await (await chair.get(`${base}/editorial-change`)).text()
	const block = /editorial-change\?block=([^"]+)"/.exec(list)?.[1] ?? ''
	const page = await (await chair.get(`${base}/editorial-change?block=${block}`)).text()
	const fields = hiddenFields(page, `${base}/editorial-change`)
	const change = { ...fields, text: 'Vi är mycket positiva.', note: 'Ett skrivfel.', signoffDueOn: '2022-11-01' }
	const refused = await chair.post(`${base}/editorial-change`, change)
	expect(refused.status).toBe(422)
	expect(await refused.text()).toContain('Det gäller: ”mycket”')
	expect(
		(await chair.post(`${base}/editorial-change`, { ...change, text: 'Vi är positiva till förslagen.' })).status,
	).toBe(303)
	const shown = await (await chair.get(`${base}/signoffs`)).text()
	expect(shown).toContain('Vi är positiva till förslagen.')
	expect(shown).toContain('”förslaget” är nu ”förslagen”.')
	expect(shown).toContain('behöver alla svara på nytt')
	expect(shown).not.toContain('Står bakom<')
})

test('a text is taken back with a reason that all members see', async () => {
	const { world, app, base, chair } = await adopted()
	await using _world = world
	expect((await chair.post(`${base}/referral`, { key: '1', reason: '' })).status).toBe(422)
	const reason = 'Styrelsen vill skriva om inledningen.'
	expect((await chair.post(`${base}/referral`, { key: '2', reason })).status).toBe(303)
	const delegate = await signedIn(app, (world.members[0] as Member).delegate)
	expect(await (await delegate.get(base)).text()).toContain(reason)
	expect(await all(world, 'SELECT stage, text_hash FROM statement')).toEqual([{ stage: 'drafting', text_hash: null }])
	expect(await all(world, 'SELECT * FROM signoff')).toEqual([])
})

test('a statement is withdrawn by the chair, and by no one else', async () => {
	const { world, app, base, chair } = await adopted()
	await using _world = world
	const delegate = await signedIn(app, (world.members[0] as Member).delegate)
	expect((await delegate.post(`${base}/withdrawal`, { key: '1', reason: 'Nej' })).status).toBe(403)
	expect((await chair.post(`${base}/withdrawal`, { key: '2', reason: 'Remissen är indragen.' })).status).toBe(303)
	expect(await all(world, 'SELECT stage FROM statement')).toEqual([{ stage: 'withdrawn' }])
	expect(await (await chair.get(base)).text()).toContain('Remissen är indragen.')
})

test('a sending is noted: when, how and to whom', async () => {
	const { world, base, chair } = await adopted()
	await using _world = world
	const fields = { key: '1', sentOn: '2022-10-03', how: 'E-post', to: 'registrator@example.org' }
	const response = await chair.post(`${base}/dispatches`, fields)
	expect(response.status).toBe(303)
	const page = await (await chair.get(response.headers.get('location') ?? '')).text()
	expect(page).toContain('registrator@example.org')
	expect((await chair.post(`${base}/dispatches`, { ...fields, key: '2', sentOn: 'igår' })).status).toBe(422)
})

test('before a name is published it is said what can be taken back of it, and where it is withheld too', async () => {
	const STAYS = 'Det kan inte tas tillbaka från den som redan har läst eller sparat det.'
	const GUESSED = 'den som gissar namnet kan kontrollera gissningen mot numrets kontrollsumma'
	const shown = async (blocks?: readonly Block[], said = STAYS) => {
		const { world, app, base } = await adopted(blocks)
		await using _world = world
		if (said === GUESSED) await world.server.client.execute('UPDATE revision SET salts = NULL')
		world.clock.now += 15 * DAY
		const chair = await signedIn(app, world.chair)
		const page = await (await chair.get(`${base}/publication`)).text()
		expect(page).toContain('Publicera som NSPH-SL 2022:1')
		expect(await (await chair.get(`${base}/redactions`)).text()).toContain(said)
		return page
	}
	expect(await shown()).toContain(STAYS)
	expect(await shown([{ kind: 'paragraph', text: 'Frågor besvaras av Ove Ordförande.' }])).toContain(STAYS)
	expect(await shown([{ kind: 'paragraph', text: 'Frågor besvaras av föreningarna.' }])).not.toContain(STAYS)
	const earlier = await shown(undefined, GUESSED)
	expect(earlier).toContain(GUESSED)
	expect(earlier).not.toContain(STAYS)
})

test('the whole text stands above the buttons, and a link at the top leads to them', async () => {
	const { world, app, base } = await adopted()
	await using _world = world
	const { delegate, associationId } = world.members[1] as Member
	const page = await (await (await signedIn(app, delegate)).get(`${base}/signoffs`)).text()
	const places = [`href="#signoff-${associationId}"`, 'class="sheet', 'value="signed"', 'class="rows'].map((each) =>
		page.indexOf(each),
	)
	expect(places.every((place) => place > 0)).toBe(true)
	expect(places).toEqual(places.toSorted((one, other) => one - other))
	expect(await (await (await signedIn(app, world.chair)).get(`${base}/signoffs`)).text()).not.toContain(
		'Till knapparna',
	)
})
