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
 * Signing out removes all that begins so.
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

/** What this browser keeps of a text that was not saved; null: nothing. */
export function keptOf(statement: string): Kept | null {
	try {
		const entry = JSON.parse(localStorage.getItem(keyOf(statement)) ?? 'null')
		return entry && Date.now() - entry.at < KEPT_MS ? { seen: entry.seen, wanted: entry.wanted } : null
	} catch {
		return null
	}
}

export function keep(statement: string, { seen, wanted }: Kept): void {
	try {
		localStorage.setItem(keyOf(statement), JSON.stringify({ seen, wanted, at: Date.now() }))
	} catch {
		// Nothing can be kept here. It is still saved, and the page asks before it is left.
	}
}

export function forget(statement: string): void {
	try {
		localStorage.removeItem(keyOf(statement))
	} catch {
		// Nothing is kept here.
	}
}
