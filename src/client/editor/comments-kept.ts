import type { Quote } from '#domain/comment/quote.ts'
import { whoIsHere } from './kept.ts'

/** What was written beside the text and not sent: a reply, under its thread, or a comment with what it is about. */
type Unsent = { readonly text: string; readonly blockId?: string; readonly quote?: Quote | null }

const KEPT_MS = 30 * 24 * 60 * 60 * 1000
/** Under this name a comment is kept that begins a thread. */
export const NEW = 'new'

/** Where this browser keeps it: for each person apart, whose signing out removes it. */
const keyOf = (statement: string) => `samsvar:beside-${statement}-${whoIsHere()}`

function all(statement: string): Record<string, Unsent & { readonly at: number }> {
	try {
		return JSON.parse(localStorage.getItem(keyOf(statement)) ?? '{}')
	} catch {
		return {}
	}
}

export function unsentOf(statement: string, name: string): Unsent | null {
	const entry = all(statement)[name]
	return entry && Date.now() - entry.at < KEPT_MS ? entry : null
}

/** An empty text is forgotten. */
export function keepUnsent(statement: string, name: string, unsent: Unsent | null): void {
	const { [name]: _before, ...others } = all(statement)
	const kept = unsent && unsent.text.trim() !== '' ? { ...others, [name]: { ...unsent, at: Date.now() } } : others
	try {
		if (Object.keys(kept).length === 0) localStorage.removeItem(keyOf(statement))
		else localStorage.setItem(keyOf(statement), JSON.stringify(kept))
	} catch {
		// Nothing can be kept here. It can still be sent.
	}
}
