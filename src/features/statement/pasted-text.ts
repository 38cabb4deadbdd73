import type { Block } from '#domain/statement/block.ts'
import { blocksFromMarkdown } from '#markup/markdown-text.ts'
import { blocksFromPastedText } from '#markup/pasted-text.ts'
import type { FromWord, Pasted } from './forms.ts'

/**
 * What a pasted text becomes, or one that was read in a Word file. `taken`: which of the lines kept aside are wanted after all;
 * they come last.
 */
export function pastedText(text: string, taken: readonly string[], word: FromWord | null): Pasted {
	const { title, residue, blocks } =
		word === null ? blocksFromPastedText(text) : { ...blocksFromMarkdown(text), residue: word.aside }
	const wanted = residue.filter((_line, index) => taken.includes(String(index)))
	return {
		title,
		residue,
		word,
		blocks: [...blocks, ...wanted.map((line): Block => ({ kind: 'paragraph', text: line }))],
	}
}
