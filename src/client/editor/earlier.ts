import type { EditorView } from 'prosemirror-view'
import { merge } from '#domain/statement/merge.ts'
import type { EditorWords } from '#i18n/editor.ts'
import type { Given } from './given.ts'
import { answer, isInRecord, type KeptBy, keptOf } from './kept.ts'
import type { noticePlace } from './notice.ts'
import { puttingBack } from './offering.ts'
import { askClashes } from './questions.ts'
import type { Keeping } from './saving.ts'
import { wordsOf } from './unsaved-words.ts'

type Offering = {
	readonly given: Given
	readonly words: EditorWords
	readonly view: EditorView
	readonly keeping: () => Keeping
	readonly notice: ReturnType<typeof noticePlace>
	readonly tell: (lines: readonly string[]) => void
}

/** So many of the parts that were written are shown with the offer. */
const SHOWN = 3

/** What was written here before and not saved is offered back, each page's apart; nothing is put back by itself. */
export function offerEarlier({ given, words, view, keeping, notice, tell }: Offering): void {
	function offer(kept: KeptBy): void {
		const restore = () => void restored(kept).then((done) => (done ? tell([words.kept.restored]) : offer(kept)))
		const drop = () => answer(given.statement, kept, 'drop')
		const answers = [
			{ label: words.kept.restore, act: restore },
			{ label: words.kept.drop, act: drop },
		]
		notice.show([words.kept.found], answers, wordsOf(kept, keeping().known().stands).slice(0, SHOWN))
	}

	/** Puts it back. False: others changed the same, and nobody has chosen. */
	async function restored(kept: KeptBy): Promise<boolean> {
		// It may have come into the record after the page was opened.
		await keeping().refresh()
		const known = keeping().known()
		if (!isInRecord(kept, known.stands)) {
			const { clashes } = merge(kept.seen, kept.wanted, known.stands, () => undefined)
			const choices = clashes.length > 0 ? await askClashes(words, clashes) : new Map()
			if (choices === null) return false
			const tr = puttingBack(view.state, kept, known, ({ blockId }) => choices.get(blockId))
			answer(given.statement, kept, tr ? 'putBack' : 'drop')
			if (tr) view.dispatch(tr)
		} else answer(given.statement, kept, 'drop')
		return true
	}

	// Whoever comes back to write on has it before them at once.
	const before = given.proposal?.before
	if (before) {
		answer(given.statement, before, 'putBack')
		void restored(before).then((done) => done || offer(before))
	}
	for (const kept of keptOf(given.statement)) {
		if (isInRecord(kept, given.blocks)) answer(given.statement, kept, 'drop')
		else offer(kept)
	}
}
