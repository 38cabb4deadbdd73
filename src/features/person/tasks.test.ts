import { afterEach, beforeEach, expect, test } from 'vitest'
import { database } from '#db/client.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import { href, routes } from '#routes'
import { signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { BILL } from '#test/support/followed.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type OfBallot,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { addAssociation, createCoalition, giveSeat, leaveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'
import { expectOutcome, recordOutcomes } from '#usecases/publication/follow-up.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import { markAsSent, openConsultation } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'

let world: CoalitionWorld
let app: TestApp

beforeEach(async () => {
	world = await createCoalitionWorld()
	app = testApp(world)
})
afterEach(() => world[Symbol.asyncDispose]())

/** The rows of the person's list: what to do, about what, by when, and where it leads. */
async function tasksOf(person: PersonId) {
	const page = await (await (await signedIn(app, person)).get(routes.me)).text()
	const list = /<main[\s\S]*?(?=<h2>|<ul class="links")/.exec(page)?.[0] ?? ''
	return [...list.matchAll(/<a class="verb" href="([^"]*)">([^<]*)<\/a>([\s\S]*?)<\/li>/g)].map(
		([, to, label, rest = '']) => ({
			label,
			to,
			about: /<span class="about">([^<]*)/.exec(rest)?.[1],
			due: /<time datetime="([^"]*)"/.exec(rest)?.[1],
		}),
	)
}

const labels = async (person: PersonId) => (await tasksOf(person)).map(({ label }) => label)

const INQUIRY = { title: 'Ett betänkande', sender: '', references: '', sendTo: '', copyTo: '', documents: [], note: '' }

async function seat(name: string, role: Role, association = 0): Promise<{ person: PersonId; seatId: SeatId }> {
	const { deps, order, chair, members, clock } = world
	const person = granted(await createPerson(deps, { name, emails: [] }))
	const associationId = role === 'secretary' ? null : (members[association]?.associationId ?? null)
	const command = { personId: person, associationId, role, from: clock.now, until: null, invite: false }
	return { person, seatId: granted(await giveSeat(deps, order(chair, command))).value.seatId }
}

function delegate(index: number) {
	const member = world.members[index]
	if (!member) throw new Error(`no member ${index}`)
	return member
}

async function vote(index: number, ballot: OfBallot, signs: boolean) {
	const { deps, order } = world
	const { delegate: person, associationId } = delegate(index)
	const command = { ...ballot, associationId, choice: 'yes', signs, dissent: null, method: 'web' } as const
	granted(await castVote(deps, order(person, command)))
}

test('a stranger is asked to sign in and comes back', async () => {
	const response = await app.browser().get(routes.me)
	expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in?to=%2Fme'])
})

test('somebody without a seat is told where seats come from', async () => {
	const person = granted(await createPerson(world.deps, { name: 'Nils Ny', emails: [] }))
	const page = await (await (await signedIn(app, person)).get(routes.me)).text()
	expect(page).toContain('Du har inget uppdrag just nu')
	expect(page).not.toContain(SLUG)
})

test('when nothing waits, that is said, and the way into the coalition is there', async () => {
	const page = await (await (await signedIn(app, delegate(0).delegate)).get(routes.me)).text()
	expect(page).toContain('Ingenting väntar på dig')
	expect(page).toContain(`href="${href(routes.workspace, { coalition: SLUG })}"`)
	expect(page).toContain('ordinarie för Attention')
})

test('an operator without a seat finds the way to the coalitions', async () => {
	const page = await (await (await signedIn(app, world.operator)).get(routes.me)).text()
	expect(page).toContain(`href="${routes.operator}"`)
})

test('inquiries, texts and empty seats wait on chair and secretary, most urgent first', async () => {
	const { deps, order, chair } = world
	const { person: secretary } = await seat('Sara Sekreterare', 'secretary')
	granted(await addAssociation(deps, order(chair, { name: 'Tomma stolen', area: 'x' })))
	const receive = (title: string, dueOn: string | null) =>
		receiveInquiry(deps, order(chair, { ...INQUIRY, title, dueOn }))
	const { inquiryId } = granted(await receive('Besvaras', '2022-12-01')).value
	granted(await receive('Senare', '2022-11-30'))
	granted(await receive('Utan datum', null))
	granted(await receive('Bråttom', '2022-10-10'))
	const start = { kind: 'response', language: 'sv', title: 'Ett svar', track: 'full', inquiryId } as const
	granted(await startStatement(deps, order(chair, start)))

	const expected = [
		['Ta hand om remissen', 'Bråttom', '2022-10-10'],
		['Ta hand om remissen', 'Senare', '2022-11-30'],
		['Skriv texten', 'Ett svar', '2022-12-01'],
		['Ta hand om remissen', 'Utan datum', undefined],
		['Utse ordinarie för 1 förening', undefined, undefined],
	]
	for (const person of [chair, secretary]) {
		expect((await tasksOf(person)).map(({ label, about, due }) => [label, about, due])).toEqual(expected)
	}
	expect(await tasksOf(delegate(0).delegate)).toEqual([])
	const badge = await (await (await signedIn(app, chair)).get(routes.me)).text()
	expect(badge).toContain('5 uppgifter väntar')
})

