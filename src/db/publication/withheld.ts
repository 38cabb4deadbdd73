/**
 * Each `redaction` with `place.key`, where in the text its block stands, counted from 0. Ids are looked up in the revision:
 * the published bytes hold none.
 */
export const REDACTION_PLACES = `redaction
	JOIN statement ON statement.id = redaction.statement_id
	JOIN revision ON revision.id = statement.revision_id
	JOIN json_each(revision.blocks) AS place ON json_extract(place.value, '$.blockId') = redaction.block_id`
