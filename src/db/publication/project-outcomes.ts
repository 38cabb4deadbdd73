import { eq } from 'drizzle-orm'
import { build } from '#db/client.ts'
import { idOf, type Projections, type Runnable, update } from '#db/projection.ts'
import * as schema from '#db/schema.ts'
import type { CoalitionId, Instant } from '#domain/kernel/id.ts'
import type { DocumentOutcomes } from '#domain/publication/outcome.ts'

export const outcomeProjections = {
	outcomesRecorded: (event) => recorded(idOf(event), event, event.payload),
	outcomesCorrected: (event) => corrected(idOf(event), event.at, event.payload),
	olderOutcomesRecorded: (event) => recorded(event.payload.olderId, event, event.payload),
	olderOutcomesCorrected: ({ payload, at }) => corrected(payload.olderId, at, payload),
	outcomeExpected: (event) => {
		const { on, what } = event.payload
		const statementId = idOf(event)
		const before = build.delete(schema.expectedOutcome).where(eq(schema.expectedOutcome.statementId, statementId))
		if (on === null) return [before]
		return [before, build.insert(schema.expectedOutcome).values({ statementId, expectedOn: on, what })]
	},
} satisfies Projections

type Entry = { readonly coalitionId: CoalitionId; readonly at: Instant }

/** `source`: the id of the statement that is followed up, published here or before. */
function recorded(source: string, { coalitionId, at }: Entry, told: DocumentOutcomes): Runnable[] {
	const { documentId: id, document } = told
	const known = { id, coalitionId, statementId: source, recordedAt: at, changedAt: at }
	return [build.insert(schema.decisionDocument).values({ ...known, ...document }), ...outcomesIn(source, told)]
}

function corrected(source: string, at: Instant, told: DocumentOutcomes): Runnable[] {
	const { documentId, document } = told
	return [
		update(schema.decisionDocument, documentId, { ...document, changedAt: at }),
		build.delete(schema.positionOutcome).where(eq(schema.positionOutcome.documentId, documentId)),
		...outcomesIn(source, told),
	]
}

/** One statement for all: a long text has a hundred positions. */
function outcomesIn(statementId: string, { documentId, outcomes }: DocumentOutcomes): Runnable[] {
	if (outcomes.length === 0) return []
	return [
		build.insert(schema.positionOutcome).values(outcomes.map((outcome) => ({ documentId, statementId, ...outcome }))),
	]
}
