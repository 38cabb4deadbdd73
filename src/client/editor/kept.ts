import { sameText } from '#domain/statement/alignment.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Named } from './wanted.ts'

/** What was written and is not in the record yet: the stretch as it was seen, and as it is wanted. */
export type Kept = { readonly seen: readonly BlockVersion[]; readonly wanted: readonly Named[] }

/** What was never saved is dropped after a month, as what was typed into forms is. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000

/** Who is signed in, as the page knows them. */
export const whoIsHere = (): string | undefined =>
	document.querySelector<HTMLElement>('form[data-sign-out]')?.dataset.signOut

/**
 * Where this browser keeps it: for each person apart, since a session may end by itself where several use the same computer.
 * Whoever signs out removes all that ends with them. In a list: each page keeps its own.
 */
const keyOf = (statement: string): string => `samsvar:editor-${statement}-${whoIsHere()}`

/** Whether all of it is in the record after all, as where the page was left before it was told so. */
export function isInRecord({ seen, wanted }: Kept, stands: readonly BlockVersion[]): boolean {
	const ids = new Set(stands.map(({ blockId }) => blockId))
	const stay = new Set(wanted.map(({ blockId }) => blockId))
	if (seen.some(({ blockId }) => ids.has(blockId) && !stay.has(blockId))) return false
	return stands.some((_block, at) =>
		wanted.every(({ content }, offset) => {
			const there = stands[at + offset]
			return there !== undefined && sameText(there.content, content)
		}),
	)
}

/** What a page kept, by the name that it gave itself. */
export type KeptBy = Kept & { readonly page: string; readonly at: number }

// Not as the editor names its parts: that brings the whole editor into the script of other pages.
export const PAGE = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16)).join('')
/** This page, and those whose text was put back into it. */
const pages = new Set([PAGE])
let isKept = false

/** What a browser stored, but for what is too old. */
export function keptIn(text: string | null, now: number): readonly KeptBy[] {
	const stored: readonly KeptBy[] | Omit<KeptBy, 'page'> = JSON.parse(text ?? '[]')
	// An earlier version kept one for all pages.
	const entries = 'seen' in stored ? [{ ...stored, page: 'before' }] : stored
	return entries.filter(({ at }) => now - at < KEPT_MS)
}

function all(statement: string): readonly KeptBy[] {
	try {
		return keptIn(localStorage.getItem(keyOf(statement)), Date.now())
	} catch {
		return []
	}
}

/** False: nothing can be kept here. The page asks before it is left. */
function store(statement: string, entries: readonly KeptBy[]): boolean {
	try {
		if (entries.length === 0) localStorage.removeItem(keyOf(statement))
		else localStorage.setItem(keyOf(statement), JSON.stringify(entries))
		return true
	} catch {
		return false
	}
}

/** What this browser keeps of a text that was not saved, of each page before this one, in their order. */
export const keptOf = (statement: string): readonly KeptBy[] => all(statement).filter(({ page }) => !pages.has(page))

/** Beside what earlier pages kept, which stays until somebody has answered the offer of it. False: it cannot be. */
export function keep(statement: string, kept: Kept): boolean {
	const others = keptOf(statement)
	isKept = true
	return store(statement, [...others, { seen: kept.seen, wanted: kept.wanted, page: PAGE, at: Date.now() }])
}

/** All that was written on this page is saved. */
export function forget(statement: string): void {
	if (isKept) store(statement, keptOf(statement))
	isKept = false
}

/** What an earlier page kept is answered: it goes, or was put back and goes with what is written here. */
export function answer(statement: string, { page }: KeptBy, how: 'drop' | 'putBack'): void {
	if (how === 'drop')
		store(
			statement,
			all(statement).filter((each) => each.page !== page),
		)
	else pages.add(page)
	if (how === 'putBack') isKept = true
}
