/** Puts together a text and keeps where each of its characters came from. White space waits until something follows it. */
export type Writer = {
	/** Characters that all stand for the same piece of the original. */
	readonly put: (piece: string, start: number, end: number) => void
	/** Characters that stand in the original as they are. */
	readonly run: (piece: string, start: number) => void
	readonly space: (start: number, breaks: number) => void
	readonly last: () => string
	readonly atLineStart: () => boolean
}

/** The characters of a text, and the place in the original that each begins and ends at. */
export type Made = { readonly characters: string[]; readonly starts: number[]; readonly ends: number[] }

export function writer({ characters, starts, ends }: Made): Writer {
	let pending = { at: -1, breaks: 0 }
	const push = (character: string, start: number, end: number) => {
		characters.push(character)
		starts.push(start)
		ends.push(end)
	}
	const flush = () => {
		if (pending.at < 0) return
		const { at, breaks } = pending
		pending = { at: -1, breaks: 0 }
		if (characters.length === 0) return
		push(breaks > 0 ? '\n' : ' ', at, at + 1)
		if (breaks > 1) push('\n', at, at + 1)
	}
	return {
		put: (piece, start, end) => {
			flush()
			for (const character of piece.split('')) push(character, start, end)
		},
		run: (piece, start) => {
			flush()
			for (let index = 0; index < piece.length; index++) push(piece.charAt(index), start + index, start + index + 1)
		},
		space: (start, breaks) => {
			pending = { at: pending.at < 0 ? start : pending.at, breaks: pending.breaks + breaks }
		},
		last: () => (pending.at >= 0 ? ' ' : (characters.at(-1) ?? ' ')),
		atLineStart: () => characters.length === 0 || pending.breaks > 0,
	}
}
