/** Characters that change the direction of writing and are not seen: marks, embeddings, overrides and isolates. */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** What is written from right to left, where such marks can belong. */
const RIGHT_TO_LEFT =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

const END = '\u2069'
/** Embeddings and overrides, and the isolates that do the same without reaching beyond themselves. */
const OPENS: Readonly<Record<string, string>> = {
	'\u202a': '\u2066',
	'\u202d': '\u2066',
	'\u2066': '\u2066',
	'\u202b': '\u2067',
	'\u202e': '\u2067',
	'\u2067': '\u2067',
	'\u2068': '\u2068',
}
const CLOSES = '\u202c\u2069'

/** Deeper ones Unicode leaves out of account. */
const DEPTH_LIMIT = 60

/** A text without them, for what stands on one line beside other words: names, titles, subjects. */
export const withoutDirections = (text: string): string => text.replace(CONTROLS, '')

/**
 * A text in which they change nothing but what they belong to: only on lines with writing from right to left, as isolates, each
 * closed on its line. An override, which could show words in another order than they are read in, becomes an isolate.
 */
export function withIsolatedDirections(text: string): string {
	if (text.search(CONTROLS) < 0) return text
	return text
		.split('\n')
		.map((line) => (RIGHT_TO_LEFT.test(line) ? isolated(line) : withoutDirections(line)))
		.join('\n')
}

function isolated(line: string): string {
	let depth = 0
	const put = line.replace(CONTROLS, (sign) => {
		const opening = OPENS[sign]
		if (opening !== undefined && depth < DEPTH_LIMIT) {
			depth += 1
			return opening
		}
		if (CLOSES.includes(sign) && depth > 0) {
			depth -= 1
			return END
		}
		return opening !== undefined || CLOSES.includes(sign) ? '' : sign
	})
	return put + END.repeat(depth)
}
