import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG, isMember } from '#db/members/load-actor.ts'
import { REDACTION_PLACES } from '#db/publication/withheld.ts'
import { firstValue, json, row, rows } from '#db/rows.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { AddendumRecord } from '#domain/publication/addendum-record.ts'
import type { CitedOutcome } from '#domain/publication/outcome.ts'
import { readAddendum } from '#schema/addendum.ts'
import { decisionDocumentSchema, positionOutcomeSchema } from '#schema/outcome.ts'
import { type ReadRecord, readRecord } from '#schema/record.ts'
import { revealedSchema } from '#schema/sealed.ts'
import { textSchema } from '#schema/statement.ts'
import { READ_OLDER, type ReadOlder, readOlderColumns } from './older.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'
import type { Withheld } from './public-statement.ts'
import { shownTopics, topicsOf } from './topics.ts'

/**
 * Where a part begins: with the newest statement that is older than this. `ordinal`: among those of its year, its number, or
 * what an older statement without one has instead.
 */
export type Before = { readonly year: number; readonly ordinal: number }

/** A statement that was published here, with all that was recorded of it. */
export type OpenStatement = Before & {
	readonly record: ReadRecord
	/** Whole: what is withheld of it is for whoever writes it out to leave out. */
	readonly text: z.output<typeof textSchema>
	readonly withheld: readonly Withheld[]
	readonly textHash: string
	readonly recordHash: string
	/** Names of what it is sorted under; no part of what was decided. */
	readonly topics: readonly string[]
	/** What documents tell of its positions, by their days. */
	readonly outcomes: readonly CitedOutcome[]
	/** Corrections and the withdrawal, in the order in which they were published. */
	readonly added: readonly OpenAddendum[]
}

/** What was added to a statement. Whole, likewise. */
export type OpenAddendum = {
	readonly record: AddendumRecord
	readonly recordHash: string
	readonly withheld: readonly Withheld[]
}

/** One from before Samsvar was used, as it stands, with who says that they do not know of it. */
export type OpenOlder = Before & { readonly older: ReadOlder; readonly outcomes: readonly CitedOutcome[] }

export type OpenData = {
	readonly coalition: PublicCoalition
	/** Present members in the coalition's own order. */
	readonly associations: readonly ReturnType<typeof associationRow>[]
	/** Newest first, those that were published here and those that were brought in among each other. */
	readonly statements: readonly (OpenStatement | OpenOlder)[]
	/** The oldest of them, where there are older ones still; else null. */
	readonly more: Before | null
	/** Whether the part begins at a statement that there is. */
	readonly begins: boolean
}

/** How many statements are in a part, and how many bytes of texts and records; one, where it has more. */
const STATEMENTS = 50
const BYTES = 4_000_000

const associationRow = row({ name: z.string(), area: z.string() })

/** Of how many there are from here on, itself among them. */
const left = z.number()

const outcomes = json(
	z.array(
		z.strictObject({
			...{ number: z.int(), outcome: positionOutcomeSchema, page: z.string(), note: z.string() },
			document: decisionDocumentSchema,
		}),
	),
)

/** All that is recorded of positions that can be read, of a statement in a part, as an SQL expression that gives JSON. */
const OUTCOMES = `(SELECT json_group_array(json_object('number', told.number, 'outcome', outcome, 'page', page, 'note', note,
		'document', json_object('kind', kind, 'title', document.title, 'url', url, 'datedOn', dated_on))
		ORDER BY dated_on, recorded_at, document_id, told.number)
	FROM position_outcome AS told JOIN decision_document AS document ON document.id = document_id
	JOIN adopted_position AS read ON read.statement_id = told.statement_id AND read.number = told.number
	WHERE told.statement_id = part.id) AS outcomes`

const statementRow = row({
	left,
	year: z.number(),
	ordinal: z.number(),
	textHash: z.string(),
	recordHash: z.string(),
	textBytes: json(textSchema),
	recordBytes: z.string(),
	revealed: json(revealedSchema).nullable(),
	topics: shownTopics,
	outcomes,
})

