/** A position of the text that repeats or contradicts an adopted one, as the server tells of it, in the words of the page. */
export type Told = {
	readonly block: string
	readonly version: string
	/** The text that the adopted one stands in, and its number there. */
	readonly source: string
	readonly number: number
	readonly contradicts: boolean
	/** What is the matter, in a sentence. */
	readonly what: string
	readonly text: string
	readonly adopted: string
	/** Of the adopted one. */
	readonly language: string
	readonly named: string
	readonly at: string
	readonly why: string
}

/** `mark`: of the text in the record that was compared. */
type Answer = { readonly mark: string; readonly alike: readonly Told[] }

const isAnswer = (answer: unknown): answer is Answer =>
	typeof answer === 'object' && answer !== null && 'alike' in answer && Array.isArray(answer.alike)

/** It was asked too often: so long it is not asked again. Milliseconds. */
type Wait = { readonly wait: number }

/** What is told now; null where it cannot be had. */
export async function likenessesAt(path: string): Promise<Answer | Wait | null> {
	try {
		const response = await fetch(path, { headers: { accept: 'application/json' } })
		const wait = Number(response.headers.get('retry-after'))
		if (wait > 0) return { wait: 1000 * wait }
		const answer: unknown = await response.json()
		return isAnswer(answer) ? answer : null
	} catch {
		return null
	}
}
