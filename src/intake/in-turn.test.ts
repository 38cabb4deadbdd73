import { expect, onTestFinished, test, vi } from 'vitest'
import { inTurn } from './in-turn.ts'

const fakeTime = () => {
	vi.useFakeTimers()
	onTestFinished(() => void vi.useRealTimers())
}

/** Work that says when it began and goes on for so long. */
const working = (began: string[], name: string, ms: number) => async () => {
	began.push(name)
	await new Promise((resolve) => setTimeout(resolve, ms))
	began.push(`${name} done`)
	return name
}

test('one is done at a time, and each has a turn', async () => {
	fakeTime()
	const began: string[] = []
	const all = Promise.all(['a', 'b', 'c'].map((name) => inTurn(working(began, name, 100))))
	await vi.advanceTimersByTimeAsync(1000)
	expect((await all).toSorted()).toEqual(['a', 'b', 'c'])
	expect(began.filter((_, index) => index % 2 === 0).map((name) => `${name} done`)).toEqual(
		began.filter((_, index) => index % 2 === 1),
	)
})

test('work that fails gives the turn back', async () => {
	await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
	expect(await inTurn(async () => 'next')).toBe('next')
})

test('a turn of which nothing more is heard is over', async () => {
	fakeTime()
	const began: string[] = []
	const all = Promise.all([inTurn(working(began, 'lost', 30_000)), inTurn(working(began, 'next', 1))])
	await vi.advanceTimersByTimeAsync(9900)
	expect(began).toEqual(['lost'])
	await vi.advanceTimersByTimeAsync(200)
	expect(began).toEqual(['lost', 'next', 'next done'])
	await vi.advanceTimersByTimeAsync(30_000)
	expect(await all).toEqual(['lost', 'next'])
})

test('who waits too long is told so', async () => {
	fakeTime()
	const began: string[] = []
	const all = Promise.all(['a', 'b', 'c'].map((name) => inTurn(working(began, name, 6000))))
	await vi.advanceTimersByTimeAsync(30_000)
	expect((await all).filter((done) => done === undefined)).toHaveLength(1)
	expect(began).toHaveLength(4)
})
