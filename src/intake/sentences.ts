import type { Steps } from './steps.ts'

/** Words that end in a full stop without ending a sentence. */
const ABBREVIATED =
	/(?:^|[\s("”])(?:t\.\s?ex|bl\.\s?a|s\.\s?k|m\.\s?fl|d\.\s?v\.\s?s|e\.\s?d|fr\.\s?o\.\s?m|t\.\s?o\.\s?m|kl|ca|dnr|d\.nr|nr|st|tel|resp|inkl|exkl|kap|prop|jan|feb|febr|mar|apr|jun|jul|aug|sept?|okt|nov|dec|[A-ZÅÄÖ])$/iu

const LABEL = /^\p{Lu}[\p{L} /-]{1,40}:/u
const ITEM = /^(?:#|•|\d{1,3}[.)]\s)/
const CLOSING = /["”’')\]>]/

function endsHere(text: string, at: number, width: number): boolean {
	let before = at - 1
	while (before >= 0 && CLOSING.test(text.charAt(before)) && at - before < 5) before--
	const last = text.charAt(before)
	const next = text.slice(at + width, at + width + 50)
	const breaks = text.charAt(at) === '\n' ? width : 0
	if (breaks > 0 && ITEM.test(next)) return true
	if (breaks > 0 && LABEL.test(next)) return true
	if (/[.!?]/.test(last)) {
		if (!/^["”'([<]?[\p{Lu}#•]/u.test(next)) return breaks === 2 && !/^[\p{Ll}\d]/u.test(next)
		return last !== '.' || !ABBREVIATED.test(text.slice(Math.max(0, before - 12), before))
	}
	// A label and what it stands for may have a blank line between them, as may a phrase torn apart.
	return breaks === 2 && last !== ':' && !/^[\p{Ll}\d([<]/u.test(next)
}

export type Sentences = {
	/** The bounds of the sentence, heading, line of a list or label with its value that a place stands in. */
	readonly around: (at: number) => { readonly start: number; readonly end: number }
	readonly all: readonly { readonly start: number; readonly end: number }[]
}

/** Spaces looked at between two stops. */
const AT_A_TIME = 20_000

export function* sentencesOf(text: string): Steps<Sentences> {
	const starts = [0]
	let looked = 0
	for (const space of text.matchAll(/\s{1,2}/g)) {
		if (endsHere(text, space.index, space[0].length)) starts.push(space.index + space[0].length)
		looked += 1
		if (looked % AT_A_TIME === 0) yield
	}
	const all = starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }))
	const around = (at: number) => {
		let low = 0
		let high = starts.length
		while (high - low > 1) {
			const middle = (low + high) >> 1
			if ((starts[middle] ?? 0) <= at) low = middle
			else high = middle
		}
		return all[low] ?? { start: 0, end: text.length }
	}
	return { all, around }
}
