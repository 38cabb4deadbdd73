import type { BlockId } from '#domain/kernel/id.ts'
import type { Clash } from '#domain/statement/clash.ts'
import type { Became } from '#domain/statement/rewrite.ts'
import { isStanding, type Standing } from './given.ts'

/** What came of a save. `unreachable`: nothing is known of it; it may be sent again as it is. */
export type Answer =
	| {
			readonly kind: 'saved'
			readonly became: readonly (Became | null)[]
			/** The mark of the text as it stood before. */
			readonly stood: string
			readonly at: number
	  }
	| {
			readonly kind: 'refused'
			readonly code: string
			readonly sentence: string
			/** What others changed too. */
			readonly parts?: readonly Clash[]
			/** What others judged and would lose its place. */
			readonly blocks?: readonly BlockId[]
	  }
	| { readonly kind: 'unreachable'; readonly busy: boolean }

/** More than this is not sent by a page that is closing. Bytes. */
const KEEPALIVE_LIMIT = 60_000

const isAnswer = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Sends a form. The same fields may be sent again: the key tells that it is the same. */
export async function send(path: string, fields: Readonly<Record<string, string>>, closing: boolean): Promise<Answer> {
	const body = new FormData()
	let size = 0
	for (const [name, value] of Object.entries(fields)) {
		body.set(name, value)
		size += 2 * value.length
	}
	try {
		const response = await fetch(path, {
			method: 'POST',
			headers: { accept: 'application/json' },
			body,
			keepalive: closing && size < KEEPALIVE_LIMIT,
		})
		const answer: unknown = await response.json().catch(() => null)
		if (!isAnswer(answer) || response.status === 503) return { kind: 'unreachable', busy: true }
		if (response.ok && 'became' in answer)
			return { ...(answer as Omit<Answer & { kind: 'saved' }, 'kind'>), kind: 'saved' }
		if ('sentence' in answer) return { ...(answer as Omit<Answer & { kind: 'refused' }, 'kind'>), kind: 'refused' }
		return { kind: 'unreachable', busy: true }
	} catch {
		return { kind: 'unreachable', busy: false }
	}
}

/**
 * Why the room of a text cannot be reached: it is typed in no more, it is not this person's any more, or the way to it is barred. Null:
 * nothing can be reached, or it is not known.
 */
export async function whyUnreached(path: string): Promise<'frozen' | 'out' | 'barred' | null> {
	try {
		const answer = await fetch(path)
		if (answer.status === 403) return 'out'
		const standing: unknown = await answer.json()
		if (!isStanding(standing)) return null
		return standing.isTyped === false ? 'frozen' : 'barred'
	} catch {
		return null
	}
}

/** The text as it stands in the record now; null where it cannot be had. */
export async function standingAt(path: string): Promise<Standing | null> {
	try {
		const answer: unknown = await (await fetch(path)).json()
		return isStanding(answer) ? answer : null
	} catch {
		return null
	}
}
