import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { likenessesQuery } from '#read/position/likenesses.ts'
import { positionBankQuery } from '#read/position/positions.ts'
import { insertPosition } from '#usecases/position/insert-position.ts'
import { type Endpoint, reading, writing } from './endpoint.ts'
import { paths } from './paths.ts'
import { idOf, idText, instantText, language } from './schemas.ts'
import { idIn } from './statement.ts'

const tag = 'Positions'

const number = z.int().min(1).meta({ description: 'The position’s number in its statement.' })

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
	uses: z.int().meta({ description: 'How many other published statements took it from the bank.' }),
	imported: z.boolean().meta({ description: 'It stands in a statement from before Samsvar was used.' }),
})

const alike = z.strictObject({
	blockId: idText,
	text: z.string(),
	kind: z.enum(['repeats', 'contradicts']),
	shared: z.array(z.string()),
	opposed: z.array(z.string()).meta({ description: 'Opposites, and negations that stand in one of them.' }),
	adopted: z.strictObject({ statementId: idText, number, text: z.string() }),
})

export const positionEndpoints: readonly Endpoint[] = [
	reading({
		path: paths.positions,
		access: MEMBERS,
		tag,
		summary: 'The position bank: adopted positions that hold every word of a search, newest first',
		search: z.object({ search: z.string().max(100).default('') }),
		output: z.strictObject({ positions: z.array(banked), more: z.boolean() }),
		load: ({ params, now }, { search }) => positionBankQuery(params.coalition, search, now),
		show: ({ positions, more }) => ({
			positions: positions.map(
				({ year: _year, statementNumber: _number, publishedAt, decidedOn, subPoints, ...position }) => ({
					...position,
					subPoints: [...subPoints],
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
		load: ({ params, now }) => likenessesQuery(params.coalition, params.statement, now),
		show: (view) => ({
			likenesses: view.alike.map(({ blockId, text, adopted, likeness: { kind, shared, opposed } }) => ({
				...{ blockId, text, kind, shared: [...shared], opposed: [...opposed] },
				adopted: { statementId: adopted.statementId, number: adopted.number, text: adopted.text },
			})),
		}),
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