const olderInPart = row({ ...readOlderColumns, left, ordinal: z.number(), outcomes }, (found) => {
	const { left, ordinal, outcomes, ...older } = found
	return { year: older.year, ordinal, left, older, outcomes }
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

/** How a coalition's statements are named and numbered, and how many bytes each has. */
const LISTED = `SELECT * FROM (SELECT statement_id AS id, year, number AS ordinal,
			length(CAST(text_bytes AS BLOB)) + length(CAST(record_bytes AS BLOB)) AS bytes
		FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND (year, number) < (?, ?)
		ORDER BY year DESC, number DESC LIMIT ?)
	UNION ALL SELECT * FROM (SELECT id, year, ordinal, length(CAST(content AS BLOB)) AS bytes
		FROM older_statement WHERE coalition_id = ${COALITION_BY_SLUG} AND removed_at IS NULL AND (year, ordinal) < (?, ?)
		ORDER BY year DESC, ordinal DESC LIMIT ?)`

/** Those that are in a part, with their places in it. */
const PART = `WITH listed AS (${LISTED}), placed AS (SELECT id, ordinal, SUM(bytes) OVER newest AS bytes,
			ROW_NUMBER() OVER newest AS place FROM listed WINDOW newest AS (ORDER BY year DESC, ordinal DESC)),
		part AS (SELECT id, ordinal, place, (SELECT COUNT(*) FROM placed) - place + 1 AS left FROM placed
			WHERE place = 1 OR (place <= ? AND bytes <= ?))`

/** All that is public of a coalition, in parts. Null: no such coalition. */
export function openDataQuery(slug: string, before: Before | null, now: Instant): Query<OpenData | null> {
	const { year, ordinal } = before ?? { year: 10_000, ordinal: 0 }
	const newest = [slug, year, ordinal, STATEMENTS + 1]
	const part = [...newest, ...newest, STATEMENTS, BYTES]
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			associations: rows(
				`SELECT name, area FROM association WHERE coalition_id = ${COALITION_BY_SLUG} AND ${isMember('association')}
				ORDER BY ordinal, id`,
				[slug, now],
				associationRow,
			),
			published: rows(
				`${PART} SELECT left, year, ordinal, text_hash, record_hash, text_bytes, record_bytes, revealed,
					${topicsOf('publication.statement_id')} AS topics, ${OUTCOMES}
				FROM part JOIN publication ON publication.statement_id = part.id ORDER BY place`,
				part,
				statementRow,
			),
			older: rows(
				`${PART} SELECT older.*, left, ${OUTCOMES} FROM part JOIN (${READ_OLDER}) AS older ON older.id = part.id ORDER BY place`,
				[...part, slug],
				olderInPart,
			),
			begins: firstValue(
				`SELECT 1 FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ? AND number = ?
				UNION SELECT 1 FROM older_statement WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ? AND ordinal = ?`,
				[slug, year, ordinal, slug, year, ordinal],
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
		({ coalition, associations, published, older, withheld, added, begins }) => {
			if (!coalition) return null
			const here = published.map(({ textHash, recordHash, textBytes, recordBytes, revealed, topics, ...placed }) => ({
				...placed,
				record: readRecord(recordBytes, revealed),
				text: textBytes,
				withheld: withheld.filter(isOf(placed)),
				textHash,
				recordHash,
				topics: topics.map(({ name }) => name),
				added: added.filter(isOf(placed)).map((each) => ({
					record: readAddendum(each.recordBytes, each.revealed),
					recordHash: each.recordHash,
					withheld: each.withheld,
				})),
			}))
			const statements = [...here, ...older].sort((one, other) => other.left - one.left)
			const last = statements.at(-1)
			return {
				coalition,
				associations,
				begins: begins !== null,
				more: last && last.left > 1 ? { year: last.year, ordinal: last.ordinal } : null,
				statements,
			}
		},
	)
}

const isOf =
	({ year, ordinal }: Before) =>
	(other: { readonly year: number; readonly number: number }) =>
		other.year === year && other.number === ordinal
