import { WRITERS } from '#domain/members/seats.ts'
import type { LiveView } from '#read/statement/live.ts'
import type { Presence, Told } from '#writing/protocol.ts'
import type { Connection, HostPorts } from './ports.ts'

/** What was asked about who may write is believed for this long. */
const VIEW_MS = 1_000

/** A page is told to go, and it is no use to come again. */
const OUT = 4_001

type Asking = Pick<HostPorts, 'record' | 'connections' | 'now'> & {
	readonly tell: (to: Connection, told: Told) => void
}

/** Who may be in a room now, as the record says it. */
export function attendance({ record, connections, now, tell }: Asking) {
	let view: { readonly at: number; readonly asked: ReadonlySet<string>; readonly found: Promise<LiveView> } | null =
		null
	return {
		/** Asked for all at once. Who may not be here any more is told, and put out. `isNew`: and it was not said before. */
		async asked(of: Connection): Promise<{ readonly found: LiveView; readonly isNew: boolean }> {
			if (view && now() - view.at < VIEW_MS && view.asked.has(of.guest().session)) {
				return { found: await view.found, isNew: false }
			}
			const all = connections()
			const sessions = new Set(all.map((connection) => connection.guest().session))
			const asked = record.view([...sessions])
			view = { at: now(), asked: sessions, found: asked }
			// Only an answer is believed.
			const found = await asked.catch((error: unknown) => {
				view = null
				throw error
			})
			const seated = new Set(found.seated.map(({ session }) => session))
			for (const connection of all) {
				if (seated.has(connection.guest().session)) continue
				tell(connection, { kind: 'out' })
				connection.close(OUT, 'out')
			}
			return { found, isNew: true }
		},
		/** The next who asks asks the record. */
		forget: (): void => {
			view = null
		},
	}
}

export const mayWrite = (found: LiveView, { session }: { readonly session: string }): boolean =>
	found.seated.some((each) => each.session === session && each.roles.some((role) => WRITERS.includes(role)))

/** Everybody but one who has said which page they are at. */
export const othersHere = (all: readonly Connection[], but: Connection, found: LiveView): Presence[] =>
	all.flatMap((each): Presence[] => {
		const other = each.guest()
		if (other.client === null || each === but) return []
		return [{ key: other.key, name: other.name, writes: mayWrite(found, other) }]
	})
