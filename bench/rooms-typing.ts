/** What is typed is a word that nothing else says, by which it is known again on another screen. */
const WORD = /w\d+k\d+x/g

const wordOf = (writer: number, key: number): string => `w${writer}k${key}x`

/** How often a writer presses a key. Milliseconds. */
const KEY_MS = 250

/** When each word was typed, and how long it took to other screens. Milliseconds. */
export function typing(isCounted: () => boolean) {
	const typedAt = new Map<string, number>()
	const took: number[] = []
	return {
		took,
		key: (writer: number, key: number): string => {
			const word = wordOf(writer, key)
			if (isCounted()) typedAt.set(word, performance.now())
			return word
		},
		/** A screen shows what this says. */
		shown: (text: string): void => {
			for (const word of text.match(WORD) ?? []) {
				const at = typedAt.get(word)
				if (at !== undefined) took.push(performance.now() - at)
			}
		},
	}
}

/** Presses keys from now on, each writer in a rhythm of their own, until it is told to stop. */
export function pressing(writers: readonly { readonly press: (key: number) => void }[]): () => void {
	const timers = writers.flatMap(({ press }, index) => {
		let key = 0
		const offset = (index * KEY_MS) / writers.length
		return [
			setTimeout(() => {
				timers.push(
					setInterval(() => {
						key += 1
						press(key)
					}, KEY_MS),
				)
			}, offset),
		]
	})
	return () => {
		for (const timer of timers) clearInterval(timer)
	}
}
