import type { Rejection } from '#domain/kernel/rejection.ts'
import { amendmentWords } from '#i18n/amendments.ts'
import type { Language } from '#i18n/index.ts'
import type { Named } from '#read/amendment/named.ts'
import type { FormState } from '#ui/form-state.ts'
import { Sentence } from '#ui/parts/notice.tsx'

type UntickedProps = {
	readonly amendments: readonly Named[]
	readonly form: FormState
	readonly lang: Language
	readonly says: (numbers: readonly string[]) => string
}

/** What somebody ticked that is ticked no more: that is not to be seen among many. A refusal that names it has said so. */
export function Unticked({ amendments, form, lang, says }: UntickedProps) {
	const said = numbersIn(form.rejection)
	const numbers = amendments.map(({ number }) => number).filter((number) => !said.includes(number))
	if (numbers.length === 0) return null
	return <Sentence tone="warning">{says(numbers.map(amendmentWords(lang).number))}</Sentence>
}

const numbersIn = (rejection: Rejection | null): readonly number[] =>
	rejection !== null && 'numbers' in rejection ? rejection.numbers : []
