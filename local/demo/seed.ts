import { readFile } from 'node:fs/promises'
import { idsBy } from '#db/new-id.ts'
import { newSalt } from '#db/new-salt.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import type { StanceChoice } from '#domain/deciding/stance.ts'
import type { GivenFacts } from '#domain/inquiry/inquiry.ts'
import { swedishDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { BallotId, Instant, PersonId, StatementId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { blocksFromPastedText } from '#markup/pasted-text.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { openBallot } from '#usecases/deciding/open-ballot.ts'
import { recordStances } from '#usecases/deciding/record-stances.ts'
import { receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import type { Deps } from '#usecases/perform.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { markAsSent, openConsultation } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { seedAmendments } from './amendments.ts'
import { seedAsked, seedDecidedBallot } from './asked-amendments.ts'
import { seedBank } from './bank.ts'
import { seedComments } from './comments.ts'
import { DEMO_SLUG, granted, HOUR, type Making, positionsIn } from './making.ts'
import { ASSOCIATIONS, CHAIR, CONTRIBUTOR, SECRETARY } from './people.ts'
import { type DemoPerson, type Member, seedMembers } from './seed-members.ts'
import { CONSULTING, DECIDING, DRAFTING, GOLDEN_INQUIRY, RECEIVED, SIGNING } from './texts.ts'
import { seedTopics } from './topics.ts'

const DAY = 24 * HOUR
/** The real statement was published on the website of NSPH Stockholms län that day. */
const PUBLISHED_AT = swedishInstant('2022-10-14', '10:00')
/** Where the quotes in it are from; the text itself does not say. */
const QUOTE_SOURCE =
	'Sveriges kommuner och regioner, SKR: Verksamhetsutveckling tillsammans med brukare, 2 september 2022'

/** The coalition as soon as it has members. */
type Living = Making & { readonly chair: PersonId; readonly members: readonly Member[] }

/**
 * Fills an empty database with a coalition that has a life: one statement in each stage, an inquiry just in, and the
 * real statement of 14 October 2022. Through the same acts as anybody would use. People, votes and stances are invented.
 */
export async function seedDemo(given: Deps): Promise<DemoPerson[]> {
	const now = given.now()
	// An instant before it was published when the clock is set to that day, so that there is a past to show.
	const start = Math.min(PUBLISHED_AT, now) - 40 * DAY
	let clock = start
	const deps: Deps = { db: given.db, now: () => clock, newId: idsBy(() => clock), newSalt }
	const at = (instant: Instant) => {
		clock = instant
	}
	const order: Making['order'] = (person, command) => ({
		actor: { by: 'person', id: person },
		coalition: DEMO_SLUG,
		key: { value: deps.newId('random'), kind: 'strict' },
		command,
	})
	const { chair, members, people } = await seedMembers({ deps, order }, start)
	const making: Living = { deps, at, order, chair, members }
	await seedGolden(making, Math.min(PUBLISHED_AT, now))
	// Whole hours, as people set their deadlines.
	const evening = swedishInstant(swedishDate(now - DAY), '20:00')
	await seedSigning(making, evening)
	await seedDeciding(making, evening)
	await seedConsulting(making, evening, people)
	await seedDrafting(making, evening)
	at(now - 6 * HOUR)
	await seedTopics(making)
	await seedBank(making)
	at(now - 5 * HOUR)
	granted(await receiveInquiry(deps, order(chair, { ...RECEIVED, dueOn: swedishDate(now + 60 * DAY) })))
	// What happened in the past is not told by mail today.
	await deps.db.write([{ sql: 'UPDATE outbox SET delivered_at = created_at WHERE delivered_at IS NULL', args: [] }])
	return people
}

/** The real statement: pasted as it stood on the website, decided and published that day. */
async function seedGolden(making: Living, publishedAt: Instant) {
	const { deps, at, order, chair, members } = making
	const raw = await readFile(new URL('../../test/golden/pasted.txt', import.meta.url), 'utf8')
	const { title, blocks } = blocksFromPastedText(raw)
	const sourced = blocks.map((block): Block => (block.kind === 'quote' ? { ...block, source: QUOTE_SOURCE } : block))
	at(publishedAt - 30 * DAY)
	const statementId = await start(making, { ...GOLDEN_INQUIRY, dueOn: null }, title ?? '', sourced)
	at(publishedAt - 21 * DAY)
	await consult(making, statementId, publishedAt - 12 * DAY)
	at(publishedAt - 12 * DAY)
	const put = await ballot(making, statementId, publishedAt - 4 * DAY, publishedAt - DAY)
	for (const [index, member] of members.entries()) {
		at(publishedAt - 11 * DAY + index * 5 * HOUR)
		await vote(making, statementId, member, 'yes', put)
	}
	at(publishedAt - 4 * DAY)
	granted(await closeBallot(deps, order(chair, { statementId, ballotId: put.ballotId })))
	at(publishedAt)
	granted(await publishStatement(deps, order(chair, { statementId, textHash: put.textHash })))
	at(publishedAt + HOUR)
	const sent = { sentOn: swedishDate(publishedAt), how: 'E-post med Word- och pdf-fil', to: 'registrator@example.org' }
	granted(await markAsSent(deps, order(chair, { statementId, ...sent })))
}

async function seedSigning(making: Living, now: Instant) {
	const { deps, at, order, chair, members } = making
	at(now - 30 * DAY)
	const due = swedishDate(now + 12 * DAY)
	const statementId = await start(making, { ...SIGNING.inquiry, dueOn: due }, SIGNING.title, SIGNING.blocks)
	at(now - 12 * DAY)
	const put = await ballot(making, statementId, now - 2 * DAY, now + 5 * DAY)
	for (const [index, member] of members.slice(0, 7).entries()) {
		at(now - 9 * DAY + index * 4 * HOUR)
		const signs = index < 5
		await vote(making, statementId, member, index === 6 ? 'abstain' : 'yes', put, signs)
	}
	at(now - 2 * DAY + 1)
	granted(await closeBallot(deps, order(chair, { statementId, ballotId: put.ballotId })))
	at(now - DAY)
	const last = members[6]
	if (!last) return
	const command = {
		statementId,
		associationId: last.id,
		answer: 'declined',
		reason: 'Vi har inte hunnit ta upp frågan i styrelsen.',
		textHash: put.textHash,
		method: 'web',
	} as const
	granted(await answerSignoff(deps, order(last.delegate, command)))
}

async function seedDeciding(making: Living, now: Instant) {
	const { at, members } = making
	at(now - 25 * DAY)
	const due = swedishDate(now + 20 * DAY)
	const statementId = await start(making, { ...DECIDING.inquiry, dueOn: due }, DECIDING.title, DECIDING.blocks)
	at(now - 20 * DAY)
	await consult(making, statementId, now - 6 * DAY)
	at(now - 3 * DAY)
	const put = await ballot(making, statementId, now + 4 * DAY, now + 9 * DAY)
	const votes = ['yes', 'yes', 'no', 'yes'] as const
	for (const [index, choice] of votes.entries()) {
		at(now - 2 * DAY + index * 3 * HOUR)
		const member = members[index + 1]
		if (member) await vote(making, statementId, member, choice, put)
	}
}

async function seedConsulting(making: Living, now: Instant, people: readonly DemoPerson[]) {
	const { at, members } = making
	at(now - 9 * DAY)
	const due = swedishDate(now + 40 * DAY)
	const statementId = await start(making, { ...CONSULTING.inquiry, dueOn: due }, CONSULTING.title, CONSULTING.blocks)
	const on = { ...making, statementId }
	const count = await seedDecidedBallot(on, now - 9 * DAY + 16 * HOUR, now - 28 * HOUR)
	at(now - 5 * DAY)
	await consult(making, statementId, now + 9 * DAY, members.slice(0, 5))
	const voice = (name: string, place: number | null = null) => {
		const person = people.find((each) => each.name === name)?.id ?? making.chair
		return { person, associationId: place === null ? null : (members[place]?.id ?? null) }
	}
	const delegate = (place: number) => voice(ASSOCIATIONS[place]?.delegate ?? '', place)
	const voices = {
		...{ chair: voice(CHAIR.name), secretary: voice(SECRETARY.name), anbo: voice(CONTRIBUTOR.name, 1) },
		...{ attention: delegate(0), fountainHouse: delegate(5), shedo: delegate(8) },
	}
	await seedComments(on, voices, now - 4 * DAY)
	await count()
	await seedAmendments(on, voices, now - 28 * HOUR)
	await seedAsked(on, now - 12 * HOUR)
}

async function seedDrafting(making: Living, now: Instant) {
	making.at(now - 3 * DAY)
	const due = swedishDate(now + 50 * DAY)
	await start(making, { ...DRAFTING.inquiry, dueOn: due }, DRAFTING.title, DRAFTING.blocks)
}

/** Takes an inquiry in and starts an answer to it with a text. */
async function start(making: Living, facts: GivenFacts, title: string, blocks: readonly Block[]) {
	const { deps, order, chair } = making
	const { inquiryId } = granted(await receiveInquiry(deps, order(chair, facts))).value
	const command = { kind: 'response', language: 'sv', title, track: 'full', inquiryId } as const
	const { statementId } = granted(await startStatement(deps, order(chair, command))).value
	granted(await editDocument(deps, order(chair, { statementId, edit: { do: 'write', blocks } })))
	return statementId
}

/** What the associations answer, one after the other: mostly for, and never all alike. */
const ANSWERS: readonly StanceChoice[] = [
	'support',
	'support',
	'supportWithChanges',
	'support',
	'partial',
	'support',
	'noComment',
]

/** Opens the consultation; the associations named say what they think of each position. */
async function consult(making: Living, statementId: StatementId, dueAt: Instant, answering = making.members) {
	const { deps, order, chair } = making
	granted(await openConsultation(deps, order(chair, { statementId, dueAt })))
	const positions = await positionsIn(making, statementId)
	for (const [index, { id, delegate }] of answering.entries()) {
		const stances = positions.map(({ blockId, id: versionId }, place) => ({
			blockId,
			versionId,
			stance: ANSWERS[(index * 3 + place) % ANSWERS.length] ?? 'support',
			reason: index === 1 && place === 0 ? 'Viktigast av allt för våra medlemmar.' : '',
		}))
		granted(await recordStances(deps, order(delegate, { statementId, associationId: id, stances })))
	}
}

/** A text that was put to the vote. */
type Put = { readonly ballotId: BallotId; readonly textHash: string }

async function ballot(
	making: Living,
	statementId: StatementId,
	closesAt: Instant,
	signoffDueAt: Instant,
): Promise<Put> {
	const { deps, order, chair } = making
	const command = { statementId, track: 'full', textHash: null, closesAt, signoffDueAt } as const
	const opened = granted(await openBallot(deps, order(chair, command)))
	const [statement] = await deps.db.read(statementQuery(DEMO_SLUG, statementId))
	return { ballotId: opened.value.ballotId, textHash: statement?.textHash ?? '' }
}

async function vote(
	{ deps, order }: Living,
	statementId: StatementId,
	{ id, delegate }: Member,
	choice: 'yes' | 'no' | 'abstain',
	put: Put,
	signs = true,
) {
	const dissent =
		choice === 'no'
			? ({ kind: 'reservation', text: 'Vi vill att kommunerna behåller en del av ansvaret.' } as const)
			: null
	const command = { statementId, associationId: id, choice, signs, dissent, ...put, method: 'web' } as const
	granted(await castVote(deps, order(delegate, command)))
}
