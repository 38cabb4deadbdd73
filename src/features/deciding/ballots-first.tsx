import { openOnAmendments, type Situation } from '#domain/planning/situation.ts'
import { amendmentBallotWords } from '#i18n/amendments.ts'
import { useLanguage } from '#ui/language.ts'
import { Sentence } from '#ui/parts/notice.tsx'

/** That these are counted before the text is decided on. */
export function BallotsFirst({ situation }: { readonly situation: Pick<Situation, 'ballots'> }) {
	const count = openOnAmendments(situation)
	return count > 0 ? <Sentence>{amendmentBallotWords(useLanguage()).waits(count)}</Sentence> : null
}
