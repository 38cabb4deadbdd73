import type { HandOver } from './hand-over.ts'
import type { HostPorts } from './ports.ts'

/**
 * Gives the record what was typed, and remembers it until it has heard whether it was taken: a room that never heard would take its own
 * words for another's, and write them twice.
 */
export function givingTo({ record, store }: Pick<HostPorts, 'record' | 'store'>) {
	return {
		/** What a room gave and never heard about: to be given again as it was, before anything else. */
		unheard: (room: string): HandOver | null => {
			const kept: { readonly room: string; readonly given: HandOver } | null = JSON.parse(
				store.noted('given') ?? 'null',
			)
			return kept?.room === room ? kept.given : null
		},
		give: async (room: string, given: HandOver) => {
			const { version, text, by } = given
			store.note('given', JSON.stringify({ room, given }))
			const taken = await record.handOver({ room, version, text, by })
			if (taken.ok || taken.reason.code !== 'busy') store.note('given', null)
			return taken
		},
	}
}
