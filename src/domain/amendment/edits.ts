import { counted, type Likely, pairsInOrder } from './pairing.ts'
import { partOf } from './piece.ts'
import { type Stretch, stretchesBetween } from './shortest.ts'
import { countWords, joined, type Token } from './words.ts'

/** A stretch of tokens that became another, as a person reads it. `parts`: what is different in it, to the word. */
export type Edit = Stretch & { readonly parts: readonly Stretch[] }

/** Where two texts differ in their tokens, whatever their blanks. What it is in parts of is compared part by part. */
export function editsBetween(before: readonly Token[], after: readonly Token[]): Edit[] {
	const [olds, news] = [unitsOf(before), unitsOf(after)]
	if (olds.length === 1 && news.length === 1) return editsWithin(before, after, whole(before, after))
	const pairs = pairsInOrder(olds, news)
	const edits: Edit[] = []
	let [x, y] = [0, 0]
	const pass = (untilX: number, untilY: number) => {
		const stretch = {
			from: olds[x]?.from ?? before.length,
			to: olds[untilX]?.from ?? before.length,
			at: news[y]?.from ?? after.length,
			end: news[untilY]?.from ?? after.length,
		}
		if (stretch.from < stretch.to || stretch.at < stretch.end) edits.push({ ...stretch, parts: [stretch] })
	}
	for (const [place, pair] of pairs.entries()) {
		const [old, now] = [olds[pair], news[place]]
		if (old === undefined || now === undefined) continue
		pass(pair, place)
		if (old.key !== now.key)
			edits.push(...editsWithin(before, after, { from: old.from, to: old.to, at: now.from, end: now.to }))
		;[x, y] = [pair + 1, place + 1]
	}
	pass(olds.length, news.length)
	return edits
}

const whole = (before: readonly Token[], after: readonly Token[]): Stretch => ({
	from: 0,
	to: before.length,
	at: 0,
	end: after.length,
})

type Unit = Likely & { readonly from: number; readonly to: number }

const TAG = /^<(\w+)/

/** What begins an item, a row or a cell, of a block or of HTML. */
const beginsUnit = (token: Token): boolean => token.kind === 'break' && token.text !== ''

function unitsOf(tokens: readonly Token[]): Unit[] {
	const starts = tokens.flatMap((token, at) => (at > 0 && beginsUnit(token) ? [at] : []))
	return [0, ...starts].map((from, index): Unit => {
		const to = starts[index] ?? tokens.length
		const own = tokens.slice(from, to)
		const [first] = own
		return {
			from,
			to,
			key: joined(own),
			sort: first === undefined ? '' : (partOf(first) ?? TAG.exec(first.text)?.[1] ?? ''),
			words: () => counted(own.flatMap(({ kind, text }) => (kind === 'word' ? [text] : []))),
		}
	})
}

function editsWithin(before: readonly Token[], after: readonly Token[], within: Stretch): Edit[] {
	const [ours, theirs] = [before.slice(within.from, within.to), after.slice(within.at, within.end)]
	const found = stretchesBetween(
		ours.map(({ text }) => text),
		theirs.map(({ text }) => text),
	).map((stretch) => slid(ours, theirs, stretch))
	return readable(ours, theirs, found).map((edit) => moved(edit, within))
}

const shifted = ({ from, to, at, end }: Stretch, by: Stretch): Stretch => ({
	from: from + by.from,
	to: to + by.from,
	at: at + by.at,
	end: end + by.at,
})

const moved = (edit: Edit, by: Stretch): Edit => ({
	...shifted(edit, by),
	parts: edit.parts.map((part) => shifted(part, by)),
})

/** How far what came or went is slid to where it reads best. Tokens. */
const FARTHEST = 40

/** What only came or only went, where there are several places for it: where a sentence begins, or after a mark. */
function slid(before: readonly Token[], after: readonly Token[], stretch: Stretch): Stretch {
	const came = stretch.from === stretch.to
	if (!came && stretch.at !== stretch.end) return stretch
	const tokens = came ? after : before
	const [start, end] = came ? [stretch.at, stretch.end] : [stretch.from, stretch.to]
	let best = { score: scoreAt(tokens, start, end), by: 0 }
	for (let by = -1; by > -FARTHEST && start + by >= 0; by -= 1) {
		if (tokens[start + by]?.text !== tokens[end + by]?.text) break
		const score = scoreAt(tokens, start + by, end + by)
		if (score > best.score) best = { score, by }
	}
	const { by } = best
	return { from: stretch.from + by, to: stretch.to + by, at: stretch.at + by, end: stretch.end + by }
}

/** How well a stretch reads by itself. */
function scoreAt(tokens: readonly Token[], start: number, end: number): number {
	const [previous, last] = [tokens[start - 1], tokens[end - 1]]
	if (previous === undefined || previous.kind === 'break') return 3
	if (/^[.!?:\n]/.test(previous.text) && last !== undefined && /^[.!?:\n]/.test(last.text)) return 3
	if (/^[.!?:\n]/.test(previous.text)) return 2
	return /^[,;(–]$/.test(tokens[start]?.text ?? '') ? 1 : 0
}

/** Changes with little between them are one: a replaced phrase reads better than word for word. */
function readable(before: readonly Token[], after: readonly Token[], stretches: readonly Stretch[]): Edit[] {
	let edits: Edit[] = stretches.map((stretch) => ({ ...stretch, parts: [stretch] }))
	for (;;) {
		const fewer: Edit[] = []
		for (const edit of edits) {
			const last = fewer.at(-1)
			if (last && swallows(before, after, last, edit)) {
				fewer[fewer.length - 1] = {
					from: last.from,
					to: edit.to,
					at: last.at,
					end: edit.end,
					parts: [...last.parts, ...edit.parts],
				}
			} else fewer.push(edit)
		}
		if (fewer.length === edits.length) return fewer
		edits = fewer
	}
}

/** Most words that may stay between two changes for them to be read as one. */
const ISLAND = 2

function swallows(before: readonly Token[], after: readonly Token[], left: Edit, right: Edit): boolean {
	const island = before.slice(left.to, right.from)
	if (island.some(({ kind }) => kind === 'break')) return false
	const words = countWords(island)
	const both = [left, right].map((edit) => ({
		words: Math.max(countWords(before.slice(edit.from, edit.to)), countWords(after.slice(edit.at, edit.end))),
		length: Math.max(lengthOf(before, edit.from, edit.to), lengthOf(after, edit.at, edit.end)),
	}))
	if (words === 0 && island.some(({ text }) => /^[.!?\n]/.test(text))) return false
	if (words === 0) return island.length < 2 || both.every((edit) => edit.words > 0)
	const long = island.reduce((sum, { text }) => sum + text.length, 0)
	return words <= ISLAND && both.every((edit) => edit.words > 1 && edit.length >= long)
}

function lengthOf(tokens: readonly Token[], from: number, to: number): number {
	let sum = 0
	for (let at = from; at < to; at += 1) sum += tokens[at]?.text.length ?? 0
	return sum
}
