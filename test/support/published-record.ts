import type { Client } from '@libsql/client/web'
import { type ReadRecord, readRecord } from '#schema/record.ts'
import { revealedSchema } from '#schema/sealed.ts'

/** The one record that was published, as it reads. */
export async function publishedRecord(client: Client): Promise<ReadRecord> {
	const { rows } = await client.execute('SELECT record_bytes, revealed FROM publication')
	const [row] = rows
	if (row === undefined || rows.length > 1) throw new Error('one statement is published')
	const revealed = row.revealed === null ? null : revealedSchema.parse(JSON.parse(String(row.revealed)))
	return readRecord(String(row.record_bytes), revealed)
}
