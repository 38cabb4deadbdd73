import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { REDACTION_PLACES } from '#db/publication/withheld.ts'
import { firstRow, flag, json, row, rows } from '#db/rows.ts'
import { type Overview, overviewOf } from '#domain/publication/overview.ts'
import type { Block } from '#domain/statement/block.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { overviewed, type RecordHead } from '#schema/overview.ts'
import { type RecordedAssociation, readRecord } from '#schema/record.ts'
import { revealedSchema } from '#schema/sealed.ts'
import { textSchema } from '#schema/statement.ts'
import { ADDED, type Added, addedUnderQuery } from './added.ts'
import { olderUnderQuery, type ReadOlder } from './older.ts'
import { type OutcomeFound, outcomesUnderQuery } from './outcomes.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'
import { type PublicEntry, publicEntry } from './public-search.ts'
import { type ShownTopic, shownTopics, topicsOf } from './topics.ts'
import { withheldContestedQuery } from './withheld.ts'

export type { RecordHead } from '#schema/overview.ts'
export type { RecordedAssociation } from '#schema/record.ts'

/** What each association in a record answered; of many what their answers come to, and of some of them what it was. */
export type Answers = {
	/** Null where `each` are all there are. */
	readonly overview: Overview | null
	readonly each: readonly RecordedAssociation[]
}

/** A published statement, from the bytes that were stored when it was published. */
export type PublishedStatement = {
	readonly record: RecordHead
	readonly answers: Answers
	/** As it may be shown: a withheld block keeps its place, and is empty. */
	readonly text: StatementText
	readonly withheld: readonly Withheld[]
	/** The associations that do not agree that something is withheld, of it or of what was added to it. */
	readonly contestedBy: readonly string[]
	readonly recordHash: string
	readonly textHash: string
	/** Text and record were hashed by leaves, so that the text can be checked whatever of it is withheld. */
	readonly sealed: boolean
}

export type StatementPageData = {
	readonly coalition: PublicCoalition
	/** One from before Samsvar was used that has the number instead, also when it was taken away. */
	readonly imported: ReadOlder | null
	/** Null when the coalition has published nothing under the number. */
	readonly statement: PublishedStatement | null
	/** What documents tell of its positions, in the order of their days. */
	readonly outcomes: readonly OutcomeFound[]
	/** What was added to it: the withdrawal first, then the latest corrections. */
	readonly added: readonly Added[]
	/** What it is sorted under: no part of what was decided. */
	readonly topics: readonly ShownTopic[]
	readonly older: PublicEntry | null
	readonly newer: PublicEntry | null
}

const publishedRow = row({
	textHash: z.string(),
	recordHash: z.string(),
	textBytes: z.string(),
	sealed: flag,
	overview: json(overviewed).nullable(),
	/** With those of its associations that are shown; null where it is read from its overview alone. */
	recordBytes: z.string().nullable(),
	revealed: json(revealedSchema).nullable(),
	topics: shownTopics,
})

const withheldRow = row({ index: z.number(), ground: z.string() })

/** A block whose bytes are withheld: its place in the text, counted from 0, and why. */
export type Withheld = ReturnType<typeof withheldRow>

/** The publication under a slug, a year and a number. */
export const NUMBERED = `FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ? AND number = ?`

export const withheldQuery = (slug: string, year: number, number: number) =>
	rows(
		`SELECT place.key AS "index", redaction.ground FROM ${REDACTION_PLACES}
		JOIN publication ON publication.statement_id = redaction.statement_id
		WHERE publication.coalition_id = ${COALITION_BY_SLUG} AND publication.year = ? AND publication.number = ?
		ORDER BY place.key`,
		[slug, year, number],
		withheldRow,
	)

/** Which answers of a large record are read, in the record's order. */
export type AnswersPart = { readonly from: number; readonly size: number }

