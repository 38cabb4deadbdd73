import type { Language } from '#domain/statement/statement.ts'
import type { Line, Run } from '#export/letter/letter.ts'
import { drawable, type Face, faceOf } from './faces.ts'
import { breaksOf } from './hyphens.ts'

/** A stretch of a drawn line that looks alike. `leads`: the same object wherever one link goes on, over several lines too. */
export type Fragment = {
	readonly text: string
	readonly face: Face
	/** What it stands for, where that is something else than `text`. */
	readonly actual?: string
	readonly leads?: Leads
	/** The mark of a footnote, small and raised. */
	readonly raised?: true
}

export type Leads = { readonly href: string; readonly text: string } | { readonly note: number }

export type Lettering = {
	readonly width: number
	/** How wide a text is in a face. `raised`: of the mark of a footnote. */
	readonly measure: (text: string, face: Face, raised: boolean) => number
	readonly language: Language
	/** Faces that are bold are drawn so throughout. */
	readonly bold?: boolean
	/** Headings are not broken within words. */
	readonly hyphens?: boolean
}

/** More characters than stand on any line: a word of more is not measured whole, so that time stays linear in its length. */
const LONGEST = 300

/** What is never parted: a word, or the blank between two. `null`: a break of line that was typed. */
type Unit = { readonly fragments: readonly Fragment[]; readonly blank: boolean }

/** Breaks a text into lines no wider than the width. A word that is wider than a line is parted where the line ends. */
export function breakLines(line: Line, lettering: Lettering): Fragment[][] {
	const lines: Fragment[][] = []
	let current: Fragment[] = []
	let used = 0
	const width: Widths = (fragments) =>
		fragments.reduce((sum, { text, face, raised }) => {
			return text.length > LONGEST ? Number.POSITIVE_INFINITY : sum + lettering.measure(text, face, raised === true)
		}, 0)
	const end = () => {
		lines.push(trimmed(current))
		current = []
		used = 0
	}
	const put = (fragments: readonly Fragment[], wide: number) => {
		current.push(...fragments)
		used += wide
	}
	for (const unit of unitsOf(line, lettering.bold === true)) {
		if (unit === null) {
			end()
			continue
		}
		const wide = width(unit.fragments)
		if (unit.blank ? used > 0 : used + wide <= lettering.width) {
			put(unit.fragments, wide)
			continue
		}
		if (unit.blank) continue
		let rest = unit.fragments
		let restWide = wide
		while (used + restWide > lettering.width) {
			const room = lettering.width - used
			const parts = lettering.hyphens !== false && room > lettering.width * SHORT
			const parted = parts ? hyphenated(rest, room, width, lettering.language) : null
			if (parted) {
				put(parted.head, 0)
				end()
				rest = parted.tail
			} else if (used > 0) end()
			else {
				const cut = cutWhere(rest, lettering.width, width)
				put(cut.head, 0)
				end()
				rest = cut.tail
			}
			restWide = width(rest)
		}
		put(rest, restWide)
	}
	if (current.length > 0 || lines.length === 0) end()
	return lines.map(joined)
}

/** Without the blanks at its end. */
function trimmed(fragments: readonly Fragment[]): Fragment[] {
	const last = fragments.findLastIndex(({ text }) => text.trim() !== '')
	return fragments.slice(0, last + 1)
}

/** Neighbours that look alike, as one. */
function joined(fragments: readonly Fragment[]): Fragment[] {
	const result: Fragment[] = []
	for (const fragment of fragments) {
		const last = result.at(-1)
		const alike =
			last &&
			last.face === fragment.face &&
			last.leads === fragment.leads &&
			last.raised === undefined &&
			fragment.raised === undefined &&
			last.actual === undefined &&
			fragment.actual === undefined
		if (last && alike) result[result.length - 1] = { ...last, text: last.text + fragment.text }
		else result.push(fragment)
	}
	return result
}

