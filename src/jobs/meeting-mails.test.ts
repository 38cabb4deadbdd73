import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Choice } from '#domain/deciding/ballot.ts'
import { BETWEEN_LETTERS_MS } from '#domain/kernel/telling.ts'
import type { Mail } from '#mail/port.ts'
import { href, routes } from '#routes'
import { jobsOn } from '#test/support/jobs.ts'
import { enteredDecision, meetingCommand } from '#test/support/meeting.ts'
import {
	BLOCKS,
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	SLUG,
} from '#test/support/world.ts'
import { contestMeetingVote, takeBackContest } from '#usecases/deciding/contest-vote.ts'
import { enterMeetingDecision } from '#usecases/deciding/open-ballot.ts'
import { changeInquiry, receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { changeTitle, referBack } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'

let world: CoalitionWorld

beforeEach(async () => {
	world = await createCoalitionWorld()
	// The chair's own invitation.
	await told()
})
afterEach(() => world[Symbol.asyncDispose]())

async function told(): Promise<Mail[]> {
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (sent) => {
		mails.push(sent)
	})
	return mails.sort((one, other) => (one.to < other.to ? -1 : 1))
}

test('each association gets one letter, with what it is said to have voted, what came of it, and where to object', async () => {
	const { statementId, ballotId } = await enteredDecision(world, ['yes', 'yes'])
	const mails = await told()
	expect(mails.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`)).toEqual([
		'anbo: Stämmer er röst? Ett svar',
		'attention: Stämmer er röst? Ett svar',
		'shedo: Stämmer er röst? Ett svar',
	])
	const lines = (to: string) => mails.find((mail) => mail.to.startsWith(to))?.text.split('\n') ?? []
	expect(lines('attention')[0]).toBe(
		'På ett möte 26 september 2022 prövades ”Ett svar”. Så är det infört från protokollet: Attention röstade ja. Texten antogs. Säg till senast måndag 17 oktober 2022 kl. 09.00 om det inte stämmer, med ett tryck:',
	)
	expect(lines('shedo')[0]).toContain('Shedo röstade inte.')
	const page = href(routes.ballot, { coalition: SLUG, statement: statementId, ballot: ballotId })
	expect(lines('attention')[1]).toContain(`/sign-in/link/`)
	expect(lines('attention')[1]).toContain(encodeURIComponent(page))
	expect(lines('attention')).toContain('Protokollet: § 7')
	expect(lines('attention')).toContain(
		'Stämmer det, så går ni vidare från samma sida och svarar på om ni står bakom texten.',
	)
})

test('they are told of a text that was not adopted, too, and why there was little time', async () => {
	const soon = { signoffDueAt: world.clock.now + DAY, urgent: 'Svaret ska in i morgon.' }
	const command = { ...meetingCommand(world, await draftStatement(world), ['no', 'no']), ...soon }
	granted(await enterMeetingDecision(world.deps, world.order(world.chair, command)))
	const [mail, ...others] = await told()
	expect(others).toHaveLength(2)
	expect(mail?.text).toContain('Texten antogs inte.')
	expect(mail?.text).toContain(
		'Tiden är kortare än reglerna lovar. Ordföranden har bestämt det: Svaret ska in i morgon.',
	)
	expect(mail?.text).not.toContain('står bakom')
})

test('a letter that comes late says that it is too late, and none comes of a decision that lost its effect', async () => {
	const { statementId } = await enteredDecision(world)
	const failing = async () => {
		throw new Error('not taken')
	}
	expect(await jobsOn(world).deliver(failing)).toEqual({ sent: 0, failed: 3, perhaps: 0 })
	const soon = { signoffDueAt: world.clock.now + 60_000, urgent: 'Bråttom.' }
	const command = { ...meetingCommand(world, await draftStatement(world)), ...soon }
	granted(await enterMeetingDecision(world.deps, world.order(world.chair, command)))
	granted(await referBack(world.deps, world.order(world.chair, { statementId, reason: 'Fel.' })))
	world.clock.now += 10 * 60_000
	const mails = await told()
	expect(mails).toHaveLength(3)
	expect(mails[0]?.text).toContain('Tiden att säga till gick ut måndag 3 oktober 2022 kl. 09.01.')
})

test('the chair is mailed that a vote is said not to be right, and that it is after all, without being flooded', async () => {
	const { deps, members, order, clock } = world
	const { statementId, ballotId } = await enteredDecision(world)
	await told()
	const { associationId, delegate } = members[0] as Member
	const about = { statementId, ballotId, associationId }
	const contest = (reason: string) =>
		contestMeetingVote(deps, order(delegate, { ...about, voted: 'no' as const, reason }))
	granted(await contest('Vi röstade nej.\nLäs § 7.'))
	const [mail, ...others] = await told()
	expect(others).toEqual([])
	expect(mail).toMatchObject({ to: 'ove@example.org', subject: 'Rösten stämmer inte? Ett svar' })
	expect(mail?.text).toContain('Attention säger att rösten inte stämmer')
	expect(mail?.text).toContain('Föreningen uppger: Attention röstade nej.\n\n> Vi röstade nej.\n> Läs § 7.')
	expect(decodeURIComponent(mail?.text ?? '')).toContain(
		href(routes.ballot, { coalition: SLUG, statement: statementId, ballot: ballotId }),
	)
	for (let turn = 0; turn < 5; turn += 1) {
		granted(await takeBackContest(deps, order(delegate, about)))
		granted(await contest('Igen.'))
	}
	granted(await takeBackContest(deps, order(delegate, about)))
	expect(await told()).toEqual([])
	clock.now += BETWEEN_LETTERS_MS
	expect((await told()).map(({ subject }) => subject)).toEqual(['Rösten stämmer: Ett svar'])
	clock.now += BETWEEN_LETTERS_MS
	expect(await told()).toEqual([])
})

test('what changed after the meeting, and before its decision was entered, is told: the text, or what it is published with', async () => {
	const { deps, order, chair, clock } = world
	const facts = { title: 'God vård', sender: 'Region Stockholm', references: '', sendTo: '', copyTo: '', note: '' }
	const inquiry = { ...facts, dueOn: null, documents: [] }
	const { inquiryId } = granted(await receiveInquiry(deps, order(chair, inquiry))).value
	const started = { kind: 'response', language: 'sv', title: 'Ett svar', track: 'full', inquiryId } as const
	const { statementId } = granted(await startStatement(deps, order(chair, started))).value
	granted(await editDocument(deps, order(chair, { statementId, edit: { do: 'write', blocks: BLOCKS } })))
	const change = (to: object) => changeInquiry(deps, order(chair, { inquiryId, facts: { ...inquiry, ...to } }))
	const enter = async (votes: readonly Choice[] = ['yes', 'yes', 'yes']) => {
		const command = {
			...meetingCommand(world, statementId, votes),
			heldOn: '2022-10-03',
			signoffDueAt: clock.now + 10 * DAY,
		}
		granted(await enterMeetingDecision(deps, order(chair, command)))
		const [mail] = await told()
		granted(await referBack(deps, order(chair, { statementId, reason: 'Fel protokoll.' })))
		return /^Efter mötets dag.+$/m.exec(mail?.text ?? '')?.[0] ?? null
	}
	clock.now += DAY
	expect(await enter()).toBeNull()
	// Nothing that is published.
	granted(await change({ note: 'Ring dem.' }))
	expect(await enter()).toBeNull()
	granted(await change({ title: 'God eller ond vård' }))
	expect(await enter()).toBe(
		'Efter mötets dag, men innan beslutet infördes, ändrades remissens namn, avsändare eller diarienummer. Läs hela svaret innan ni skriver under.',
	)
	granted(await changeTitle(deps, order(chair, { statementId, title: 'Ett annat svar' })))
	expect(await enter()).toContain('ändrades texten och remissens namn')
	// Of what is not adopted nothing is signed.
	expect(await enter(['no', 'no', 'no'])).toMatch(/eller diarienummer\.$/)
})
