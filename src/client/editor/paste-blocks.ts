import type { Mark, Node as Written } from 'prosemirror-model'
import { schema } from '#writing/schema.ts'
import { inlineOf, isElement, isHidden, isLeftOut, tidied } from './paste-inline.ts'
import { itemOf, itemsOf } from './paste-lists.ts'
import { type Left, marksIn, styleOf } from './paste-marks.ts'
import { flush, footnoteLabel, paragraphsOf, type Reading } from './paste-reading.ts'
import { isLayout, tableOf } from './paste-tables.ts'
import { tidiedBlocks } from './paste-whole.ts'

const { nodes, marks: looks } = schema

/** What was copied, as blocks, and what could not be taken along. */
export type Pasted = { readonly blocks: readonly Written[]; readonly left: Left }

const BLOCKS =
	'p,div,section,article,header,footer,main,aside,nav,address,ul,ol,li,h1,h2,h3,h4,h5,h6,blockquote,table,figure,figcaption,pre,hr,dl,dt,dd,form,fieldset,details,summary,center'
const isBlock = (element: Element): boolean => element.matches(BLOCKS)
const HEADING = /^h[1-6]$/

const textOf = (element: Element, left: Left, marks: readonly Mark[] = []) =>
	tidied([...element.childNodes].flatMap((child) => inlineOf(child, marks, left)))

/** A heading is bold already. */
function headingOf(element: Element, left: Left): Written[] {
	const text = textOf(element, left).content.map((node) =>
		node.isText ? node.mark(looks.strong.removeFromSet(node.marks)) : node,
	)
	return text.length > 0 ? [nodes.heading.create(null, text)] : []
}

const SOURCE = 'cite,footer,figcaption,.source'

function quoteOf(element: Element, left: Left): Written[] {
	const given = element.querySelector(SOURCE)
	const source = given ? textOf(given, left) : null
	const inner: Reading = { out: [], run: [], left }
	const rest = element.cloneNode(true) as Element
	rest.querySelector(SOURCE)?.remove()
	readAll(rest, [], inner)
	flush(inner)
	const lines = inner.out.flatMap((block, at) => {
		const told = block.type === nodes.quote ? block.firstChild : block.isTextblock ? block : null
		const text = told ? [...told.content.content] : [schema.text(block.textBetween(0, block.content.size, '; '))]
		return at === 0 ? text : [nodes.lineEnd.create(), ...text]
	})
	if (lines.length === 0) return []
	const said = (source?.content ?? []).map((node, at) =>
		at === 0 && node.isText ? schema.text((node.text ?? '').replace(/^[—–-]\s*/, '') || ' ', node.marks) : node,
	)
	return [
		nodes.quote.create(null, [
			nodes.quoteText.create(null, tidied(lines)),
			nodes.quoteSource.create(null, tidied(said)),
		]),
	]
}

function readBlock(element: Element, marks: readonly Mark[], reading: Reading): void {
	const { out, left } = reading
	const name = element.localName
	const label = footnoteLabel(element)
	if (label !== null) {
		const text = tidied([...element.childNodes].flatMap((child) => inlineOf(child, [], left)))
		if (text.size > 0) out.push(nodes.footnote.create({ label }, text))
	} else if (
		HEADING.test(name) ||
		element.getAttribute('role') === 'heading' ||
		/^Mso(?:Title|Heading)/.test(element.className)
	) {
		out.push(...headingOf(element, left))
	} else if (name === 'blockquote' || /^Mso(?:Intense)?Quote/.test(element.className)) {
		out.push(...quoteOf(element, left))
	} else if (name === 'figure' && element.querySelector('blockquote')) {
		out.push(...quoteOf(element, left))
	} else if (name === 'ul' || name === 'ol') {
		itemsOf(element, { depth: 1, marks, reading, read: readAll })
	} else if (name === 'table' && !isLayout(element)) {
		out.push(tableOf(element, left))
	} else if (name === 'pre') {
		const lines = (element.textContent ?? '').split('\n')
		const content = lines.flatMap((line, at) => [
			...(at ? [nodes.lineEnd.create()] : []),
			...(line ? [schema.text(line)] : []),
		])
		out.push(...paragraphsOf(content))
	} else if (name !== 'hr' && !(name === 'p' && itemOf(element, marks, reading))) {
		readAll(element, name === 'dt' ? looks.strong.create().addToSet(marks) : marks, reading)
	}
}

/** Reads what stands in an element: blocks as they are, and the text between them as paragraphs. */
function readAll(element: Node, marks: readonly Mark[], reading: Reading): void {
	for (const child of element.childNodes) {
		if (!isElement(child)) {
			reading.run.push(...inlineOf(child, marks, reading.left))
		} else if (isHidden(child) || isLeftOut(child, reading.left)) {
			// Nothing of it is text.
		} else if (isBlock(child)) {
			flush(reading)
			readBlock(child, ownMarks(child, marks, reading.left), reading)
			flush(reading)
		} else if (child.querySelector(BLOCKS)) {
			readAll(child, marksIn(child, marks, reading.left), reading)
		} else {
			reading.run.push(...inlineOf(child, marks, reading.left))
		}
	}
}

/** A block can say how all of its text looks. */
const ownMarks = (element: Element, marks: readonly Mark[], left: Left): readonly Mark[] =>
	styleOf(element, 'font-weight') === '' && styleOf(element, 'font-style') === ''
		? marks
		: marksIn(element, marks, left)

/** The blocks that a copied page, document or part of one becomes. `body`: what stood on the clipboard, read as a page is. */
export function pastedFrom(body: Node): Pasted {
	const left: Left = { pictures: 0, embedded: 0, links: 0, struck: 0 }
	const reading: Reading = { out: [], run: [], left }
	readAll(body, [], reading)
	flush(reading)
	return { blocks: tidiedBlocks(reading.out), left }
}
