/**
 * Asks, and takes the answer unless a later question was answered before it: answers come in any order, and what an older one says is over.
 * Null: there was no answer.
 */
export function inOrder<Value>(ask: () => Promise<Value | null>, take: (value: Value) => void): () => Promise<void> {
	let asked = 0
	let answered = 0
	return async () => {
		asked += 1
		const number = asked
		const value = await ask()
		if (value === null || number < answered) return
		answered = number
		take(value)
	}
}
