import type { Want } from '#domain/amendment/want.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { partsOf, stretchOf } from '#domain/statement/parts.ts'
import { blocksFromTyped, positionsFromTyped } from '#markup/typed-text.ts'
import type { WayToAmend } from './forms.ts'

/** What comes after everything that is judged, and before which nothing new is put at an end. */
const ENDS = ['signature', 'memberList', 'footnote'] as const

/** What somebody typed, as what they want. */
export function wantOf(way: WayToAmend, text: string): Want {
	switch (way) {
		case 'remove':
			return { put: 'instead', blocks: [] }
		case 'change':
			return { put: 'instead', blocks: blocksFromTyped(text) }
		case 'add':
			return { put: 'after', blocks: blocksFromTyped(text) }
		case 'position':
			return { put: 'after', blocks: positionsFromTyped(text) }
	}
}

/** What a form proposes. */
export const proposedIn = <Form extends { readonly way: WayToAmend; readonly text: string }>({
	way,
	text,
	...rest
}: Form) => ({ ...rest, want: wantOf(way, text) })

/** After which block something new is put: the last of the position it is asked for after; a position, after the last there is. */
export function stretchFor(
	way: WayToAmend,
	blocks: readonly BlockVersion[],
	{ part, section }: { readonly part: string | null; readonly section: string | null },
): readonly BlockVersion[] {
	if (way === 'position') return placeOfPosition(blocks)
	const stretch = section === null ? stretchOf(blocks, part ?? '', 'part') : stretchOf(blocks, section, 'section')
	return way === 'add' ? stretch.slice(-1) : stretch
}

function placeOfPosition(blocks: readonly BlockVersion[]): readonly BlockVersion[] {
	const parts = partsOf(blocks)
	const last = parts.findLast(([first]) => first.content.kind === 'position')
	if (last) return last.slice(-1)
	const before = blocks.findLastIndex(({ content }) => !ENDS.some((kind) => kind === content.kind))
	return before < 0 ? [] : blocks.slice(before, before + 1)
}
