/** Messages and characters that a page may send at once, and how many more each second: more than hands do, pasting a whole text among them. */
const MESSAGES = { most: 300, each: 60 } as const
const CHARACTERS = { most: 2_000_000, each: 100_000 } as const

type Left = { readonly at: number; readonly messages: number; readonly characters: number }

/** How much each page may still send. `now`: milliseconds. */
export function budgets(now: () => number) {
	const left = new Map<string, Left>()
	return {
		allows: (key: string, length: number): boolean => {
			const at = now()
			const before = left.get(key) ?? { at, messages: MESSAGES.most, characters: CHARACTERS.most }
			const seconds = (at - before.at) / 1_000
			const messages = Math.min(MESSAGES.most, before.messages + seconds * MESSAGES.each) - 1
			const characters = Math.min(CHARACTERS.most, before.characters + seconds * CHARACTERS.each) - length
			left.set(key, { at, messages, characters })
			return messages >= 0 && characters >= 0
		},
		forget: (key: string): void => void left.delete(key),
	}
}
