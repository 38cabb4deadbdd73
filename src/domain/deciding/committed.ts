import type { Amendment } from '#domain/amendment/amendment.ts'
import { standingBehind } from '#domain/amendment/standing-behind.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import type { Bylaws } from './bylaws.ts'
import { LEAST_PAPERS } from './bylaws.ts'

/** Of these associations those that stand behind one of the amendments, and so have said how they vote. */
export function committedTo<Of extends { readonly associationId: AssociationId }>(
	amendments: readonly Pick<Amendment, 'associationId' | 'joined'>[],
	among: readonly Of[],
): readonly Of[] {
	const behind = new Set(amendments.flatMap(standingBehind))
	return among.filter(({ associationId }) => behind.has(associationId))
}

/**
 * How many papers a ballot on amendments takes at least. Of a secret one as many as keep it are of associations that have not said how they
 * vote: with what the others have said, fewer would tell how each of those voted. `turnout`: who has.
 */
export function papersNeeded(
	amendments: readonly Pick<Amendment, 'associationId' | 'joined'>[],
	turnout: readonly AssociationId[],
	{ secrecy }: Bylaws,
): number {
	if (secrecy !== 'secret' || amendments.length === 0) return 0
	const voted = turnout.map((associationId) => ({ associationId }))
	return committedTo(amendments, voted).length + LEAST_PAPERS
}
