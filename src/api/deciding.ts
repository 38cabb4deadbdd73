import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type {
	AmendmentId,
	AmendmentVersionId,
	AssociationId,
	BallotId,
	BlockId,
	BlockVersionId,
} from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { numberBlocks } from '#domain/statement/block.ts'
import { ballotsViewQuery, ballotViewQuery, type StancesView, stancesViewQuery } from '#read/deciding/deciding.ts'
import { saidVoteSchema } from '#schema/deciding.ts'
import { castPaper } from '#usecases/deciding/cast-paper.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { contestMeetingVote, takeBackContest } from '#usecases/deciding/contest-vote.ts'
import { extendBallot } from '#usecases/deciding/extend-ballot.ts'
import { holdBallotAgain } from '#usecases/deciding/hold-ballot-again.ts'
import { openAmendmentBallot } from '#usecases/deciding/open-amendment-ballot.ts'
import { enterMeetingDecision, openBallot } from '#usecases/deciding/open-ballot.ts'
import { recordStances } from '#usecases/deciding/record-stances.ts'
import { ballot, ballotSummary, showBallot, summarise } from './ballot-view.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import {
	choice,
	date,
	dissent,
	hash,
	idOf,
	idText,
	instant,
	instantText,
	nothingMore,
	stance,
	track,
} from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Stances and ballot'

const associationId = idOf<AssociationId>().meta({ description: 'The association you vote or speak for.' })
const textHash = hash.meta({ description: 'Of the text you read.' })

const urgent = z.string().default('').meta({
	description: 'Why there is to be less time than the bylaws promise; it is published. Not where silence is consent.',
})

const ballotIn = (params: { readonly statement: string; readonly ballot: string }) => ({
	statementId: idIn(params),
	ballotId: params.ballot as BallotId,
})

const position = z
	.strictObject({
		number: z.int(),
		blockId: idText,
		versionId: idText,
		text: z.string(),
		stances: z.array(
			z.strictObject({
				associationId: idText,
				stance,
				reason: z.string(),
				stale: z.boolean().meta({ description: 'The position was reworded after it was read.' }),
				at: instantText,
			}),
		),
	})
	.meta({ id: 'Position' })

function showPositions({ blocks, stances }: StancesView): z.output<typeof position>[] {
	const byBlock = Map.groupBy(stances, ({ blockId }) => blockId)
	return numberBlocks(blocks.map(({ content }) => content)).flatMap(({ block, number }, index) => {
		const version = blocks[index]
		if (block.kind !== 'position' || number === null || !version) return []
		const own = (byBlock.get(version.blockId) ?? []).map(({ blockId: _of, versionId, at, ...each }) => {
			return { ...each, stale: versionId !== version.id, at: isoInstant(at) }
		})
		return [{ number, blockId: version.blockId, versionId: version.id, text: block.text, stances: own }]
	})
}

