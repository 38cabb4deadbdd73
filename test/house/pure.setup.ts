/**
 * Rules decide without clock, randomness or I/O. While the domain's tests run, all of these throw, so that a rule that
 * reaches for them fails loudly instead of passing by luck. Vitest and fast-check took their own copies before.
 */
import './seed.setup.ts'
import { afterEach, beforeEach } from 'vitest'

function forbid(what: string): () => never {
	return () => {
		throw new Error(`${what} is not for rules: take the value as an argument`)
	}
}

/** A given instant can still be written out as a date; only "now" is forbidden. */
const pureDate = new Proxy(Date, {
	apply: forbid('Date()'),
	construct: (target, args, newTarget) =>
		args.length === 0 ? forbid('new Date()')() : Reflect.construct(target, args, newTarget),
	get: (target, key) => (key === 'now' ? forbid('Date.now()') : Reflect.get(target, key)),
})

const forbidden: readonly (readonly [object, string, unknown])[] = [
	[globalThis, 'Date', pureDate],
	[globalThis, 'fetch', forbid('fetch()')],
	[globalThis, 'setTimeout', forbid('setTimeout()')],
	[globalThis, 'setInterval', forbid('setInterval()')],
	[globalThis, 'setImmediate', forbid('setImmediate()')],
	[Math, 'random', forbid('Math.random()')],
	[crypto, 'getRandomValues', forbid('crypto.getRandomValues()')],
	[crypto, 'randomUUID', forbid('crypto.randomUUID()')],
]

for (const [owner, name, value] of forbidden) {
	Object.defineProperty(owner, name, { value, configurable: true, writable: true })
}

// Vitest itself reads this one while it loads modules, so it is forbidden only while a test runs.
const realNow = performance.now
beforeEach(() => {
	performance.now = forbid('performance.now()')
})
afterEach(() => {
	performance.now = realNow
})
