import { type Block, type NumberedBlock, numberBlocks } from '#domain/statement/block.ts'
import { type FootnoteRef, inlineHtml, inlineText } from './inline.ts'
import { escapeHtml } from './sanitise.ts'

/** Words that the markup needs and the text does not hold, in the reader's language. */
export type ArticleLabels = {
	/** Name of the section of footnotes. */
	readonly footnotes: string
	/** Name of the link from a footnote back to the text. */
	readonly backToText: string
	/** Name of a table, so that the keyboard can reach one that is wider than the screen. */
	readonly table: string
}

/** Where a position or sub-point stands: `id` is its anchor, as in `#p9c`. */
export type PositionPlace = { readonly id: string; readonly number: number; readonly letter: string | null }

export type ArticleOptions = {
	readonly labels: ArticleLabels
	/** Put before every id, so that several texts can stand on one page. */
	readonly idPrefix?: string
	/**
	 * Trusted HTML put last in the item of a position or sub-point, such as a marker of who stands behind it. What it shows
	 * as text becomes part of the article's text, so on the page of a published statement it may hold none.
	 */
	readonly afterPosition?: (place: PositionPlace) => string
	/** Trusted HTML beside each block, such as what can be done to it; by the block's place in the text. For pages of members. */
	readonly beside?: (index: number) => string
	/** The stretch of the text that is shown, from one place up to another, numbered as in the whole; all of it where left out. */
	readonly stretch?: readonly [from: number, to: number]
}

/**
 * The source of a quote. It is no part of the statement's text, so it is shown outside the article, under `id`: the quote
 * names that id as its description.
 */
export type QuoteSource = {
	readonly id: string
	/** The anchor of the quote. */
	readonly quoteId: string
	/** Counted from 1 through the quotes of the text, those without a source too. */
	readonly quoteIndex: number
	readonly text: string
	/** `text` as safe inline HTML. */
	readonly html: string
}

export type Article = { readonly html: string; readonly sources: readonly QuoteSource[] }

type Note = {
	readonly number: number
	readonly id: string
	readonly label: string
	readonly text: string
	/** Its place among the blocks of the text. */
	readonly index: number
	references: number
}

type Writer = {
	readonly prefix: string
	readonly options: ArticleOptions
	readonly notes: readonly Note[]
	/** Of two notes with the same label the first is meant. */
	readonly noteOf: ReadonlyMap<string, Note>
	readonly sources: QuoteSource[]
	quotes: number
}

/** Footnotes are numbered in the order they stand as blocks. */
function notesOf(blocks: readonly Block[], prefix: string): Note[] {
	return blocks
		.flatMap((block, index) => (block.kind === 'footnote' ? [{ ...block, index }] : []))
		.map(({ label, text, index }, at) => ({
			number: at + 1,
			id: `${prefix}fn${at + 1}`,
			label,
			text,
			index,
			references: 0,
		}))
}

const refId = (writer: Writer, note: Note, count: number): string =>
	`${writer.prefix}fnref${note.number}${count === 1 ? '' : `-${count}`}`

function inline(writer: Writer, text: string): string {
	return inlineHtml(text, {
		footnote: (label): FootnoteRef | null => {
			const note = writer.noteOf.get(label)
			if (note === undefined) return null
			note.references += 1
			return { number: note.number, href: `#${note.id}`, refId: refId(writer, note, note.references) }
		},
	})
}

function quoteHtml(writer: Writer, block: Extract<Block, { kind: 'quote' }>): string {
	writer.quotes += 1
	const quoteId = `${writer.prefix}q${writer.quotes}`
	const id = `${writer.prefix}source${writer.quotes}`
	const source = block.source?.trim() ?? ''
	if (source !== '') {
		writer.sources.push({
			id,
			quoteId,
			quoteIndex: writer.quotes,
			text: inlineText(source),
			html: inlineHtml(source),
		})
	}
	const described = source === '' ? '' : ` aria-describedby="${id}"`
	return `<figure class="quote" id="${quoteId}"${described}><blockquote><p>${inline(writer, block.text)}</p></blockquote></figure>`
}

