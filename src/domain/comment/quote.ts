import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { optionalText } from '#domain/kernel/text.ts'

/**
 * Words of a block's plain text that a comment is about, with what stood around them when they were read: the text-quote
 * selector of W3C's Web Annotation Data Model (4.2.4).
 */
export type Quote = { readonly exact: string; readonly prefix: string; readonly suffix: string }

/** Longest passage: who means more means the block. Characters. */
export const PASSAGE_LIMIT = 1_000
/** How much of what stands on either side is kept. UTF-16 units. */
const AROUND = 32
/** So much of a passage and what stood around it has to be there, or all of it where it is shorter: “och” alone is found everywhere. UTF-16 units. */
const KNOWN_BY = 12

/** Where words stand in a text: UTF-16 indexes, the second behind the last. */
export type Place = { readonly from: number; readonly to: number }

/** A text with every stretch of white space as one space, and where each of its characters stood. */
type Collapsed = { readonly text: string; readonly at: readonly number[] }

function collapsed(text: string): Collapsed {
	let result = ''
	const at: number[] = []
	for (let index = 0; index < text.length; index += 1) {
		const isWhite = /\s/.test(text.charAt(index))
		if (isWhite && result.endsWith(' ')) continue
		result += isWhite ? ' ' : text.charAt(index)
		at.push(index)
	}
	return { text: result, at }
}

/**
 * Where the words of a quote stand in a text: of several places where what stands around them is most like, and of those that are alike
 * the one nearest to `near`. Null where they are not there any more. White space may be another.
 */
export function placeOf(text: string, quote: Quote, near = 0): Place | null {
	const within = collapsed(text)
	const exact = collapsed(quote.exact.trim()).text
	if (exact === '') return null
	const [lead, tail] = [quote.exact.trimEnd().length - quote.exact.trim().length, quote.exact.trimEnd().length]
	const prefix = collapsed(quote.prefix + quote.exact.slice(0, lead)).text
	const suffix = collapsed(quote.exact.slice(tail) + quote.suffix).text
	const needed = Math.min(KNOWN_BY, exact.length + prefix.length + suffix.length)
	let best: { readonly at: number; readonly around: number; readonly away: number } | null = null
	for (let at = within.text.indexOf(exact); at >= 0; at = within.text.indexOf(exact, at + 1)) {
		const around = alikeBefore(within.text, at, prefix) + alikeAfter(within.text, at + exact.length, suffix)
		const away = Math.abs((within.at[at] ?? 0) - near)
		if (exact.length + around < needed) continue
		if (best && (around < best.around || (around === best.around && away >= best.away))) continue
		best = { at, around, away }
	}
	if (!best) return null
	return { from: within.at[best.at] ?? 0, to: (within.at[best.at + exact.length - 1] ?? 0) + 1 }
}

function alikeBefore(text: string, at: number, prefix: string): number {
	let length = 0
	while (length < prefix.length && at > length && text[at - 1 - length] === prefix.at(-1 - length)) length += 1
	return length
}

function alikeAfter(text: string, at: number, suffix: string): number {
	let length = 0
	while (length < suffix.length && text[at + length] !== undefined && text[at + length] === suffix[length]) length += 1
	return length
}

/** The same in a text that was changed since: of several places the one nearest to where it was. */
export const placeNow = (before: string, now: string, quote: Quote): Place | null =>
	placeOf(now, quote, placeOf(before, quote)?.from)

/** What stands at a place, with what stands around it. Nothing that people see as one character is cut in two by it. */
export function quoteAt(text: string, { from, to }: Place): Quote {
	return {
		exact: text.slice(from, to),
		prefix: text.slice(Math.max(0, from - AROUND), from).toWellFormed(),
		suffix: text.slice(to, to + AROUND).toWellFormed(),
	}
}

/** Words as somebody copied or selected them. What stood around them tells which ones, where they stand there twice. */
export type Quoting = { readonly exact: string; readonly prefix?: string; readonly suffix?: string }

/** Words of the text that was read, as they stand there; null where none were given. Refused where they do not stand in it. */
export function quoted(text: string, { exact, prefix = '', suffix = '' }: Quoting): Result<Quote | null, Rejection> {
	const words = optionalText('words', exact, PASSAGE_LIMIT)
	if (!words.ok) return words
	if (words.value === '') return ok(null)
	const sought = { exact: words.value, prefix: prefix.slice(-AROUND), suffix: suffix.slice(0, AROUND) }
	// They are in front of whoever says so: few as they are, they need not be known by what stands around.
	const place = placeOf(text, sought) ?? placeOf(text, { ...sought, prefix: '', suffix: '' })
	if (!place) return refuse({ code: 'wordsNotThere', field: 'words' })
	return ok(quoteAt(text, place))
}
