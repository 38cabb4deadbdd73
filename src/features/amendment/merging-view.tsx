import { adoptedTogether } from '#domain/amendment/adopted-together.ts'
import { carried } from '#domain/amendment/carrying.ts'
import type { Choice, Choices } from '#domain/amendment/collision.ts'
import { isDone } from '#domain/amendment/in-text.ts'
import { MERGED_AT_ONCE } from '#domain/amendment/merge-amendments.ts'
import { type PutTogether, putTogether, type ToPutTogether } from '#domain/amendment/putting-together.ts'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Language } from '#i18n/index.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import type { MergingView, Named } from '#read/amendment/merging.ts'
import type { Typed } from '#ui/form-state.ts'
import { onlyChoice } from './asked-collisions.tsx'
import { sentIn, shownAs } from './merging-fields.tsx'

type Read = Pick<MergingView, 'amendments' | 'beside' | 'blocks' | 'named'>

/** What can be merged, what is chosen of it, and what becomes of the text. */
export type MergingState = {
	/** Adopted and not in the text, what associations adopted first; open; and those that do not go with the text as it is. */
	readonly adopted: readonly AmendmentRow[]
	readonly open: readonly AmendmentRow[]
	readonly inTheWay: readonly AmendmentRow[]
	/** Open ones whose words stand in the text already. */
	readonly there: readonly AmendmentRow[]
	readonly chosen: readonly AmendmentRow[]
	/** Those that were chosen, and are not any more: not in those words, or not at all. */
	readonly unticked: readonly Named[]
	/** How many are chosen before anybody chose, where there are more; else null. */
	readonly onlyFirst: number | null
	readonly choices: Choices
	readonly made: PutTogether
	/** How many collisions nobody has chosen in. */
	readonly unchosen: number
	/** Of those that go with the text now and were not chosen, those that will not any more. */
	readonly apartAfter: readonly AmendmentRow[]
	/** What `made` is made of. */
	readonly shown: string
}

/** How many are chosen before anybody chose: more than are read at a time. */
const CHOSEN_AT_FIRST = 25

/** The page as it was sent; at first with what is adopted chosen, the first of it where it is much. */
export function mergingState(read: Read, typed: Typed | null, lang: Language): MergingState {
	const { amendments, beside, blocks, named } = read
	const [done = [], outside = []] = [true, false].map((is) => amendments.filter((each) => isDone(each, blocks) === is))
	const goes = new Set([...outside, ...beside].filter((each) => carried(each, blocks).ok))
	const there = outside.filter((each) => goes.has(each))
	const adopted = there
		.filter(({ state }) => state !== 'open')
		.toSorted((one, other) => rankOf(one) - rankOf(other))
		.slice(0, MERGED_AT_ONCE)
	const open = there.filter(({ state }) => state === 'open')
	const shownThere = [...adopted, ...open]
	const sent = sentIn(typed)
	const asTheyAre = adopted.filter(({ state }) => state === 'adopted')
	const first = asTheyAre.slice(0, CHOSEN_AT_FIRST)
	const chosen = shownThere.filter((each) => {
		const { id, versionId } = each
		return sent === null
			? first.includes(each)
			: sent.chosen.some((read) => read.amendmentId === id && read.versionId === versionId)
	})
	const isSent = new Set(sent?.chosen.map(({ amendmentId }) => amendmentId))
	const together = chosen.map((each) => ({ ...each, adoptedTogether: adoptedTogether(each) }))
	const { choices, made } = withOnlyChoices(read, together, sent?.choices ?? {}, lang)
	const after = standingAs(made.wanted, blocks)
	const near = beside.filter((each) => goes.has(each) && !there.some(({ id }) => id === each.id))
	const others = [...there, ...near].filter((each) => !chosen.includes(each))
	return {
		adopted,
		open,
		inTheWay: outside.filter((each) => !goes.has(each)),
		there: done.filter(({ state }) => state === 'open'),
		chosen,
		unticked: named.filter(({ id }) => isSent.has(id) && !chosen.some((each) => each.id === id)),
		onlyFirst: sent === null && first.length < asTheyAre.length ? first.length : null,
		choices,
		made,
		unchosen: made.asked.filter(({ choice }) => choice === null).length,
		apartAfter:
			chosen.length === 0
				? []
				: others.filter((each) => !carried(each, after).ok).toSorted((one, other) => one.number - other.number),
		shown: shownAs(
			chosen,
			Object.fromEntries(made.asked.flatMap(({ key }) => (choices[key] ? [[key, choices[key]]] : []))),
		),
	}
}

/** What becomes of the text once that is chosen which alone can stand somewhere; by that there may be more such places. */
function withOnlyChoices(
	read: Read,
	chosen: readonly ToPutTogether[],
	choices: Choices,
	lang: Language,
): Pick<MergingState, 'choices' | 'made'> {
	const made = putTogether(read.blocks, chosen, choices)
	const only = made.asked.flatMap((each): [string, Choice][] => {
		const choice = onlyChoice(each, read, lang)
		return choice === null || JSON.stringify(choice) === JSON.stringify(choices[each.key]) ? [] : [[each.key, choice]]
	})
	if (only.length === 0) return { choices, made }
	return withOnlyChoices(read, chosen, { ...choices, ...Object.fromEntries(only) }, lang)
}

/** What associations adopted comes before what is adopted as it is, and that before what was changed: each by number. */
const rankOf = (each: AmendmentRow): number => (adoptedTogether(each) === null ? (each.state === 'adopted' ? 1 : 2) : 0)

/** A text that is wanted as if it stood: what says the same is the same version. */
function standingAs(wanted: readonly Wanted[], blocks: readonly BlockVersion[]): BlockVersion[] {
	const stands = new Map<string | null, BlockVersion>(blocks.map((block) => [block.blockId, block]))
	return wanted.map(({ blockId, content }, at) => {
		const before = stands.get(blockId)
		if (before && JSON.stringify(before.content) === JSON.stringify(content)) return before
		const id = `wanted-${at}`
		return { id: id as BlockVersionId, blockId: blockId ?? (id as BlockId), content }
	})
}
