import type { Query } from '#db/client.ts'
import type { Asked } from '#domain/amendment/asked.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import { listedQuery } from './load-listed.ts'

/** Where associations are being asked about amendments to the statement, by those. */
export function askedAboutQuery(statementId: string): Query<ReadonlyMap<AmendmentId, Asked>> {
	return listedQuery(statementId)
}