export const decidingEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.stances,
		access: MEMBERS,
		tag,
		summary: 'The positions of the text, with what each association thinks of them',
		output: z.strictObject({ positions: z.array(position) }),
		load: ({ params, now }) => stancesViewQuery(params.coalition, params.statement, now),
		show: (view) => ({ positions: showPositions(view) }),
	}),
	writing({
		path: paths.stances,
		does: ACTS.recordStances,
		tag,
		summary: 'Record what an association thinks of one or more positions',
		input: z.strictObject({
			associationId,
			stances: z
				.array(
					z.strictObject({
						blockId: idOf<BlockId>(),
						versionId: idOf<BlockVersionId>(),
						stance,
						reason: z.string().default(''),
					}),
				)
				.min(1)
				.max(1000),
		}),
		gives: {},
		act: ({ deps, params, input, order }) => recordStances(deps, order({ statementId: idIn(params), ...input })),
	}),
	reading({
		path: paths.ballots,
		access: MEMBERS,
		tag,
		summary: 'Every ballot there was on the statement, the latest first',
		output: z.strictObject({ ballots: z.array(ballotSummary) }),
		load: ({ params }) => ballotsViewQuery(params.coalition, params.statement),
		show: ({ ballots }) => ({ ballots: ballots.map(summarise) }),
	}),
	reading({
		path: paths.ballot,
		access: MEMBERS,
		tag,
		summary: 'A ballot, with what the bylaws let be seen of it now',
		output: ballot,
		load: ({ params }) => ballotViewQuery(params.coalition, params.statement, params.ballot),
		show: showBallot,
	}),
	writing({
		path: paths.ballots,
		does: ACTS.openBallot,
		tag,
		summary: 'Open the ballot on the whole text: the text is fixed and the electorate frozen',
		input: z.strictObject({
			track: track.default('full'),
			closesAt: instant,
			signoffDueAt: instant.optional().meta({
				description:
					'Unless given: as long after the ballot closes as the bylaws promise; where silence is consent, when it closes.',
			}),
			urgent,
			textHash,
		}),
		gives: { ballotId: idText },
		act: ({ deps, params, input, order }) => openBallot(deps, order({ statementId: idIn(params), ...input })),
	}),
	writing({
		path: paths.amendmentBallots,
		does: ACTS.openAmendmentBallot,
		tag,
		summary: 'Put an amendment to a ballot, by itself or against another; the text goes on being written',
		input: z.strictObject({
			versionId: idOf<AmendmentVersionId>().meta({ description: 'The version you read.' }),
			against: z
				.strictObject({ amendmentId: idOf<AmendmentId>(), versionId: idOf<AmendmentVersionId>() })
				.nullable()
				.default(null)
				.meta({
					description:
						'Another that wants something else of the same words: the one that more vote for goes on, the other is rejected.',
				}),
			closesAt: instant,
			urgent: z.string().default('').meta({ description: 'Why there is to be less time than the bylaws promise.' }),
		}),
		gives: { ballotId: idText },
		act: ({ deps, params, input, order }) =>
			openAmendmentBallot(
				deps,
				order({ statementId: idIn(params), amendmentId: params.amendment as AmendmentId, ...input }),
			),
	}),
	writing({
		path: paths.votes,
		does: ACTS.castVote,
		tag,
		summary: 'Cast or change an association’s vote; a yes to the text may be its sign-off too',
		input: z.strictObject({
			associationId,
			choice: choice.meta({ description: 'Of two amendments `yes` is for the first, `no` for the one it is against.' }),
			signs: z
				.boolean()
				.default(false)
				.meta({ description: 'A yes is also the sign-off, should the text be adopted.' }),
			dissent: dissent.nullable().default(null).meta({ description: 'On a text alone: it is published with it.' }),
			textHash,
		}),
		gives: { choice, signs: z.boolean() },
		act: ({ deps, params, input, order }) => castVote(deps, order({ ...ballotIn(params), ...input, method: 'api' })),
	}),
	writing({
		path: paths.papers,
		does: ACTS.castPaper,
		tag,
		summary: 'Cast an association’s paper in a secret ballot; it cannot be changed',
		input: z.strictObject({ associationId, choice, textHash }),
		gives: {},
		act: ({ deps, params, input, order }) => castPaper(deps, order({ ...ballotIn(params), ...input })),
	}),
	writing({
		path: paths.contests,
		does: ACTS.contestMeetingVote,
		tag,
		summary: 'Say that the vote entered for an association from a meeting’s minutes is not right',
		input: z.strictObject({
			associationId,
			voted: saidVoteSchema.nullable().default(null).meta({ description: 'How the association voted instead.' }),
			reason: z.string().default(''),
		}),
		gives: {},
		act: ({ deps, params, input, order }) => contestMeetingVote(deps, order({ ...ballotIn(params), ...input })),
	}),
	writing({
		path: paths.contestWithdrawals,
		does: ACTS.takeBackContest,
		tag,
		summary: 'Take that back: the vote is as it was entered',
		input: z.strictObject({ associationId }),
		gives: {},
		act: ({ deps, params, input, order }) => takeBackContest(deps, order({ ...ballotIn(params), ...input })),
	}),
	writing({
		path: paths.ballotClosing,
		does: ACTS.closeBallot,
		tag,
		summary: 'Close the ballot and count it',
		input: nothingMore,
		gives: {},
		act: ({ deps, params, order }) => closeBallot(deps, order(ballotIn(params))),
	}),
	writing({
		path: paths.ballotExtension,
		does: ACTS.extendBallot,
		tag,
		summary: 'Let a ballot that too few voted in go on, with the votes it has and all the time that the bylaws promise',
		input: z.strictObject({
			closesAt: instant,
			signoffDueAt: instant.optional().meta({
				description: 'Unless given: as long after the ballot closes as its bylaws promise.',
			}),
		}),
		gives: {},
		act: ({ deps, params, input, order }) => extendBallot(deps, order({ ...ballotIn(params), ...input })),
	}),
	writing({
		path: paths.ballotRepetition,
		does: ACTS.holdBallotAgain,
		tag,
		summary: 'Hold a ballot that too few voted in again: another one on the same text, by the bylaws in force',
		input: z.strictObject({
			track: track.default('full').meta({ description: '`light` only where the former was.' }),
			closesAt: instant,
			signoffDueAt: instant.optional(),
			urgent,
		}),
		gives: { ballotId: idText },
		act: ({ deps, params, input, order }) => holdBallotAgain(deps, order({ ...ballotIn(params), ...input })),
	}),
	writing({
		path: paths.meetingDecision,
		does: ACTS.enterMeetingDecision,
		tag,
		summary: 'Enter a decision taken at a meeting, with its minute reference',
		input: z.strictObject({
			heldOn: date,
			minutes: z.string(),
			votes: z.array(z.strictObject({ associationId: idOf<AssociationId>(), choice })).max(10_000),
			signoffDueAt: instant,
			urgent,
		}),
		gives: { ballotId: idText },
		act: ({ deps, params, input, order }) => enterMeetingDecision(deps, order({ statementId: idIn(params), ...input })),
	}),
]
