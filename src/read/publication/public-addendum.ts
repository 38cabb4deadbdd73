import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { logoColumn } from '#db/coalition/load-coalition.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { firstRow, id, json, row, rows } from '#db/rows.ts'
import type { Logo } from '#domain/coalition/coalition.ts'
import type { Hex } from '#domain/coalition/colour.ts'
import type { CoalitionId } from '#domain/kernel/id.ts'
import type { AddendumKind } from '#domain/publication/addendum.ts'
import { type AddendumRecord, mapAddendum } from '#domain/publication/addendum-record.ts'
import { withoutBlocks } from '#domain/publication/sealed.ts'
import type { Block } from '#domain/statement/block.ts'
import type { StatementText } from '#domain/statement/statement.ts'
import { readAddendum, sealedAddendumSchema } from '#schema/addendum.ts'
import { revealedSchema } from '#schema/sealed.ts'
import { textSchema } from '#schema/statement.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'
import { emptied, type Withheld, withheldQuery } from './public-statement.ts'

/** What was added to a published statement, from the bytes that were stored when it was published. */
export type PublishedAddendum = {
	readonly record: AddendumRecord
	readonly recordHash: string
	readonly recordBytes: string
	/** What the leaves in it stand for, but for what is withheld. */
	readonly revealedBytes: string
	/** As they may be shown: a withheld block keeps its place, and is empty. */
	readonly blocks: readonly Block[]
	readonly withheld: readonly Withheld[]
	/** Texts that are withheld: their leaves, and why. They are empty in `record`. */
	readonly withheldTexts: readonly WithheldText[]
	/** The record with why it is withheld in the place of each text, and null in that of what is not; null where none is. */
	readonly grounds: AddendumRecord<string | null, unknown> | null
	/** The statement's text, and what of it is withheld; emptied there likewise. */
	readonly text: StatementText
	readonly textWithheld: readonly Withheld[]
	/** How the coalition's letters looked when it published the statement. */
	readonly coalitionId: CoalitionId
	readonly accent: Hex | null
	readonly logo: Logo | null
}

export type WithheldText = { readonly leaf: string; readonly ground: string }

export type AddendumPageData = {
	readonly coalition: PublicCoalition
	/** Null: nothing of the kind was added to such a statement. */
	readonly addendum: PublishedAddendum | null
}

/** Under which address it is: its statement's number, its kind and its place among those of its kind. */
export type AddendumPlace = {
	readonly year: number
	readonly number: number
	readonly kind: AddendumKind
	readonly ordinal: number
}

const addendumRow = row({
	coalitionId: id<CoalitionId>(),
	recordHash: z.string(),
	recordBytes: z.string(),
	revealed: z.string(),
	textBytes: json(textSchema),
	accent: z.string().nullable(),
	logo: logoColumn,
})

const withheldTextRow = row({ leaf: z.string(), ground: z.string() })

const withheldRow = row({ index: z.number(), ground: z.string() })

/** A correction or withdrawal of a statement. Null: no such coalition. */
export function addendumPageQuery(
	slug: string,
	{ year, number, kind, ordinal }: AddendumPlace,
): Query<AddendumPageData | null> {
	const found = `FROM addendum JOIN publication ON publication.statement_id = addendum.statement_id
		WHERE publication.coalition_id = ${COALITION_BY_SLUG} AND year = ? AND number = ? AND kind = ? AND ordinal = ?`
	const args = [slug, year, number, kind, ordinal]
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			row: firstRow(
				`SELECT publication.coalition_id, addendum.record_hash, addendum.record_bytes, addendum.revealed,
					publication.text_bytes, accent, logo ${found}`,
				args,
				addendumRow,
			),
			withheld: rows(
				`SELECT place.key AS "index", redaction.ground FROM (SELECT addendum.statement_id, blocks ${found}) AS added
					JOIN json_each(added.blocks) AS place
					JOIN redaction ON redaction.statement_id = added.statement_id
						AND redaction.block_id = json_extract(place.value, '$.blockId') ORDER BY place.key`,
				args,
				withheldRow,
			),
			withheldTexts: rows(
				`SELECT part.value AS leaf, redaction.ground FROM (SELECT addendum.statement_id, addendum.record_bytes ${found}) AS added
					JOIN json_tree(added.record_bytes) AS part ON part.type = 'text'
					JOIN redaction ON redaction.statement_id = added.statement_id AND redaction.block_id = part.value ORDER BY part.id`,
				args,
				withheldTextRow,
			),
			textWithheld: withheldQuery(slug, year, number),
		}),
		({ coalition, row, ...gone }) => coalition && { coalition, addendum: row && addendumOf(row, gone) },
	)
}

function addendumOf(
	{ textBytes, revealed, ...stored }: ReturnType<typeof addendumRow>,
	{ withheld, withheldTexts, textWithheld }: Pick<PublishedAddendum, 'withheld' | 'withheldTexts' | 'textWithheld'>,
): PublishedAddendum {
	const record = readAddendum(stored.recordBytes, revealed)
	const shown = (blocks: readonly Block[], gone: readonly Withheld[]) => {
		const places = new Set(gone.map(({ index }) => index))
		return blocks.map((block, index) => (places.has(index) ? emptied(block) : block))
	}
	const blocks = shown(record.blocks, withheld)
	return {
		...stored,
		record: { ...record, blocks },
		blocks,
		withheld,
		withheldTexts,
		grounds: withheldTexts.length === 0 ? null : groundsIn(stored.recordBytes, withheldTexts),
		revealedBytes: withheld.length === 0 ? revealed : without(withheld, stored.recordBytes, revealed),
		text: { ...textBytes, blocks: shown(textBytes.blocks, textWithheld) },
		textWithheld,
	}
}

function without(withheld: readonly Withheld[], record: string, revealed: string): string {
	const sealed = sealedAddendumSchema.parse(JSON.parse(record))
	const parts = revealedSchema.parse(JSON.parse(revealed))
	const places = withheld.map(({ index }) => index)
	return JSON.stringify(withoutBlocks(parts, sealed, places))
}

function groundsIn(record: string, withheld: readonly WithheldText[]): AddendumRecord<string | null, unknown> {
	const grounds = new Map(withheld.map(({ leaf, ground }) => [leaf, ground]))
	return mapAddendum(
		sealedAddendumSchema.parse(JSON.parse(record)),
		(leaf): string | null => grounds.get(leaf) ?? null,
		(leaf): unknown => leaf,
	)
}