function listHtml(items: readonly string[]): string {
	return `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
}

function memberListHtml(writer: Writer, block: Extract<Block, { kind: 'memberList' }>): string {
	const items = block.members.map(({ name, area }) =>
		area === '' ? inline(writer, name) : `${inline(writer, name)} (${inline(writer, area)})`,
	)
	return `<section class="members">\n<h2>${inline(writer, block.heading)}</h2>\n${listHtml(items)}\n</section>`
}

function tableHtml(writer: Writer, block: Extract<Block, { kind: 'table' }>): string {
	const head = block.header.map((cell) => `<th scope="col">${inline(writer, cell)}</th>`).join('')
	const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(writer, cell)}</td>`).join('')}</tr>`)
	const label = escapeHtml(writer.options.labels.table)
	return [
		`<div class="table" role="group" aria-label="${label}" tabindex="0"><table>`,
		`<thead><tr>${head}</tr></thead>`,
		`<tbody>\n${rows.join('\n')}\n</tbody>`,
		'</table></div>',
	].join('\n')
}

/** A block with what stands beside it. */
function withBeside({ options: { beside } }: Writer, index: number, html: string): string {
	return beside === undefined ? html : `<div class="part">${html}${beside(index)}</div>`
}

function itemHtml(
	writer: Writer,
	{ block, number, letter }: NumberedBlock,
	{ index, value, inner = '' }: { readonly index: number; readonly value: number; readonly inner?: string },
): string {
	if (block.kind !== 'position' && block.kind !== 'subPoint') return ''
	const id = number === null ? null : `${writer.prefix}p${number}${letter ?? ''}`
	const after = id === null || number === null ? '' : (writer.options.afterPosition?.({ id, number, letter }) ?? '')
	const text = `${withBeside(writer, index, `<p>${inline(writer, block.text)}</p>${after}`)}${inner}`
	return `<li${id === null ? '' : ` id="${id}"`} value="${value}">${text}</li>`
}

const endOf = ({ options }: Writer, blocks: readonly unknown[]): number => options.stretch?.[1] ?? blocks.length

/** The sub-points from `from` on, and where they end. `first` is the place of the first among its position's, from 1. */
function subPointsHtml(writer: Writer, blocks: readonly NumberedBlock[], from: number, first: number) {
	const items: string[] = []
	let at = from
	for (let next = blocks[at]; next?.block.kind === 'subPoint' && at < endOf(writer, blocks); next = blocks[at]) {
		items.push(itemHtml(writer, next, { index: at, value: first + items.length }))
		at += 1
	}
	return { html: `<ol class="sub-points" type="a">\n${items.join('\n')}\n</ol>`, at }
}

/** How many sub-points its position has had before the block at `index`. */
function subPointsBefore(blocks: readonly NumberedBlock[], index: number): number {
	let count = 0
	for (let at = index - 1; at >= 0 && blocks[at]?.block.kind !== 'position'; at -= 1) {
		if (blocks[at]?.block.kind === 'subPoint') count += 1
	}
	return count
}

function positionsHtml(writer: Writer, blocks: readonly NumberedBlock[], from: number) {
	const items: string[] = []
	let at = from
	for (let next = blocks[at]; next?.block.kind === 'position' && at < endOf(writer, blocks); next = blocks[at]) {
		const isNested = blocks[at + 1]?.block.kind === 'subPoint' && at + 1 < endOf(writer, blocks)
		const nested = isNested ? subPointsHtml(writer, blocks, at + 1, 1) : null
		const inner = nested === null ? '' : `\n${nested.html}`
		items.push(itemHtml(writer, next, { index: at, value: next.number ?? 1, inner }))
		at = nested?.at ?? at + 1
	}
	return { html: `<ol class="positions">\n${items.join('\n')}\n</ol>`, at }
}

function blockHtml(writer: Writer, block: Block): string {
	switch (block.kind) {
		case 'heading':
			return `<h2>${inline(writer, block.text)}</h2>`
		case 'paragraph':
			return `<p>${inline(writer, block.text)}</p>`
		case 'signature':
			return `<p class="signature">${inline(writer, block.text)}</p>`
		case 'quote':
			return quoteHtml(writer, block)
		case 'list':
			return listHtml(block.items.map((item) => inline(writer, item)))
		case 'memberList':
			return memberListHtml(writer, block)
		case 'table':
			return tableHtml(writer, block)
		case 'position':
		case 'subPoint':
		case 'footnote':
			return ''
	}
}

function isShown({ options: { stretch } }: Writer, index: number): boolean {
	return stretch === undefined || (index >= stretch[0] && index < stretch[1])
}

/** Rendered last, when it is known which notes the text refers to. */
function footnotesHtml(writer: Writer): string {
	// Of a stretch, the notes that it refers to.
	const notes = writer.notes.filter((note) => note.references > 0 || isShown(writer, note.index))
	if (notes.length === 0) return ''
	const items = notes.map((note) => {
		const text = inlineHtml(note.text)
		const back = Array.from({ length: note.references }, (_, index) => {
			const label = escapeHtml(writer.options.labels.backToText)
			return ` <a class="back" href="#${refId(writer, note, index + 1)}" aria-label="${label}"></a>`
		})
		const value = writer.options.stretch === undefined ? '' : ` value="${note.number}"`
		return `<li id="${note.id}"${value}>${withBeside(writer, note.index, `<p>${text}${back.join('')}</p>`)}</li>`
	})
	const label = escapeHtml(writer.options.labels.footnotes)
	return `<section class="footnotes" aria-label="${label}">\n<ol>\n${items.join('\n')}\n</ol>\n</section>`
}

/**
 * A statement's text as HTML for a reading page, without the title and without an element around it. Headings are `h2`.
 * The text shown is the statement's own and nothing more: numbers and letters come from list markup (`value`, anchors
 * `p7` and `p9c`), the sources of quotes are handed back to be shown beside it, and the back links of footnotes get their
 * arrow from the style sheet. Never throws, whatever the texts hold.
 */
export function articleHtml(blocks: readonly Block[], options: ArticleOptions): Article {
	const prefix = options.idPrefix ?? ''
	const notes = notesOf(blocks, prefix)
	const noteOf = new Map(notes.toReversed().map((note) => [note.label, note]))
	const writer: Writer = { prefix, options, notes, noteOf, sources: [], quotes: 0 }
	const numbered = numberBlocks(blocks)
	const parts: string[] = []
	const [from, to] = options.stretch ?? [0, numbered.length]
	let at = from
	for (let next = numbered[at]; next !== undefined && at < to; next = numbered[at]) {
		const { block } = next
		if (block.kind === 'position' || block.kind === 'subPoint') {
			const run =
				block.kind === 'position'
					? positionsHtml(writer, numbered, at)
					: subPointsHtml(writer, numbered, at, subPointsBefore(numbered, at) + 1)
			parts.push(run.html)
			at = run.at
		} else {
			if (block.kind !== 'footnote') parts.push(withBeside(writer, at, blockHtml(writer, block)))
			at += 1
		}
	}
	parts.push(footnotesHtml(writer))
	return { html: parts.filter((part) => part !== '').join('\n'), sources: writer.sources }
}
