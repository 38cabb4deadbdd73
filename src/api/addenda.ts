import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { AddendumId, AssociationId } from '#domain/kernel/id.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { ADDENDUM_ANSWERS, ADDENDUM_KINDS, agreement, stateOf } from '#domain/publication/addendum.ts'
import { addendaViewQuery } from '#read/publication/addenda.ts'
import { answerAddendum, proposeAddendum, publishAddendum, takeBackAddendum } from '#usecases/publication/addenda.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { block, idOf, idText, instant, instantText, nothingMore } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Corrections and withdrawals'

const kind = z.enum(ADDENDUM_KINDS)
const answer = z.enum(ADDENDUM_ANSWERS)

const stretch = z.strictObject({ first: z.int().min(0), last: z.int().min(0) }).meta({
	id: 'Stretch',
	description: 'The first and the last block of the published text that it is about, counted from 0.',
})

const addendum = z.strictObject({
	addendumId: idText,
	kind,
	state: z
		.enum(['open', 'settled', 'lapsed', 'takenBack', 'published'])
		.meta({ description: '`settled`: time is up, and it can be published until it lapses.' }),
	reason: z.string(),
	stretch: stretch.nullable(),
	blocks: z.array(block),
	openedAt: instantText,
	closesAt: instantText,
	urgent: z.string().nullable(),
	ordinal: z.int().nullable(),
	publishedAt: instantText.nullable(),
	agreed: z.int().meta({ description: 'Of those whose agreement counts towards a withdrawal.' }),
	needed: z.int().nullable().meta({ description: 'How many have to agree; null: one objection stops it.' }),
	answers: z.array(z.strictObject({ associationId: idText, answer, reason: z.string() })),
})

type One = { readonly statement: string; readonly addendum: string }
const both = (params: One) => ({ statementId: idIn(params), addendumId: params.addendum as AddendumId })

export const addendumEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.addenda,
		access: MEMBERS,
		tag,
		summary: 'Corrections of a published statement and its withdrawal: proposed, answered, taken back, published',
		output: z.strictObject({ addenda: z.array(addendum) }),
		load: ({ params, now }) => addendaViewQuery(params.coalition, params.statement, now),
		show: ({ about }, { context }) => ({
			addenda: (about?.addenda ?? []).map((each) => ({
				addendumId: each.id,
				kind: each.kind,
				state: stateOf(each, context.now),
				reason: each.reason,
				stretch: each.stretch,
				blocks: each.blocks.map(({ content }) => block.parse(content)),
				openedAt: isoInstant(each.openedAt),
				closesAt: isoInstant(each.closesAt),
				urgent: each.urgent,
				ordinal: each.ordinal,
				publishedAt: each.publishedAt === null ? null : isoInstant(each.publishedAt),
				agreed: about ? agreement(about, each).agreed : 0,
				needed: about && each.kind === 'withdrawal' ? agreement(about, each).needed : null,
				answers: each.answers.map(({ associationId, answer: given, reason }) => {
					return { associationId, answer: given, reason }
				}),
			})),
		}),
	}),
	writing({
		path: paths.addenda,
		does: ACTS.proposeAddendum,
		tag,
		summary: 'Ask the associations whether a published statement is to be corrected, or withdrawn',
		input: z.strictObject({
			kind,
			reason: z.string(),
			stretch: stretch.nullable().default(null),
			blocks: z.array(block).max(1000).default([]),
			closesAt: instant,
			urgent: z.string().default(''),
		}),
		gives: { addendumId: idText },
		act: ({ deps, params, input, order }) => proposeAddendum(deps, order({ statementId: idIn(params), ...input })),
	}),
	writing({
		path: paths.addendumAnswers,
		does: ACTS.answerAddendum,
		tag,
		summary: 'Agree or object for an association. Silence lets a correction pass, and is no agreement to a withdrawal',
		input: z.strictObject({ associationId: idOf<AssociationId>(), answer, reason: z.string().default('') }),
		gives: {},
		act: ({ deps, params, input, order }) => answerAddendum(deps, order({ ...both(params), ...input })),
	}),
	writing({
		path: paths.addendumTakingBack,
		does: ACTS.takeBackAddendum,
		tag,
		summary: 'Take back what the associations were asked',
		input: nothingMore,
		gives: {},
		act: ({ deps, params, order }) => takeBackAddendum(deps, order(both(params))),
	}),
	writing({
		path: paths.addendumPublication,
		does: ACTS.publishAddendum,
		tag,
		summary: 'Publish the correction or withdrawal as an entry of its own, which never changes',
		input: nothingMore,
		gives: { kind, ordinal: z.int() },
		act: ({ deps, params, order }) => publishAddendum(deps, order(both(params))),
	}),
]
