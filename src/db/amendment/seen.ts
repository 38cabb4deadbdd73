/** The stretch of the text that a row of `amendment_version` was written against, as JSON, in SQL. */
export const SEEN = `(SELECT json_group_array(json_object('id', id, 'blockId', block_id, 'content', json(content)))
	FROM (SELECT block_version.id, block_version.block_id, block_version.content FROM json_each(amendment_version.seen) AS saw
		JOIN block_version ON block_version.id = saw.value ->> '$.id' ORDER BY saw.key))`
