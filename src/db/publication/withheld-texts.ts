/**
 * Each text that somebody wrote in what was added to a statement, as a block whose id is the text's leaf. An SQL query, with the
 * statement's id as an expression.
 */
export const textsAdded = (statementId: string) => `SELECT json_object('id', part.key, 'blockId', part.key, 'content',
		json_object('kind', 'paragraph', 'text', part.value ->> '$.value')) AS value
	FROM addendum, json_each(addendum.revealed) AS part
	WHERE addendum.statement_id = ${statementId} AND ordinal IS NOT NULL AND json_type(part.value, '$.value') = 'text'`

/**
 * Takes the text of that leaf out of what was added to a statement, so that whatever reads it finds it no more. What it was withheld for
 * stands in `redaction`. Nothing where it is no leaf there, as the id of a block is none.
 */
export function withholdText(statementId: string, leaf: string) {
	const args = [statementId, `$."${leaf}"`, `$."${leaf}".value`]
	const text = 'json_extract(revealed, ?3)'
	const its = 'statement_id = ?1 AND ordinal IS NOT NULL AND json_type(revealed, ?2) IS NOT NULL'
	return [
		{
			sql: `UPDATE addendum_answer SET reason = ''
				WHERE (addendum_id, reason) IN (SELECT id, ${text} FROM addendum WHERE ${its})`,
			args,
		},
		{
			sql: `UPDATE addendum SET reason = iif(reason = ${text}, '', reason), urgent = iif(urgent = ${text}, '', urgent),
				revealed = json_remove(revealed, ?2) WHERE ${its}`,
			args,
		},
	]
}
