import type { Association } from '#domain/coalition/coalition.ts'
import type { AddressChangeId, AssociationId, Instant, PersonId, SeatId } from '#domain/kernel/id.ts'
import type { Untold } from '#domain/kernel/telling.ts'
import type { Role } from './seats.ts'

/** What can happen: its associations and who has a seat. */
export type FactsOfMembers = {
	associationAdded: { readonly association: Association }
	associationChanged: { readonly association: Association }
	/** It left at once. */
	associationLeft: { readonly associationId: AssociationId }
	/** It leaves at a time ahead, and is a member until then; its seats end with it. */
	associationLeaving: { readonly associationId: AssociationId; readonly leavesAt: Instant }
	/** It stays after all. */
	associationKept: { readonly associationId: AssociationId }
	seatGiven: {
		readonly seatId: SeatId
		readonly personId: PersonId
		readonly associationId: AssociationId | null
		readonly role: Role
		readonly from: Instant
		readonly until: Instant | null
	}
	/** `unreached`: its holder had no address, so that no mail tells of it. */
	seatEnded: { readonly seatId: SeatId; readonly unreached?: true | undefined }
	/** Somebody whom no mail reaches was told by other means what an act was to be told of: an association, or whose seat it was. */
	toldByHand: Untold
	/** How the name of a person is written in the directory. Names and addresses are there alone: these tell only of whom, and that. */
	nameMended: { readonly personId: PersonId }
	addressProposed: { readonly changeId: AddressChangeId; readonly personId: PersonId }
	addressWithdrawn: { readonly changeId: AddressChangeId }
	/** Others had ended it, and its holder has it again as if they had not. */
	seatTakenBack: { readonly seatId: SeatId }
}