function unitsOf(line: Line, bold: boolean): (Unit | null)[] {
	const units: (Unit | null)[] = []
	let word: Fragment[] = []
	const endWord = () => {
		if (word.length > 0) units.push({ fragments: word, blank: false })
		word = []
	}
	const linkOf = linksIn(line)
	for (const each of line) {
		if ('note' in each) {
			word.push({ text: String(each.note), face: 'regular', raised: true, leads: { note: each.note } })
			continue
		}
		const leads = linkOf(each)
		for (const [index, typed] of each.text.split('\n').entries()) {
			if (index > 0) {
				endWord()
				units.push(null)
			}
			const face = faceOf(bold ? { ...each, bold: true } : each)
			// A blank that holds a line together does so here, and is drawn as any other.
			for (const part of typed.split(/([ \t]+)/)) {
				const pieces = drawable(part).map((piece): Fragment => ({ ...piece, face, ...(leads && { leads }) }))
				if (pieces.length === 0) continue
				if (!/^[ \t]/.test(part)) {
					word.push(...pieces)
					continue
				}
				endWord()
				units.push({ fragments: [{ text: ' ', face, ...(leads && { leads }) }], blank: true })
			}
		}
	}
	endWord()
	return units
}

/** Runs next to each other that lead to the same place are one link. */
function linksIn(line: Line): (run: Run) => Leads | undefined {
	const links = new Map<Run, { href: string; text: string }>()
	let last: { href: string; text: string } | undefined
	for (const each of line) {
		if ('note' in each || each.href === undefined) {
			last = undefined
			continue
		}
		if (last?.href === each.href) last.text += each.text
		else last = { href: each.href, text: each.text }
		links.set(each, last)
	}
	return (run) => links.get(run)
}

type Widths = (fragments: readonly Fragment[]) => number
type Parted = { readonly head: readonly Fragment[]; readonly tail: readonly Fragment[] }

/** Words are broken only where the line would else end this much short. Of its width. */
const SHORT = 0.12

/** With a hyphen, which is read as no part of the word. */
const withHyphen = (fragments: readonly Fragment[]): Fragment[] =>
	fragments.map((fragment, index) =>
		index < fragments.length - 1
			? fragment
			: { ...fragment, text: `${fragment.text}-`, actual: `${fragment.text}\u00ad` },
	)

function hyphenated(word: readonly Fragment[], room: number, width: Widths, language: Language): Parted | null {
	const plain = word.every(({ actual, raised }) => actual === undefined && raised === undefined)
	const text = word.map((fragment) => fragment.text).join('')
	if (!plain || text.length > LONGEST || /[/@\d]/.test(text)) return null
	// A hyphen that stands in the word is the first choice: what follows it may go to the next line as it is.
	const own = [...text.matchAll(/(?<=\p{L})-(?=\p{L})/gu)].map(({ index }) => ({ at: index + 1, soft: false }))
	const breaks = [...own, ...breaksOf(text, language).map((at) => ({ at, soft: true }))].sort((a, b) => b.at - a.at)
	for (const { at, soft } of breaks) {
		const { head, tail } = cutAt(word, at)
		const shown = soft ? withHyphen(head) : head
		if (head.length > 0 && width(shown) <= room) return { head: shown, tail }
	}
	return null
}

function cutAt(word: readonly Fragment[], at: number): Parted {
	const head: Fragment[] = []
	const tail: Fragment[] = []
	let passed = 0
	for (const fragment of word) {
		const inHead = Math.max(0, Math.min(fragment.text.length, at - passed))
		if (inHead > 0) head.push({ ...fragment, text: fragment.text.slice(0, inHead) })
		if (inHead < fragment.text.length) tail.push({ ...fragment, text: fragment.text.slice(inHead) })
		passed += fragment.text.length
	}
	return { head, tail }
}

/** As much of a word as there is room for, one character at least. */
function cutWhere(word: readonly Fragment[], room: number, width: Widths): Parted {
	const [first, ...others] = word
	if (first === undefined) return { head: [], tail: [] }
	if (width([first]) <= room || first.actual !== undefined) return { head: [first], tail: others }
	let [least, most] = [1, Math.min(first.text.length, LONGEST)]
	while (least < most) {
		const middle = Math.ceil((least + most) / 2)
		if (width([{ ...first, text: first.text.slice(0, middle) }]) <= room) least = middle
		else most = middle - 1
	}
	const head = { ...first, text: first.text.slice(0, least) }
	return { head: [head], tail: [{ ...first, text: first.text.slice(least) }, ...others] }
}
