import { itemMark } from '#intake/item-mark.ts'
import { isOn, tagsIn } from './docx-xml.ts'

type Level = { start: number; format: string; text: string; figures: boolean; style: string | null }
type Kind = { readonly levels: Map<number, Level>; link: string | null; linkedBy: string | null }
type List = { kind: string; readonly starts: Map<number, number>; readonly levels: Map<number, Level> }

/** Levels that a list has. */
const LEVELS = 9

const TYPES: Readonly<Record<string, string>> = {
	lowerLetter: 'a',
	upperLetter: 'A',
	lowerRoman: 'i',
	upperRoman: 'I',
}

/** What stands before a paragraph of a list, as Word counts; nothing where none does. Asked in the order of the text. */
export type Numbering = {
	readonly labelOf: (list: {
		readonly numId: string
		readonly level: number | null
		readonly style: string | null
	}) => string
	/** The list that a style numbers, where the list says so and the style does not. */
	readonly listOfStyle: (style: string) => string | null
}

/** The lists that a document may number with. */
export function numberingIn(xml: string): Numbering {
	const kinds = new Map<string, Kind>()
	const lists = new Map<string, List>()
	let kind: Kind | null = null
	let list: List | null = null
	let level: Level | null = null
	let override = 0
	for (const tag of tagsIn(xml)) {
		const { name, opens } = tag
		if (name === 'abstractNum') {
			kind = opens ? { levels: new Map(), link: null, linkedBy: null } : null
			if (kind !== null) kinds.set(tag.get('abstractNumId') ?? '', kind)
		} else if (name === 'num') {
			list = opens ? { kind: '', starts: new Map(), levels: new Map() } : null
			if (list !== null) lists.set(tag.get('numId') ?? '', list)
		} else if (name === 'lvl') {
			level = opens ? { start: 1, format: 'decimal', text: '', figures: false, style: null } : null
			if (level !== null) (list ?? kind)?.levels.set(Number(tag.get('ilvl') ?? 0), level)
		} else if (!opens) continue
		else if (name === 'abstractNumId' && list !== null) list.kind = tag.val ?? ''
		else if (name === 'lvlOverride') override = Number(tag.get('ilvl') ?? 0)
		else if (name === 'startOverride' && list !== null) list.starts.set(override, Number(tag.val ?? 1))
		else if (name === 'numStyleLink' && kind !== null) kind.link = tag.val ?? null
		else if (name === 'styleLink' && kind !== null) kind.linkedBy = tag.val ?? null
		else if (level === null) continue
		else if (name === 'start') level.start = Number(tag.val ?? 1)
		else if (name === 'numFmt') level.format = tag.val ?? 'decimal'
		else if (name === 'lvlText') level.text = tag.val ?? ''
		else if (name === 'isLgl') level.figures = isOn(tag)
		else if (name === 'pStyle') level.style = tag.val ?? null
	}
	return { labelOf: counter(kinds, lists), listOfStyle: listOfStyle(kinds, lists) }
}

function listOfStyle(
	kinds: ReadonlyMap<string, Kind>,
	lists: ReadonlyMap<string, List>,
): (style: string) => string | null {
	const byStyle = new Map<string, string>()
	for (const [numId, list] of lists)
		for (const { style } of [...(kinds.get(list.kind)?.levels.values() ?? []), ...list.levels.values()])
			if (style !== null && !byStyle.has(style)) byStyle.set(style, numId)
	return (style) => byStyle.get(style) ?? null
}

function counter(kinds: ReadonlyMap<string, Kind>, lists: ReadonlyMap<string, List>): Numbering['labelOf'] {
	const linked = new Map(
		[...kinds.values()].flatMap((kind) => (kind.linkedBy === null ? [] : [[kind.linkedBy, kind] as const])),
	)
	/** How far each kind of list has come: lists of a kind go on from each other. */
	const counts = new Map<Kind, number[]>()
	const begun = new Set<string>()
	return ({ numId, level: said, style }) => {
		const list = lists.get(numId)
		const named = list && kinds.get(list.kind)
		if (!list || !named) return ''
		const kind = named.link === null ? named : (linked.get(named.link) ?? named)
		const levelAt = (at: number) => list.levels.get(at) ?? kind.levels.get(at)
		const ofStyle = style === null ? -1 : [...kind.levels].findIndex(([, level]) => level.style === style)
		const depth = Math.min(said ?? [...kind.levels.keys()][ofStyle] ?? 0, LEVELS - 1)
		const level = levelAt(depth)
		if (!level) return ''
		const count = counts.get(kind) ?? []
		counts.set(kind, count)
		if (!begun.has(numId)) for (const [at, start] of list.starts) count[at] = start - 1
		begun.add(numId)
		count[depth] = (count[depth] ?? level.start - 1) + 1
		count.length = depth + 1
		if (level.format === 'bullet') return '•'
		if (level.format === 'none') return level.text.replace(/%\d/g, '').trim()
		return level.text
			.replace(/%([1-9])/g, (_whole, digit: string) => {
				const at = Number(digit) - 1
				const other = levelAt(at)
				const number = count[at] ?? other?.start ?? 1
				if (level.figures || other === undefined) return String(number)
				if (other.format === 'decimalZero') return String(number).padStart(2, '0')
				return itemMark(number, TYPES[other.format] ?? '1')
			})
			.trim()
	}
}
