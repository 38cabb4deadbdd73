import { draftQuery } from '#db/statement/load-statement.ts'
import type { Instant, PersonId, StatementId } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Deps, Order } from '#usecases/perform.ts'

export const DEMO_SLUG = 'nsph-stockholm'

export const HOUR = 60 * 60 * 1000

/** The coalition being made, with a clock that each step sets. */
export type Making = {
	readonly deps: Deps
	readonly at: (instant: Instant) => void
	readonly order: <Command>(person: PersonId, command: Command) => Order<Command>
}

export function granted<Value>(result: Result<Value, Rejection>): Value {
	if (!result.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(result.reason)}`)
	return result.value
}

export async function blocksIn({ deps }: Making, statementId: StatementId): Promise<readonly BlockVersion[]> {
	const [draft] = await deps.db.read(draftQuery(DEMO_SLUG, statementId))
	return draft?.blocks ?? []
}

export async function positionsIn(making: Making, statementId: StatementId): Promise<BlockVersion[]> {
	return (await blocksIn(making, statementId)).filter(({ content }) => content.kind === 'position')
}
