import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { DecisionDocumentId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { type FollowUpView, followUpViewQuery } from '#read/publication/follow-up.ts'
import { documentKindSchema, positionOutcomeSchema } from '#schema/outcome.ts'
import { correctOutcomes, expectOutcome, recordOutcomes } from '#usecases/publication/follow-up.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { date, idText } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Follow-up'

const outcome = z
	.strictObject({
		number: z.int().min(1).meta({ description: 'The position’s number in the statement.' }),
		outcome: positionOutcomeSchema.meta({ description: '`unanswered`: the document passes it over.' }),
		page: z.string().default(''),
		note: z.string().default(''),
	})
	.meta({ id: 'Outcome' })

const shown = outcome.extend({ page: z.string(), note: z.string() })

export const cited = {
	kind: documentKindSchema,
	title: z.string(),
	url: z.string().default('').meta({ description: 'Where it can be read, on the web; or empty.' }),
	datedOn: date,
}

export const outcomes = z.array(outcome).max(1000)

type Sent = z.output<z.ZodObject<typeof cited>> & { readonly outcomes: z.output<typeof outcomes> }

/** As the use cases take it. */
export const readIn = ({ outcomes, ...document }: Sent) => ({ document, outcomes })

/** What documents told, as it is shown. */
export const told = {
	positions: z.array(z.strictObject({ number: z.int(), text: z.string(), subPoints: z.array(z.string()) })),
	documents: z.array(z.strictObject({ documentId: idText, ...cited, url: z.string(), outcomes: z.array(shown) })),
}

export const showTold = ({ positions, documents }: Pick<FollowUpView, 'positions' | 'documents'>) => ({
	positions: positions.map((position) => ({ ...position, subPoints: [...position.subPoints] })),
	documents: documents.map(({ documentId, document, outcomes: recorded }) => {
		return { documentId, ...document, outcomes: [...recorded] }
	}),
})

export const outcomeEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.outcomes,
		access: MEMBERS,
		tag,
		summary: 'What came of the positions of a published statement, document by document',
		output: z.strictObject({
			...told,
			expected: z.strictObject({ expectedOn: date, expected: z.string() }).nullable(),
		}),
		load: ({ params }) => followUpViewQuery(params.coalition, params.statement),
		show: ({ expected, ...view }) => ({
			...showTold(view),
			expected: expected && { expectedOn: expected.on, expected: expected.what },
		}),
	}),
	writing({
		path: paths.outcomes,
		does: ACTS.recordOutcomes,
		tag,
		summary: 'Record what a document says of positions; those that are not named are left as they are',
		input: z.strictObject({ ...cited, outcomes }),
		gives: { documentId: idText },
		act: ({ deps, params, input, order }) =>
			recordOutcomes(deps, order({ statementId: idIn(params), ...readIn(input) })),
	}),
	writing({
		path: paths.outcomeCorrections,
		does: ACTS.correctOutcomes,
		tag,
		summary:
			'Record anew what a document says, in place of what was recorded from it; of no position, if it was the wrong one',
		input: z.strictObject({ ...cited, outcomes }),
		gives: {},
		act: ({ deps, params, input, order }) => {
			const documentId = params.document as DecisionDocumentId
			return correctOutcomes(deps, order({ statementId: idIn(params), documentId, ...readIn(input) }))
		},
	}),
	writing({
		path: paths.outcomeExpectation,
		does: ACTS.expectOutcome,
		tag,
		summary: 'Say when the next outcome is expected, and what; null when none is',
		input: z.strictObject({ expectedOn: date.nullable(), expected: z.string().default('') }),
		gives: {},
		act: ({ deps, params, input, order }) =>
			expectOutcome(deps, order({ statementId: idIn(params), on: input.expectedOn, what: input.expected })),
	}),
]
