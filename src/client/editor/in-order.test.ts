import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

test('an answer that comes after that to a later question is not taken', async () => {
	const answers: ((value: string | null) => void)[] = []
	const taken: string[] = []
	const ask = inOrder(
		() => new Promise<string | null>((resolve) => void answers.push(resolve)),
		(value: string) => void taken.push(value),
	)
	const all = [ask(), ask(), ask(), ask()]
	answers[1]?.('second')
	await all[1]
	answers[0]?.('first')
	answers[2]?.(null)
	await Promise.all(all.slice(0, 3))
	expect(taken).toEqual(['second'])
	answers[3]?.('fourth')
	await all[3]
	expect(taken).toEqual(['second', 'fourth'])
})
