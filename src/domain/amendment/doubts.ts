import type { AdoptedAmendment } from '#domain/deciding/before-ballot.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { againstAdopted } from './against-adopted.ts'
import { carried, collidingAmong, type Stretch } from './carrying.ts'
import type { EarlierObjection } from './consensus-list.ts'
import { placesOf } from './places.ts'

/** What speaks for deciding on an amendment by itself. */
export type Doubts = {
	/** Open ones that want something else of the same words, by number; and those that do and are adopted. */
	readonly collides: readonly number[]
	readonly adopted: readonly number[]
	/** A comment on the same place waits for an answer. */
	readonly comments: boolean
	/** Associations, by name, that joined it in other words. */
	readonly reworded: readonly string[]
	/** Who objected to these words in an earlier list, and has not answered for them since. */
	readonly objected: readonly EarlierObjection[]
}

type Doubted = Stretch & {
	readonly id: string
	readonly number: number
	readonly versionId: string
	readonly joined: readonly { readonly association: string; readonly versionId: string }[]
}

/** `open`: all that are; `unanswered`: the blocks about which an association said something that waits for an answer. */
export type SpokenAgainst = {
	readonly blocks: readonly BlockVersion[]
	readonly open: readonly Doubted[]
	readonly adopted: readonly AdoptedAmendment[]
	readonly unanswered: ReadonlySet<string>
	readonly objections: readonly EarlierObjection[]
}

/** Of each of these open amendments what speaks for deciding on it by itself. */
export function doubtsAbout(
	these: readonly Doubted[],
	{ blocks, open, adopted, unanswered, objections }: SpokenAgainst,
): ReadonlyMap<string, Doubts> {
	const goes = open.filter((each) => carried(each, blocks).ok)
	const colliding = collidingAmong(blocks, goes)
	const against = againstAdopted(blocks, these, adopted)
	const numberOf = new Map(goes.map(({ id, number }) => [id, number]))
	return new Map(
		these.map((each): [string, Doubts] => {
			const collides = [...(colliding.get(each.id) ?? [])].flatMap((other) => numberOf.get(other) ?? [])
			const doubts = {
				collides: collides.sort((one, other) => one - other),
				adopted: against.get(each.id) ?? [],
				comments: placesOf(each).some((blockId) => unanswered.has(blockId)),
				reworded: each.joined
					.filter(({ versionId }) => versionId !== each.versionId)
					.map(({ association }) => association),
				objected: objections.filter(
					({ amendmentId, versionId }) => amendmentId === each.id && versionId === each.versionId,
				),
			}
			return [each.id, doubts]
		}),
	)
}

export const isDoubted = ({ collides, adopted, comments, reworded, objected }: Doubts): boolean =>
	comments || collides.length + adopted.length + reworded.length + objected.length > 0
