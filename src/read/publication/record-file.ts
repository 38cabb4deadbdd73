import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { firstRow, row } from '#db/rows.ts'
import { withoutBlocks } from '#domain/publication/sealed.ts'
import { revealedSchema, sealedTextSchema } from '#schema/sealed.ts'
import { languageSchema } from '#schema/statement.ts'
import { type PublicCoalition, publicCoalitionQuery } from './public-coalition.ts'
import { NUMBERED, type Withheld, withheldQuery } from './public-statement.ts'

const fileRow = row({
	language: languageSchema,
	textHash: z.string(),
	recordHash: z.string(),
	textBytes: z.string(),
	recordBytes: z.string(),
	sealedText: z.string().nullable(),
	revealed: z.string().nullable(),
})

/** What a record's file is made of, and the language of its text. */
type RecordFile = ReturnType<typeof servedOf>

/**
 * The same of a coalition's statement. Null: no such coalition. `file`: null when it has published nothing under the number.
 */
export function recordFileQuery(
	slug: string,
	year: number,
	number: number,
): Query<{ readonly coalition: PublicCoalition; readonly file: RecordFile | null } | null> {
	return mapQuery(
		allOf({
			coalition: publicCoalitionQuery(slug),
			row: firstRow(
				`SELECT text_bytes ->> '$.language' AS language, text_hash, record_hash, text_bytes, record_bytes, sealed_text,
					revealed ${NUMBERED}`,
				[slug, year, number],
				fileRow,
			),
			withheld: withheldQuery(slug, year, number),
		}),
		({ coalition, row, withheld }) => coalition && { coalition, file: row && servedOf(row, withheld) },
	)
}

/** As it was hashed, but for what is withheld: a text of leaves is served whatever that is, a plain one only whole. */
function servedOf(
	{ sealedText, revealed, textBytes, ...row }: ReturnType<typeof fileRow>,
	withheld: readonly Withheld[],
) {
	const whole = withheld.length === 0
	if (sealedText === null || revealed === null) {
		return { ...row, withheld, textBytes: whole ? textBytes : null, revealedBytes: null }
	}
	// What is served as it is stored is not read.
	const shown = whole ? revealed : without(withheld, sealedText, revealed)
	return { ...row, withheld, textBytes: sealedText, revealedBytes: shown }
}

function without(withheld: readonly Withheld[], sealedText: string, revealed: string): string {
	const [text, parts] = [sealedTextSchema.parse(JSON.parse(sealedText)), revealedSchema.parse(JSON.parse(revealed))]
	const places = withheld.map(({ index }) => index)
	return JSON.stringify(withoutBlocks(parts, text, places))
}
