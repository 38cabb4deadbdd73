import { build } from '#db/client.ts'
import { asWritten, type Runnable } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import { readRecord } from '#schema/record.ts'
import { revealedSchema } from '#schema/sealed.ts'

/** How the archive lists what was brought in from before, as it stands. */
export const olderArchiveEntry = (olderId: string): Runnable =>
	asWritten({
		sql: `INSERT OR REPLACE INTO archive_entry
				(statement_id, coalition_id, year, number, language, authority, inquiry, inquiry_references)
			SELECT id, coalition_id, year, ordinal, language,
				content ->> '$.inquiry.sender', content ->> '$.inquiry.title', content ->> '$.inquiry.references'
			FROM older_statement WHERE id = ?`,
		args: [olderId],
	})

type Published = {
	readonly statementId: string
	readonly coalitionId: string
	readonly year: number
	readonly number: number
	readonly record: string
	readonly revealed: string | undefined
}

/** How the archive lists what was published: by what was recorded of it. */
export function archiveEntryOf({ record, revealed, ...numbered }: Published): Runnable {
	const read = readRecord(record, revealed === undefined ? null : revealedSchema.parse(JSON.parse(revealed)))
	const { sender = '', title = '', references = '' } = read.inquiry ?? {}
	return build
		.insert(schema.archiveEntry)
		.values({ ...numbered, language: read.language, authority: sender, inquiry: title, references })
}
