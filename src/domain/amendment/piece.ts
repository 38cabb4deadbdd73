import type { Wanted } from '#domain/statement/alignment.ts'
import type { Block, ListedMember } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { joined, type Token, tokensOf } from './words.ts'

/** A paragraph of a text: by itself, as inline Markdown or HTML, or a block of a statement, which knows which one it is. */
export type Piece = string | Wanted

/** What begins within a block, as `Run.part` says it: the block itself by its kind, and what it has several of. */
const KINDS = [
	'heading',
	'paragraph',
	'quote',
	'list',
	'position',
	'subPoint',
	'footnote',
	'signature',
	'memberList',
	'table',
] as const

const part = (name: string): Token => ({ text: `\u0000${name}`, kind: 'break', lead: '' })

/** The name of what begins here; null where it is no part of a block. */
export const partOf = ({ kind, text }: Token): string | null =>
	kind === 'break' && text.startsWith('\u0000') ? text.slice(1) : null

/** What a piece is compared by. */
export const tokensOfPiece = (piece: Piece): Token[] =>
	typeof piece === 'string' ? tokensOf(piece) : tokensOfBlock(piece.content)

const within = (name: string, text: string): Token[] => [part(name), ...tokensOf(text)]

function tokensOfBlock(block: Block): Token[] {
	switch (block.kind) {
		case 'list':
			return [part('list'), ...block.items.flatMap((item) => within('item', item))]
		case 'table':
			return [
				part('table'),
				...[block.header, ...block.rows].flatMap((row) => [
					part('row'),
					...row.flatMap((cell) => within('cell', cell)),
				]),
			]
		case 'memberList':
			return [
				...within('memberList', block.heading),
				...block.members.flatMap(({ name, area }) => [...within('member', name), ...within('area', area)]),
			]
		case 'quote':
			return [...within('quote', block.text), ...(block.source === undefined ? [] : within('source', block.source))]
		case 'footnote':
			return [...within('footnote', block.text), ...within('label', block.label)]
		default:
			return within(block.kind, block.text)
	}
}

type Section = { readonly name: string; readonly text: string }

/** The parts with their texts, in order; the end of a text counts only as the blanks before it. */
function sectionsOf(tokens: readonly Token[]): Section[] | null {
	const sections: { name: string; tokens: Token[] }[] = []
	for (const token of tokens) {
		const name = partOf(token)
		if (name !== null) sections.push({ name, tokens: [] })
		else if (sections.length === 0) return null
		else sections.at(-1)?.tokens.push(token)
	}
	return sections.map(({ name, tokens }) => ({ name, text: joined(tokens) }))
}

/** The block that these are the tokens of; null where they make none, since its parts do not fit together. */
export function blockOf(tokens: readonly Token[]): Block | null {
	const [first, ...rest] = sectionsOf(tokens) ?? []
	const kind = KINDS.find((known) => known === first?.name)
	if (first === undefined || kind === undefined) return null
	const { text } = first
	const names = rest.map(({ name }) => name)
	const [second] = rest
	switch (kind) {
		case 'list':
			return text === '' && names.every((name) => name === 'item')
				? { kind, items: rest.map((each) => each.text) }
				: null
		case 'table':
			return text === '' ? tableOf(rest) : null
		case 'memberList': {
			const members = membersOf(rest)
			return members && { kind, heading: text, members }
		}
		case 'quote':
			if (second === undefined) return { kind, text }
			return names.join() === 'source' ? { kind, text, source: second.text } : null
		case 'footnote':
			return second && names.join() === 'label' ? { kind, text, label: second.text } : null
		default:
			return rest.length === 0 ? { kind, text } : null
	}
}

function membersOf(sections: readonly Section[]): ListedMember[] | null {
	const members: ListedMember[] = []
	for (let at = 0; at < sections.length; at += 2) {
		const [name, area] = [sections[at], sections[at + 1]]
		if (name?.name !== 'member' || area?.name !== 'area') return null
		members.push({ name: name.text, area: area.text })
	}
	return members
}

/** Rows of a table are as wide as its header. */
function tableOf(sections: readonly Section[]): Block | null {
	const rows: string[][] = []
	for (const { name, text } of sections) {
		if (name === 'row' && text === '') rows.push([])
		else if (name !== 'cell' || rows.length === 0) return null
		else rows.at(-1)?.push(text)
	}
	const [header, ...others] = rows
	if (header === undefined || others.some((row) => row.length !== header.length)) return null
	return { kind: 'table', header, rows: others }
}

/** Whether two pieces are the same to the letter, whichever blocks they are. */
export function samePiece(one: Piece, other: Piece): boolean {
	if (typeof one === 'string' || typeof other === 'string') return one === other
	const [ours, theirs] = [one.content, other.content]
	return ours === theirs || (ours.kind === theirs.kind && keyOf(ours) === keyOf(theirs))
}

/** What a piece says and of which kind it is, to look it up by. */
export const keyOfPiece = (piece: Piece): string => (typeof piece === 'string' ? piece : keyOf(piece.content))

const SIMPLE: ReadonlySet<string> = new Set(['heading', 'paragraph', 'position', 'subPoint', 'signature'])

function keyOf(block: Block): string {
	if (SIMPLE.has(block.kind) && 'text' in block) return `${block.kind} ${block.text}`
	const widths = block.kind === 'table' ? block.rows.map((row) => row.length) : []
	return JSON.stringify([block.kind, widths, textsOf(block)])
}
