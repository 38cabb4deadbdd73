import type { StanceChoice } from '#domain/deciding/stance.ts'
import type { KnownOutcome } from '#domain/publication/outcome.ts'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import { StanceShape } from './stance-mark.tsx'

/** The symbols of stances, of which these are the authority's. */
const LIKE: Readonly<Record<KnownOutcome, StanceChoice>> = {
	heeded: 'support',
	partly: 'partial',
	rejected: 'oppose',
	unanswered: 'abstain',
	none: 'noComment',
}

/** What came of a position: a symbol and a word. `none`: nothing is known yet. */
export function OutcomeMark({ outcome }: { readonly outcome: KnownOutcome }) {
	const t = publicWords(useLanguage()).outcomes
	return (
		<span class={`stance ${LIKE[outcome]}`}>
			<StanceShape stance={LIKE[outcome]} />
			<span>{outcome === 'none' ? t.none : t.names[outcome]}</span>
		</span>
	)
}
