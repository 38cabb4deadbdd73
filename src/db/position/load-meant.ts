import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { firstValue } from '#db/rows.ts'
import type { Meant } from '#domain/position/likeness-meant.ts'

/**
 * Whether it is said of a row of `likeness_meant` in the words that a block has: those that it was said of, in whichever version they are
 * written again. An SQL condition; `version` is the block's.
 */
export const meantInWords = (version: string): string =>
	`(SELECT content FROM block_version WHERE id = likeness_meant.version_id) =
		(SELECT content FROM block_version WHERE id = ${version})`

/** Whether it was said that a block is meant to be like an adopted position, in the words of that version. */
export function meantQuery({ blockId, versionId, adoptedIn, number }: Omit<Meant, 'meant'>): Query<boolean> {
	return mapQuery(
		firstValue(
			`SELECT 1 FROM likeness_meant WHERE block_id = ? AND adopted_in = ? AND number = ? AND ${meantInWords('?')}`,
			[blockId, adoptedIn, number, versionId],
			z.number(),
		),
		(found) => found !== null,
	)
}
