import { partOf } from './piece.ts'
import type { Token } from './words.ts'

const TAG = /^<(\/?)([a-z][a-z\d]*)/i
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col'])

type Marks = {
	/** For each token, the place of the mark or tag that it opens or closes with; -1 where there is none. */
	readonly partners: Int32Array
	/** Whether all that opens something also closes it, within one another and within its part. */
	readonly balanced: boolean
}

/** Which marks and tags belong together. */
export function marksIn(tokens: readonly Token[]): Marks {
	const partners = new Int32Array(tokens.length).fill(-1)
	const open: { readonly name: string; readonly at: number }[] = []
	let right = true
	const close = (name: string, at: number) => {
		const opener = open.at(-1)
		if (opener?.name !== name) {
			right = false
			return
		}
		open.pop()
		partners[at] = opener.at
		partners[opener.at] = at
	}
	for (const [at, token] of tokens.entries()) {
		const { text, kind } = token
		const tag = kind === 'mark' || kind === 'break' ? TAG.exec(text) : null
		if (partOf(token) !== null) {
			right = right && open.length === 0
			open.length = 0
		} else if (tag !== null) {
			const name = tag[2]?.toLowerCase() ?? ''
			if (EMPTY.has(name) || text.endsWith('/>')) continue
			if (tag[1] === '') open.push({ name, at })
			else close(name, at)
		} else if (kind === 'mark') {
			if (text.endsWith('[')) open.push({ name: '[', at })
			else if (text.startsWith('](')) close('[', at)
			else if (open.some(({ name }) => name === text)) close(text, at)
			else open.push({ name: text, at })
		}
	}
	return { partners, balanced: right && open.length === 0 }
}

export const balanced = (tokens: readonly Token[]): boolean => marksIn(tokens).balanced
