import type { AddendumKind } from './addendum.ts'

/** The last part of the address of what was added to a statement: `rattelse-1`; a statement is withdrawn but once. */
export function addendumSegment(kind: AddendumKind, ordinal: number): string {
	return kind === 'correction' ? `rattelse-${ordinal}` : 'aterkallelse'
}

/** What the last part of such an address, or of a file's, names; null: nothing. */
export function addendumNamed(segment: string): { readonly kind: AddendumKind; readonly ordinal: number } | null {
	const [, ordinal] = /^(?:rattelse-([1-9][0-9]{0,5})|aterkallelse)$/.exec(segment) ?? []
	if (ordinal !== undefined) return { kind: 'correction', ordinal: Number(ordinal) }
	return segment === 'aterkallelse' ? { kind: 'withdrawal', ordinal: 1 } : null
}
