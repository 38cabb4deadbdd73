import { carried } from '#domain/amendment/carrying.ts'
import { type Doubts, doubtsAbout, isDoubted } from '#domain/amendment/doubts.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import type { ConsensusListsView } from '#read/amendment/consensus.ts'
import { isAsked } from './ballots-on-it.tsx'

/** Most amendments that are shown to choose among. */
const SHOWN = 100

/** The open amendments, sorted by whether they can be put on a list, and whether nothing speaks against that. */
export type ListChoice = {
	readonly unopposed: readonly AmendmentRow[]
	readonly doubtful: readonly { readonly amendment: AmendmentRow; readonly doubts: Doubts }[]
	/** Those that do not go with the text as it is, or with what is adopted. */
	readonly apart: readonly AmendmentRow[]
	/** Those that associations vote on. */
	readonly asked: readonly AmendmentRow[]
	/** How many there was no room to show. */
	readonly more: number
}

export function listChoice({ against, blocks }: ConsensusListsView): ListChoice {
	const open = against.open.filter((each) => !isAsked(each))
	const doubts = doubtsAbout(open, { ...against, blocks })
	const fits = open.filter((each) => carried(each, blocks).ok && doubts.get(each.id)?.adopted.length === 0)
	const shown = fits.slice(0, SHOWN).flatMap((amendment) => {
		const found = doubts.get(amendment.id)
		return found ? [{ amendment, doubts: found }] : []
	})
	return {
		unopposed: shown.filter((each) => !isDoubted(each.doubts)).map(({ amendment }) => amendment),
		doubtful: shown.filter((each) => isDoubted(each.doubts)),
		apart: open.filter((each) => !fits.includes(each)),
		asked: against.open.filter(isAsked),
		more: fits.length - shown.length,
	}
}
