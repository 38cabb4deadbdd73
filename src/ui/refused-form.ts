import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Language } from '#domain/statement/statement.ts'
import { refusalAsErrors } from '#i18n/refusals.ts'
import type { FormState, Typed } from '#ui/form-state.ts'

/** Deadlines are instants to the rules; people are asked for days. */
const ASKED_AS: Readonly<Record<string, string>> = {
	closesAt: 'closesOn',
	signoffDueAt: 'signoffDueOn',
	dueAt: 'viewsDueOn',
}

/** What closes is not always a ballot: other fields for its day, each with a word of its own. */
const CLOSES_OTHERS = ['objectBy', 'answerBy']

/** The form with what was typed, and the sentences that say what is wrong. */
export function refusedForm(typed: Typed, rejections: readonly Rejection[], lang: Language, key: string): FormState {
	const errors: Record<string, string> = {}
	for (const rejection of rejections) {
		for (const [field, sentence] of Object.entries(refusalAsErrors(lang, inFormsWords(rejection, typed))))
			errors[ASKED_AS[field] ?? field] ??= sentence
	}
	return { typed, errors, rejection: rejections[0] ?? null, key }
}

/** A refusal of when something closes as one of the field that the form has for it. */
function inFormsWords(rejection: Rejection, typed: Typed): Rejection {
	if (!('field' in rejection) || rejection.field !== 'closesAt') return rejection
	return { ...rejection, field: CLOSES_OTHERS.find((name) => name in typed) ?? rejection.field }
}
