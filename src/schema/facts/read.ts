import type { EventType, Facts } from '#domain/event.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { factSchemas } from './all.ts'
import { UPCASTS, type Upcasts, versionOf } from './versions.ts'

/** An event's own part as it lies in the log or in an export, in whatever version it was written. */
export type WrittenFact = { readonly type: string; readonly version: number; readonly payload: unknown }

/** The same in the current version. */
type Fact = { readonly [Type in EventType]: { readonly type: Type; readonly payload: Facts[Type] } }[EventType]

/** `newer`: of a type or version that is not known here. `misshapen`: not what its version says; `at` is the path to where. */
export type Unreadable = Pick<WrittenFact, 'type' | 'version'> &
	({ readonly code: 'newer' } | { readonly code: 'misshapen'; readonly at: string })

/** Reads a fact: one of today as it is, an earlier one brought forward. What is stored stays as it was written. */
export type ReadFact = (written: WrittenFact) => Result<Fact, Unreadable>

const isEventType = (type: string): type is EventType => Object.hasOwn(factSchemas, type)

/** A reader that knows these steps from earlier versions. */
export function factReader(upcasts: Upcasts): ReadFact {
	return ({ type, version, payload }) => {
		if (!isEventType(type) || version > versionOf(type, upcasts)) return refuse({ code: 'newer', type, version })
		let value = payload
		for (const schema of [...(upcasts[type]?.slice(version - 1) ?? []), factSchemas[type]]) {
			const read = schema.safeParse(value)
			if (!read.success) {
				return refuse({ code: 'misshapen', type, version, at: read.error.issues[0]?.path.join('.') ?? '' })
			}
			value = read.data
		}
		// The last schema was that of the type, which the compiler does not follow through the index.
		return ok({ type, payload: value } as Fact)
	}
}

export const readFact = factReader(UPCASTS)

/** For whoever operates the installation: follows on `has` or `there is`. */
export function sentenceOf(unreadable: Unreadable): string {
	const event = `an event of type ${unreadable.type}, version ${unreadable.version},`
	return unreadable.code === 'newer'
		? `${event} which a newer Samsvar wrote: this one is too old for it. Update first.`
		: `${event} that is not what its version says${unreadable.at === '' ? '' : ` (at ${unreadable.at})`}.`
}