/** A row of `publication`, with as much of its record as is read. Of a large one the database takes out the part that is asked for. */
const READ = `WITH found AS (SELECT *, CASE WHEN overview IS NULL THEN record_bytes WHEN ?4 > 0 THEN
		json_set(record_bytes, '$.associations', (SELECT json_group_array(json(value))
			FROM json_each(record_bytes, '$.associations') WHERE key >= ?5 AND key < ?5 + ?4)) END AS shown
		FROM publication WHERE coalition_id = (SELECT coalition_id FROM slug WHERE slug = ?1) AND year = ?2 AND number = ?3)
	SELECT text_hash, record_hash, text_bytes, revealed IS NOT NULL AS sealed, overview, shown AS record_bytes,
		CASE WHEN overview IS NULL THEN revealed WHEN shown IS NOT NULL AND revealed IS NOT NULL THEN
			(SELECT json_group_object(key, json(value)) FROM json_each(revealed)
				WHERE key IN (SELECT atom FROM json_tree(shown) WHERE type = 'text')) END AS revealed, ${topicsOf('found.statement_id')} AS topics
	FROM found`

/** What a published statement's page and text are made from, and a part of its answers. Null: no such coalition. */
export function statementPageQuery(
	slug: string,
	year: number,
	number: number,
	part: AnswersPart = { from: 0, size: 0 },
): Query<StatementPageData | null> {
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			row: firstRow(READ, [slug, year, number, part.size, part.from], publishedRow),
			withheld: withheldQuery(slug, year, number),
			contestedBy: withheldContestedQuery(slug, year, number),
			outcomes: outcomesUnderQuery(slug, year, number),
			added: addedUnderQuery(slug, year, number),
			imported: olderUnderQuery(slug, year, String(number)),
			older: neighbourQuery(slug, year, number, 'older'),
			newer: neighbourQuery(slug, year, number, 'newer'),
		}),
		({ coalition, row, withheld, contestedBy, outcomes, added, imported, older, newer }) => {
			if (!coalition) return null
			if (!row)
				return { coalition, imported, statement: null, outcomes, added: [], topics: [], older: null, newer: null }
			const text = textSchema.parse(JSON.parse(row.textBytes))
			const places = new Set(withheld.map(({ index }) => index))
			const { recordHash, textHash, sealed } = row
			const statement: PublishedStatement = {
				...recordIn(row, part),
				text: { ...text, blocks: text.blocks.map((block, index) => (places.has(index) ? emptied(block) : block)) },
				withheld,
				contestedBy,
				recordHash,
				textHash,
				sealed,
			}
			return { coalition, imported: null, statement, outcomes, added, topics: row.topics, older, newer }
		},
	)
}

function recordIn(
	{ overview: kept, recordBytes, revealed }: NonNullable<ReturnType<typeof publishedRow>>,
	{ from, size }: AnswersPart,
): Pick<PublishedStatement, 'record' | 'answers'> {
	const read = recordBytes === null ? null : readRecord(recordBytes, revealed)
	if (kept) return { record: kept.record, answers: { overview: kept.overview, each: read?.associations ?? [] } }
	if (!read) throw new Error('a record is read where there is no overview of it')
	// A large one has none from when it is migrated until the tables have been made anew.
	const overview = overviewOf(read.associations)
	const each = overview ? read.associations.slice(from, from + size) : read.associations
	return { record: read, answers: { overview, each } }
}

/** Keeps what numbers and references depend on, and nothing that was written. */
export function emptied(block: Block): Block {
	switch (block.kind) {
		case 'position':
		case 'subPoint':
		case 'heading':
		case 'signature':
			return { kind: block.kind, text: '' }
		case 'footnote':
			return { kind: 'footnote', label: block.label, text: '' }
		default:
			return { kind: 'paragraph', text: '' }
	}
}

function neighbourQuery(
	slug: string,
	year: number,
	number: number,
	which: 'older' | 'newer',
): Query<PublicEntry | null> {
	const [than, order] = which === 'older' ? ['<', 'DESC'] : ['>', 'ASC']
	return firstRow(
		`SELECT label, title, year, number, published_at, json_extract(text_bytes, '$.language') AS language, ${ADDED}
		FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND (year, number) ${than} (?, ?)
		ORDER BY year ${order}, number ${order} LIMIT 1`,
		[slug, year, number],
		publicEntry,
	)
}
