import { pause } from './effort.ts'

/** Reading that stops now and then, so that others can go first. Between two stops it takes some milliseconds at most. */
export type Steps<Value> = Generator<void, Value, void>

export function atOnce<Value>(steps: Steps<Value>): Value {
	for (;;) {
		const { done, value } = steps.next()
		if (done) return value
	}
}

export async function inSteps<Value>(steps: Steps<Value>): Promise<Value> {
	for (;;) {
		const { done, value } = steps.next()
		if (done) return value
		await pause()
	}
}
