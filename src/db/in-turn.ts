import type { InValue } from '@libsql/client/web'
import type { Query } from './client.ts'
import { type RowReader, rows } from './rows.ts'

/** How many are done in one run, and whose turn it is in the last place: one number more at each run. */
export type Turn = { readonly most: number; readonly turn: number }

/**
 * Of all that a select finds due, as much as one run does, in that order: those that come first, and in the last place one of all
 * the others, another at each turn. What fails every time keeps its place before them, and would hold them up for ever.
 */
export function inTurn<Value>(
	select: string,
	args: readonly InValue[],
	order: string,
	{ most, turn }: Turn,
	read: RowReader<Value>,
): Query<Value[]> {
	const first = most - 1
	return rows(
		`SELECT * FROM (
			SELECT *, ROW_NUMBER() OVER (ORDER BY ${order}) - 1 AS place, COUNT(*) OVER () AS due FROM (${select})
		) WHERE place < ${first} OR place = ${first} + ? % MAX(due - ${first}, 1) ORDER BY place`,
		[...args, turn],
		read,
	)
}
