import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG, isMember } from '#db/members/load-actor.ts'
import { REDACTION_PLACES } from '#db/publication/withheld.ts'
import { firstValue, json, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { AddendumRecord } from '#domain/publication/addendum-record.ts'
import { readAddendum } from '#schema/addendum.ts'
import { type ReadRecord, readRecord } from '#schema/record.ts'
import { revealedSchema } from '#schema/sealed.ts'
import { textSchema } from '#schema/statement.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'
import type { Withheld } from './public-statement.ts'
import { shownTopics, topicsOf } from './topics.ts'

/** Where a part begins: with the newest statement that is older than this. */
export type Before = { readonly year: number; readonly number: number }

/** A published statement with all that was recorded of it. */
export type OpenStatement = {
	readonly record: ReadRecord
	/** Whole: what is withheld of it is for whoever writes it out to leave out. */
	readonly text: z.output<typeof textSchema>
	readonly withheld: readonly Withheld[]
	readonly textHash: string
	readonly recordHash: string
	/** Names of what it is sorted under; no part of what was decided. */
	readonly topics: readonly string[]
	/** Corrections and the withdrawal, in the order in which they were published. */
	readonly added: readonly OpenAddendum[]
}

/** What was added to a statement. Whole, likewise. */
export type OpenAddendum = {
	readonly record: AddendumRecord
	readonly recordHash: string
	readonly withheld: readonly Withheld[]
}

export type OpenData = {
	readonly coalition: PublicCoalition
	/** Present members in the coalition's own order. */
	readonly associations: readonly ReturnType<typeof associationRow>[]
	/** Newest first. */
	readonly statements: readonly OpenStatement[]
	/** The oldest of them, where there are older ones still; else null. */
	readonly more: Before | null
	/** Whether the part begins at a statement that there is. */
	readonly begins: boolean
}

/** How many statements are in a part, and how many bytes of texts and records; one, where it has more. */
const STATEMENTS = 50
const BYTES = 4_000_000

const associationRow = row({ name: z.string(), area: z.string() })

const statementRow = row({
	year: z.number(),
	number: z.number(),
	textHash: z.string(),
	recordHash: z.string(),
	textBytes: json(textSchema),
	recordBytes: z.string(),
	revealed: json(revealedSchema).nullable(),
	topics: shownTopics,
	/** How many there are from here on, itself among them. */
	left: z.number(),
})

const withheldRow = row({ year: z.number(), number: z.number(), index: z.number(), ground: z.string() })

const addedRow = row({
	year: z.number(),
	number: z.number(),
	recordHash: z.string(),
	recordBytes: z.string(),
	revealed: z.string(),
	withheld: json(z.array(z.object({ index: z.number(), ground: z.string() }))),
})

/** All that is public of a coalition, in parts. Null: no such coalition. */
export function openDataQuery(slug: string, before: Before | null, now: Instant): Query<OpenData | null> {
	const { year, number } = before ?? { year: 10_000, number: 0 }
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			associations: rows(
				`SELECT name, area FROM association WHERE coalition_id = ${COALITION_BY_SLUG} AND ${isMember('association')}
				ORDER BY ordinal, id`,
				[slug, now],
				associationRow,
			),
			statements: rows(
				`WITH older AS (SELECT statement_id, year, number,
						SUM(length(CAST(text_bytes AS BLOB)) + length(CAST(record_bytes AS BLOB)))
							OVER (ORDER BY year DESC, number DESC) AS bytes,
						ROW_NUMBER() OVER (ORDER BY year DESC, number DESC) AS place
					FROM (SELECT statement_id, year, number, text_bytes, record_bytes FROM publication
						WHERE coalition_id = ${COALITION_BY_SLUG} AND (year, number) < (?, ?)
						ORDER BY year DESC, number DESC LIMIT ?))
				SELECT publication.year, publication.number, text_hash, record_hash, text_bytes, record_bytes, revealed,
					${topicsOf('publication.statement_id')} AS topics, (SELECT COUNT(*) FROM older) - older.place + 1 AS left
				FROM older JOIN publication ON publication.statement_id = older.statement_id
				WHERE older.place = 1 OR (older.place <= ? AND older.bytes <= ?) ORDER BY older.place`,
				[slug, year, number, STATEMENTS + 1, STATEMENTS, BYTES],
				statementRow,
			),
			begins: firstValue(
				`SELECT 1 FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ? AND number = ?`,
				[slug, year, number],
				z.number(),
			),
			withheld: rows(
				`SELECT publication.year, publication.number, place.key AS "index", redaction.ground FROM ${REDACTION_PLACES}
				JOIN publication ON publication.statement_id = redaction.statement_id
				WHERE publication.coalition_id = ${COALITION_BY_SLUG}`,
				[slug],
				withheldRow,
			),
			added: rows(
				`SELECT year, number, addendum.record_hash, addendum.record_bytes, addendum.revealed,
					(SELECT json_group_array(json_object('index', place.key, 'ground', ground)) FROM json_each(addendum.blocks) AS place
						JOIN redaction ON redaction.statement_id = addendum.statement_id
							AND redaction.block_id = json_extract(place.value, '$.blockId')) AS withheld
				FROM addendum JOIN publication ON publication.statement_id = addendum.statement_id
				WHERE publication.coalition_id = ${COALITION_BY_SLUG} AND ordinal IS NOT NULL ORDER BY addendum.published_at, ordinal`,
				[slug],
				addedRow,
			),
		}),
		({ coalition, associations, statements, withheld, added, begins }) => {
			if (!coalition) return null
			const last = statements.at(-1)
			const isOf = (one: Before) => (other: Before) => one.year === other.year && one.number === other.number
			return {
				coalition,
				associations,
				begins: begins !== null,
				more: last && last.left > 1 ? { year: last.year, number: last.number } : null,
				statements: statements.map(
					({ textHash, recordHash, textBytes, recordBytes, revealed, topics, ...numbered }) => ({
						record: readRecord(recordBytes, revealed),
						text: textBytes,
						withheld: withheld.filter(isOf(numbered)),
						textHash,
						recordHash,
						topics: topics.map(({ name }) => name),
						added: added.filter(isOf(numbered)).map((each) => ({
							record: readAddendum(each.recordBytes, each.revealed),
							recordHash: each.recordHash,
							withheld: each.withheld,
						})),
					}),
				),
			}
		},
	)
}
