import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { withheldViewQuery } from '#read/publication/withheld.ts'
import { contestWithheld, takeBackWithheldContest } from '#usecases/publication/contest-withheld.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { idOf, idText, instantText } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Sign-off and publication'
const associationId = idOf<AssociationId>()

export const withheldEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.withheld,
		access: MEMBERS,
		tag,
		summary: 'What is withheld of a published text, never what it said, and which associations do not agree',
		output: z.strictObject({
			parts: z.array(
				z.strictObject({
					kind: z.string().meta({ description: 'The kind of block; added: a text of a correction or withdrawal.' }),
					ground: z.string(),
					at: instantText,
				}),
			),
			contests: z.array(
				z.strictObject({ associationId: idText, association: z.string(), reason: z.string(), at: instantText }),
			),
		}),
		load: ({ params }) => withheldViewQuery(params.coalition, params.statement),
		show: ({ parts, contests }) => ({
			parts: parts.map(({ what, ground, at }) => ({ kind: what, ground, at: isoInstant(at) })),
			contests: contests.map(({ associationId: id, name, reason, at }) => {
				return { associationId: id, association: name, reason, at: isoInstant(at) }
			}),
		}),
	}),
	writing({
		path: paths.withheldContests,
		does: ACTS.contestWithheld,
		tag,
		summary: 'Say that an association does not agree that something is withheld; seen beside the statement by all',
		input: z.strictObject({
			associationId,
			reason: z.string().default('').meta({ description: 'Read by members only.' }),
		}),
		gives: {},
		act: ({ deps, params, input, order }) => contestWithheld(deps, order({ statementId: idIn(params), ...input })),
	}),
	writing({
		path: paths.withheldContestWithdrawals,
		does: ACTS.takeBackWithheldContest,
		tag,
		summary: 'Take that back',
		input: z.strictObject({ associationId }),
		gives: {},
		act: ({ deps, params, input, order }) =>
			takeBackWithheldContest(deps, order({ statementId: idIn(params), ...input })),
	}),
]
