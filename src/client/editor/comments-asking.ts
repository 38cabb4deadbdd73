import type { Quote } from '#domain/comment/quote.ts'

/** What was said in a thread, and where to send that it is taken back; null: not by whoever looks. */
export type EntryBeside = {
	readonly id: string
	readonly by: string
	readonly person: string
	readonly when: string
	/** What kind of an answer it is; empty for a comment. */
	readonly what: string
	readonly text: string
	readonly withdrawn: boolean
	/** By whom, when and why it was hidden, each time; where it is now, few are told `text`. */
	readonly hidden: readonly string[]
	readonly own: boolean
	readonly withdrawal: string | null
}

/** A thread as the server tells of it. The paths are where to send what is said in it; null: nothing of the kind is taken from whoever looks. */
export type ThreadBeside = {
	readonly id: string
	readonly seq: number
	/** Null: the whole text. */
	readonly blockId: string | null
	readonly quote: Quote | null
	readonly near: number
	readonly open: boolean
	readonly state: string
	readonly page: string
	readonly replies: string | null
	readonly answers: string | null
	readonly reopenings: string | null
	/** The associations that agree, by name; and those for which the viewer may say so, or take it back. */
	readonly agreed: readonly string[]
	/** The number of them, in words. */
	readonly howMany: string
	readonly mayAgree: readonly { readonly id: string; readonly name: string; readonly agrees: boolean }[]
	readonly agreements: string
	readonly wording: number
	readonly entries: readonly EntryBeside[]
}

export type Speaker = { readonly value: string; readonly label: string }

/** All that is said about the text. `make`: where a new comment is sent. */
export type Beside = {
	readonly make: string | null
	readonly speakers: readonly Speaker[]
	readonly threads: readonly ThreadBeside[]
	/** How many there are besides, and the page where all are. */
	readonly more: number
	readonly all: string
}

const isBeside = (answer: unknown): answer is Beside =>
	typeof answer === 'object' && answer !== null && 'threads' in answer && Array.isArray(answer.threads)

/** What is said now; null where it cannot be had. */
export async function besideAt(path: string): Promise<Beside | null> {
	try {
		const answer: unknown = await (await fetch(path)).json()
		return isBeside(answer) ? answer : null
	} catch {
		return null
	}
}

/** Why it was not taken, in a sentence; null: it was. Undefined: nothing is known of it, and it may be sent again as it is. */
export async function said(path: string, fields: Readonly<Record<string, string>>): Promise<string | null | undefined> {
	const body = new FormData()
	for (const [name, value] of Object.entries(fields)) body.set(name, value)
	try {
		const response = await fetch(path, { method: 'POST', headers: { accept: 'application/json' }, body })
		const answer: unknown = await response.json()
		if (typeof answer !== 'object' || answer === null) return undefined
		if (response.ok && 'done' in answer) return null
		return 'sentence' in answer ? String(answer.sentence) : undefined
	} catch {
		return undefined
	}
}
