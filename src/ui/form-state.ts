import type { Rejection } from '#domain/kernel/rejection.ts'

/** What was typed into a form, as it came: for showing it again. */
export type Typed = Readonly<Record<string, readonly string[]>>

/** A form as shown: empty at first; what was typed and what is wrong with it after a refusal. */
export type FormState = {
	readonly typed: Typed | null
	/** Sentences by field; under `''` what concerns the whole form. */
	readonly errors: Readonly<Record<string, string>>
	/** Why the act was refused, where a page has more to offer than the sentence. */
	readonly rejection: Rejection | null
	/** Given with each form, and back with it: the same form sent twice is one act. */
	readonly key: string
}

export function blankForm(key: string): FormState {
	return { typed: null, errors: {}, rejection: null, key }
}

/** What was typed belongs to the form it was typed in, where a page has one for each association. */
export function formFor(associationId: string, form: FormState): FormState {
	const mine = form.typed === null || form.typed.associationId?.[0] === associationId
	return mine ? form : { ...form, typed: null, errors: {} }
}

/** A form for one association has its name in the ids of its fields, since somebody may speak for several. */
export function idsIn({ typed, errors }: FormState): Readonly<Record<string, string>> {
	const association = typed?.associationId?.[0]
	if (association === undefined) return {}
	return Object.fromEntries(Object.keys(errors).map((name) => [name, `${name}-${association}`]))
}

/** What stands in a field: what was typed, or what was there. */
export function typedValue(form: FormState, field: string, otherwise = ''): string {
	return form.typed === null ? otherwise : (form.typed[field]?.[0] ?? '')
}

/** What is chosen among several with the same name. */
export function typedValues(
	form: Pick<FormState, 'typed'>,
	field: string,
	otherwise: readonly string[] = [],
): readonly string[] {
	return form.typed === null ? otherwise : (form.typed[field] ?? [])
}
