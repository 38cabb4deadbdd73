import { and, eq, sql } from 'drizzle-orm'
import { build } from '#db/client.ts'
import {
	asWritten,
	idOf,
	overwriting,
	type Projections,
	type Runnable,
	update,
	updateStatement,
} from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import type { StoredEvent } from '#domain/event.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { overviewBytes } from '#schema/overview.ts'
import { plainBytes } from '#schema/sealed.ts'
import { textSchema } from '#schema/statement.ts'
import { archiveEntryOf } from './archive-entry.ts'
import { bankedPositions } from './banked-positions.ts'
import { olderProjections } from './project-older.ts'
import { outcomeProjections } from './project-outcomes.ts'
import { awaitIndex } from './search-index.ts'
import { withholdText } from './withheld-texts.ts'

export const publicationProjections = {
	...olderProjections,
	...outcomeProjections,
	numberTaken: () => [],
	published: (event) => {
		const { record, text, revealed, ...numbered } = event.payload
		const textBytes = revealed === undefined ? text : plainBytes(text, revealed)
		const statementId = idOf(event)
		const { year, number } = numbered
		return [
			build.insert(schema.publication).values({
				statementId,
				coalitionId: event.coalitionId,
				...numbered,
				title: sql`(SELECT title FROM statement WHERE id = ${statementId})`,
				textBytes,
				recordBytes: record,
				overview: overviewBytes(record, revealed),
				...(revealed === undefined ? {} : { sealedText: text, revealed }),
				publishedAt: event.at,
				accent: sql`(SELECT accent FROM coalition WHERE id = ${event.coalitionId})`,
				logo: sql`(SELECT logo FROM coalition WHERE id = ${event.coalitionId})`,
			}),
			updateStatement(event, { stage: 'published', remindAt: null }),
			build
				.update(schema.inquiry)
				.set({ status: 'answered' })
				.where(eq(schema.inquiry.id, sql`(SELECT inquiry_id FROM statement WHERE id = ${statementId})`)),
			...bankedPositions(event.coalitionId, statementId, textSchema.parse(JSON.parse(textBytes))),
			archiveEntryOf({ statementId, coalitionId: event.coalitionId, year, number, record, revealed }),
			...awaitIndex(event.coalitionId, statementId).map(asWritten),
		]
	},
	markedAsSent: (event) => [
		build
			.insert(schema.dispatch)
			.values({ actId: event.actId, statementId: idOf(event), ...event.payload, at: event.at }),
	],
	responseSent: (event) => {
		const { responseId: id, to, copyTo, files, added, ...letter } = event.payload
		const lists = {
			...{ to: JSON.stringify(to), copyTo: JSON.stringify(copyTo), files: JSON.stringify(files) },
			added: added === undefined ? null : JSON.stringify(added),
		}
		const { actId, at } = event
		return [build.insert(schema.response).values({ ...letter, ...lists, id, statementId: idOf(event), actId, at })]
	},
	responseDelivered: ({ payload: { responseId, outcome, said }, at }) => [
		update(schema.response, responseId, { outcome, outcomeAt: at, said }),
	],
	replyTaken: (event) => {
		const { coalitionId, at } = event
		const { replyId: id, responseId, from: sender, proven, checks, about, files, leftOut, ...said } = event.payload
		const lists = { checks: JSON.stringify(checks), about: JSON.stringify(about), leftOut: JSON.stringify(leftOut) }
		const known = { id, coalitionId, statementId: idOf(event), responseId, status: 'waiting', at } as const
		return [
			build.insert(schema.reply).values({ ...said, ...lists, ...known, sender, proven: Number(proven) }),
			...files.map((file, ordinal) =>
				build.insert(schema.file).values({ ...file, coalitionId, replyId: id, ordinal, at }),
			),
		]
	},
	replyChecked: ({ payload: { replyId, belongs } }) => [
		update(schema.reply, replyId, { status: belongs ? 'kept' : 'aside' }),
	],
	withheldContested: (event) => [withheldWord(event, event.payload.reason)],
	withheldContestTakenBack: (event) => [withheldWord(event, null)],
	redacted: (event) => [
		build
			.insert(schema.redaction)
			.values({ statementId: idOf(event), ...event.payload, at: event.at })
			.onConflictDoNothing(),
		...withholdText(idOf(event), event.payload.blockId).map(asWritten),
		// Before anything else it is found no longer; it comes back without what is withheld.
		...awaitIndex(event.coalitionId, idOf(event)).map(asWritten),
		// What is withheld is not to be used again either, nor the position that a withheld sub-point belongs to.
		build.delete(schema.adoptedPosition).where(
			and(
				eq(schema.adoptedPosition.statementId, idOf(event)),
				sql`(SELECT place.key FROM statement JOIN revision ON revision.id = statement.revision_id
						JOIN json_each(revision.blocks) AS place ON json_extract(place.value, '$.blockId') = ${event.payload.blockId}
						WHERE statement.id = ${idOf(event)}) BETWEEN first_block AND last_block`,
			),
		),
	],
} satisfies Projections

const writeWord = overwriting(schema.withheldContest, [
	schema.withheldContest.statementId,
	schema.withheldContest.associationId,
])

type OfAssociation = StoredEvent & { readonly payload: { readonly associationId: AssociationId } }

/** `reason`: null where it is taken back. */
function withheldWord(event: OfAssociation, reason: string | null): Runnable {
	const { seatId, at, payload } = event
	const said = { reason: reason ?? '', standing: reason === null ? 0 : 1, seatId, at }
	return writeWord({ statementId: idOf(event), associationId: payload.associationId, ...said })
}
