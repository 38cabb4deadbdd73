import { becameIn, type ChangedBlock, overlapping } from '#domain/amendment/changed-parts.ts'
import { type AllowedIn, hasMoves, newIn, struckOf, turnedIn } from '#domain/amendment/standing-in.ts'
import type { BlockId } from '#domain/kernel/id.ts'
import { sameText } from '#domain/statement/alignment.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import type { AdoptedAmendment } from './before-ballot.ts'

/** An amendment by the places of what it changes, so that each is compared only with those that share one. */
export type Placed = {
	readonly amendment: AdoptedAmendment
	readonly changed: ReadonlyMap<BlockId, ChangedBlock>
	readonly struck: ReadonlySet<BlockId>
	readonly turned: ReadonlySet<BlockId>
	/** What it takes away or words otherwise, as it saw it. */
	readonly removed: readonly Block[]
}

export function placed(amendment: AdoptedAmendment, changed: readonly ChangedBlock[]): Placed {
	const struck = new Set(struckOf(amendment))
	const gone = amendment.seen.flatMap(({ blockId, content }) => (struck.has(blockId) ? [content] : []))
	return {
		amendment,
		changed: new Map(changed.map((each) => [each.blockId, each])),
		struck,
		turned: new Set(turnedIn(amendment).flatMap(({ one, other }) => [one, other])),
		removed: [...gone, ...changed.map(({ was }) => was)],
	}
}

/** The amendments by the blocks that they change, take away or move. */
export function byBlock(all: readonly Placed[]): ReadonlyMap<BlockId, readonly Placed[]> {
	const found = new Map<BlockId, Placed[]>()
	for (const each of all) {
		for (const blockId of new Set([...each.changed.keys(), ...each.struck, ...each.turned])) {
			const others = found.get(blockId)
			if (others) others.push(each)
			else found.set(blockId, [each])
		}
	}
	return found
}

export type Text = { readonly blocks: ReadonlyMap<BlockId, BlockVersion>; readonly allowed: AllowedIn }

/** Whether anything that an amendment changes does not stand in the text, though no other was adopted in its place. */
export function lacks(each: Placed, all: readonly Placed[], sharing: ReturnType<typeof byBlock>, text: Text): boolean {
	const { amendment, changed, struck, turned } = each
	const blocks = [...text.blocks.values()]
	const stands = (content: Block) => blocks.some((block) => sameText(block.content, content))
	const others = (blockId: BlockId) => (sharing.get(blockId) ?? []).filter((other) => other !== each)
	if ([...changed.values()].some((block) => lacksWords(block, amendment, others(block.blockId), stands, text)))
		return true
	const keeps = (other: Placed, blockId: BlockId) => other.changed.has(blockId) || other.turned.has(blockId)
	const isKept = (blockId: BlockId) =>
		others(blockId).some((other) => isSince(other.amendment, amendment) && keeps(other, blockId))
	if ([...struck].some((blockId) => text.blocks.has(blockId) && !isKept(blockId))) return true
	// A part that was put in is looked at as a whole.
	const isTakenOut = (content: Block) =>
		all.some(
			(other) => isSince(other.amendment, amendment) && other.removed.some((removed) => sameText(removed, content)),
		)
	if (newIn(amendment).some((content) => !stands(content) && !isTakenOut(content))) return true
	// Where two move the same the other's place may be the one that is left, whoever was first.
	const isMovedBy = ({ amendment: other }: Placed) => isSince(other, amendment) || hasMoves(other, blocks)
	return (
		!hasMoves(amendment, blocks) &&
		![...turned].some((blockId) => others(blockId).some((o) => o.turned.has(blockId) && isMovedBy(o)))
	)
}

/** Whether associations adopted one after the other. */
const isSince = (one: AdoptedAmendment, other: AdoptedAmendment): boolean =>
	(one.decidedAt ?? 0) > (other.decidedAt ?? 0)

function lacksWords(
	changed: ChangedBlock,
	amendment: AdoptedAmendment,
	others: readonly Placed[],
	stands: (content: Block) => boolean,
	{ blocks, allowed }: Text,
): boolean {
	const now = blocks.get(changed.blockId)
	const became = now ? becameIn(changed, now.content, allowed(changed.blockId)) : changed.parts.map(() => 'missing')
	if (!became.includes('turned') && stands(changed.wanted)) return false
	// Of two that were adopted at the same moment either stands.
	const isStanding = (other: Placed, at: number) => {
		const [their, part] = [other.changed.get(changed.blockId), changed.parts[at]]
		if (their === undefined || part === undefined || now === undefined) return now === undefined
		const [theirs, crossing] = [
			becameIn(their, now.content, allowed(changed.blockId)),
			overlapping(changed, part, their),
		]
		return theirs.every((each, place) => each === 'stands' || (crossing.length > 0 && !crossing.includes(place)))
	}
	const counts = (other: Placed, at: number) =>
		isSince(other.amendment, amendment) || (!isSince(amendment, other.amendment) && isStanding(other, at))
	return became.some(
		(each, at) =>
			each !== 'stands' && !others.some((other) => isInPlaceOf(other, changed, at, allowed) && counts(other, at)),
	)
}

/**
 * Whether what one wants takes out a part of what another had brought in, or wants something else of the same words. Another word in the same
 * paragraph is not in its place: else a comma that nobody objects to would let a text leave out what was adopted.
 */
function isInPlaceOf(later: Placed, changed: ChangedBlock, at: number, allowed: AllowedIn): boolean {
	const { blockId } = changed
	if (later.struck.has(blockId)) return true
	const [their, part] = [later.changed.get(blockId), changed.parts[at]]
	if (their === undefined || part === undefined) return false
	const crosses = overlapping(changed, part, their).length > 0
	// Compared by their places only: that is all there is to it where both saw the same.
	if (!crosses && sameText(their.was, changed.was)) return false
	const stands = (content: Block) => becameIn(changed, content, allowed(blockId))[at] === 'stands'
	return !stands(their.wanted) && (crosses || stands(their.was))
}
