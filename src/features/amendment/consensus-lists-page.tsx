import { ACTS } from '#domain/acts.ts'
import { unheardIn } from '#domain/amendment/consensus-asking.ts'
import { consensusState } from '#domain/amendment/consensus-list.ts'
import { bylawsOf, electorateOf } from '#domain/coalition/in-force.ts'
import { DAY_MS } from '#domain/deciding/least-time.ts'
import { offers } from '#domain/members/authority.ts'
import { amendmentWords, consensusWords } from '#i18n/amendments.ts'
import { formatDateTime } from '#i18n/format.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import type { ConsensusListsView } from '#read/amendment/consensus.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { listChoice } from './consensus-choice.tsx'
import { Choosing } from './consensus-choosing.tsx'
import { ConsensusTag } from './consensus-tag.tsx'
import { LeftOut } from './left-out.tsx'
import { Unticked } from './unticked.tsx'

type Props = PageView<ConsensusListsView, StatementParams>

/** The lists there have been, and a form for another. */
export function ConsensusListsPage(props: Props) {
	const { data, lang, now, params, viewer } = props
	const { header, lists } = data
	const t = consensusWords(lang)
	const mayOpen = offers(ACTS.openConsensusList, viewer, { stage: header.statement.stage, associationId: null })
	const standing = lists.some((list) => ['open', 'over'].includes(consensusState(list, now)))
	return (
		<StatementPage view={props} header={header} tab="amendments" title={t.title}>
			<p>{t.lead}</p>
			{lists.length === 0 && !mayOpen && <EmptyState title={t.none}>{t.noneHint}</EmptyState>}
			{lists.length > 0 && (
				<ul>
					{lists.map((list) => (
						<li>
							<a href={href(routes.consensusList, { ...params, list: list.id })}>
								{t.opened(list.items.length, formatDateTime(lang, list.openedAt))}
							</a>{' '}
							<ConsensusTag state={consensusState(list, now)} />
						</li>
					))}
				</ul>
			)}
			{mayOpen && (standing ? <p>{t.oneAtATime}</p> : <NewList {...props} />)}
			<p>
				<a href={href(routes.amendments, params)}>{amendmentWords(lang).toAll}</a>
			</p>
		</StatementPage>
	)
}

/** A form where the bylaws and the seats let silence be consent; otherwise what is in the way, and what to do. */
function NewList(props: Props) {
	const { data, form, lang, now, params } = props
	const t = consensusWords(lang)
	const bylaws = bylawsOf(data.coalition, now)
	if (!bylaws.silenceIsConsent) return <Sentence tone="warning">{t.notAllowed}</Sentence>
	const closesAt = now + bylaws.leastDays.object * DAY_MS
	const electorate = electorateOf(data.coalition, now)
	const unheard = unheardIn({ openedAt: now, closesAt, bylaws, electorate }, data.seats)
	const choice = listChoice(data, form.typed)
	return (
		<section aria-labelledby="new-list">
			<h2 id="new-list">{t.new}</h2>
			<Unticked amendments={choice.unticked} form={form} lang={lang} says={t.unticked} />
			{unheard.length > 0 ? (
				<Sentence tone="warning">{t.voiceless(unheard.map(({ name }) => name))}</Sentence>
			) : choice.part.total === 0 ? (
				<EmptyState title={t.nothingToList}>{t.nothingToListHint}</EmptyState>
			) : (
				<Choosing {...props} choice={choice} days={bylaws.leastDays.object} />
			)}
			<LeftOut why={t.votedOn} amendments={choice.asked} lang={lang} params={params} />
			<Apart {...props} amendments={choice.apart} />
		</section>
	)
}

function Apart({ lang, params, amendments }: Props & { readonly amendments: readonly AmendmentRow[] }) {
	if (amendments.length === 0) return null
	const t = consensusWords(lang)
	return (
		<>
			<h3>{t.apart}</h3>
			<p class="hint">{t.apartHint}</p>
			<ul>
				{amendments.map(({ id, number, association }) => (
					<li>
						<a href={href(routes.amendment, { ...params, amendment: id })}>
							{amendmentWords(lang).from(number, association)}
						</a>
					</li>
				))}
			</ul>
		</>
	)
}
