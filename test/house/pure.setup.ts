/**
 * Rules decide without clock or randomness. In the domain's tests both throw, so that a rule that reaches for them
 * fails loudly instead of passing by luck. Vitest took its own copies of the timers before this file ran.
 */
import fc from 'fast-check'

const seed = Number(process.env.FC_SEED ?? 20_221_014)
fc.configureGlobal({ seed })

const RealDate = Date

function forbid(what: string): () => never {
	return () => {
		throw new Error(`${what} is not for rules: take it as an argument`)
	}
}

/** `Date` with given parts still works; only "now" is forbidden. */
const PureDate = new Proxy(RealDate, {
	construct(target, args, newTarget) {
		if (args.length === 0) forbid('new Date()')()
		return Reflect.construct(target, args, newTarget)
	},
	apply: forbid('Date()'),
	get: (target, key, receiver) => (key === 'now' ? forbid('Date.now()') : Reflect.get(target, key, receiver)),
})

globalThis.Date = PureDate
Math.random = forbid('Math.random()')
