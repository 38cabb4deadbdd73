import { partOf } from './piece.ts'
import type { Token } from './words.ts'

const TAG = /^<(\/?)([a-z][a-z\d]*)/i
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col'])

/** Whether every mark and tag that opens something also closes it, within one another and within their part. */
export function balanced(tokens: readonly Token[]): boolean {
	const open: string[] = []
	for (const token of tokens) {
		const { text, kind } = token
		const tag = TAG.exec(text)
		if (partOf(token) !== null) {
			if (open.length > 0) return false
		} else if (tag !== null && (kind === 'mark' || kind === 'break')) {
			const name = tag[2]?.toLowerCase() ?? ''
			if (EMPTY.has(name) || text.endsWith('/>')) continue
			if (tag[1] === '') open.push(name)
			else if (open.pop() !== name) return false
		} else if (kind === 'mark') {
			if (text.startsWith('](')) {
				if (!/^!?\[$/.test(open.pop() ?? '')) return false
			} else if (open.at(-1) === text && !text.endsWith('[')) open.pop()
			else if (open.includes(text) && !text.endsWith('[')) return false
			else open.push(text)
		}
	}
	return open.length === 0
}
