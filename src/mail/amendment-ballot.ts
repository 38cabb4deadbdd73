import type { Tally } from '#domain/deciding/ballot.ts'
import type { NamedAmendment } from '#domain/deciding/subject.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { ResultSubject } from '#domain/kernel/notification.ts'
import { amendmentBallotWords, amendmentWords } from '#i18n/amendments.ts'
import { formatEither, formatLongDateTime } from '#i18n/format.ts'
import type { Language } from '#i18n/index.ts'

const namesOf = (put: readonly NamedAmendment[], lang: Language) =>
	put.map(({ number, association }) => amendmentWords(lang).from(number, association))

/** That an association is to vote on amendments, in the subject line. */
export function putSubjectLine(put: readonly NamedAmendment[], title: string, lang: Language): string {
	const numbers = put.map(({ number }) => amendmentWords(lang).number(number))
	return amendmentBallotWords(lang).mail.subject(formatEither(lang, numbers), title)
}

/** What it is asked, and until when. */
export function putFirstLine(
	put: readonly NamedAmendment[],
	{ asked, title, dueAt }: { readonly asked: string; readonly title: string; readonly dueAt: Instant | null },
	lang: Language,
): string {
	const t = amendmentBallotWords(lang).mail
	const [first = '', second] = namesOf(put, lang)
	const line = second === undefined ? t.alone(asked, first, title) : t.between(asked, first, second, title)
	return dueAt === null ? line : `${line} ${t.by(formatLongDateTime(lang, dueAt))}`
}

type OnAmendments = NonNullable<ResultSubject['onAmendments']>

/** What came of it, in their names. */
export function cameOfItLine({ put, cameOfIt }: OnAmendments, lang: Language): string {
	const [first = '', second = ''] = namesOf(put, lang)
	return amendmentBallotWords(lang).cameOfIt[cameOfIt](first, second)
}

/** How many voted how. */
export function countedLine({ put }: OnAmendments, tally: Tally, lang: Language): string {
	const { bars, choices } = amendmentBallotWords(lang)
	const [first = '', second] = put.map(({ number }) => amendmentWords(lang).number(number))
	return second === undefined
		? bars.described(choices.yes(first), choices.no(first), tally)
		: bars.described(first, second, tally)
}

/** What follows. */
export function afterwards({ cameOfIt, put }: OnAmendments, lang: Language): string {
	const { next } = amendmentBallotWords(lang)
	switch (cameOfIt) {
		case 'adopted':
		case 'rejected':
			return next[cameOfIt]
		case 'first':
		case 'second':
			return next.preferred
		case 'tied':
		case 'noQuorum':
			return put.length > 1 ? next.openBoth : next.open
	}
}
