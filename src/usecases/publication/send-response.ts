import { withdrawnQuery } from '#db/publication/load-addenda.ts'
import {
	type DueResponse,
	dueResponsesQuery,
	responseQuery,
	sentAtQuery,
	toldOfSendingQuery,
} from '#db/publication/load-response.ts'
import { statementQuery } from '#db/statement/load-statement.ts'
import type { Instant, ResponseId, StatementId } from '#domain/kernel/id.ts'
import { ok } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import type { DeliveryOutcome } from '#domain/publication/facts.ts'
import type { PackFile, PackFileKind } from '#domain/publication/pack.ts'
import * as rules from '#domain/publication/sending.ts'
import { sha256OfBytes } from '#usecases/hashing.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'

export type { DueResponse } from '#db/publication/load-response.ts'

export type SendResponseCommand = rules.SendCommand & { readonly statementId: StatementId }

/** Sends a published statement to whoever asked for it: it is laid in the outbox, and handed over from there until it is taken. */
export function sendResponse(
	deps: Deps,
	order: Order<SendResponseCommand>,
): Outcome<{ readonly responseId: ResponseId }> {
	const { statementId, ...command } = order.command
	return perform(deps, {
		act: acts.sendResponse,
		order,
		needs: { statement: statementQuery(order.coalition, statementId) },
		load: () => ({
			sentAt: sentAtQuery(statementId),
			withdrawn: withdrawnQuery(statementId),
			told: toldOfSendingQuery(statementId),
		}),
		streams: () => [streams.statement(statementId), streams.addenda(statementId)],
		decide: (actor, { statement, sentAt, withdrawn, told: { electorate, named } }, context) =>
			rules.sendResponse(actor, { statement, sentAt, withdrawn, electorate, named: named ?? '' }, command, context),
	})
}

export type NoteDeliveryCommand = {
	readonly responseId: ResponseId
	readonly outcome: DeliveryOutcome
	/** By whom it was refused, or in which code; empty where nothing is to be said. */
	readonly said: string
}

/** Notes what came of handing a letter over, and in the same write that nothing remains to do about it. */
export function noteDelivery(deps: Deps, order: Order<NoteDeliveryCommand>, row: number | null = null): Outcome<null> {
	const { responseId, outcome, said } = order.command
	return perform(deps, {
		act: acts.noteDelivery,
		order,
		needs: { response: responseQuery(order.coalition, responseId) },
		streams: () => [streams.response(responseId)],
		decide: (_actor, { response }) => ok(rules.noteDelivery(response, outcome, said)),
		also: () => (row === null ? [] : [finished(row, deps.now())]),
	})
}

const finished = (row: number, at: Instant) => ({
	sql: 'UPDATE outbox SET delivered_at = ? WHERE id = ? AND delivered_at IS NULL',
	args: [at, row],
})

/** Up to `limit` letters that are to be handed over now. */
export async function dueResponses(deps: Deps, limit: number): Promise<DueResponse[]> {
	const [due] = await deps.db.read<[DueResponse[]]>(dueResponsesQuery(deps.now(), limit))
	return due
}

/** Files as they are known afterwards. */
export async function packFiles(
	made: readonly { readonly kind: PackFileKind; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[],
): Promise<PackFile[]> {
	return Promise.all(
		made.map(async ({ kind, name, bytes }) => ({
			kind,
			name,
			sha256: await sha256OfBytes(bytes),
			size: bytes.length,
		})),
	)
}
