import { eq, sql } from 'drizzle-orm'
import { build } from '#db/client.ts'
import * as schema from '#db/schema/index.ts'
import { idOf, type Projections, updateStatement } from './projection.ts'

export const publicationProjections: Projections<'numberTaken' | 'published' | 'markedAsSent' | 'redacted'> = {
	numberTaken: () => [],
	published: (event) => {
		const { record, text, ...numbered } = event.payload
		const statementId = idOf(event)
		return [
			build.insert(schema.publication).values({
				statementId,
				coalitionId: event.coalitionId,
				...numbered,
				title: sql`(SELECT title FROM statement WHERE id = ${statementId})`,
				textBytes: text,
				recordBytes: record,
				publishedAt: event.at,
			}),
			updateStatement(event, { stage: 'published' }),
			build
				.update(schema.inquiry)
				.set({ status: 'answered' })
				.where(eq(schema.inquiry.id, sql`(SELECT inquiry_id FROM statement WHERE id = ${statementId})`)),
		]
	},
	markedAsSent: (event) => [
		build
			.insert(schema.dispatch)
			.values({ actId: event.actId, statementId: idOf(event), ...event.payload, at: event.at }),
	],
	redacted: (event) => [
		build
			.insert(schema.redaction)
			.values({ statementId: idOf(event), ...event.payload, at: event.at })
			.onConflictDoNothing(),
	],
}
