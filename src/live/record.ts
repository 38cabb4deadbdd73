import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Taken } from '#domain/statement/handing-over.ts'
import { draftViewQuery, liveQuery } from '#read/statement/live.ts'
import type { Deps, Outcome } from '#usecases/perform.ts'
import type { TextPlace } from '#usecases/rooms.ts'
import { handOver, handOverLeft } from '#usecases/statement/hand-over.ts'
import type { RecordPort } from './ports.ts'

/** Refusals that mean that this person does not write here any more, and another of those who wrote may. */
const NOT_THEY: readonly Rejection['code'][] = ['notAllowed', 'notFound', 'signInRequired']

/** The record of a text, as its room asks it: by the use cases that all doors have. */
export function recordOf(deps: Deps, { coalition, statementId }: TextPlace): RecordPort {
	return {
		view: async (sessions) => (await deps.db.read(liveQuery(coalition, statementId, sessions, deps.now())))[0],
		text: async () => (await deps.db.read(draftViewQuery(coalition, statementId)))[0],
		handOver: async ({ room, version, text, by }) => {
			const order = { coalition, key: { value: `room:${room}:${version}`, kind: 'strict' } as const }
			const command = { statementId, room, version, text }
			for (const id of by) {
				const done = await takenFrom(handOver(deps, { ...order, actor: { by: 'person', id }, command }))
				if (done.ok || !NOT_THEY.includes(done.reason.code)) return done
			}
			return takenFrom(handOverLeft(deps, { ...order, actor: { by: 'clock' }, command }))
		},
	}
}

async function takenFrom(outcome: Outcome<Taken>): Promise<Result<Taken, Rejection>> {
	const done = await outcome
	return done.ok ? { ok: true, value: done.value.value } : done
}
