import type { Rejection, RejectionCode } from '#domain/kernel/rejection.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { RejectionOf } from '#i18n/refusals-of.ts'
import type { Refusals } from '#i18n/sv/refusals.ts'

/** Each code has its own sentence and its own facts: the type parameter holds the two together. */
function say<Code extends RejectionCode>(sentences: Refusals, code: Code, rejection: RejectionOf[Code]): string {
	return sentences[code](rejection)
}

/** Why an act was refused and what to do, as a sentence for the person who tried. */
export function refusalSentence(language: Language, rejection: Rejection): string {
	return say(catalogue(language).refusals, rejection.code, rejection)
}

/** The key for what is wrong with a form as a whole rather than with one field. */
const WHOLE_FORM = ''

/** A refusal as errors of a form: on its field where it has one, otherwise on the whole form. */
export function refusalAsErrors(language: Language, rejection: Rejection): Readonly<Record<string, string>> {
	const field = 'field' in rejection ? rejection.field : WHOLE_FORM
	return { [field]: refusalSentence(language, rejection) }
}
