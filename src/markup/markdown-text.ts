import { normaliseText } from '#domain/kernel/text.ts'
import { type Block, type ListedMember, letterOf } from '#domain/statement/block.ts'
import { looksLikeSignature, memberFromLine } from '#domain/statement/block-shape.ts'
import { type Piece, piecesOf } from './markdown-pieces.ts'

export type MarkdownText = {
	/** The text of a first heading `# `; null without one. */
	readonly title: string | null
	readonly blocks: Block[]
}

/** The members a list names when it stands below this heading, or null when it is a list like another. */
function membersIn(heading: string, items: readonly string[], told: string | null): ListedMember[] | null {
	if (told === 'members') return items.map((item) => memberFromLine(item) ?? { name: item, area: '' })
	if (told !== null || !heading.endsWith(':') || items.length < 2) return null
	const members = items.map(memberFromLine).filter((member) => member !== null)
	return members.length === items.length ? members : null
}

const paragraphKind = (text: string, told: string | null): 'paragraph' | 'signature' =>
	told === 'signature' || (told !== 'paragraph' && looksLikeSignature(text)) ? 'signature' : 'paragraph'

function blocksOf(pieces: readonly Piece[]): Block[] {
	const blocks: Block[] = []
	let told: string | null = null
	let letters = 0
	for (const piece of pieces) {
		if (piece.kind === 'told') {
			told = piece.told
			continue
		}
		const last = blocks.at(-1)
		if (piece.kind === 'source') {
			if (last?.kind === 'quote') blocks[blocks.length - 1] = { ...last, source: piece.text }
			continue
		}
		const block = blockOf(piece, told, letters)
		if (block.kind === 'position') letters = 0
		if (block.kind === 'subPoint') letters += 1
		const members = block.kind === 'list' && last?.kind === 'heading' ? membersIn(last.text, block.items, told) : null
		if (members !== null && last?.kind === 'heading') {
			blocks[blocks.length - 1] = { kind: 'memberList', heading: last.text, members }
		} else {
			blocks.push(block)
		}
		// `members` stands above the heading and is meant for the list below it.
		if (!(told === 'members' && block.kind === 'heading')) told = null
	}
	return blocks
}

function blockOf(piece: Exclude<Piece, { kind: 'told' | 'source' }>, told: string | null, letters: number): Block {
	if (piece.kind === 'heading') return { kind: 'heading', text: piece.text }
	if (piece.kind === 'lettered') {
		const isNext = piece.letter === letterOf(letters)
		return isNext ? { kind: 'subPoint', text: piece.text } : { kind: 'paragraph', text: piece.typed }
	}
	const { block } = piece
	return block.kind === 'paragraph' ? { kind: paragraphKind(block.text, told), text: block.text } : block
}

/**
 * A Markdown file as blocks: an ordered list is positions, a list or lines `a.` within it sub-points, each paragraph of a
 * quotation a quote; tables, footnotes and headings of every level are what they are called. What Markdown has no word for
 * is found by its form, as in pasted text, or told by a comment such as `export` writes. Other comments and thematic breaks
 * hold no text and are left out; HTML is text. Never throws; time is linear.
 */
export function blocksFromMarkdown(markdown: string): MarkdownText {
	const lines = normaliseText(markdown.replace(/^\ufeff/, '')).split('\n')
	const pieces = piecesOf(lines.map((line) => line.replace(/^\t+/, (tabs) => '    '.repeat(tabs.length))))
	const [first] = pieces
	const hasTitle = first?.kind === 'heading' && first.level === 1
	return { title: hasTitle ? first.text : null, blocks: blocksOf(hasTitle ? pieces.slice(1) : pieces) }
}
