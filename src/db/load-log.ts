import type { InValue } from '@libsql/client/web'
import * as z from 'zod'
import type { Stream } from '#domain/kernel/stream.ts'
import { mapQuery, type Query } from './client.ts'
import { COALITION_BY_SLUG } from './members/load-actor.ts'
import { firstValue, row, rows } from './rows.ts'

/** How far the whole log has come. Zero when empty. */
export const positionQuery: Query<number> = mapQuery(
	firstValue('SELECT COALESCE(MAX(position), 0) FROM event', [], z.number()),
	(position) => position ?? 0,
)

/**
 * A stream's name: as it is, or as an SQL expression where the ids in it are not known until the same read; `all`: a query of several
 * names.
 */
export type StreamName =
	| Stream
	| { readonly sql: string; readonly args: readonly InValue[] }
	| { readonly all: string; readonly args: readonly InValue[] }

/** The names of `streams` in domain/kernel/stream.ts for a coalition that is known by its slug. */
export const streamNames = {
	coalition: (slug: string): StreamName => ({ sql: `('coalition:' || ${COALITION_BY_SLUG})`, args: [slug] }),
	topics: (slug: string): StreamName => ({ sql: `('topics:' || ${COALITION_BY_SLUG})`, args: [slug] }),
	positionSorting: (slug: string): StreamName => ({
		sql: `('positionSorting:' || ${COALITION_BY_SLUG})`,
		args: [slug],
	}),
	standardTexts: (slug: string): StreamName => ({
		sql: `('standardTexts:' || ${COALITION_BY_SLUG})`,
		args: [slug],
	}),
	series: (slug: string, year: number): StreamName => ({
		sql: `('series:' || ${COALITION_BY_SLUG} || ':' || ?)`,
		args: [slug, String(year)],
	}),
}

const streamRow = row({ stream: z.string(), seq: z.number() })

/** How far each stream has come: 0 for one not begun. Streams of what was not found are left out. */
export function streamsQuery(names: readonly StreamName[]): Query<Record<string, number>> {
	if (names.length === 0) return { statements: [], parse: () => ({}) }
	const several = names.flatMap((name) => (typeof name !== 'string' && 'all' in name ? [name] : []))
	const single = names.flatMap((name) => {
		if (typeof name === 'string') return [{ sql: '?', args: [name] }]
		return 'all' in name ? [] : [name]
	})
	const parts = [
		...(single.length > 0 ? [`VALUES ${single.map(({ sql }) => `(${sql})`).join(', ')}`] : []),
		...several.map(({ all }) => all),
	]
	return mapQuery(
		rows(
			`WITH named (stream) AS (${parts.join(' UNION ALL ')})
			SELECT stream, (SELECT COALESCE(MAX(seq), 0) FROM event WHERE event.stream = named.stream) AS seq
			FROM named WHERE stream IS NOT NULL`,
			[...single, ...several].flatMap(({ args }) => [...args]),
			streamRow,
		),
		(found) => Object.fromEntries(found.map(({ stream, seq }) => [stream, seq])),
	)
}
