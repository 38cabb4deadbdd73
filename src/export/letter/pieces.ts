import { type Block, type NumberedBlock, numberBlocks } from '#domain/statement/block.ts'
import type { Line, Note, Piece, PositionItem } from './letter.ts'
import { lineOf } from './lines.ts'

/**
 * A text's blocks as pieces, with its footnotes numbered in the order in which they stand, as on its page. `placed`: the same with the
 * numbers that they have in a longer text.
 */
export function piecesOf(
	blocks: readonly Block[],
	placed: readonly NumberedBlock[] = numberBlocks(blocks),
): {
	readonly body: readonly Piece[]
	readonly notes: readonly Note[]
} {
	const footnotes = blocks.filter((block) => block.kind === 'footnote')
	// Of two notes with the same label the first is meant.
	const numbers = new Map(footnotes.map(({ label }, index) => [label, index + 1] as const).toReversed())
	const line = (text: string): Line => lineOf(text, (label) => numbers.get(label) ?? null)
	const body: Piece[] = []
	for (const numbered of placed) {
		const { block } = numbered
		if (block.kind === 'position' || block.kind === 'subPoint') place(body, numbered, line(block.text))
		else body.push(...pieceOf(block, line))
	}
	return { body, notes: footnotes.map(({ text }, index) => ({ number: index + 1, text: lineOf(text) })) }
}

/** Puts a position or a sub-point where the ones before it stand, if nothing has come between. */
function place(body: Piece[], { block, number, letter }: NumberedBlock, text: Line): void {
	const last = body.at(-1)
	const items: readonly PositionItem[] = last?.kind === 'positions' ? last.items : []
	if (last?.kind === 'positions') body.pop()
	if (block.kind === 'position') {
		body.push({ kind: 'positions', items: [...items, { number, text, subPoints: [] }] })
		return
	}
	const { length } = items
	const { subPoints, ...above } = items[length - 1] ?? { number: null, text: [], subPoints: [] }
	const item = { ...above, subPoints: [...subPoints, { letter: letter ?? '', text }] }
	body.push({ kind: 'positions', items: [...items.slice(0, Math.max(0, length - 1)), item] })
}

function pieceOf(block: Block, line: (text: string) => Line): Piece[] {
	switch (block.kind) {
		case 'heading':
			return [{ kind: 'heading', level: 2, text: line(block.text) }]
		case 'paragraph':
		case 'signature':
			return [{ kind: block.kind, text: line(block.text) }]
		case 'quote': {
			const source = block.source?.trim() ?? ''
			return [{ kind: 'quote', text: line(block.text), source: source === '' ? null : lineOf(source) }]
		}
		case 'list':
			return [{ kind: 'list', items: block.items.map(line) }]
		case 'table': {
			const [header, rows] = [block.header.map(line), block.rows.map((row) => row.map(line))]
			return [{ kind: 'table', caption: null, header, rows, rowHeads: false }]
		}
		case 'memberList': {
			const items = block.members.map(({ name, area }) => line(area === '' ? name : `${name} (${area})`))
			return [
				{ kind: 'heading', level: 2, text: line(block.heading) },
				{ kind: 'list', items },
			]
		}
		case 'position':
		case 'subPoint':
		case 'footnote':
			return []
	}
}
