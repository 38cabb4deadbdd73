import * as z from 'zod'
import { id } from '#db/rows.ts'
import type { AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Giver, MembersSubject } from '#domain/kernel/notification.ts'
import type { Role } from '#domain/members/seats.ts'

const TYPES = ['associationAdded', 'associationLeaving', 'associationLeft', 'associationKept'] as const

export const changeColumns = {
	type: z.enum(TYPES),
	id: id<AssociationId>(),
	name: z.string(),
	leavesAt: z.number().nullable(),
}

/** In a query of `event`: what changed among the members. */
export const CHANGES = {
	columns: `event.type, association.id, association.name, event.payload ->> 'leavesAt' AS leaves_at`,
	joined: `AND event.type IN (${TYPES.map((type) => `'${type}'`).join()})
		JOIN association ON association.id = COALESCE(event.payload ->> '$.association.id', event.payload ->> 'associationId')`,
}

/** A change of one association. `from`: when it is in ballots, where it is not yet. */
type Change = z.output<z.ZodObject<typeof changeColumns>> & {
	readonly by: Role | null
	readonly from: Instant | null
}

/**
 * What changes come to when they are told together: each association as it was left. One that was added and removed again is
 * told as that, and those added in the same way as one.
 */
export function netOf(changes: readonly Change[]): MembersSubject['changes'] {
	const ofEach = [...Map.groupBy(changes, ({ id: association }) => association).values()]
	const net = ofEach.flatMap((own) => {
		const last = own.at(-1)
		return last ? netOfOne(own, last) : []
	})
	const alike = Map.groupBy(net, (change) => {
		if (change.what === 'added') return `added ${change.by} ${change.from}`
		return change.what === 'undone' ? `undone ${change.by}` : change
	})
	return [...alike.values()].flatMap(([first, ...others]) => {
		if (!first || !('names' in first)) return first ?? []
		return { ...first, names: [first, ...others].flatMap((each) => ('names' in each ? each.names : [])) }
	})
}

function netOfOne(
	own: readonly Change[],
	{ type, name, from, leavesAt, ...last }: Change,
): MembersSubject['changes'][0] {
	const by: Giver = last.by ?? 'operator'
	switch (type) {
		case 'associationAdded':
			return { what: 'added', names: [name], from, by }
		case 'associationKept':
			return { what: 'kept', name, by }
		case 'associationLeaving':
			return { what: 'leaves', name, at: leavesAt, by }
		case 'associationLeft': {
			const untold = own.some((each) => each.type === 'associationAdded')
			return untold ? { what: 'undone', names: [name], by } : { what: 'leaves', name, at: null, by }
		}
	}
}
