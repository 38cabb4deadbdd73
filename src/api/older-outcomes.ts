import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { DecisionDocumentId, OlderId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { olderFollowUpQuery } from '#read/publication/older-follow-up.ts'
import { correctOlderOutcomes, recordOlderOutcomes } from '#usecases/publication/follow-older.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { cited, outcomes, readIn, showTold, told } from './outcomes.ts'
import { paths } from './paths.ts'
import { idText } from './schemas.ts'

const tag = 'Older statements'

const olderIn = ({ older }: { readonly older: string }) => older as OlderId

export const olderOutcomeEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.olderOutcomes,
		access: MEMBERS,
		tag,
		summary: 'What came of the positions of an older statement, document by document',
		output: z.strictObject({
			...told,
			contestedBy: z
				.array(z.string())
				.meta({ description: 'Associations that say they do not know of the statement.' }),
		}),
		load: ({ params }) => olderFollowUpQuery(params.coalition, params.older),
		show: ({ older, ...view }) => ({ ...showTold(view), contestedBy: older.contests.map(({ name }) => name) }),
	}),
	writing({
		path: paths.olderOutcomes,
		does: ACTS.recordOlderOutcomes,
		tag,
		summary: 'Record what a document says of positions of an older statement; all associations are told',
		input: z.strictObject({ ...cited, outcomes }),
		gives: { documentId: idText },
		act: ({ deps, params, input, order }) =>
			recordOlderOutcomes(deps, order({ olderId: olderIn(params), ...readIn(input) })),
	}),
	writing({
		path: paths.olderOutcomeCorrections,
		does: ACTS.correctOlderOutcomes,
		tag,
		summary:
			'Record anew what a document says of an older statement, in place of what was recorded; of no position, if it was the wrong one',
		input: z.strictObject({ ...cited, outcomes }),
		gives: {},
		act: ({ deps, params, input, order }) => {
			const documentId = params.document as DecisionDocumentId
			return correctOlderOutcomes(deps, order({ olderId: olderIn(params), documentId, ...readIn(input) }))
		},
	}),
]
