import type { Situation } from '#domain/planning/situation.ts'
import { amendmentBallotWords } from '#i18n/amendments.ts'
import { useLanguage } from '#ui/language.ts'
import { Sentence } from '#ui/parts/notice.tsx'

type Ballots = Pick<Situation, 'ballots'>

/** How many ballots on amendments are not counted. */
export const openOnAmendments = ({ ballots }: Ballots): number =>
	ballots.filter(({ subject, outcome }) => subject.kind === 'amendment' && outcome === null).length

/** That these are counted before the text is decided on. */
export function BallotsFirst({ situation }: { readonly situation: Ballots }) {
	const count = openOnAmendments(situation)
	return count > 0 ? <Sentence>{amendmentBallotWords(useLanguage()).waits(count)}</Sentence> : null
}
