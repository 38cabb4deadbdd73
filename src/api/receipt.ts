import * as z from 'zod'
import { AMENDMENT_STATES } from '#domain/amendment/state.ts'
import { wordsFor } from '#domain/comment/hiding.ts'
import type { AssociationId, PersonId } from '#domain/kernel/id.ts'
import { COALITION_ROLES, MEMBERS, type Seat } from '#domain/members/seats.ts'
import { type Contributor, contributionsOf, ownReceiptQuery } from '#read/statement/receipt.ts'
import { type Endpoint, reading } from './endpoint.ts'
import { paths } from './paths.ts'
import { idText } from './schemas.ts'

const of = { associationId: idText.nullable().meta({ description: 'Null: your own, for the coalition.' }) }
const inText = z.boolean().meta({ description: 'Its words stand in the text as it is now.' })

const contribution = z
	.discriminatedUnion('kind', [
		z.strictObject({
			...of,
			kind: z.literal('comment'),
			threadId: idText,
			how: z.enum(['began', 'replied', 'agreed']),
			became: z.enum(['answered', 'waiting', 'withdrawn']),
			text: z.string().meta({ description: 'Empty when it was taken back, or is hidden from you.' }),
			answer: z.string().nullable(),
		}),
		z.strictObject({
			...of,
			kind: z.literal('amendment'),
			amendmentId: idText,
			number: z.int(),
			how: z.enum(['made', 'joined', 'joinedEarlier']),
			became: z.enum(AMENDMENT_STATES),
			note: z.string().nullable(),
			inText,
		}),
	])
	.meta({ id: 'Contribution' })

/** Those for whom somebody with these seats speaks. */
function contributorsOf(personId: PersonId, seats: readonly Seat[]): Contributor[] {
	const associations = new Set(seats.map(({ associationId }) => associationId))
	return [
		...[...associations].flatMap((associationId: AssociationId | null) => (associationId ? [{ associationId }] : [])),
		...(seats.some(({ role }) => COALITION_ROLES.includes(role)) ? [{ associationId: null, personId }] : []),
	]
}

export const receiptEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.receipt,
		access: MEMBERS,
		tag: 'Statements',
		summary: 'What you and your association contributed to a statement, and what came of each',
		output: z.strictObject({ contributions: z.array(contribution) }),
		load: ({ params, now }, _search, ref) => ownReceiptQuery(params.coalition, params.statement, ref, now),
		show: (view, { entry: { personId, seats } }) => ({
			contributions: contributorsOf(personId, seats).flatMap((contributor) =>
				contributionsOf(view, contributor).map((each) => {
					const { associationId } = contributor
					if (each.kind === 'amendment') {
						const { kind, how, became, amendment } = each
						const { id: amendmentId, number, note } = amendment
						return { associationId, kind, how, became, amendmentId, number, note, inText: each.inText }
					}
					const { kind, how, became, thread, said, answer } = each
					const text = wordsFor(said, thread, { personId, seats })?.text ?? ''
					return { associationId, kind, how, became, threadId: thread.id, text, answer: answer?.text ?? null }
				}),
			),
		}),
	}),
]
