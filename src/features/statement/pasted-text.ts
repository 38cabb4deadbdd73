import type { Block } from '#domain/statement/block.ts'
import { blocksFromPastedText } from '#markup/pasted-text.ts'
import type { Pasted } from './forms.ts'

/** What a pasted text becomes. `taken`: which of the lines kept aside are wanted after all; they come last. */
export function pastedText(text: string, taken: readonly string[]): Pasted {
	const { title, residue, blocks } = blocksFromPastedText(text)
	const wanted = residue.filter((_line, index) => taken.includes(String(index)))
	return { title, residue, blocks: [...blocks, ...wanted.map((line): Block => ({ kind: 'paragraph', text: line }))] }
}
