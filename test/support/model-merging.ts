import { adoptedTogether } from '#domain/amendment/adopted-together.ts'
import type { Choice, Choices } from '#domain/amendment/collision.ts'
import { type MergeAmendments, type Mergeable, mergeAmendments } from '#domain/amendment/merge-amendments.ts'
import { putTogether } from '#domain/amendment/putting-together.ts'
import { undoMerging } from '#domain/amendment/unmerge.ts'
import type { ActId, BlockId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { WRITABLE } from '#domain/statement/statement.ts'
import { writtenIn } from '#domain/statement/text-history.ts'
import { sidesIn } from './editing.ts'
import { blocksOf, type ModelStatement } from './model.ts'
import { textRead, wordsRead } from './model-amending.ts'
import { surelyOpposed } from './model-amendment-words.ts'
import { amendmentsIn, mergingIn, overtakenIn } from './model-amendments.ts'
import { type Attempt, nth, on, type Step } from './model-attempt.ts'

/** What stood in the text when the latest of what was read was written. */
function olderIn({ changes }: ModelStatement, seen: readonly BlockVersion[]): BlockId[] {
	const read = new Set(seen.map(({ id }) => id))
	const last = changes.findLastIndex((change) => writtenIn(change).some(({ id }) => read.has(id)))
	return changes.slice(0, last + 1).flatMap((change) => writtenIn(change).map(({ blockId }) => blockId))
}

/** What whoever merges chooses where some collide: as the page asks, and asks again. */
function chosenIn(seen: readonly BlockVersion[], some: readonly Mergeable[], { a, b, c, flag }: Step, mark: string) {
	let choices: Choices = {}
	// Now and then nothing is chosen.
	for (let asked = 0; asked < 3 && (c > 0 || flag); asked += 1) {
		const read = some.map((each) => ({ ...each, adoptedTogether: adoptedTogether(each) }))
		const open = putTogether(seen, read, choices).asked.filter(({ choice }) => choice === null)
		const chosen = open.map(({ key, sides, byHand, held }): [string, Choice] => {
			const by = held.length > 0 && b > 0 ? held : sides.map((side) => side.by[0] ?? '')
			if (c === 5) return [key, { base: true }]
			if ((c === 4 || c === 2) && byHand) return [key, { text: mark }]
			return [key, { side: nth(by, a) ?? '' }]
		})
		choices = { ...choices, ...Object.fromEntries(chosen) }
	}
	return choices
}

/** The acts that merged amendments to a text, the last first. */
const mergingsIn = ({ amendments }: ModelStatement): ActId[] => {
	const all = [...amendments.values()].flatMap(({ merges }) => merges)
	const inOrder = all.toSorted((one, other) => other.position - one.position)
	return [...new Set(inOrder.map(({ actId }) => actId))]
}

/** What is tried with amendments and the text at once. */
export const MERGING_ACTS = {
	mergeAmendments: on(WRITABLE, (about, _view, actor, step, context) => {
		const { b, c, flag } = step
		const seen = textRead(about, step.recent ? 0 : 1)
		const all = amendmentsIn(about)
		const fit = all.filter(({ state, asked, merged }) => {
			// Now and then what is in the text already.
			return asked === null && (merged === null || c === 3) && (state === 'open' || state === 'adopted')
		})
		const overtaken = all.flatMap(({ id }) => overtakenIn(about, id).map((each) => ({ ...each, preferred: id })))
		const preferred = fit.find(({ id }) => overtaken.some((each) => each.preferred === id))
		const meets = preferred && fit.filter((each) => each === preferred || surelyOpposed(each, preferred))
		const some =
			(c === 4 || c === 2) && meets && meets.length > 1
				? meets
				: (step.apt ? fit : all).toReversed().filter((_, at) => b > 2 || at % 3 === b || at === 0)
		const command: MergeAmendments = {
			seen,
			chosen: some.map((each) => ({ amendmentId: each.id, versionId: wordsRead(each, step) })),
			choices: chosenIn(seen, some, step, context.newId()),
			note: flag || step.apt ? 'Jämkat.' : '',
			letGo: b > 0,
		}
		const judged = [...about.stances.values()].map(({ blockId }) => blockId)
		const known = { amendments: all, judged, older: olderIn(about, seen), overtaken }
		return mergeAmendments(actor, { statement: about.statement, blocks: blocksOf(about) }, known, command, context)
	}),
	undoMerging: on(WRITABLE, (about, view, actor, { b, c }, context) => {
		const acts = mergingsIn(about)
		const actId = (b > 1 ? acts[0] : nth(acts, c)) ?? ('none' as ActId)
		const merging = mergingIn(about, actId)
		const judged = [...about.stances.values()].map(({ blockId }) => blockId)
		const known = { merging, sides: sidesIn(about.changes, actId), judged, position: view.position }
		return undoMerging(actor, { statement: about.statement, blocks: blocksOf(about) }, known, context)
	}),
} satisfies Record<string, Attempt>
