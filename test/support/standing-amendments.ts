import type { StandingAmendments } from '#domain/amendment/proposing.ts'
import type { AssociationId } from '#domain/kernel/id.ts'

type Made = { readonly associationId: AssociationId; readonly number: number; readonly putForward: boolean }

/** How many amendments a text has, and an association's own, as what is asked before one more is made. */
export function standingAmong(amendments: Iterable<Made>, associationId: AssociationId): StandingAmendments {
	const all = [...amendments]
	const own = all.filter((each) => each.associationId === associationId)
	return {
		all: all.length,
		last: Math.max(0, ...all.map(({ number }) => number)),
		own: own.filter(({ putForward }) => putForward).length,
		waiting: own.filter(({ putForward }) => !putForward).length,
	}
}
