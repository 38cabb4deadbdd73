/**
 * Rules decide without clock, randomness or I/O. Where this is loaded, all of these throw, so that a rule that reaches for
 * them fails loudly instead of passing by luck. Vitest and fast-check took their own copies before.
 */

export function forbid(what: string): () => never {
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

/** Whoever put one of them back, or one of their own in its place, left it so for the files that come after. */
export function stillForbidden(): void {
	for (const [owner, name, value] of forbidden) {
		if (Reflect.get(owner, name) !== value)
			throw new Error(`somebody put another ${name} in the place of the one that throws`)
	}
}
