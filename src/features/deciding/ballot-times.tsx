import type { Rejection } from '#domain/kernel/rejection.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { useLanguage } from '#ui/language.ts'
import { DateField, TextField } from '#ui/parts/field.tsx'

type DayField = { readonly hint: string; readonly value: string }

type BallotTimesProps = { readonly closesOn: DayField; readonly closesTime: string; readonly signoffDueOn?: DayField }

/** Until when is voted; and signed, where something is. */
export function BallotTimes({ closesOn, closesTime, signoffDueOn }: BallotTimesProps) {
	const t = catalogue(useLanguage()).ballot
	return (
		<>
			<DateField name="closesOn" label={t.closesOn} {...closesOn} />
			<TextField name="closesTime" label={t.closesTime} hint={t.closesTimeHint} width="short" value={closesTime} />
			{signoffDueOn && <DateField name="signoffDueOn" label={t.signoffDueOn} {...signoffDueOn} />}
		</>
	)
}

/** What is wrong with the times, at the field where it is to be put right. */
export function wrongTimes(lang: Language, reason: Rejection | null): Readonly<Record<string, string>> {
	if (reason === null) return { closesOn: catalogue(lang).ballot.wrongDates }
	if (reason.code === 'clockChanges') return { closesTime: refusalSentence(lang, reason) }
	const field = 'field' in reason && reason.field === 'closesAt' ? 'closesOn' : 'signoffDueOn'
	return { [reason.code === 'tooLong' ? 'urgent' : field]: refusalSentence(lang, reason) }
}
