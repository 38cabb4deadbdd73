import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, json, row, rows } from '#db/rows.ts'
import type { Block } from '#domain/statement/block.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { revealedSchema } from '#schema/sealed.ts'
import { textSchema } from '#schema/statement.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'
import { type ReadRecord, readRecord } from './public-record.ts'
import { type PublicEntry, publicEntry, REDACTION_PLACES } from './public-search.ts'

/** A published statement, from the bytes that were stored when it was published. */
export type PublishedStatement = {
	readonly record: ReadRecord
	/** As it may be shown: a withheld block keeps its place, and is empty. */
	readonly text: StatementText
	readonly withheld: readonly Withheld[]
	readonly recordHash: string
	readonly textHash: string
	/** Text and record were hashed by leaves, so that the text can be checked whatever of it is withheld. */
	readonly sealed: boolean
}

export type StatementPageData = {
	readonly coalition: PublicCoalition
	/** Null when the coalition has published nothing under the number. */
	readonly statement: PublishedStatement | null
	readonly older: PublicEntry | null
	readonly newer: PublicEntry | null
}

const publishedRow = row({
	textHash: z.string(),
	recordHash: z.string(),
	textBytes: z.string(),
	recordBytes: z.string(),
	revealed: json(revealedSchema).nullable(),
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

/** What a published statement's page and text are made from. Null: no such coalition. */
export function statementPageQuery(slug: string, year: number, number: number): Query<StatementPageData | null> {
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			row: firstRow(
				`SELECT text_hash, record_hash, text_bytes, record_bytes, revealed ${NUMBERED}`,
				[slug, year, number],
				publishedRow,
			),
			withheld: withheldQuery(slug, year, number),
			older: neighbourQuery(slug, year, number, 'older'),
			newer: neighbourQuery(slug, year, number, 'newer'),
		}),
		({ coalition, row, withheld, older, newer }) => {
			if (!coalition) return null
			if (!row) return { coalition, statement: null, older: null, newer: null }
			const text = textSchema.parse(JSON.parse(row.textBytes))
			const places = new Set(withheld.map(({ index }) => index))
			const { recordHash, textHash, recordBytes, revealed } = row
			const statement: PublishedStatement = {
				record: readRecord(recordBytes, revealed),
				text: { ...text, blocks: text.blocks.map((block, index) => (places.has(index) ? emptied(block) : block)) },
				withheld,
				recordHash,
				textHash,
				sealed: revealed !== null,
			}
			return { coalition, statement, older, newer }
		},
	)
}

/** Keeps what numbers and references depend on, and nothing that was written. */
function emptied(block: Block): Block {
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
		`SELECT label, title, year, number, published_at, json_extract(text_bytes, '$.language') AS language
		FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND (year, number) ${than} (?, ?)
		ORDER BY year ${order}, number ${order} LIMIT 1`,
		[slug, year, number],
		publicEntry,
	)
}
