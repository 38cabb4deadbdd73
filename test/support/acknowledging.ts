import type { PersonId } from '#domain/kernel/id.ts'
import type { Deps, IdempotencyKey, Order, Outcome } from '#usecases/perform.ts'
import { untilAnswered } from './resend.ts'
import { granted } from './result.ts'

/** An act that a client was told is done. */
export type Acknowledged = {
	/** Begins with the name of the use case. */
	readonly key: string
	/** JSON. */
	readonly result: string
	/** The reply that got through was not the first: the act was done when an earlier one was lost. */
	readonly replayed: boolean
}

export type Act = <Command, Value>(
	useCase: (deps: Deps, order: Order<Command>) => Outcome<Value>,
	person: PersonId,
	command: Command,
	kind?: IdempotencyKey['kind'],
) => Promise<Value>

/** A client that sends each act, always under the same key, until it is told that it is done, and notes what it was told. */
export function acknowledgingClient(deps: Deps, coalition: string, acknowledged: Acknowledged[]): Act {
	return async (useCase, person, command, kind = 'strict') => {
		const key = { value: `${useCase.name}-${deps.newId()}`, kind }
		const order = { actor: { by: 'person', id: person }, coalition, key, command } as const
		const { value, replayed } = granted(await untilAnswered(() => useCase(deps, order)))
		acknowledged.push({ key: key.value, result: JSON.stringify(value), replayed })
		return value
	}
}
