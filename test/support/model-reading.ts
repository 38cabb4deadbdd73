import type { Model } from './model.ts'
import type { Entry } from './model-entry.ts'
import { fold } from './model-folds.ts'

/** By the last entry of a log: what comes before it never changes. */
const read = new WeakMap<Entry, Model>()

/** What a log means, read once. Frozen: who writes in what was read throws. */
export function modelOf(log: readonly Entry[]): Model {
	const last = log.at(-1)
	if (!last) return frozen(fold(log))
	const model = read.get(last) ?? frozen(fold(log))
	read.set(last, model)
	return model
}

const refuse = () => {
	throw new TypeError('what was read is written in')
}
/** What is in these is not in their fields. */
const UNWRITTEN = { set: refuse, add: refuse, delete: refuse, clear: refuse }

export function frozen<Value>(value: Value): Value {
	if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value
	const isMap = value instanceof Map
	const isSet = value instanceof Set
	const inside = isMap ? value.values() : isSet ? [] : Object.values(value)
	for (const each of inside) frozen(each)
	if (isMap || isSet) Object.assign(value, UNWRITTEN)
	return Object.freeze(value)
}
