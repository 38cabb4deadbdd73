import { Plugin, type Transaction } from 'prosemirror-state'
import { idOf } from './ids.ts'
import { FROM_OTHERS } from './merging.ts'

/** Marks that whoever writes was asked, and means it. */
export const LET_GO = 'letGo'

/**
 * What would take a block out of the text that others have judged is not done, but asked about first. `isJudged`: by the block's
 * name; `ask`: what was to be done, and which blocks would go.
 */
export function asksFirst(
	isJudged: (name: string) => boolean,
	ask: (act: Transaction, names: readonly string[]) => void,
): Plugin {
	return new Plugin({
		filterTransaction: (tr, state) => {
			if (!tr.docChanged || tr.getMeta(FROM_OTHERS) || tr.getMeta(LET_GO) || tr.getMeta('appendedTransaction'))
				return true
			const stay = new Set(tr.doc.content.content.map(idOf))
			const gone = state.doc.content.content.map(idOf).filter((name) => !stay.has(name) && isJudged(name))
			if (gone.length > 0) queueMicrotask(() => ask(tr, gone))
			return gone.length === 0
		},
	})
}
