import { type Block, numberBlocks } from '#domain/statement/block.ts'
import { inlineText } from '#markup/inline.ts'
import { xml } from './xml.ts'

export type AknStatement = {
	/** Of the coalition. */
	readonly slug: string
	readonly coalition: string
	readonly coalitionAddress: string
	readonly label: string
	readonly number: number
	/** `2022-10-14`; and as the text's language says it. */
	readonly publishedOn: string
	readonly saidOn: string
	readonly title: string
	readonly language: 'sv' | 'en'
	/** With a notice in the place of what is withheld. */
	readonly blocks: readonly Block[]
}

/** As ISO 639-2 has them. */
const LANGUAGES = { sv: 'swe', en: 'eng' } as const

/**
 * A published text as a `statement` of Akoma Ntoso 3.0 (OASIS LegalDocML). Positions are its paragraphs and sub-points their
 * points, under the names they have in addresses: `p9`, `p9b`. Emphasis is left out.
 */
export function aknOf(statement: AknStatement): string {
	const { label, title, publishedOn, saidOn } = statement
	const preface =
		`<p><docTitle>${xml(title)}</docTitle></p>` +
		`<p><docNumber>${xml(label)}</docNumber> <docDate date="${publishedOn}">${xml(saidOn)}</docDate></p>`
	return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<statement name="statement">
${metaOf(statement)}
<preface>${preface}</preface>
<mainBody>
${bodyOf(statement.blocks)}
</mainBody>
</statement>
</akomaNtoso>
`
}

/** What identifies it: as a work, in its language, and as this file (the naming convention of Akoma Ntoso). */
function metaOf({ slug, coalition, coalitionAddress, label, number, publishedOn, language }: AknStatement): string {
	const work = `/akn/se/statement/${slug}/${publishedOn}/${number}`
	const expression = `${work}/${LANGUAGES[language]}@${publishedOn}`
	const common = (uri: string, alias = '') =>
		`<FRBRthis value="${xml(`${uri}/!main`)}"/><FRBRuri value="${xml(uri)}"/>${alias}` +
		`<FRBRdate date="${publishedOn}" name="publication"/><FRBRauthor href="#coalition"/>`
	return `<meta><identification source="#coalition">
<FRBRWork>${common(work, `<FRBRalias value="${xml(label)}" name="number"/>`)}<FRBRcountry value="se"/><FRBRnumber value="${number}"/></FRBRWork>
<FRBRExpression>${common(expression)}<FRBRlanguage language="${LANGUAGES[language]}"/></FRBRExpression>
<FRBRManifestation>${common(`${expression}.akn`)}<FRBRformat value="application/akn+xml"/></FRBRManifestation>
</identification>
<references source="#coalition"><TLCOrganization eId="coalition" href="${xml(coalitionAddress)}" showAs="${xml(coalition)}"/></references></meta>`
}

type Open = { readonly number: number; readonly text: string; readonly points: string[] }

function bodyOf(blocks: readonly Block[]): string {
	const written: string[] = []
	let open: Open | null = null
	for (const [index, { block, number, letter }] of numberBlocks(blocks).entries()) {
		if (block.kind === 'subPoint' && number !== null && letter !== null) {
			const point = `<point eId="p${number}${letter}"><num>${letter}</num><content>${p(block.text)}</content></point>`
			// One that something else stands before belongs to its position all the same.
			if (open) open.points.push(point)
			else written.push(point)
			continue
		}
		if (open) written.push(paragraph(open))
		open = block.kind === 'position' && number !== null ? { number, text: block.text, points: [] } : null
		if (open === null) written.push(blockOf(block, `b${index + 1}`))
	}
	if (open) written.push(paragraph(open))
	return written.length === 0 ? p('') : written.join('\n')
}

function paragraph({ number, text, points }: Open): string {
	const inner = points.length === 0 ? `<content>${p(text)}</content>` : `<intro>${p(text)}</intro>${points.join('')}`
	return `<paragraph eId="p${number}"><num>${number}</num>${inner}</paragraph>`
}

/** `id`: of what has to have one, by its place in the text. */
function blockOf(block: Block, id: string): string {
	switch (block.kind) {
		case 'paragraph':
		// What has a number is written as such. A sub-point that no position stands before is a paragraph like any other.
		case 'position':
		case 'subPoint':
			return p(block.text)
		case 'heading':
		case 'signature':
			return `<block name="${block.kind}">${said(block.text)}</block>`
		case 'footnote':
			return `<block name="footnote">[${xml(block.label)}] ${said(block.text)}</block>`
		case 'quote':
			return (
				`<block name="quote">${said(block.text)}</block>` +
				(block.source === undefined ? '' : `<block name="source">${said(block.source)}</block>`)
			)
		case 'list':
			return list(id, null, block.items)
		case 'memberList':
			return list(
				id,
				block.heading,
				block.members.map(({ name, area }) => (area === '' ? name : `${name} (${area})`)),
			)
		case 'table': {
			const rows = [block.header, ...block.rows].filter((cells) => cells.length > 0)
			if (rows.length === 0) return p('')
			const row = (cells: readonly string[], tag: 'th' | 'td') =>
				`<tr>${cells.map((cell) => `<${tag}>${p(cell)}</${tag}>`).join('')}</tr>`
			const of = rows.map((cells) => row(cells, cells === block.header ? 'th' : 'td'))
			return `<table eId="${id}">${of.join('')}</table>`
		}
	}
}

function list(id: string, introduction: string | null, items: readonly string[]): string {
	const intro = introduction ? `<listIntroduction>${said(introduction)}</listIntroduction>` : ''
	const each = items.map((item, index) => `<item eId="${id}-${index + 1}">${p(item)}</item>`).join('')
	return items.length === 0 ? p(introduction ?? '') : `<blockList eId="${id}">${intro}${each}</blockList>`
}

/** Where a text refers to a footnote, as that is labelled. */
const REFERENCE = /\[\^([^\]\s]{1,100})\]/g

const said = (text: string) => xml(inlineText(text.replace(REFERENCE, '[$1]')))
const p = (text: string) => `<p>${said(text)}</p>`
