import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { BlockId, BlockVersionId, OlderId, StatementId, TopicId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { LEVELS } from '#domain/position/level.ts'
import { LIKENESS_KINDS } from '#domain/position/likeness.ts'
import { SORTED_AT_ONCE } from '#domain/position/sorting.ts'
import { positionBankQuery } from '#read/position/bank.ts'
import { likenessesQuery } from '#read/position/likenesses.ts'
import { insertPosition } from '#usecases/position/insert-position.ts'
import { takeLikenessTurn } from '#usecases/position/likeness-turn.ts'
import { meanLikeness } from '#usecases/position/mean-likeness.ts'
import { sortPositions } from '#usecases/position/sort-positions.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { idOf, idText, instantText, language } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Positions'

const number = z.int().min(1).meta({ description: 'The position’s number in its statement.' })

const slug = z.string().regex(/^[a-z0-9-]{1,60}$/)

const named = z.strictObject({ slug: z.string(), name: z.string() })

const level = z.enum(LEVELS)

const choices = z.array(z.strictObject({ value: z.string(), name: z.string(), count: z.int() }))

const banked = z.strictObject({
	statementId: idText,
	number,
	text: z.string(),
	subPoints: z.array(z.string()),
	label: z.string().meta({ description: 'The number the statement was published under.' }),
	title: z.string(),
	language,
	publishedAt: instantText.meta({ description: 'Of one from before Samsvar was used, when it was imported.' }),
	corrected: z.boolean().meta({ description: 'Something in that statement was corrected.' }),
	withdrawn: z.boolean().meta({ description: 'That statement was taken back.' }),
	signed: z
		.int()
		.nullable()
		.meta({ description: 'How many associations signed that statement; null for an imported one.' }),
	signedBy: z.array(z.string()).nullable().meta({ description: 'Those, by name.' }),
	standsBehind: z.string().meta({ description: 'Who stands behind an imported one, as far as that is known.' }),
	usedIn: z.array(z.string()).meta({ description: 'The numbers of those that took it.' }),
	topics: z.array(named).meta({ description: 'What that statement is sorted under.' }),
	groups: z
		.array(named)
		.meta({ description: 'Whom it is about, as the coalition sorts; no part of what was decided.' }),
	level: level.nullable().meta({ description: 'Where what it asks for is to change, as the coalition sorts.' }),
	uses: z.int().meta({ description: 'How many other published statements took it from the bank.' }),
	imported: z.boolean().meta({ description: 'It stands in a statement from before Samsvar was used.' }),
})

const alike = z.strictObject({
	blockId: idText,
	versionId: idText,
	text: z.string(),
	kind: z.enum(LIKENESS_KINDS).meta({ description: '`alike`: the same words, but an even number of negations more.' }),
	shared: z.array(z.string()),
	opposed: z.array(z.string()).meta({ description: 'Opposites, and negations that stand in one of them.' }),
	adopted: z.strictObject({ statementId: idText, number, text: z.string() }),
	meant: z.boolean().meta({ description: 'Somebody who may write has said that it is meant, of these words.' }),
})

export const positionEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.positions,
		access: MEMBERS,
		tag,
		summary: 'The position bank: adopted positions that hold every word of a search and are sorted so, newest first',
		search: z.object({
			search: z.string().max(100).default(''),
			topic: slug.optional(),
			group: slug.optional(),
			level: level.optional(),
		}),
		output: z.strictObject({
			positions: z.array(banked),
			found: z.int(),
			more: z.boolean(),
			topics: choices,
			groups: choices,
			levels: choices,
		}),
		load: ({ params, now }, { search, topic = null, group = null, level: at = null }) =>
			positionBankQuery(params.coalition, { search, topic, group, level: at }, now),
		show: ({ positions, more, found, topics, groups, levels }) => ({
			...{ found, topics: [...topics], groups: [...groups], levels: [...levels] },
			positions: positions.map(
				({ year: _year, statementNumber: _number, publishedAt, decidedOn, signedBy, usedIn, ...position }) => ({
					...position,
					...{
						signed: signedBy?.length ?? null,
						signedBy,
						uses: usedIn.length,
						usedIn: usedIn.map(({ label }) => label),
					},
					publishedAt: isoInstant(publishedAt),
					imported: decidedOn !== null,
				}),
			),
			more,
		}),
	}),
	reading({
		path: paths.likenesses,
		access: MEMBERS,
		tag,
		summary:
			'Positions of the text that have the words of adopted ones, or the opposite: a likeness of words, no judgement',
		output: z.strictObject({ likenesses: z.array(alike) }),
		turn: takeLikenessTurn,
		load: ({ params, now }) => likenessesQuery(params.coalition, params.statement, now),
		show: (view) => ({
			likenesses: view.alike.map(
				({ blockId, versionId, text, meant, adopted, likeness: { kind, shared, opposed } }) => ({
					...{ blockId, versionId, text, kind, meant, shared: [...shared], opposed: [...opposed] },
					adopted: { statementId: adopted.statementId, number: adopted.number, text: adopted.text },
				}),
			),
		}),
	}),
	writing({
		path: paths.likenesses,
		does: ACTS.meanLikeness,
		tag,
		summary:
			'Say that a position is meant to be like an adopted one, in the words it has, or that it is to be told again',
		input: z.strictObject({
			blockId: idOf<BlockId>(),
			versionId: idOf<BlockVersionId>(),
			adoptedIn: idOf<StatementId | OlderId>(),
			number,
			meant: z.boolean(),
		}),
		gives: {},
		act: ({ deps, params, input, order }) => meanLikeness(deps, order({ statementId: idIn(params), ...input })),
	}),
	writing({
		path: paths.positionSorting,
		does: ACTS.sortPositions,
		tag,
		summary: 'Say whom adopted positions are about, and at which level; those that are not named stay as they are',
		input: z.strictObject({
			positions: z
				.array(
					z.strictObject({
						adoptedIn: idOf<StatementId | OlderId>().meta({ description: 'The statement it stands in.' }),
						number,
						groupIds: z.array(idOf<TopicId>()).max(200).meta({ description: 'All of them; at most five.' }),
						level: level.nullable(),
					}),
				)
				.max(SORTED_AT_ONCE),
		}),
		gives: {},
		act: ({ deps, input, order }) => sortPositions(deps, order(input)),
	}),
	writing({
		path: paths.positionInserts,
		does: ACTS.insertPosition,
		tag,
		summary: 'Put a position from the bank into the text, with its sub-points',
		input: z.strictObject({
			source: idOf<StatementId>().meta({ description: 'The published statement it is taken from.' }),
			number,
			after: idOf<BlockId>()
				.nullable()
				.optional()
				.meta({ description: 'The block it goes after; null for first; left out, after the positions there are.' }),
		}),
		gives: { blockId: idText.nullable(), versionId: idText.nullable() },
		act: async ({ deps, params, input: { after, ...input }, order }) => {
			const command = { statementId: idIn(params), ...input, ...(after === undefined ? {} : { after }) }
			const result = await insertPosition(deps, order(command))
			if (!result.ok) return result
			const { version } = result.value.value
			return ok({ ...result.value, value: { blockId: version?.blockId ?? null, versionId: version?.id ?? null } })
		},
	}),
]
