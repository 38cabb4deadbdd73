import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { routes } from '#routes'
import { addressesOn } from '#test/support/addresses.ts'
import { programOf } from '#test/support/api.ts'
import { type Browser, hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { ask, linkTo, press } from '#test/support/sign-in.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	type Member,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { issueCard } from '#usecases/person/cards.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'

const NAMES = ['Kod', 'Brev', 'Given', 'Kort', 'Program', 'Drift', 'Förr'] as const

const WORDS = {
	Kod: 'med kod via e-post',
	Brev: 'med länk via e-post',
	Given: 'via en e-postadress som ordföranden lade in',
	Kort: 'med kort',
	Program: 'genom API:t',
	Drift: 'med länk från den som driver Samsvar',
}

/** Associations whose delegates have each signed in in another way: one browser each, and a program. */
async function entered() {
	const world = await createCoalitionWorld(NAMES)
	const app = testApp(world)
	const of = (name: (typeof NAMES)[number]) => world.members[NAMES.indexOf(name)] as Member
	const byCode = app.browser()
	const mail = await ask(app, byCode, 'kod@example.org')
	await byCode.post(routes.signInCode, { code: mail.code })
	const byLink = app.browser()
	await press(byLink, (await ask(app, byLink, 'brev@example.org')).link, of('Brev').delegate)
	for (const name of ['Kort', 'Given'] as const) {
		await world.server.client.execute({ sql: 'DELETE FROM address WHERE person_id = ?', args: [of(name).delegate] })
	}
	const addresses = addressesOn(world)
	const given = await addresses.propose(of('Given').delegateSeat, 'given@example.org')
	granted(await addresses.confirm(given))
	const byGiven = app.browser()
	await byGiven.post(routes.signInCode, { code: (await ask(app, byGiven, 'given@example.org')).code })
	const card = granted(await issueCard(world.deps, world.order(world.chair, { seatId: of('Kort').delegateSeat })))
	const byCard = app.browser()
	await byCard.post(routes.signInCard, { handle: card.handle, code: card.codes[0] ?? '' })
	const [secret = ''] = await createLinks(world.deps, [of('Drift').delegate], { by: 'operator' })
	const byOperator = app.browser()
	await press(byOperator, linkTo(secret), of('Drift').delegate)
	// Begun before it was kept.
	const before = await signedIn(app, of('Förr').delegate)
	const browsers = [byCode, byLink, byGiven, byCard, byOperator, before] as const
	return { world, app, of, browsers, program: await programOf(app, of('Program').delegate) }
}

async function send(browser: Browser, page: string, action: string, fields: Record<string, string>) {
	const sent = await browser.post(action, {
		...hiddenFields(await (await browser.get(page)).text(), action),
		...fields,
	})
	expect(sent.status).toBe(303)
}

/** The row of a table that begins with an association's name. */
const rowOf = (page: string, name: string) =>
	page.split('<tr').find((row) => new RegExp(`<t[hd][^>]*>${name}<`).test(row)) ?? ''

const waysOf = async ({ server }: CoalitionWorld, kind: string) =>
	(
		await server.client.execute({
			sql: `SELECT association.name, act.way FROM act JOIN seat ON seat.id = act.seat_id
				JOIN association ON association.id = seat.association_id WHERE kind = ? ORDER BY ordinal`,
			args: [kind],
		})
	).rows.map(({ name, way }) => [name, way])

const KEPT = [
	['Kod', 'code'],
	['Brev', 'link'],
	['Given', 'givenAddress'],
	['Kort', 'card'],
	['Program', 'token'],
	['Drift', 'operator'],
	['Förr', null],
]

test('votes and sign-offs say how whoever gave them had signed in, and so does the history', async () => {
	const { world, app, of, browsers, program } = await entered()
	await using _world = world
	const statement = await draftStatement(world)
	const ballot = await openedBallot(world, statement)
	const base = `/${SLUG}/statements/${statement}`
	const at = `${base}/ballots/${ballot.ballotId}`
	for (const browser of browsers) await send(browser, at, `${at}/votes`, { choice: 'yes' })
	const api = `statements/${statement}`
	const { associationId } = of('Program')
	const vote = { associationId, choice: 'yes', textHash: ballot.textHash }
	expect((await program.post(`${api}/ballots/${ballot.ballotId}/votes`, vote)).status).toBe(201)
	expect(await waysOf(world, 'castVote')).toEqual(KEPT)

	granted(await closeBallot(world.deps, world.order(world.chair, ballot)))
	const chair = await signedIn(app, world.chair)
	const rollCall = await (await chair.get(at)).text()
	for (const [name, words] of Object.entries(WORDS)) expect(rowOf(rollCall, name)).toContain(words)
	for (const words of Object.values(WORDS)) expect(rowOf(rollCall, 'Förr')).not.toContain(words)

	for (const browser of browsers) await send(browser, `${base}/signoffs`, `${base}/signoffs`, { answer: 'signed' })
	const answer = { associationId, answer: 'signed', textHash: ballot.textHash }
	expect((await program.post(`${api}/signoffs`, answer)).status).toBe(201)
	expect(await waysOf(world, 'answerSignoff')).toEqual(KEPT)
	const signoffs = await (await chair.get(`${base}/signoffs`)).text()
	for (const [name, words] of Object.entries(WORDS)) expect(rowOf(signoffs, name)).toContain(words)
	for (const words of Object.values(WORDS)) expect(rowOf(signoffs, 'Förr')).not.toContain(words)

	const history = await (await chair.get(`${base}/history`)).text()
	expect(history).toMatch(/Disa Kort, Kort, med kort/)
	expect(history).toMatch(/Disa Förr, Förr\s*</)
})

test('somebody chosen among those who share an address has signed in with the code that led there', async () => {
	const { world, app, of } = await entered()
	await using _world = world
	await world.server.client.execute({
		sql: "INSERT INTO address (person_id, email, created_at) VALUES (?, 'kod@example.org', 0)",
		args: [of('Brev').delegate],
	})
	await world.server.client.execute('DELETE FROM session')
	world.clock.now += 60_000
	const browser = app.browser()
	const { code } = await ask(app, browser, 'kod@example.org')
	const chooser = (await browser.post(routes.signInCode, { code })).headers.get('location') ?? ''
	expect((await press(browser, chooser, of('Brev').delegate as PersonId)).status).toBe(303)
	const { rows } = await world.server.client.execute('SELECT way FROM session')
	expect(rows.map(({ way }) => way)).toEqual(['code'])
})
