import type { Rejection } from '#domain/kernel/rejection.ts'
import type { Language } from '#domain/statement/statement.ts'
import { refusalAsErrors } from '#i18n/refusals.ts'
import type { FormState, Typed } from '#ui/form-state.ts'

/** Deadlines are instants to the rules; people are asked for days. */
const ASKED_AS: Readonly<Record<string, string>> = {
	closesAt: 'closesOn',
	signoffDueAt: 'signoffDueOn',
	dueAt: 'dueOn',
}

/** The form with what was typed, and the sentences that say what is wrong. */
export function refusedForm(typed: Typed, rejections: readonly Rejection[], lang: Language, key: string): FormState {
	const errors: Record<string, string> = {}
	for (const rejection of rejections) {
		for (const [field, sentence] of Object.entries(refusalAsErrors(lang, rejection)))
			errors[ASKED_AS[field] ?? field] ??= sentence
	}
	return { typed, errors, rejection: rejections[0] ?? null, key }
}
