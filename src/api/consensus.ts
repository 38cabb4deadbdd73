import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { consensusState, LISTED_OUTCOMES } from '#domain/amendment/consensus-list.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { AmendmentId, AmendmentVersionId, AssociationId, ConsensusListId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { consensusListsViewQuery } from '#read/amendment/consensus.ts'
import { answerConsensusList, cancelConsensusList, openConsensusList } from '#usecases/amendment/consensus-list.ts'
import { when } from './ballot-view.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { idOf, idText, instant, instantText } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Amendments'

const objection = z.strictObject({ amendmentId: idText, reason: z.string() })

const list = z
	.strictObject({
		listId: idText,
		state: z.enum(['open', 'over', 'settled', 'cancelled']).meta({
			description: '`over`: its time is up, and it is settled within the minute.',
		}),
		openedAt: instantText,
		closesAt: instantText,
		electorate: z.array(z.strictObject({ associationId: idText, name: z.string() })),
		amendments: z.array(
			z.strictObject({
				amendmentId: idText,
				versionId: idText.meta({ description: 'The version that is asked about.' }),
				outcome: z.enum(LISTED_OUTCOMES).nullable().meta({ description: 'All but `adopted` leave it open.' }),
			}),
		),
		answers: z.array(z.strictObject({ associationId: idText, objections: z.array(objection) })),
		unheard: z.array(idText).meta({
			description: 'Associations that had nobody who could have objected: then nothing is adopted.',
		}),
		cancelReason: z.string().nullable(),
		nextReminderAt: instantText.nullable().meta({
			description: 'When those that have not answered are reminded by themselves, once.',
		}),
	})
	.meta({ id: 'ConsensusList' })

type One = { readonly statement: string; readonly list: string }
const both = (params: One) => ({ statementId: idIn(params), listId: params.list as ConsensusListId })

export const consensusEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.consensusLists,
		access: MEMBERS,
		tag,
		summary: 'Lists by which all associations are or were asked about amendments in one question, the last first',
		output: z.strictObject({ lists: z.array(list) }),
		load: ({ params, now }) => consensusListsViewQuery(params.coalition, params.statement, now),
		show: ({ lists }, { context }) => ({
			lists: lists.map((each) => ({
				listId: each.id,
				state: consensusState(each, context.now),
				openedAt: isoInstant(each.openedAt),
				closesAt: isoInstant(each.closesAt),
				electorate: each.electorate.map(({ associationId, name }) => ({ associationId, name })),
				amendments: each.items.map(({ amendmentId, versionId, outcome }) => ({ amendmentId, versionId, outcome })),
				answers: each.answers.map(({ associationId, objections }) => ({
					associationId,
					objections: objections.map(({ amendmentId, reason }) => ({ amendmentId, reason })),
				})),
				unheard: [...each.unheard],
				cancelReason: each.cancelReason,
				nextReminderAt: when(each.remindAt),
			})),
		}),
	}),
	writing({
		path: paths.consensusLists,
		does: ACTS.openConsensusList,
		tag,
		summary: 'Ask all associations about amendments in one question: silence adopts them, an objection leaves one open',
		input: z.strictObject({
			amendments: z
				.array(z.strictObject({ amendmentId: idOf<AmendmentId>(), versionId: idOf<AmendmentVersionId>() }))
				.max(1000)
				.meta({ description: 'Which, in the versions you read.' }),
			closesAt: instant,
		}),
		gives: { listId: idText },
		act: ({ deps, params, input: { amendments: chosen, closesAt }, order }) =>
			openConsensusList(deps, order({ statementId: idIn(params), chosen, closesAt })),
	}),
	writing({
		path: paths.consensusAnswers,
		does: ACTS.answerConsensusList,
		tag,
		summary: 'Say what an association objects to on the list; it agrees to the rest, and the latest answer counts',
		input: z.strictObject({
			associationId: idOf<AssociationId>(),
			objections: z
				.array(z.strictObject({ amendmentId: idOf<AmendmentId>(), reason: z.string().default('') }))
				.max(1000),
		}),
		gives: {},
		act: ({ deps, params, input: { associationId, objections }, order }) => {
			const said = objections.map((each) => ({ ...each, objects: true }))
			return answerConsensusList(deps, order({ ...both(params), associationId, said }))
		},
	}),
	writing({
		path: paths.consensusCancellation,
		does: ACTS.cancelConsensusList,
		tag,
		summary: 'End the list before its time; all are told why, and nothing is decided',
		input: z.strictObject({ reason: z.string() }),
		gives: {},
		act: ({ deps, params, input, order }) => cancelConsensusList(deps, order({ ...both(params), ...input })),
	}),
]
