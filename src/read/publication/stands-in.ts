import { WITHHELD } from './public-search.ts'

/** Joins of what was published here, or brought in from before, by the id that both go by. */
export const standsIn = (of: string): string => `LEFT JOIN publication ON publication.statement_id = ${of}
	LEFT JOIN older_statement AS older ON older.id = ${of} AND publication.statement_id IS NULL`

/** How either is named. */
export const CITED = `COALESCE(publication.label, older.label) AS label, COALESCE(publication.year, older.year) AS year,
	COALESCE(publication.number, older.place) AS statement_number`

/** What a reader can see of the text of either, a row for each text in it. What is withheld can be neither read nor guessed at by searching. */
export const SHOWN_TEXTS = `json_each(COALESCE(publication.text_bytes, older.content), '$.blocks') AS block, json_tree(block.value) AS leaf
	WHERE leaf.type = 'text' AND leaf.key IS NOT 'kind' AND block.key NOT IN ${WITHHELD}`
