import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Choice } from '#domain/deciding/ballot.ts'
import type { Track } from '#domain/statement/statement.ts'
import type { Mail } from '#mail/port.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { jobsOn, voteIn } from '#test/support/jobs.ts'
import { enteredDecision } from '#test/support/meeting.ts'
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
import { castPaper } from '#usecases/deciding/cast-paper.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'
import { openBallot } from '#usecases/deciding/open-ballot.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { referBack } from '#usecases/statement/move-statement.ts'

let world: CoalitionWorld

beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

/** The mails that go now, by address. */
async function told(on = world): Promise<Mail[]> {
	const jobs = jobsOn(on)
	await jobs.deliver()
	return jobs.mails.toSorted((one, other) => (one.to < other.to ? -1 : 1))
}

const subjects = (mails: readonly Mail[]) => mails.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`)
const textTo = (mails: readonly Mail[], name: string) => mails.find(({ to }) => to.startsWith(name))?.text ?? ''

/** A ballot that opened and was told of. */
async function opened(track: Track = 'full'): Promise<OfBallot> {
	const ballot = await openedBallot(world, await draftStatement(world), track)
	await told()
	return ballot
}

async function votes(ballot: OfBallot, choices: readonly Choice[]): Promise<void> {
	for (const [index, choice] of choices.entries()) {
		const member = world.members[index]
		if (!member) throw new Error(`no member ${index}`)
		const { delegate, associationId } = member
		const command = { ...ballot, associationId, choice, signs: false, dissent: null, method: 'web' } as const
		granted(await castVote(world.deps, world.order(delegate, command)))
	}
}

/** Counted by the clock. */
async function timeIsUp(): Promise<Mail[]> {
	world.clock.now += 7 * DAY
	await closeDueBallots(world.deps)
	return told()
}

const TO_ALL = ['anbo', 'attention', 'ove', 'shedo']

test('adopted: who is asked to sign learns of it in that letter, and all others in one of their own', async () => {
	const ballot = await opened()
	await voteIn(world, 0, ballot)
	await voteIn(world, 1, ballot, false)
	const mails = await timeIsUp()
	expect(subjects(mails)).toEqual([
		'anbo: Står ni bakom? Ett svar',
		'attention: Antagen: Ett svar',
		'ove: Antagen: Ett svar',
		'shedo: Står ni bakom? Ett svar',
	])
	expect(textTo(mails, 'anbo').split('\n')[0]).toBe(
		'”Ett svar” antogs i omröstningen. Svara senast måndag 17 oktober 2022 kl. 09.00 på om AnBo står bakom texten:',
	)
	const [first, link] = textTo(mails, 'attention').split('\n')
	expect(first).toBe('Omröstningen om ”Ett svar” är över. Texten antogs. Se hur det gick:')
	const page = href(routes.ballot, { coalition: SLUG, statement: ballot.statementId, ballot: ballot.ballotId })
	expect(link).toMatch(new RegExp(`/sign-in/link/.*${encodeURIComponent(page)}$`))
	expect(textTo(mails, 'attention')).toContain('Ja: 2. Nej: 0. Avstod: 0. Röstade inte: 1.')
	expect(textTo(mails, 'attention')).toContain('skrev under på samma gång, och behöver inte göra något mer.')
	expect(textTo(mails, 'ove')).toContain('Nu skriver föreningarna under.')
	expect(textTo(mails, 'ove')).toContain('får det som ordförande i NSPH')
	expect(textTo(mails, 'ove')).not.toContain('Disa')
})

test('rejected: all who had a vote are told, who voted and who did not, and what can be done', async () => {
	await votes(await opened(), ['no', 'no'])
	const mails = await timeIsUp()
	expect(subjects(mails)).toEqual(TO_ALL.map((name) => `${name}: Inte antagen: Ett svar`))
	for (const { text } of mails) {
		expect(text).toContain('Texten antogs inte. Se hur det gick:')
		expect(text).toContain('Ja: 0. Nej: 2. Avstod: 0. Röstade inte: 1.')
		expect(text).toContain('Ordföranden kan ta tillbaka den, så att den prövas på nytt.')
	}
})

test('too few voted: all are told that, and a second count tells nobody again', async () => {
	const { statementId, ballotId } = await opened()
	const mails = await timeIsUp()
	expect(subjects(mails)).toEqual(TO_ALL.map((name) => `${name}: Inte antagen: Ett svar`))
	for (const { text } of mails) {
		expect(text).toContain('För få röstade, så texten antogs inte.')
		expect(text).toContain('omröstningen kan hållas igen')
	}
	await closeDueBallots(world.deps)
	await closeBallot(world.deps, world.order(world.chair, { statementId, ballotId }))
	expect(await told()).toEqual([])
	expect(await allRows(world.server.client, "SELECT id FROM outbox WHERE kind = 'result'")).toHaveLength(4)
})

test('on the light track: nobody objected, or somebody did', async () => {
	await opened('light')
	const passed = await timeIsUp()
	expect(subjects(passed)).toEqual(TO_ALL.map((name) => `${name}: Antagen: Ett svar`))
	expect(textTo(passed, 'anbo')).toContain('Ingen invände, så texten antogs.')
	expect(textTo(passed, 'anbo')).toContain('Ni behöver inte göra något mer.')
	expect(textTo(passed, 'ove')).not.toContain('Ni behöver')
	await votes(await opened('light'), ['no'])
	const stopped = await timeIsUp()
	expect(subjects(stopped)).toEqual(TO_ALL.map((name) => `${name}: Inte antagen: Ett svar`))
	expect(textTo(stopped, 'shedo')).toContain('Det kom en invändning, så texten antogs inte.')
})

test('of a secret ballot that too few took part in no letter says how anybody voted', async () => {
	await world[Symbol.asyncDispose]()
	world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo', 'Balans', 'RSMH'], 'secret')
	const ballot = await opened()
	const [member] = world.members
	if (!member) throw new Error('no member')
	const paper = { ...ballot, associationId: member.associationId, choice: 'no' } as const
	granted(await castPaper(world.deps, world.order(member.delegate, paper)))
	const mails = await timeIsUp()
	expect(mails).toHaveLength(6)
	for (const { text } of mails) {
		expect(text).toContain('För få röstade, så texten antogs inte.')
		expect(text).toContain('Ingen får veta hur någon röstade.')
		expect(text).not.toMatch(/Nej: \d|Ja: \d/)
	}
})

test('who counts the votes is not told of it, and who speaks for an association gets its letter alone', async () => {
	const { deps, order, chair, clock, members } = world
	const ballot = await opened()
	await votes(ballot, ['yes', 'no', 'no'])
	granted(await closeBallot(deps, order(chair, ballot)))
	const secretary = granted(await createPerson(deps, { name: 'Siv Signatär', emails: ['siv@example.org'] }))
	for (const [personId, associationId, role] of [
		[secretary, null, 'secretary'],
		[members[2]?.delegate, null, 'secretary'],
	] as const) {
		if (!personId) throw new Error('no person')
		const seat = { personId, associationId, role, from: clock.now, until: null, invite: false }
		granted(await giveSeat(deps, order(chair, seat)))
	}
	expect(subjects(await told())).toEqual(
		['anbo', 'attention', 'shedo', 'siv'].map((name) => `${name}: Inte antagen: Ett svar`),
	)
})

test('the result is told of a text that was sent back before the letters went', async () => {
	const { statementId } = await opened()
	world.clock.now += 7 * DAY
	await closeDueBallots(world.deps)
	granted(await referBack(world.deps, world.order(world.chair, { statementId, reason: 'Vi skriver om den.' })))
	const mails = await told()
	expect(mails).toHaveLength(4)
	for (const { text } of mails) expect(text).toContain('Sedan dess är texten tillbakatagen.')
})

test('a decision entered from a meeting tells its result once, in the letter that asks whether the vote is right', async () => {
	await told()
	await enteredDecision(world, ['no', 'no'])
	expect(subjects(await told())).toEqual(
		['anbo', 'attention', 'shedo'].map((name) => `${name}: Stämmer er röst? Ett svar`),
	)
})

test('the link lives until the sign-off after the ballot is over, and what is told afterwards asks for nothing', async () => {
	const statementId = await draftStatement(world)
	const times = { closesAt: world.clock.now + 20 * DAY, signoffDueAt: world.clock.now + 34 * DAY }
	const command = { statementId, track: 'full', textHash: null, ...times } as const
	granted(await openBallot(world.deps, world.order(world.chair, command)))
	const mails = await told()
	expect(textTo(mails, 'anbo')).toContain('gäller till och med 6 november 2022.')
	// The invitation of the chair, from when the coalition was made.
	expect(textTo(mails, 'ove')).toContain('gäller till och med 2 december 2022.')
	world.clock.now += 20 * DAY
	await closeDueBallots(world.deps)
	const results = await told()
	expect(textTo(results, 'anbo')).toContain('gäller till och med 30 oktober 2022.')
	expect(textTo(results, 'anbo')).not.toMatch(/senast|Rösta:/)
})
