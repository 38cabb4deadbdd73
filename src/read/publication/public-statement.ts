import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, json, row, rows } from '#db/rows.ts'
import { withoutBlocks } from '#domain/publication/sealed.ts'
import type { Block } from '#domain/statement/block.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { revealedSchema, sealedTextSchema } from '#schema/sealed.ts'
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
	readonly recordBytes: string
	/** The text as it was hashed; null when that cannot be shown, because a part of it is withheld. */
	readonly textBytes: string | null
	/** What the leaves in text and record stand for, but for what is withheld; null where there are none. */
	readonly revealedBytes: string | null
	readonly recordHash: string
	readonly textHash: string
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
	sealedText: z.string().nullable(),
	revealed: json(revealedSchema).nullable(),
})

const withheldRow = row({ index: z.number(), ground: z.string() })

/** A block whose bytes are withheld: its place in the text, counted from 0, and why. */
export type Withheld = ReturnType<typeof withheldRow>

/** What a published statement's page and files are made from. Null: no such coalition. */
export function statementPageQuery(slug: string, year: number, number: number): Query<StatementPageData | null> {
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			row: firstRow(
				`SELECT text_hash, record_hash, text_bytes, record_bytes, sealed_text, revealed
				FROM publication WHERE coalition_id = ${COALITION_BY_SLUG} AND year = ? AND number = ?`,
				[slug, year, number],
				publishedRow,
			),
			withheld: rows(
				`SELECT place.key AS "index", redaction.ground FROM ${REDACTION_PLACES}
				JOIN publication ON publication.statement_id = redaction.statement_id
				WHERE publication.coalition_id = ${COALITION_BY_SLUG} AND publication.year = ? AND publication.number = ?
				ORDER BY place.key`,
				[slug, year, number],
				withheldRow,
			),
			older: neighbourQuery(slug, year, number, 'older'),
			newer: neighbourQuery(slug, year, number, 'newer'),
		}),
		({ coalition, row, withheld, older, newer }) => {
			if (!coalition) return null
			if (!row) return { coalition, statement: null, older: null, newer: null }
			const text = textSchema.parse(JSON.parse(row.textBytes))
			const places = new Set(withheld.map(({ index }) => index))
			const statement: PublishedStatement = {
				record: readRecord(row.recordBytes, row.revealed),
				text: { ...text, blocks: text.blocks.map((block, index) => (places.has(index) ? emptied(block) : block)) },
				withheld,
				...bytesOf(row, [...places]),
			}
			return { coalition, statement, older, newer }
		},
	)
}

/** What is served as it was hashed. A text of leaves can be shown whatever is withheld; a plain one only whole. */
function bytesOf({ sealedText, revealed, textBytes, ...hashed }: ReturnType<typeof publishedRow>, gone: number[]) {
	if (sealedText === null || revealed === null) {
		return { ...hashed, textBytes: gone.length === 0 ? textBytes : null, revealedBytes: null }
	}
	const shown = withoutBlocks(revealed, sealedTextSchema.parse(JSON.parse(sealedText)), gone)
	return { ...hashed, textBytes: sealedText, revealedBytes: JSON.stringify(shown) }
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
