import { type Block, type NumberedBlock, numberBlocks } from '#domain/statement/block.ts'
import { looksLikeSignature, memberFromLine } from '#domain/statement/block-shape.ts'
import { escapeInline, escapeLine } from '#domain/statement/inline-markdown.ts'

export type MarkdownDocument = {
	readonly title: string
	readonly language: string
	readonly blocks: readonly Block[]
	/** How many positions stand before these blocks, where they are a stretch of a text. */
	readonly before?: number
	/** A line that goes on in the next says so by a mark at its end (a file), or does not (a field to write in). */
	readonly ends?: 'marked' | 'bare'
}

/** Markdown cannot hold blanks at the ends of a line, nor blank lines at the ends of a text. */
const linesOf = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
		.join('\n')
		.replace(/^\n+|\n+$/g, '')
		.split('\n')

/** A line feed within a text is a hard break: a backslash, or blanks where one would join what stands before it. */
const hardBreak = (line: string): string => (/(?:(?:https?:\/\/|www\.)\S*|\\)$/i.test(line) ? `${line}  ` : `${line}\\`)

/** A text as lines below one another, each plain text, the later ones indented. */
function textLines(text: string, first: string, indent: string, { ends }: Pick<Place, 'ends'>): string {
	const lines = linesOf(text).map(escapeLine)
	return lines
		.map(
			(line, index) =>
				`${index === 0 ? first : indent}${ends === 'marked' && index < lines.length - 1 ? hardBreak(line) : line}`,
		)
		.join('\n')
}

/** Where Markdown has room for one line only. */
const oneLine = (text: string): string =>
	linesOf(text)
		.map(escapeInline)
		// A backslash may not come to stand before the bracket.
		.map((line, index, lines) => (line.endsWith('\\') && index < lines.length - 1 ? `${line} ` : line))
		.join('<br>')

const headingLine = (level: string, text: string): string =>
	// Number signs at the end of a heading would be taken for decoration.
	`${level} ${oneLine(text).replace(/(^|[ \t])(#+)$/, '$1\\$2')}`

/**
 * Marks a block that would be read as another kind. It is a comment, because Markdown has no word for it and the text must
 * show nothing but the statement.
 */
const marked = (kind: string, needed: boolean, markdown: string): string =>
	needed ? `<!-- ${kind} -->\n${markdown}` : markdown

const inComment = (text: string): string =>
	linesOf(text)
		.join('\n')
		.replace(/[&>\n]/g, (character) => `&#${character.charCodeAt(0)};`)

type MemberList = Extract<Block, { kind: 'memberList' }>

/** Whether a heading and a list of these members would be read as a list of members without being told. */
function readsAsMembers({ heading, members }: MemberList): boolean {
	const same = members.every(({ name, area }) => {
		const member = memberFromLine(`${name} (${area})`)
		return member?.name === name && member.area === area
	})
	return heading.endsWith(':') && members.length > 1 && same
}

const itemsReadAsMembers = (items: readonly string[]): boolean =>
	items.length > 1 && items.every((item) => memberFromLine(item))

function memberListMarkdown(block: MemberList, place: Place): string {
	const items = block.members.map(({ name, area }) => (area === '' ? name : `${name} (${area})`))
	const list = items.map((item) => textLines(item, `${place.bullet} `, '  ', place)).join('\n')
	return marked('members', !readsAsMembers(block), `${headingLine('##', block.heading)}\n\n${list}`)
}

function tableMarkdown({ header, rows }: Extract<Block, { kind: 'table' }>): string {
	const width = Math.max(header.length, ...rows.map((row) => row.length))
	const line = (cells: readonly string[]): string =>
		`| ${Array.from({ length: width }, (_, index) => oneLine(cells[index] ?? '').replaceAll('|', '\\|')).join(' | ')} |`
	return [line(header), `|${' --- |'.repeat(width)}`, ...rows.map(line)].join('\n')
}

/** What the block before decides: how far sub-points are indented, and which bullet would go on its list. */
type Place = Required<Pick<MarkdownDocument, 'ends'>> & {
	readonly indent: string
	readonly bullet: string
	readonly afterHeading: boolean
}

function blockMarkdown({ block, number, letter }: NumberedBlock, place: Place): string {
	switch (block.kind) {
		case 'heading':
			return headingLine('##', block.text)
		case 'paragraph':
			return marked('paragraph', looksLikeSignature(block.text), textLines(block.text, '', '', place))
		case 'signature':
			return marked('signature', !looksLikeSignature(block.text), textLines(block.text, '', '', place))
		case 'quote': {
			const source = block.source === undefined ? '' : `\n\n<!-- source: ${inComment(block.source)} -->`
			return textLines(block.text, '> ', '> ', place) + source
		}
		case 'position': {
			const marker = `${number}. `
			return textLines(block.text, marker, ' '.repeat(marker.length), place)
		}
		case 'subPoint':
			return textLines(block.text, `${place.indent}${letter}. `, place.indent, place)
		case 'list': {
			const list = block.items.map((item) => textLines(item, `${place.bullet} `, '  ', place)).join('\n')
			return marked('list', place.afterHeading && itemsReadAsMembers(block.items), list)
		}
		case 'memberList':
			return memberListMarkdown(block, { ...place, bullet: '-' })
		case 'footnote':
			return textLines(block.text, `[^${block.label}]: `, '    ', place)
		case 'table':
			return tableMarkdown(block)
	}
}

/**
 * A statement as Markdown that any reader of CommonMark with tables and footnotes shows as it was written. Positions are
 * `1.`, sub-points lines `a.` within them. The sources of quotes are comments, since they are no part of the text. Nothing
 * but the text is written: the language belongs in the response's `Content-Language`.
 */
export function toMarkdown({ title, blocks, before = 0, ends = 'marked' }: MarkdownDocument): string {
	const parts = linesOf(title).join('') === '' ? [] : [headingLine('#', title)]
	let indent = ''
	let bullet = '-'
	let previous: Block | undefined
	for (const { number, ...lettered } of numberBlocks(blocks)) {
		const numbered = { ...lettered, number: number === null ? null : number + before }
		const { block } = numbered
		if (block.kind === 'position') indent = ' '.repeat(`${numbered.number}. `.length)
		else if (block.kind !== 'subPoint') indent = ''
		// Two lists in a row are two only when their bullets differ.
		const afterList = previous?.kind === 'list' || previous?.kind === 'memberList'
		bullet = block.kind === 'list' && afterList && bullet === '-' ? '*' : '-'
		parts.push(blockMarkdown(numbered, { ends, indent, bullet, afterHeading: previous?.kind === 'heading' }))
		previous = block
	}
	return `${parts.join('\n\n')}\n`
}
