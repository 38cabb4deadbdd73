import { carried, collidingAmong } from '#domain/amendment/carrying.ts'
import { placesOf } from '#domain/amendment/places.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import type { ConsensusListsView } from '#read/amendment/consensus.ts'
import { isAsked } from './ballots-on-it.tsx'

/** Most amendments that are shown to choose among. */
const SHOWN = 100

/** What speaks for deciding on an amendment by itself. */
export type Doubts = {
	/** Those that want something else of the same words, by number. */
	readonly collides: readonly number[]
	/** A comment on the same place waits for an answer. */
	readonly comments: boolean
	/** Associations, by name, that joined it in other words. */
	readonly reworded: readonly string[]
}

type Doubted = { readonly amendment: AmendmentRow; readonly doubts: Doubts }

/** The open amendments, sorted by whether they can be put on a list, and whether nothing speaks against that. */
export type ListChoice = {
	readonly unopposed: readonly AmendmentRow[]
	readonly doubtful: readonly Doubted[]
	/** Those that do not go with the text as it is. */
	readonly apart: readonly AmendmentRow[]
	/** How many there was no room to show. */
	readonly more: number
}

export function listChoice({ amendments, blocks, unanswered }: ConsensusListsView): ListChoice {
	const open = amendments.filter((each) => !isAsked(each))
	const fits = open.filter((each) => carried(each, blocks).ok)
	const colliding = collidingAmong(blocks, fits)
	const numberOf = new Map<string, number>(fits.map(({ id, number }) => [id, number]))
	const shown = fits.slice(0, SHOWN).map((amendment): Doubted => {
		const { id, joined, versionId } = amendment
		const collides = [...(colliding.get(id) ?? [])].flatMap((other) => numberOf.get(other) ?? [])
		const doubts = {
			collides: collides.sort((one, other) => one - other),
			comments: placesOf(amendment).some((blockId) => unanswered.has(blockId)),
			reworded: joined.filter((each) => each.versionId !== versionId).map(({ association }) => association),
		}
		return { amendment, doubts }
	})
	const isDoubted = ({ doubts: { collides, comments, reworded } }: Doubted) =>
		comments || collides.length + reworded.length > 0
	return {
		unopposed: shown.filter((each) => !isDoubted(each)).map(({ amendment }) => amendment),
		doubtful: shown.filter(isDoubted),
		apart: open.filter((each) => !fits.includes(each)),
		more: fits.length - shown.length,
	}
}
