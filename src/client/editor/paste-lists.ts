import type { Mark, Node as Written } from 'prosemirror-model'
import { schema } from '#writing/schema.ts'
import { inlineOf, isElement, tidied } from './paste-inline.ts'
import { flush, footnoteLabel, type Reading } from './paste-reading.ts'

const { nodes } = schema

type Within = {
	readonly depth: number
	readonly marks: readonly Mark[]
	readonly reading: Reading
	/** Reads what else can stand in an item. */
	readonly read: (element: Node, marks: readonly Mark[], reading: Reading) => void
}

const isPoint = (node: Written | undefined): boolean => node?.type === nodes.position || node?.type === nodes.subPoint

/** Puts an item where it belongs: numbered first items are positions, whatever is deeper below one its sub-point. */
function put(out: Written[], content: readonly Written[], depth: number, isNumbered: boolean): void {
	const text = tidied(content)
	if (text.size === 0) return
	const last = out.at(-1)
	if (depth > 1 && isPoint(last)) out.push(nodes.subPoint.create(null, text))
	else if (isNumbered && depth === 1) out.push(nodes.position.create(null, text))
	else if (last?.type === nodes.list)
		out.splice(-1, 1, last.copy(last.content.addToEnd(nodes.listItem.create(null, text))))
	else out.push(nodes.list.create(null, nodes.listItem.create(null, text)))
}

/** The items of a list, and of those within it. */
export function itemsOf(list: Element, within: Within): void {
	const { depth, reading } = within
	const isNumbered = list.localName === 'ol'
	let isFirst = true
	for (const child of list.children) {
		if (child.localName === 'ul' || child.localName === 'ol') {
			itemsOf(child, { ...within, depth: depth + 1 })
			continue
		}
		// Two lists that follow one another are two.
		if (isFirst && depth === 1 && !isNumbered && reading.out.at(-1)?.type === nodes.list) flush(reading)
		isFirst = false
		readItem(child, within, isNumbered)
	}
}

function readItem(item: Element, within: Within, isNumbered: boolean): void {
	const { depth, marks, reading, read } = within
	const { out, left } = reading
	const label = footnoteLabel(item)
	if (label !== null) {
		const text = tidied([...item.childNodes].flatMap((child) => inlineOf(child, [], left)))
		if (text.size > 0) out.push(nodes.footnote.create({ label }, text))
		return
	}
	const own: Reading = { out: [], run: [], left }
	const nested: Element[] = []
	const rest = item.ownerDocument.createElement('div')
	for (const child of item.childNodes) {
		if (isElement(child) && (child.localName === 'ul' || child.localName === 'ol')) nested.push(child)
		else rest.appendChild(child.cloneNode(true))
	}
	read(rest, marks, own)
	flush(own)
	const [first, ...others] = own.out
	if (first?.isTextblock && first.type !== nodes.heading) {
		const isItem = !isNumbered || depth > 1
		const lines = isItem ? others.filter((block) => block.isTextblock) : []
		const content = [first, ...lines].flatMap((block, at) => [
			...(at > 0 ? [nodes.lineEnd.create()] : []),
			...block.content.content,
		])
		put(out, content, depth, isNumbered)
		out.push(...others.filter((block) => !lines.includes(block)))
	} else out.push(...own.out)
	for (const list of nested) itemsOf(list, { ...within, depth: depth + 1 })
}

const NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,3}|[ivxlc]{1,6})[.)]/i
const SIGN = /^(?:[·•●○▪■§\-–—*o])(?=\s)/

/** A paragraph that Word shows as an item of a list. Whether it was that. */
export function itemOf(paragraph: Element, marks: readonly Mark[], { out, left }: Reading): boolean {
	const style = paragraph.getAttribute('style') ?? ''
	const level = /mso-list\s*:\s*(?!none|ignore)[^;]*?level(\d+)/i.exec(style)?.[1]
	const isListed = /MsoListParagraph/.test(paragraph.className)
	if (level === undefined && !isListed) return false
	const spans = [...paragraph.querySelectorAll('[style]')]
	const sign = spans.find((span) => /mso-list\s*:\s*ignore/i.test(span.getAttribute('style') ?? ''))
	const content = [...paragraph.childNodes].flatMap((child) => inlineOf(child, marks, left))
	const typed = sign === undefined ? (tidied(content).firstChild?.text ?? '') : ''
	const marker = (sign?.textContent ?? typed).replaceAll('\u00a0', ' ').trim()
	const isNumbered = NUMBER.test(marker)
	if (sign === undefined && level === undefined && !isNumbered && !SIGN.test(`${marker} `)) return false
	const text = sign === undefined ? withoutSign(content) : content
	put(out, text, Number(level ?? 1), isNumbered)
	return true
}

/** Without the number or sign that is typed first. */
export function withoutSign(content: readonly Written[]): Written[] {
	const [first, ...rest] = tidied(content).content
	if (!first?.isText) return [...content]
	const text = (first.text ?? '').replace(NUMBER, '').replace(SIGN, '').trimStart()
	return text === '' ? rest : [schema.text(text, first.marks), ...rest]
}
