import type { Notification } from '#domain/kernel/decision.ts'
import type { AssociationId, StatementId } from '#domain/kernel/id.ts'
import type { Entry } from './model-entry.ts'
import type { Laws } from './model-law.ts'
import { heldBy, leavesAt, roundOf, seatGivenIn } from './model-log.ts'

/** Who is a member at that time. */
function membersIn(log: readonly Entry[], at: number): AssociationId[] {
	return log.flatMap((e) => {
		if (e.type !== 'associationAdded') return []
		const { id } = e.payload.association
		return at < leavesAt(log, id) ? [id] : []
	})
}

type AboutAssociations = Extract<Notification, { associationId: AssociationId | null }>['kind']

/** Whether each of them is told of it. */
const isTold = ({ told }: Entry, kind: AboutAssociations, associations: readonly AssociationId[]): boolean =>
	associations.every((id) =>
		told.some((each) => each.kind === kind && 'associationId' in each && each.associationId === id),
	)

export const allTold = (entry: Entry, kind: AboutAssociations, log: readonly Entry[]): boolean =>
	isTold(entry, kind, membersIn(log, entry.at))

/** Whether those are who had a vote on the text. */
export const votersTold = (entry: Entry, kind: AboutAssociations, log: readonly Entry[]): boolean =>
	isTold(
		entry,
		kind,
		roundOf(log, entry.statementId as StatementId).electorate.map(({ associationId }) => associationId),
	)

/** Whoever is affected by a seat that is given or ended is told, whoever did it. */
export const toldLaws: Laws = {
	seatGiven: (entry, { log }) => {
		const { role, associationId, personId, seatId } = entry.payload
		const others = log.some((e) => {
			const own = e.type === 'seatGiven' && e.payload.role === 'delegate' && e.payload.associationId === associationId
			return own && e.payload.personId !== personId && heldBy(log, e.payload.seatId, entry.at) !== null
		})
		return {
			'of a new chair all associations are told': role !== 'chair' || allTold(entry, 'chair', log),
			'of a seat for an association its delegate is told':
				associationId === null || !others || entry.told.some((each) => each.kind === 'seat' && each.seatId === seatId),
		}
	},
	seatEnded: (entry, { log }) => {
		const { seatId } = entry.payload
		const seat = seatGivenIn(log, seatId)?.payload
		return {
			'that a chair is one no more all associations are told': seat?.role !== 'chair' || allTold(entry, 'chair', log),
			'whoever loses it by what another does is told':
				seat?.personId === entry.personId ||
				entry.told.some((each) => each.kind === 'unseated' && each.seatId === seatId),
		}
	},
}
