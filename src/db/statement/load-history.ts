import type { InValue } from '@libsql/client/web'
import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { UnreadableEvent } from '#db/replay.ts'
import { id, json, row, rows } from '#db/rows.ts'
import type { ActId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { changesOf, type Sides, TEXT_FACTS, type TextChange } from '#domain/statement/text-history.ts'
import { readFact } from '#schema/facts/read.ts'
import { versionRow } from './load-statement.ts'

/** Whether a row of `event` changed a text, as an SQL expression. */
export const CHANGES_TEXT = `event.type IN (${TEXT_FACTS.map((type) => `'${type}'`).join()})`

/** A stretch of the log: places in it as SQL expressions, from the first to the last. The statement's id is their first argument. */
export type Stretch = { readonly first: string; readonly last: string; readonly args: readonly InValue[] }

/** Changes that followed each other, and the text before the first of them. */
export type Changes = { readonly stood: readonly BlockVersion[]; readonly changes: readonly TextChange[] }

/** What changed the statement's text in a stretch of the log. However long it was before, only what stood then is read of that. */
export function changesQuery({ first, last, args }: Stretch): Query<Changes> {
	return allOf({ stood: stoodQuery(first, args), changes: changesBetweenQuery(first, last, args) })
}

const changeRow = row({ actId: id<ActId>(), type: z.string(), version: z.int(), payload: json(z.unknown()) })

function changesBetweenQuery(first: string, last: string, args: readonly InValue[]): Query<TextChange[]> {
	const found = rows(
		`SELECT act_id, type, version, payload FROM event WHERE statement_id = ?1 AND ${CHANGES_TEXT}
			AND position BETWEEN ${first} AND ${last} ORDER BY position`,
		[...args],
		changeRow,
	)
	return mapQuery(found, (changes) =>
		changes.map(({ actId, ...stored }) => {
			const fact = readFact(stored)
			if (!fact.ok) throw new UnreadableEvent(fact.reason)
			return { ...fact.value, actId } as TextChange
		}),
	)
}

/** The order of the blocks after an event that says it, and the last version that an event wrote, as SQL expressions. */
const ORDER = `CASE type WHEN 'documentRearranged' THEN payload -> '$.order'
	ELSE (SELECT json_group_array(value ->> '$.blockId') FROM json_each(payload, '$.blocks')) END`
const SAYS_ORDER = `(type = 'documentWritten' OR (type = 'documentRearranged' AND payload -> '$.order' IS NOT NULL))`
const LAST_WRITTEN = `CASE type WHEN 'documentWritten' THEN payload ->> '$.blocks[#-1].id'
	WHEN 'documentRearranged' THEN payload ->> '$.written[#-1].id' ELSE payload ->> '$.version.id' END`

/**
 * The statement's text as it stood before a place in the log. Versions of blocks lie in the order in which they were written, which
 * rebuilding, importing and restoring keep; the instants that they have may be the same, or differ with the clocks of two isolates.
 */
function stoodQuery(place: string, args: readonly InValue[]): Query<BlockVersion[]> {
	const earlier = (types: string) =>
		`FROM event WHERE statement_id = ?1 AND ${types} AND position < (SELECT position FROM place) ORDER BY position DESC LIMIT 1`
	return rows(
		`WITH place (position) AS (SELECT ${place}),
			placed (block_id, at) AS (SELECT value, key FROM json_each(
				(SELECT ${ORDER} ${earlier(SAYS_ORDER)}))),
			newest (version) AS (SELECT rowid FROM block_version
				WHERE id = (SELECT ${LAST_WRITTEN} ${earlier(`${CHANGES_TEXT} AND ${LAST_WRITTEN} IS NOT NULL`)}))
		SELECT block_version.id, block_version.block_id, content FROM placed JOIN block_version ON block_version.rowid =
			(SELECT max(rowid) FROM block_version AS written
				WHERE written.block_id = placed.block_id AND rowid <= (SELECT version FROM newest))
		ORDER BY placed.at`,
		[...args],
		versionRow,
	)
}

/** The place in the log of the change of a text that an act made, as an SQL expression of two arguments; none where it made none. */
export const PLACE_OF_CHANGE = `(SELECT position FROM event WHERE act_id = ?2 AND statement_id = ?1 AND ${CHANGES_TEXT})`

/** The statement's text on both sides of the change that an act made; null where it made none. */
export function sidesQuery(statementId: string, actId: string): Query<Sides | null> {
	const stretch = { first: PLACE_OF_CHANGE, last: PLACE_OF_CHANGE, args: [statementId, actId] }
	return mapQuery(changesQuery(stretch), ({ changes, stood }) => [...changesOf(changes, stood)][0] ?? null)
}
