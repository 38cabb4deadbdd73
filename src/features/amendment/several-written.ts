import type { Placed } from '#domain/amendment/apart.ts'
import type { WantedText } from '#domain/amendment/want.ts'
import { blocksFromTyped } from '#markup/typed-text.ts'
import type { Typed } from '#ui/form-state.ts'
import { placedIn, REASON, type SentText } from './several-forms.ts'

/** What was made of a text: in an editor, or else as it was typed. */
export const wantIn = (placed: Placed | undefined, text: string): WantedText =>
	placed === undefined ? { put: 'instead', blocks: blocksFromTyped(text) } : { put: 'placed', placed }

/** Null: nothing was sent, or nothing that can be read. */
export function textSentIn(typed: Typed | null): SentText | null {
	if (typed === null) return null
	const [written = ''] = typed.written ?? []
	const byEditor = written !== ''
	const placed = byEditor ? placedIn(written) : undefined
	if (placed === null) return null
	return { want: wantIn(placed, typed.text?.[0] ?? ''), byEditor, again: typed.again !== undefined }
}

/** What goes along with a text, so that nothing of it is lost while somebody writes on: the reasons, and whose it is. */
export const alongWith = (typed: Typed | null): Readonly<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(typed ?? {}).flatMap(([name, [value]]) =>
			(name.startsWith(REASON) || name === 'as') && value ? [[name, value]] : [],
		),
	)
