import { editsBetween } from './edits.ts'
import { partOf } from './piece.ts'
import { type Token, tokensOf } from './words.ts'

/**
 * Words that stayed, came or went. Without what came they are the old text, without what went the new one. A run that begins a
 * part of a block (the block itself, an item, a row, a cell, …) says which.
 */
export type Run = { readonly kind: 'kept' | 'removed' | 'inserted'; readonly text: string; readonly part?: string }

/** Gathers tokens into runs; `Mark` is whatever else tells runs apart. */
export function runsWriter<Kept extends object>(same: (one: Kept, other: Kept) => boolean) {
	const runs: (Kept & { text: string; part?: string })[] = []
	return {
		runs: runs as readonly (Kept & { readonly text: string; readonly part?: string })[],
		text(about: Kept, text: string) {
			const last = runs.at(-1)
			if (text === '') return
			if (last && same(last, about)) last.text += text
			else runs.push({ ...about, text })
		},
		part: (about: Kept, part: string) => {
			runs.push({ ...about, text: '', part })
		},
	}
}

type Kind = { readonly kind: Run['kind'] }

/** What became of the words of a text. */
export function runsBetween(before: readonly Token[], after: readonly Token[]): Run[] {
	const writer = runsWriter<Kind>((one, other) => one.kind === other.kind)
	const put = (kind: Run['kind'], token: Token | undefined, bare = false) => {
		if (token === undefined) return
		const part = partOf(token)
		if (part !== null) writer.part({ kind }, part)
		else writer.text({ kind }, (bare ? '' : token.lead) + token.text)
	}
	let [x, y] = [0, 0]
	for (const { from, to, at, end } of [
		...editsBetween(before, after),
		{ from: before.length, to: 0, at: after.length, end: 0 },
	]) {
		for (; x < from && y < at; x += 1, y += 1) {
			const [old, now] = [before[x], after[y]]
			if (old?.lead !== now?.lead) {
				writer.text({ kind: 'removed' }, old?.lead ?? '')
				writer.text({ kind: 'inserted' }, now?.lead ?? '')
				put('kept', now, true)
			} else put('kept', now)
		}
		// The blank before both is of neither.
		const shared = from < to && at < end && before[from]?.lead === after[at]?.lead
		if (shared) writer.text({ kind: 'kept' }, after[at]?.lead ?? '')
		for (let place = from; place < to; place += 1) put('removed', before[place], shared && place === from)
		for (let place = at; place < end; place += 1) put('inserted', after[place], shared && place === at)
		;[x, y] = [to, end]
	}
	return [...writer.runs]
}

/** The tokens of one side of these runs. */
export function tokensOfRuns(runs: readonly Run[], without: 'removed' | 'inserted'): Token[] {
	const tokens: Token[] = []
	let text: string | null = null
	const close = () => {
		if (text !== null) tokens.push(...tokensOf(text))
		text = null
	}
	for (const run of runs) {
		if (run.kind === without) continue
		if (run.part !== undefined) {
			close()
			tokens.push({ text: `\u0000${run.part}`, kind: 'break', lead: '' })
		}
		text = (text ?? '') + run.text
	}
	close()
	return tokens
}
