import type { ConsensusState, ListedOutcome } from '#domain/amendment/consensus-list.ts'
import { consensusWords } from '#i18n/amendments.ts'
import { useLanguage } from '#ui/language.ts'
import { Tag, type Tone } from '#ui/parts/tag.tsx'

const TONES: Readonly<Record<ConsensusState, Tone>> = {
	open: 'wait',
	over: 'wait',
	settled: 'good',
	cancelled: 'plain',
}

/** Where a list is. */
export function ConsensusTag({ state }: { readonly state: ConsensusState }) {
	return <Tag tone={TONES[state]}>{consensusWords(useLanguage()).states[state]}</Tag>
}

/** What a list came to for an amendment. */
export function ListedTag({ outcome }: { readonly outcome: ListedOutcome }) {
	return <Tag tone={outcome === 'adopted' ? 'good' : 'wait'}>{consensusWords(useLanguage()).outcomes[outcome]}</Tag>
}
