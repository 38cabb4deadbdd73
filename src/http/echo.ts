import type { Typed } from '#ui/form-state.ts'

/** How much a stranger is shown again of each text, and in all: an address that was mistyped, no page of their making. Characters. */
const STRANGERS_SHARE = 500
const STRANGERS_ALL = 2_000

/**
 * By how much more than was sent a member's answer may grow, since `"` is one byte and `&quot;` six. Nobody's text has five
 * thousand of those. Bytes.
 */
const GROWTH = 32 * 1024

/** What of a form is shown again. `whole`: nothing was left out. */
export type Echo = { readonly typed: Typed; readonly whole: boolean }

/** A stranger's form: the beginning of what stands in each field. */
export function strangersEcho(typed: Typed): Echo {
	let room = STRANGERS_ALL
	return mapped(typed, (text) => {
		const shown = text.slice(0, Math.min(STRANGERS_SHARE, room))
		room -= shown.length
		return shown
	})
}

/** A member's form: all of it, but for what would make the answer larger than what was sent. */
export function membersEcho(typed: Typed): Echo {
	let room = GROWTH
	return mapped(typed, (text) => {
		const shown = startWithin(text, room)
		room -= growthOf(shown)
		return shown
	})
}

function mapped(typed: Typed, shown: (text: string) => string): Echo {
	let whole = true
	const entries = Object.entries(typed).map(([name, values]) => {
		const kept = values.map((text) => {
			const part = shown(text)
			if (part.length < text.length) whole = false
			return part
		})
		return [name, kept] as const
	})
	// Without a prototype, as it came: a field may be called `__proto__`.
	return { typed: Object.assign(Object.create(null), Object.fromEntries(entries)), whole }
}

/** Bytes that a character takes more in a page than it did when it was sent. */
const MORE: Readonly<Record<string, number>> = { '&': 4, '<': 3, '>': 3, '"': 5, "'": 4 }

const SPECIAL = /[&<>"']/g

function growthOf(text: string): number {
	let growth = 0
	for (const [character] of text.matchAll(SPECIAL)) growth += MORE[character] ?? 0
	return growth
}

/** As much of a text as grows by no more than there is room for. */
function startWithin(text: string, room: number): string {
	let growth = 0
	for (const { 0: character, index } of text.matchAll(SPECIAL)) {
		growth += MORE[character] ?? 0
		if (growth > room) return text.slice(0, index)
	}
	return text
}