test('each step of a text waits on those who take it, and on nobody when it is done', async () => {
	const { deps, order, chair, clock } = world
	const { person: deputy } = await seat('Eva Ersättare', 'deputy')
	const statementId = await draftStatement(world)
	const at = { coalition: SLUG, statement: statementId }
	expect(await labels(chair)).toEqual(['Skicka ut texten för synpunkter'])

	granted(await openConsultation(deps, order(chair, { statementId, dueAt: clock.now + 2 * DAY })))
	expect(await labels(chair)).toEqual([])
	expect(await tasksOf(delegate(0).delegate)).toEqual([
		{
			label: 'Säg vad Attention tycker',
			about: 'Ett svar',
			due: new Date(clock.now + 2 * DAY).toISOString(),
			to: href(routes.stances, at),
		},
	])
	clock.now += 2 * DAY
	expect(await labels(chair)).toEqual(['Starta omröstningen'])

	const ballot = await openedBallot(world, statementId)
	expect(await labels(chair)).toEqual([])
	const due = new Date(clock.now + 7 * DAY).toISOString()
	expect(await tasksOf(delegate(0).delegate)).toEqual([
		{
			label: 'Rösta för Attention',
			about: 'Ett svar',
			due,
			to: href(routes.ballot, { ...at, ballot: ballot.ballotId }),
		},
	])
	expect(await tasksOf(deputy)).toMatchObject([{ label: 'Rösta för Attention', about: 'Ett svar · du är ersättare' }])
	await vote(0, ballot, true)
	await vote(1, ballot, false)
	for (const person of [delegate(0).delegate, deputy, delegate(1).delegate]) expect(await labels(person)).toEqual([])

	clock.now += 7 * DAY
	granted(await closeBallot(deps, order(chair, ballot)))
	expect(await labels(delegate(0).delegate)).toEqual([])
	expect(await labels(delegate(1).delegate)).toEqual(['Skriv under för AnBo'])
	expect(await labels(chair)).toEqual([])
	clock.now += 14 * DAY
	expect(await labels(delegate(1).delegate)).toEqual([])
	expect(await labels(chair)).toEqual(['Publicera'])

	granted(await publishStatement(deps, order(chair, { statementId, textHash: ballot.textHash })))
	expect(await labels(chair)).toEqual(['Skicka svaret till mottagaren'])
	const sent = { statementId, sentOn: '2022-10-19', how: 'e-post', to: 'S' }
	granted(await markAsSent(deps, order(chair, sent)))
	expect(await labels(chair)).toEqual([])

	granted(await expectOutcome(deps, order(chair, { statementId, on: '2022-12-01', what: 'Propositionen' })))
	expect(await labels(chair)).toEqual([])
	clock.now = swedishInstant('2022-12-01', '00:00')
	expect(await labels(chair)).toEqual(['Följ upp: nu väntas besked om ståndpunkterna'])
	expect(await labels(delegate(1).delegate)).toEqual([])
	granted(await recordOutcomes(deps, order(chair, { statementId, ...BILL })))
	expect(await labels(chair)).toEqual([])
})

test('a ballot that is over waits to be counted, and one that too few voted in for the chair to choose', async () => {
	const { deps, order, chair, clock } = world
	const ballot = await openedBallot(world, await draftStatement(world))
	clock.now += 8 * DAY
	expect(await labels(chair)).toEqual(['Räkna rösterna'])
	expect(await labels(delegate(0).delegate)).toEqual([])
	granted(await closeBallot(deps, order(chair, ballot)))
	expect(await labels(chair)).toEqual(['För få röstade: välj hur det går vidare'])
})

test('a person in two coalitions sees what waits in both, and where', async () => {
	const { deps, order, operator, chair } = world
	const disa = delegate(0).delegate
	const settings = {
		name: 'En annan samverkan',
		seriesPrefix: 'EAS',
		preset: 'standard',
		language: 'sv',
		listed: true,
	} as const
	granted(
		await createCoalition(deps, order(operator, { settings, demo: false, chair: disa }, undefined, 'en-annan'), []),
	)
	granted(await receiveInquiry(deps, order(disa, { ...INQUIRY, dueOn: '2022-11-01' }, undefined, 'en-annan')))
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	expect((await tasksOf(disa)).map(({ label, about }) => [label, about])).toEqual([
		['Rösta för Attention', 'Ett svar · NSPH Stockholms län'],
		['Ta hand om remissen', 'Ett betänkande · En annan samverkan'],
	])
	expect(JSON.stringify(await tasksOf(chair))).not.toContain('annan')
	expect(JSON.stringify(await tasksOf(delegate(1).delegate))).not.toContain('annan')
})

test('nothing waits on a seat that has ended, has not begun or is over', async () => {
	const { deps, order, chair, clock, members } = world
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	granted(await leaveSeat(deps, order(delegate(0).delegate, { seatId: delegate(0).delegateSeat })))
	expect(await tasksOf(delegate(0).delegate)).toEqual([])

	const person = granted(await createPerson(deps, { name: 'Tim Tids', emails: [] }))
	const associationId = members[1]?.associationId ?? null
	const term = { from: clock.now + DAY, until: clock.now + 2 * DAY }
	const command = { personId: person, associationId, role: 'deputy', invite: false, ...term } as const
	granted(await giveSeat(deps, order(chair, command)))
	expect(await labels(person)).toEqual([])
	clock.now += DAY
	expect(await labels(person)).toEqual(['Rösta för AnBo'])
	clock.now += DAY
	expect(await labels(person)).toEqual([])
})

test('an erased person sees nothing', async () => {
	const disa = delegate(0).delegate
	const browser = await signedIn(app, disa)
	await erasePerson(world.deps, disa)
	expect((await browser.get(routes.me)).status).toBe(303)
})

test('the list is read in one round trip', async () => {
	const { deps, chair, server } = world
	let reads = 0
	const client: Parameters<typeof database>[0] = {
		batch: (statements, mode) => {
			if (mode === 'read') reads += 1
			return server.client.batch(statements, mode)
		},
	}
	const counted = testApp({ ...world, deps: { ...deps, db: database(client) } })
	const browser = await signedIn(counted, chair)
	expect((await browser.get(routes.me)).status).toBe(200)
	expect(reads).toBe(1)
})
