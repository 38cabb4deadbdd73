import { Fragment, type Mark, type MarkType, type Node } from 'prosemirror-model'
import { inlinePieces, type Piece } from '#markup/inline.ts'
import { allowedHref } from '#markup/sanitise.ts'
import { schema } from './schema.ts'

const { strong, em, code, link } = schema.marks

function marksOf(piece: Extract<Piece, { text: string }>): Mark[] {
	return [
		...(piece.href === undefined ? [] : [link.create({ href: piece.href })]),
		...(piece.em ? [em.create()] : []),
		...(piece.strong ? [strong.create()] : []),
		...(piece.code ? [code.create()] : []),
	]
}

function nodeOf(piece: Piece): Node[] {
	if ('note' in piece) return [schema.nodes.noteRef.create({ label: piece.note })]
	return piece.text === '' ? [] : [schema.text(piece.text, marksOf(piece))]
}

/** A block's text as it is written in the editor: its inline Markdown as it is shown, a line feed as the end of a line. */
export function inlineFrom(text: string): Fragment {
	const lines = text.split('\n').map((line) => inlinePieces(line).flatMap(nodeOf))
	return Fragment.from(lines.flatMap((line, index) => (index === 0 ? line : [schema.nodes.lineEnd.create(), ...line])))
}

/**
 * What is written inside a block as inline Markdown, which `inlineFrom` reads again: all of its text, and every look that
 * Markdown can say. As little as possible is escaped, so that what reads the same without stays as it was typed.
 */
export function markdownFrom(content: Fragment): string {
	const lines: Node[][] = [[]]
	for (const node of content.content) {
		if (node.type === schema.nodes.lineEnd) lines.push([])
		else lines.at(-1)?.push(node)
	}
	return lines.map(lineMarkdown).join('\n')
}

/** `bare`: an address that is its own text stands as it is, and not in brackets. */
type Way = { readonly escapes: boolean; readonly emphasis: '*' | '_'; readonly bare: boolean }

const TYPED: Way = { escapes: false, emphasis: '*', bare: true }
const ESCAPED: Way = { ...TYPED, escapes: true }

const WAYS: readonly Way[] = [true, false].flatMap((bare) =>
	[false, true].flatMap((escapes) => (['*', '_'] as const).map((emphasis) => ({ escapes, emphasis, bare }))),
)

function lineMarkdown(nodes: readonly Node[]): string {
	const tight = joined(withTightEmphasis(nodes))
	const plainer = [[], [strong, em], [strong, em, link, code]].map((types) =>
		joined(tight.map((node) => without(node, types))),
	)
	// A web address is a link, however it was written: it may look different, and only its text counts.
	for (const same of [sameLook, sameText]) {
		for (const wanted of plainer) {
			const markdown = WAYS.map((way) => written(wanted, way)).find((each) => same(inlineFrom(each), wanted))
			if (markdown !== undefined) return markdown
		}
	}
	return written(plainer.at(-1) ?? [], ESCAPED)
}

const sameLook = (read: Fragment, wanted: readonly Node[]): boolean => read.eq(Fragment.from([...wanted]))

const textsIn = (nodes: readonly Node[]): string => nodes.map((node) => textOf(node, TYPED)).join('')

const sameText = (read: Fragment, wanted: readonly Node[]): boolean =>
	textsIn(read.content.map((node) => node.mark([]))) === textsIn(wanted.map((node) => node.mark([])))

const without = (node: Node, types: readonly MarkType[]): Node =>
	node.mark(node.marks.filter(({ type }) => !types.includes(type)))

/** Neighbours that look the same as one. */
const joined = (nodes: readonly Node[]): Node[] => [...Fragment.from([...nodes]).content]

const isWhite = (node: Node): boolean => node.isText && node.text?.trim() === ''

/** Emphasis neither begins nor ends with white space: there Markdown would not see it. */
function withTightEmphasis(nodes: readonly Node[]): Node[] {
	const pieces = nodes.flatMap((node): Node[] => {
		if (!node.isText || node.marks.length === 0) return [node]
		return (node.text ?? '').split(/^(\s+)|(\s+)$/u).flatMap((text) => (text ? [schema.text(text, node.marks)] : []))
	})
	return pieces.map((piece, index) => {
		if (!isWhite(piece)) return piece
		const before = pieces.slice(0, index).findLast((other) => !isWhite(other))
		const after = pieces.slice(index + 1).find((other) => !isWhite(other))
		const isInside = (type: MarkType) => [before, after].every((other) => other && type.isInSet(other.marks))
		return without(
			piece,
			[strong, em].filter((type) => !isInside(type)),
		)
	})
}

/** A node's marks in the order in which they are opened: of emphasis, what lasts longest first. */
function marksAt(nodes: readonly Node[], at: number): readonly Mark[] {
	const endOf = (mark: Mark) => {
		const end = nodes.findIndex((node, index) => index > at && !mark.isInSet(node.marks))
		return end < 0 ? nodes.length : end
	}
	const rank = ({ type }: Mark) => (type === link ? 0 : type === code ? 2 : 1)
	return [...(nodes[at]?.marks ?? [])].sort((one, other) => rank(one) - rank(other) || endOf(other) - endOf(one))
}

function written(nodes: readonly Node[], way: Way): string {
	let result = ''
	let open: readonly Mark[] = []
	nodes.forEach((node, at) => {
		const marks = marksAt(nodes, at).filter(({ type }) => type !== code && !(way.bare && type === link && isBare(node)))
		const stay = open.findIndex((mark) => !mark.isInSet([...marks]))
		const staying = stay < 0 ? open : open.slice(0, stay)
		const opening = marks.filter((mark) => !mark.isInSet([...staying]))
		result += open
			.slice(staying.length)
			.toReversed()
			.map((mark) => endOf(mark, way))
			.join('')
		result += opening.map((mark) => beginningOf(mark, way)).join('') + textOf(node, way)
		open = [...staying, ...opening]
	})
	return (
		result +
		open
			.toReversed()
			.map((mark) => endOf(mark, way))
			.join('')
	)
}

/** A link whose text is its address. */
const isBare = (node: Node): boolean => link.isInSet(node.marks)?.attrs.href === allowedHref(node.text ?? '')

const emphasisOf = ({ type }: Mark, { emphasis }: Way): string => (type === strong ? '**' : emphasis)

const beginningOf = (mark: Mark, way: Way): string => (mark.type === link ? '[' : emphasisOf(mark, way))

function endOf(mark: Mark, way: Way): string {
	if (mark.type !== link) return emphasisOf(mark, way)
	const href = String(mark.attrs.href)
	return /[()\\]/.test(href) ? `](<${href}>)` : `](${href})`
}

function textOf(node: Node, way: Way): string {
	if (node.type === schema.nodes.noteRef) return `[^${node.attrs.label}]`
	const text = node.text ?? ''
	if (code.isInSet(node.marks)) return codeSpan(text)
	if (!way.escapes || (way.bare && isBare(node))) return text
	return text.replace(/[\\`*_[\]<!]/g, (special) => `\\${special}`)
}

/** Between as many backticks as do not stand in it. */
function codeSpan(text: string): string {
	const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
	const fence = '`'.repeat(longest + 1)
	const space = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : ''
	return fence + space + text + space + fence
}
