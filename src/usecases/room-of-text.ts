import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Guard } from '#domain/kernel/decision.ts'
import type { NewId, StatementId } from '#domain/kernel/id.ts'
import { acts } from '#domain/statement/acts.ts'
import type { LogLine } from './log.ts'
import { type Rooms, SETTLED_MS } from './rooms.ts'

/** The room in which the text is typed that an act is about. */
export type RoomOfText = {
	/** Whether nothing is typed now, and all that was is in the text. */
	readonly isSettled: () => boolean
	/** Has all that was typed taken into the text, and nothing more taken. False: it could not be. */
	readonly settle: () => Promise<boolean>
	/** What must hold when the act is saved: that nobody types again, where it was settled. */
	readonly guards: () => readonly Guard[]
	/** Has what was typed taken into the text, while others type on. False: it was already, and nothing is another than before. */
	readonly catchUp: (act: DeclaredAct) => Promise<boolean>
	/** The act was done, or was not. */
	readonly release: () => Promise<void>
	/** The act changed the text. */
	readonly changed: (act: DeclaredAct) => void
	/** The act was about what is said of the text. */
	readonly commented: () => void
}

/** Acts by which the room itself changes the text. */
const ITS_OWN: readonly string[] = [acts.handOver.kind, acts.handOverLeft.kind]

/** Null where there are no rooms, or the act is about no text. */
export function roomOf(
	deps: {
		readonly rooms?: Rooms | undefined
		readonly log?: (line: LogLine) => void
		readonly background?: (work: Promise<unknown>) => void
		readonly newId: NewId
	},
	order: { readonly coalition: string; readonly command: unknown },
): RoomOfText | null {
	const { rooms } = deps
	const statementId = statementIn(order.command)
	if (!rooms || statementId === null) return null
	const place = { coalition: order.coalition, statementId }
	const hold = deps.newId<'random'>('random')
	/** Until when it is settled; null: it never was. */
	let settled: number | null = null
	let isCaughtUp = false
	/** The act changed the text for which nothing was taken meanwhile. */
	let isAnother = false
	// A room that does not answer keeps what it has, and looks at the record before it gives it anything.
	const failed = () => {
		deps.log?.({ event: 'roomSilent' })
		return false
	}
	return {
		isSettled: () => settled !== null && Date.now() < settled,
		settle: async () => {
			settled = 0
			const isDone = await rooms.settle(place, hold).catch(failed)
			settled = isDone ? Date.now() + SETTLED_MS : 0
			isCaughtUp = true
			return isDone
		},
		guards: () => (settled === null ? [] : [{ kind: 'before', at: settled }]),
		catchUp: async (act) => {
			if (isCaughtUp || ITS_OWN.includes(act.kind)) return false
			isCaughtUp = true
			await rooms.changed(place).catch(failed)
			return true
		},
		release: async () => {
			// Those who type see the text as it has become before they type again.
			if (isAnother) await rooms.changed(place).catch(failed)
			if (settled !== null) await rooms.released(place, hold).catch(failed)
		},
		changed: (act) => {
			isAnother = settled !== null
			if (isAnother || ITS_OWN.includes(act.kind)) return
			const telling = rooms.changed(place).catch(failed)
			deps.background?.(telling)
		},
		commented: () => {
			const telling = rooms.commented(place).catch(failed)
			deps.background?.(telling)
		},
	}
}

function statementIn(command: unknown): StatementId | null {
	if (typeof command !== 'object' || command === null || !('statementId' in command)) return null
	return typeof command.statementId === 'string' ? (command.statementId as StatementId) : null
}
