import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { acts } from '#domain/statement/acts.ts'
import type { LogLine } from './log.ts'
import type { Rooms } from './rooms.ts'

/** The room in which the text is typed that an act is about. */
export type RoomOfText = {
	readonly isSettled: () => boolean
	/** Has all that was typed taken into the text, and nothing more taken. False: it could not be. */
	readonly settle: () => Promise<boolean>
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
	},
	order: { readonly coalition: string; readonly command: unknown },
): RoomOfText | null {
	const { rooms } = deps
	const statementId = statementIn(order.command)
	if (!rooms || statementId === null) return null
	const place = { coalition: order.coalition, statementId }
	let settled = false
	// A room that does not answer keeps what it has, and looks at the record before it gives it anything.
	const failed = () => {
		deps.log?.({ event: 'roomSilent' })
		return false
	}
	return {
		isSettled: () => settled,
		settle: async () => {
			settled = true
			return rooms.settle(place).catch(failed)
		},
		release: async () => {
			if (settled) await rooms.released(place).catch(failed)
		},
		changed: (act) => {
			if (settled || ITS_OWN.includes(act.kind)) return
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
