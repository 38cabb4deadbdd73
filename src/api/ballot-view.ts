import * as z from 'zod'
import { type Ballot, type Choice, isCounted, isOver, showsVotes, type Tally, tally } from '#domain/deciding/ballot.ts'
import { CAME_OF_IT, cameOfIt } from '#domain/deciding/came-of-it.ts'
import { seatsBefore } from '#domain/deciding/entitled.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { BallotRow, BallotView } from '#read/deciding/deciding.ts'
import { outcomeSchema, saidVoteSchema, subjectSchema, tallySchema } from '#schema/deciding.ts'
import type { Asked } from './endpoint.ts'
import { bylaws, choice, date, dissent, hash, idText, instantText, track } from './schemas.ts'

export const when = (at: Instant | null) => (at === null ? null : isoInstant(at))

const voter = z.strictObject({
	associationId: idText,
	name: z.string(),
	hasVoted: z.boolean(),
	vote: z
		.strictObject({ choice, signs: z.boolean(), dissent: dissent.nullable(), at: instantText })
		.nullable()
		.meta({ description: 'Null where the bylaws hide it from you now, and where there is none.' }),
	contest: z.strictObject({ voted: saidVoteSchema.nullable(), reason: z.string(), at: instantText }).nullable().meta({
		description: 'That the association says the vote entered for it from minutes is not right, and how it voted.',
	}),
})

const came = z.enum(CAME_OF_IT).nullable().meta({
	description:
		'Null before it is counted. `first`, `second`: of two amendments that one was preferred; nothing is adopted by that.',
})

const outcome = outcomeSchema.nullable().meta({
	description:
		'Of two amendments `result` says `adopted` where more voted for the first: it is the stored word, and `cameOfIt` what it means.',
})

export const ballot = z
	.strictObject({
		id: idText,
		subject: subjectSchema.meta({
			description:
				'What it is about. `text`: the statement’s whole text. `amendment`: in those words, whether it is adopted; where it is `against` another, `yes` is for it and `no` for the other.',
		}),
		textHash: hash,
		track,
		opensAt: instantText,
		closesAt: instantText,
		signoffDueAt: instantText.nullable().meta({ description: 'Null where nothing is signed: on an amendment.' }),
		cameOfIt: came,
		closedAt: instantText.nullable(),
		extensions: z.int().meta({ description: 'How often it went on after too few had voted.' }),
		voidedAt: instantText.nullable().meta({ description: 'Since when it has no effect: the text was taken back.' }),
		nextReminderAt: instantText.nullable().meta({
			description: 'On an amendment: when those that have not voted are next reminded by themselves.',
		}),
		over: z.boolean().meta({ description: 'Closed or past its time: no vote counts any more.' }),
		urgent: z.string().nullable().meta({ description: 'Why there was less time than the bylaws promise.' }),
		bylaws,
		meeting: z.strictObject({ heldOn: date, minutes: z.string() }).nullable(),
		tally: tallySchema.nullable().meta({
			description:
				'Null where the bylaws hide it now, and where a ballot whose votes were not seen had no quorum: it is not counted.',
		}),
		outcome,
		voters: z.array(voter),
	})
	.meta({ id: 'Ballot' })

export const ballotSummary = z
	.strictObject({
		id: idText,
		subject: subjectSchema,
		title: z.string().meta({ description: 'Of the text it was about, or to which the amendments are.' }),
		track,
		opensAt: instantText,
		closesAt: instantText,
		closedAt: instantText.nullable(),
		voidedAt: instantText.nullable(),
		cameOfIt: came,
		outcome,
	})
	.meta({ id: 'BallotSummary' })

export function summarise({
	opensAt,
	closesAt,
	closedAt,
	voidedAt,
	put: _named,
	...ballot
}: BallotRow): z.output<typeof ballotSummary> {
	return {
		...ballot,
		opensAt: isoInstant(opensAt),
		closesAt: isoInstant(closesAt),
		closedAt: when(closedAt),
		voidedAt: when(voidedAt),
		cameOfIt: ballot.outcome && cameOfIt(ballot.subject, ballot.outcome),
	}
}

function tallyOf({ outcome, electorate }: Ballot, choices: readonly Choice[] | null): Tally | null {
	if (outcome === null) return choices && tally(choices, electorate.length)
	if (!isCounted(outcome)) return null
	const { yes, no, abstain, silent } = outcome
	return { yes, no, abstain, silent }
}

/** What the bylaws hide is hidden here too, but for an association's own vote, from those who spoke for it when the ballot opened. */
export function showBallot(
	{ ballot: held, votes, voted, contests }: Pick<BallotView, 'ballot' | 'votes' | 'voted' | 'contests'>,
	{ context, entry }: Pick<Asked<string>, 'context' | 'entry'>,
): z.output<typeof ballot> {
	const shown = showsVotes(held)
	const own = new Set(seatsBefore(entry.seats, held).map((seat) => seat.associationId))
	const choices = votes.map((vote) => vote.choice)
	const voteOf = new Map(votes.map((vote) => [vote.associationId, vote]))
	const contestOf = new Map(contests.flatMap((each) => (each.standing ? [[each.associationId, each] as const] : [])))
	const having = new Set(voted)
	return {
		id: held.id,
		subject: held.subject,
		textHash: held.textHash,
		track: held.track,
		opensAt: isoInstant(held.opensAt),
		closesAt: isoInstant(held.closesAt),
		signoffDueAt: held.subject.kind === 'text' ? isoInstant(held.signoffDueAt) : null,
		cameOfIt: held.outcome && cameOfIt(held.subject, held.outcome),
		urgent: held.urgent,
		closedAt: when(held.closedAt),
		extensions: held.extensions,
		voidedAt: when(held.voidedAt),
		nextReminderAt: when(held.remindAt),
		over: isOver(held, context.now),
		bylaws: held.bylaws,
		meeting: held.meeting,
		tally: tallyOf(held, shown ? choices : null),
		outcome: held.outcome,
		voters: held.electorate.map(({ associationId, name }) => {
			const vote = voteOf.get(associationId)
			const contest = contestOf.get(associationId)
			const visible = vote && (shown || own.has(associationId))
			return {
				associationId,
				name,
				hasVoted: having.has(associationId),
				vote: visible
					? { choice: vote.choice, signs: vote.signs, dissent: vote.dissent, at: isoInstant(vote.at) }
					: null,
				contest: contest ? { voted: contest.voted, reason: contest.reason, at: isoInstant(contest.at) } : null,
			}
		}),
	}
}
