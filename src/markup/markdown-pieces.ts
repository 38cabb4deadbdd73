import { BLOCK_KINDS, type Block } from '#domain/statement/block.ts'
import {
	ATX,
	BLANK,
	BREAK,
	begins,
	COMMENT,
	cellsOf,
	FENCE,
	ITEM,
	isTable,
	LETTERED,
	NOTE,
	oneLine,
	plain,
	QUOTE,
	trim,
	UNDERLINE,
	unclosed,
} from './markdown-lines.ts'

/** What a Markdown file consists of before letters are known to be sub-points and lines to be signatures. */
export type Piece =
	| { readonly kind: 'block'; readonly block: Block }
	| { readonly kind: 'heading'; readonly text: string; readonly level: number }
	/** `a. text`: a sub-point when the letter is the next, otherwise a paragraph as typed. */
	| { readonly kind: 'lettered'; readonly letter: string; readonly text: string; readonly typed: string }
	/** `<!-- kind -->`: what the next block is. */
	| { readonly kind: 'told'; readonly told: string }
	/** `<!-- source: … -->` after a quote. */
	| { readonly kind: 'source'; readonly text: string }

/** What a comment may say that the next block is. */
const TOLD: readonly string[] = ['members', ...BLOCK_KINDS]

/** Lists within lists are read to this depth. What lies deeper becomes text. */
const DEEPEST = 6

type Reader = { readonly lines: readonly string[]; at: number; readonly depth: number; readonly pieces: Piece[] }

const blockPiece = (block: Block): Piece => ({ kind: 'block', block })

