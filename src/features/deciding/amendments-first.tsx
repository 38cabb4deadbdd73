import { nonePassedOver } from '#domain/deciding/heeding.ts'
import { noneLeftOut } from '#domain/deciding/left-out.ts'
import { anyToMerge } from '#domain/deciding/still-to-merge.ts'
import { openOnAmendments } from '#domain/planning/situation.ts'
import { amendmentWords, consensusWords, mergingWords } from '#i18n/amendments.ts'
import type { Language } from '#i18n/index.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { NewBallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { StatementParams } from '#ui/page-view.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { BallotsFirst } from './ballots-first.tsx'

type Decided = Pick<NewBallotView, 'header' | 'blocks' | 'adopted' | 'preferred'>

/**
 * What is to be seen to among the amendments before the text can be decided on, and where; null: nothing is. They are being asked about,
 * or what associations adopted or preferred is not in the text.
 */
export function amendmentsFirst(
	{ header, blocks, adopted, preferred }: Decided,
	{ lang, params }: { readonly lang: Language; readonly params: StatementParams },
) {
	if (openOnAmendments(header.situation) > 0) {
		return (
			<>
				<BallotsFirst situation={header.situation} />
				<LinkButton href={href(routes.ballots, params)}>{catalogue(lang).ballot.toBallot}</LinkButton>
			</>
		)
	}
	const [list] = header.situation.lists
	if (list !== undefined) {
		const t = consensusWords(lang)
		return (
			<EmptyState
				title={t.listFirst}
				action={<LinkButton href={href(routes.consensusList, { ...params, list: list.id })}>{t.toList}</LinkButton>}
			>
				{refusalSentence(lang, { code: 'consensusListStands', listId: list.id, until: list.closesAt })}
			</EmptyState>
		)
	}
	const whole = noneLeftOut(adopted, blocks)
	const heeded = whole.ok ? nonePassedOver(preferred, adopted, blocks) : whole
	if (heeded.ok) return null
	const t = amendmentWords(lang)
	const numbers = 'numbers' in heeded.reason ? heeded.reason.numbers : []
	const merges = anyToMerge(numbers, { adopted, preferred, blocks })
	const look = merges ? 'secondary' : 'primary'
	return (
		<>
			<Sentence tone="warning">
				{refusalSentence(lang, heeded.reason)}
				{!merges && !whole.ok && ` ${mergingWords(lang).byHandOnly}`}
			</Sentence>
			<ButtonRow>
				{merges && <LinkButton href={href(routes.amendmentMerging, params)}>{mergingWords(lang).title}</LinkButton>}
				{whole.ok ? (
					<LinkButton look={look} href={href(routes.amendments, params, { show: 'open' })}>
						{t.decideThem}
					</LinkButton>
				) : (
					<LinkButton look={look} href={href(routes.statement, params)}>
						{t.toText}
					</LinkButton>
				)}
			</ButtonRow>
		</>
	)
}
