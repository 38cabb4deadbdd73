import { carried } from '#domain/amendment/carrying.ts'
import { type Doubts, doubtsAbout, isDoubted } from '#domain/amendment/doubts.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import type { ConsensusListsView } from '#read/amendment/consensus.ts'
import type { Named } from '#read/amendment/named.ts'
import { type Typed, typedValues } from '#ui/form-state.ts'
import { type Part, partOf } from '#ui/part.ts'
import { isAsked } from './ballots-on-it.tsx'
import { AMENDMENTS_ON_A_PAGE } from './item.tsx'
import { chosenValue, pairIn, partAsked } from './merging-fields.tsx'

/** An amendment that can be put on a list, and what speaks for deciding on it by itself. */
export type Choosable = { readonly amendment: AmendmentRow; readonly doubts: Doubts }

/** The open amendments, sorted by whether they can be put on a list, and whether nothing speaks against that. */
export type ListChoice = {
	/** Those that can, first those that nothing speaks against: the part that is asked for. */
	readonly part: Part<Choosable>
	/** Those that are ticked, in whichever part; before anybody chose, of the first all that nothing speaks against. */
	readonly ticked: readonly AmendmentRow[]
	/** Those that were ticked, and are not any more: not in those words, or not at all. */
	readonly unticked: readonly Named[]
	/** Those that do not go with the text as it is, or with what is adopted. */
	readonly apart: readonly AmendmentRow[]
	/** Those that associations vote on. */
	readonly asked: readonly AmendmentRow[]
}

export function listChoice({ against, blocks, named }: ConsensusListsView, typed: Typed | null): ListChoice {
	const open = against.open.filter((each) => !isAsked(each))
	const found = doubtsAbout(open, { ...against, blocks })
	const fits = open.flatMap((amendment) => {
		const doubts = found.get(amendment.id)
		return doubts?.adopted.length === 0 && carried(amendment, blocks).ok ? [{ amendment, doubts }] : []
	})
	const part = partOf(
		fits.toSorted((one, other) => Number(isDoubted(one.doubts)) - Number(isDoubted(other.doubts))),
		partAsked(typed),
		AMENDMENTS_ON_A_PAGE,
	)
	const sent = new Set(typedValues({ typed }, 'chosen[]'))
	const ticked =
		typed === null
			? part.items.filter(({ doubts }) => !isDoubted(doubts))
			: fits.filter(({ amendment }) => sent.has(chosenValue(amendment)))
	const isTicked = new Set<string>(ticked.map(({ amendment }) => amendment.id))
	const wasTicked = new Set<string>([...sent].map((value) => pairIn(value).amendmentId))
	const can = new Set(fits.map(({ amendment }) => amendment))
	return {
		part,
		ticked: ticked.map(({ amendment }) => amendment),
		unticked: named.filter(({ id }) => wasTicked.has(id) && !isTicked.has(id)),
		apart: open.filter((each) => !can.has(each)),
		asked: against.open.filter(isAsked),
	}
}
