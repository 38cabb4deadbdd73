import { build } from '#db/client.ts'
import type { Runnable } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import { readRecord } from '#schema/record.ts'
import { revealedSchema } from '#schema/sealed.ts'

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