function readComment(reader: Reader): void {
	const { lines, pieces } = reader
	const from = reader.at
	while (reader.at < lines.length && !(lines[reader.at] ?? '').includes('-->')) reader.at += 1
	reader.at += 1
	const comment = lines.slice(from, reader.at).join('\n')
	const words = trim(comment.slice(comment.indexOf('<!--') + 4, comment.indexOf('-->')))
	const source = /^source: /.test(words) ? words.slice('source: '.length) : null
	if (source !== null) {
		const decode = (_: string, code: string) => String.fromCodePoint(Number.parseInt(code, 10))
		pieces.push({ kind: 'source', text: source.replace(/&#(10|38|62);/g, decode) })
	} else if (TOLD.includes(words)) {
		pieces.push({ kind: 'told', told: words })
	}
}

/** Code has no kind of its own here: its lines are a paragraph's. */
function readFence(reader: Reader, fence: string): void {
	const { lines } = reader
	const from = reader.at + 1
	const closing = (line: string): boolean => line.trim().startsWith(fence) && /^[`~\s]*$/.test(line)
	for (reader.at = from; reader.at < lines.length && !closing(lines[reader.at] ?? ''); ) reader.at += 1
	const text = lines.slice(from, reader.at).join('\n').replace(/^\n+/, '').trimEnd()
	reader.at += 1
	if (text !== '') reader.pieces.push(blockPiece({ kind: 'paragraph', text }))
}

/** Each paragraph of a quotation is a quote of its own. Quotes within quotes are one. */
function readQuote(reader: Reader): void {
	const { lines, pieces } = reader
	let paragraph: string[] = []
	const finish = () => {
		if (paragraph.length > 0) pieces.push(blockPiece({ kind: 'quote', text: plain(paragraph) }))
		paragraph = []
	}
	for (let line = lines[reader.at]; line !== undefined; line = lines[reader.at]) {
		const quoted = QUOTE.test(line)
		if (!quoted && (paragraph.length === 0 || BLANK.test(line) || begins(line))) break
		const text = line.replace(/^(?: {0,3}> ?)+/, '')
		if (BLANK.test(text)) finish()
		else paragraph.push(text)
		reader.at += 1
	}
	finish()
}

/** The lines of one item, without its indent, and the marker it had. */
function readItem(reader: Reader, match: RegExpExecArray): string[] {
	const { lines } = reader
	const [whole, , marker = ''] = match
	const width = whole.length === (match[1] ?? '').length + marker.length ? whole.length + 1 : whole.length
	const indent = new RegExp(`^ {${width}}`)
	const item = [(lines[reader.at] ?? '').slice(whole.length)]
	reader.at += 1
	for (let line = lines[reader.at]; line !== undefined; line = lines[reader.at]) {
		const isBlank = BLANK.test(line)
		const lazy = !isBlank && !BLANK.test(item.at(-1) ?? '') && !begins(line) && !ITEM.test(line)
		if (!isBlank && !indent.test(line) && !lazy) break
		item.push(line.replace(indent, ''))
		reader.at += 1
	}
	return item
}

const textIn = (piece: Piece | undefined): string | null => {
	if (piece?.kind === 'heading') return piece.text
	return piece?.kind === 'block' && piece.block.kind === 'paragraph' ? piece.block.text : null
}

/** What stands in a position: lists are sub-points, the rest comes after it. */
function readPosition(reader: Reader, item: readonly string[]): void {
	const [first, ...rest] = piecesOf(item, reader.depth + 1)
	const text = textIn(first)
	reader.pieces.push(blockPiece({ kind: 'position', text: text ?? '' }))
	for (const piece of text === null && first !== undefined ? [first, ...rest] : rest) {
		const block = piece.kind === 'block' ? piece.block : null
		if (block?.kind === 'list')
			reader.pieces.push(...block.items.map((sub) => blockPiece({ kind: 'subPoint', text: sub })))
		else if (block?.kind === 'position') reader.pieces.push(blockPiece({ kind: 'subPoint', text: block.text }))
		else reader.pieces.push(piece)
	}
}

/** The texts of an item and of the lists within it. What can be no item comes after the list. */
function readBullet(reader: Reader, item: readonly string[], items: string[], after: Piece[]): void {
	const [first, ...rest] = piecesOf(item, reader.depth + 1)
	const text = textIn(first)
	if (text !== null) items.push(text)
	else if (first === undefined) items.push('')
	for (const piece of text === null && first !== undefined ? [first, ...rest] : rest) {
		const block = piece.kind === 'block' ? piece.block : null
		if (block?.kind === 'list') items.push(...block.items)
		else if (block?.kind === 'position' || block?.kind === 'subPoint') items.push(block.text)
		else if (block?.kind === 'paragraph' && text !== null) items.push(`${items.pop()}\n${block.text}`)
		else after.push(piece)
	}
}

function readList(reader: Reader, first: RegExpExecArray): void {
	const bullet = (first[2] ?? '').at(-1)
	const ordered = /^\d/.test(first[2] ?? '')
	const items: string[] = []
	const after: Piece[] = []
	for (let match: RegExpExecArray | null = first; match !== null; match = ITEM.exec(reader.lines[reader.at] ?? '')) {
		if ((match[2] ?? '').at(-1) !== bullet || BREAK.test(reader.lines[reader.at] ?? '')) break
		const item = readItem(reader, match)
		if (ordered) readPosition(reader, item)
		else readBullet(reader, item, items, after)
	}
	if (!ordered) reader.pieces.push(blockPiece({ kind: 'list', items }))
	reader.pieces.push(...after)
}

function readNote(reader: Reader, match: RegExpExecArray): void {
	const { lines } = reader
	const paragraphs: string[][] = [[(lines[reader.at] ?? '').slice(match[0].length)]]
	reader.at += 1
	for (let line = lines[reader.at]; line !== undefined; line = lines[reader.at]) {
		const isBlank = BLANK.test(line)
		const belongs = /^(?: {4}|\t)/.test(line) || (!BLANK.test(lines[reader.at - 1] ?? '') && !begins(line))
		if (!isBlank && !belongs) break
		if (isBlank) paragraphs.push([])
		else paragraphs.at(-1)?.push(line)
		reader.at += 1
	}
	const text = paragraphs.filter((paragraph) => paragraph.length > 0).map(plain)
	reader.pieces.push(blockPiece({ kind: 'footnote', label: match[1] ?? '', text: text.join('\n') }))
}

/** Columns of a table: each row gets as many. What stands in further ones stays in the last, parted by pipes. */
const COLUMNS_LIMIT = 100

const within = (cells: readonly string[]): readonly string[] =>
	cells.length <= COLUMNS_LIMIT
		? cells
		: [...cells.slice(0, COLUMNS_LIMIT - 1), cells.slice(COLUMNS_LIMIT - 1).join(' | ')]

/** A row may be longer than the heading, and loses nothing by it. */
function readTable(reader: Reader): void {
	const { lines } = reader
	const table = [within(cellsOf(lines[reader.at] ?? ''))]
	for (reader.at += 2; ; reader.at += 1) {
		const line = lines[reader.at]
		if (line === undefined || BLANK.test(line) || begins(line)) break
		table.push(within(cellsOf(line)))
	}
	const width = table.reduce((widest, row) => Math.max(widest, row.length), 0)
	const [header = [], ...rows] = table.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''))
	reader.pieces.push(blockPiece({ kind: 'table', header, rows }))
}

function readParagraph(reader: Reader): void {
	const { lines, depth } = reader
	const from = reader.at
	const lettered = LETTERED.exec(lines[from] ?? '')
	reader.at += 1
	for (let line = lines[reader.at]; line !== undefined; line = lines[reader.at]) {
		if (UNDERLINE.test(line)) {
			const level = line.includes('=') ? 1 : 2
			reader.pieces.push({ kind: 'heading', text: plain(lines.slice(from, reader.at)), level })
			reader.at += 1
			return
		}
		const nextLetter = (depth > 0 || lettered !== null) && LETTERED.test(line)
		if (BLANK.test(line) || begins(line) || nextLetter || isTable(line, lines[reader.at + 1])) break
		reader.at += 1
	}
	const paragraph = lines.slice(from, reader.at)
	const typed = plain(paragraph)
	if (lettered === null) {
		reader.pieces.push(blockPiece({ kind: 'paragraph', text: typed }))
	} else {
		const text = plain([(paragraph[0] ?? '').slice(lettered[0].length), ...paragraph.slice(1)])
		reader.pieces.push({ kind: 'lettered', letter: lettered[1] ?? '', text, typed })
	}
}

function readNext(reader: Reader): void {
	const line = reader.lines[reader.at] ?? ''
	const heading = ATX.exec(line)
	const fence = FENCE.exec(line)
	const item = reader.depth < DEEPEST ? ITEM.exec(line) : null
	const note = NOTE.exec(line)
	if (BLANK.test(line) || BREAK.test(line)) {
		reader.at += 1
	} else if (heading !== null) {
		const closed = unclosed(heading[2] ?? '').replace(/(^|[ \t])\\(#+)[ \t]*$/, '$1$2')
		const text = oneLine(closed)
		if (text !== '') reader.pieces.push({ kind: 'heading', text, level: heading[1]?.length ?? 1 })
		reader.at += 1
	} else if (fence !== null) readFence(reader, fence[1] ?? '')
	else if (COMMENT.test(line)) readComment(reader)
	else if (QUOTE.test(line)) readQuote(reader)
	else if (item !== null) readList(reader, item)
	else if (note !== null) readNote(reader, note)
	else if (isTable(line, reader.lines[reader.at + 1])) readTable(reader)
	else readParagraph(reader)
}

/** The pieces of the lines of a Markdown file, or of one item of a list. */
export function piecesOf(lines: readonly string[], depth = 0): Piece[] {
	const reader: Reader = { lines, at: 0, depth, pieces: [] }
	while (reader.at < lines.length) readNext(reader)
	return reader.pieces
}
