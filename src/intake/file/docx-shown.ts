import type { Numbering } from './docx-numbering.ts'
import { HIDES, type Style } from './docx-styles.ts'
import { isOn, type Tag, tagsIn } from './docx-xml.ts'

/** Stands before the number of a paragraph, which the text then has on a line right below the one before. */
export const NUMBERED = '\ue002'

type Paragraph = {
	style: string | null
	numId: string | null
	level: number | null
	/** Where its own text begins. */
	start: number
	/** Its mark is hidden, so that it is no paragraph of its own. */
	hidden: boolean
	labelled: boolean
}
type Run = { readonly start: number; hides: boolean | null; style: string | null }

type Known = { readonly styleOf: (id: string) => Style; readonly numbering: Numbering }

/**
 * The XML of a text as it is shown: numbers stand in it, which Word keeps apart from it, and what is hidden or struck out does
 * not. Pictures, which nothing here reads, are left out with it.
 */
export function asShown(xml: string, { styleOf, numbering }: Known): string {
	const pieces: string[] = []
	let kept = 0
	const cut = (from: number, to: number, put = '') => {
		if (from < kept) return
		pieces.push(xml.slice(kept, from), put)
		kept = to
	}
	const edits: { readonly from: number; readonly to: number; readonly put: string }[] = []
	const paragraphs: Paragraph[] = []
	const runs: Run[] = []
	let inParagraphProperties = 0
	let inRunProperties = 0

	const label = (paragraph: Paragraph) => {
		if (paragraph.labelled) return
		paragraph.labelled = true
		const { style, start, hidden } = paragraph
		const of = style === null ? null : styleOf(style)
		const numId = paragraph.numId ?? of?.numId ?? (style === null ? null : numbering.listOfStyle(style))
		if (numId === null || numId === '0' || hidden) return
		const level = paragraph.level ?? (paragraph.numId === null ? null : 0)
		const text = numbering.labelOf({ numId, level: level ?? of?.level ?? null, style })
		if (text !== '') edits.push({ from: start, to: start, put: runOf(`${NUMBERED}${text} `) })
	}

	const inProperties = (tag: Tag, paragraph: Paragraph | undefined) => {
		if (!tag.opens || paragraph === undefined) return
		if (tag.name === 'pStyle') paragraph.style = tag.val ?? null
		if (tag.name === 'numId') paragraph.numId = tag.val ?? null
		if (tag.name === 'ilvl') paragraph.level = Number(tag.val ?? 0)
		if (tag.name === 'vanish') paragraph.hidden = isOn(tag)
	}

	for (const tag of tagsIn(xml)) {
		const { name, opens, closes, start, end } = tag
		const paragraph = paragraphs.at(-1)
		const run = runs.at(-1)
		if (name === 'p' && opens && !closes)
			paragraphs.push({ style: null, numId: null, level: null, start: end, hidden: false, labelled: false })
		else if (name === 'p' && !opens) paragraphs.pop()
		else if (name === 'pPr' && opens !== closes) {
			inParagraphProperties += opens ? 1 : -1
			if (!opens && paragraph !== undefined) {
				paragraph.start = end
				label(paragraph)
			}
		} else if (inParagraphProperties > 0) inProperties(tag, paragraph)
		else if (name === 'r' && opens && !closes) runs.push({ start, hides: null, style: null })
		else if (name === 'r' && !opens) {
			runs.pop()
			const style = paragraph?.style == null ? null : styleOf(paragraph.style).hides
			const hides = run?.hides ?? (run?.style == null ? null : styleOf(run.style).hides) ?? style
			if (run !== undefined && hides === true) edits.push({ from: run.start, to: end, put: '' })
		} else if (name === 'rPr' && opens !== closes) inRunProperties += opens ? 1 : -1
		else if (inRunProperties > 0 && run !== undefined && opens) {
			if (name === 'rStyle') run.style = tag.val ?? null
			if (HIDES.test(name)) run.hides = isOn(tag) || run.hides === true
		}
	}
	// A run that holds others ends behind them, and comes first where both begin.
	edits.sort((one, other) => one.from - other.from || other.to - one.to)
	for (const { from, to, put } of edits) cut(from, to, put)
	return [...pieces, xml.slice(kept)].join('').replace(PICTURE, (tag) => tag.replace(TARGET, ''))
}

/** What says where the picture of a drawing is, which would be looked for. */
const PICTURE = /<(?:a:blip|v:imagedata|a:hlinkClick)(?=[\s/>])[^<>]*>/g
const TARGET = /\s[\w.-]+:(?:embed|link|id|pict|href)\s*=\s*(?:"[^"]*"|'[^']*')/g

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

// What is read of an attribute is escaped as it was there.
const runOf = (text: string) =>
	`<w:r><w:t xml:space="preserve">${text.replace(/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\w+);)/g, (sign) => ESCAPED[sign] ?? sign)}</w:t></w:r>`
