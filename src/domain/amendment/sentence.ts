import type { Token } from './words.ts'

/** Where a sentence, an item of a list or a cell ends, or another begins. */
const isBound = ({ kind, text }: Token): boolean => kind === 'break' || /^[.!?…]+$/.test(text)

/** Of the tokens before a place those, as far back as `from`, that are in the same sentence: where they begin. */
export function sentenceFrom(tokens: readonly Token[], from: number, place: number): number {
	if (tokens[place]?.kind === 'break') return place
	let at = place
	for (let before = tokens[at - 1]; at > from && before && !isBound(before); before = tokens[at - 1]) at -= 1
	return at
}

/** Of the tokens from a place on those, as far as `to`, that are in the same sentence: where they end. */
export function sentenceTo(tokens: readonly Token[], to: number, place: number): number {
	const last = tokens[place - 1]
	if (last && last.kind !== 'break' && isBound(last)) return place
	let at = place
	for (let next = tokens[at]; at < to && next && !isBound(next); next = tokens[at]) at += 1
	return at
}
