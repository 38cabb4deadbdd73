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
export type Made = {
	readonly length: () => number
	/** The last character; nothing before there is any. */
	readonly last: () => string
	/** Another character in place of the last, which ends later in the original. */
	readonly replaceLast: (character: string, end: number) => void
	readonly push: (character: number, start: number, end: number) => void
	readonly text: () => string
	readonly startOf: (at: number) => number | undefined
	readonly endOf: (at: number) => number | undefined
}

/** Code units that are put together at a time: a call takes no more arguments than some ten thousand. */
const AT_ONCE = 8192

/**
 * Room for a text of about `length` characters, in numbers side by side: an array that grows is copied over and over, and
 * what is made of small strings is looked through again with each of them.
 */
export function made(length: number): Made {
	let characters = new Uint16Array(length + 64)
	let starts = new Uint32Array(length + 64)
	let ends = new Uint32Array(length + 64)
	let count = 0
	function grow() {
		const room = 2 * characters.length
		const [oldCharacters, oldStarts, oldEnds] = [characters, starts, ends]
		characters = new Uint16Array(room)
		starts = new Uint32Array(room)
		ends = new Uint32Array(room)
		characters.set(oldCharacters)
		starts.set(oldStarts)
		ends.set(oldEnds)
	}
	return {
		length: () => count,
		last: () => (count === 0 ? '' : String.fromCharCode(characters[count - 1] ?? 0)),
		replaceLast: (character, end) => {
			characters[count - 1] = character.charCodeAt(0)
			ends[count - 1] = end
		},
		push: (character, start, end) => {
			if (count === characters.length) grow()
			characters[count] = character
			starts[count] = start
			ends[count] = end
			count += 1
		},
		text: () => {
			let text = ''
			for (let at = 0; at < count; at += AT_ONCE)
				text += String.fromCharCode(...characters.subarray(at, Math.min(count, at + AT_ONCE)))
			return text
		},
		startOf: (at) => (at < count ? starts[at] : undefined),
		endOf: (at) => (at < count ? ends[at] : undefined),
	}
}

export function writer({ push, length, last }: Made): Writer {
	let pending = { at: -1, breaks: 0 }
	const flush = () => {
		if (pending.at < 0) return
		const { at, breaks } = pending
		pending = { at: -1, breaks: 0 }
		if (length() === 0) return
		push(breaks > 0 ? FEED : SPACE, at, at + 1)
		if (breaks > 1) push(FEED, at, at + 1)
	}
	return {
		put: (piece, start, end) => {
			flush()
			for (let index = 0; index < piece.length; index++) push(piece.charCodeAt(index), start, end)
		},
		run: (piece, start) => {
			flush()
			for (let index = 0; index < piece.length; index++) push(piece.charCodeAt(index), start + index, start + index + 1)
		},
		space: (start, breaks) => {
			pending = { at: pending.at < 0 ? start : pending.at, breaks: pending.breaks + breaks }
		},
		last: () => (pending.at >= 0 ? ' ' : last() || ' '),
		atLineStart: () => length() === 0 || pending.breaks > 0,
	}
}

const FEED = 0x0a
const SPACE = 0x20
