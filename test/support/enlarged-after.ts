import { ASSOCIATION, COALITION, idOf, OF_COALITION, SEAT, SENTENCE } from './enlarged-rows.ts'
import { AREA, NAME } from './enlarged-texts.ts'

/** What the new associations say of what is added to a published statement, and that they do not know of the older ones. */
export const answersAdded = (now: number) => [
	`INSERT INTO addendum_answer (addendum_id, association_id, answer, reason, seat_id, act_id, at)
		SELECT id, ${ASSOCIATION}, CASE n % 10 WHEN 0 THEN 'objected' ELSE 'agreed' END, '${SENTENCE}', ${SEAT}, '', ${now}
		FROM counted, addendum WHERE ${OF_COALITION}`,
	`UPDATE addendum SET record_bytes = json_set(record_bytes, '$.associations', (SELECT json_group_array(json(value)) FROM (
			SELECT value FROM json_each(record_bytes, '$.associations') UNION ALL
			SELECT json_set(record_bytes -> '$.associations[0]', '$.name', '${NAME}' || n, '$.area', '${AREA}') FROM counted)))
		WHERE ordinal IS NOT NULL AND ${OF_COALITION}`,
	`INSERT INTO older_contest (older_id, association_id, reason, standing, seat_id, at)
		SELECT id, ${ASSOCIATION}, CASE n % 3 WHEN 0 THEN '${SENTENCE}' ELSE '' END, 1, ${SEAT}, ${now}
		FROM counted, older_statement WHERE ${OF_COALITION}`,
]

/** At the end of the text of an older statement. */
export const olderBlocks = (block: string) => [
	`UPDATE older_statement SET content = json_set(content, '$.blocks', (SELECT json_group_array(json(value)) FROM (
			SELECT value FROM json_each(content, '$.blocks') UNION ALL SELECT ${block} FROM counted)))
		WHERE ${OF_COALITION} AND number IS NULL`,
]

/** In the bank, of what was published first and of the older statement: what is followed up. */
export const bankedAfter = () => [
	`INSERT INTO adopted_position (coalition_id, statement_id, number, text, sub_points, first_block, last_block, folded, stems)
		SELECT ${COALITION}, source.id, 100 + n, '${SENTENCE}' || n, '[]', 100 + n, 100 + n, 'regionen', ' regionen ' FROM counted,
			(SELECT id FROM older_statement WHERE ${OF_COALITION} AND number IS NULL
			UNION ALL SELECT statement_id FROM publication WHERE ${OF_COALITION} AND year = 2022 AND number = 1) AS source`,
]

/** Statements from before Samsvar was used, each followed up; a correction of each new published one; letters that came back. */
export function listedAfter(now: number): string[] {
	const [older, done, reply] = [idOf('01d'), idOf('d0e'), idOf('4e9')]
	const first = `(SELECT * FROM older_statement WHERE ${OF_COALITION} AND number IS NULL LIMIT 1) AS first`
	const corrected = `(SELECT * FROM addendum WHERE ${OF_COALITION} AND ordinal IS NOT NULL LIMIT 1) AS first`
	return [
		`INSERT INTO older_statement (id, coalition_id, year, number, place, ordinal, label, title, language, content, imported_at, changed_at)
			SELECT ${older}, ${COALITION}, 2016 - n / 500, 1000 + n, 1000 + n, 1000 + n, 'NSPH 2016:' || n, '${SENTENCE}' || n, language, content,
				${now}, ${now} FROM counted, ${first}`,
		`INSERT INTO archive_entry (statement_id, coalition_id, year, number, language, authority, inquiry, inquiry_references)
			SELECT ${older}, ${COALITION}, 2016 - n / 500, 1000 + n, 'sv', 'Socialdepartementet', '${SENTENCE}', 'S2016/' || n FROM counted`,
		`INSERT INTO adopted_position (coalition_id, statement_id, number, text, sub_points, first_block, last_block, folded, stems)
			SELECT ${COALITION}, ${older}, 1, '${SENTENCE}', '[]', 1, 1, 'regionen', ' regionen ' FROM counted`,
		`INSERT INTO decision_document (id, coalition_id, statement_id, kind, title, url, dated_on, recorded_at, changed_at)
			SELECT ${older}, ${COALITION}, ${older}, 'bill', '${SENTENCE}', 'https://example.org/' || n, '2018-01-01', ${now}, ${now}
			FROM counted WHERE n % 2 > 0`,
		`INSERT INTO position_outcome (document_id, statement_id, number, outcome, page, note)
			SELECT ${older}, ${older}, 1, 'rejected', n, '${SENTENCE}' FROM counted WHERE n % 2 > 0`,
		`INSERT INTO addendum (id, coalition_id, statement_id, kind, reason, stretch, blocks, opened_at, closes_at, ordinal, published_at, record_hash,
				record_bytes, revealed)
			SELECT ${idOf('add')}, coalition_id, ${done}, kind, reason, stretch, blocks, opened_at, closes_at, ordinal, published_at, record_hash,
				record_bytes, revealed FROM counted, ${corrected}`,
		`INSERT INTO reply (id, coalition_id, statement_id, response_id, kind, sender, proven, checks, subject, text, about, left_out, status, at)
			SELECT ${reply}, coalition_id, statement_id, response_id, kind, sender, proven, checks, subject, '${SENTENCE}' || n, about, left_out,
				CASE n % 3 WHEN 0 THEN 'waiting' WHEN 1 THEN 'aside' ELSE 'kept' END, ${now} + n
			FROM counted, (SELECT * FROM reply WHERE ${OF_COALITION} LIMIT 1) AS first`,
	]
}
