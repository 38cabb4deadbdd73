import { ACTS } from '#domain/acts.ts'
import { type ConsensusState, consensusState } from '#domain/amendment/consensus-list.ts'
import { hindrance } from '#domain/deciding/entitled.ts'
import { offers } from '#domain/members/authority.ts'
import { amendmentWords, consensusWords } from '#i18n/amendments.ts'
import { formatDateTime } from '#i18n/format.ts'
import { href, routes } from '#routes'
import { partOf } from '#ui/part.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Inset, Sentence } from '#ui/parts/notice.tsx'
import { NextReminder } from '#ui/parts/who-is-silent.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { ConsensusAnswer } from './consensus-answer.tsx'
import { ConsensusAnswers } from './consensus-answers.tsx'
import { ConsensusTag } from './consensus-tag.tsx'
import { type ConsensusListProps, ListedAmendment } from './listed-amendment.tsx'

/** Amendments that all are asked about in one question: until when and what silence means, the form, and who has said what. */
export function ConsensusListPage(props: ConsensusListProps) {
	const { data, lang, now, params, query, viewer } = props
	const { header, list, amendments } = data
	const t = consensusWords(lang)
	const state = consensusState(list, now)
	const done = query.get('done') ?? ''
	const asked = { opensAt: list.openedAt, bylaws: list.bylaws }
	const electorate = new Set(list.electorate.map(({ associationId }) => associationId))
	const own = viewer.associations
		.filter(({ id }) => state === 'open' && electorate.has(id))
		.map((association) => ({
			association,
			hindered: hindrance(ACTS.answerConsensusList, viewer.seats, asked, association.id),
		}))
	const answering = own.filter(({ hindered }) => hindered === null)
	// Whoever answers for one association reads the words where they tick; whoever does for several, before.
	const within = answering.length === 1
	return (
		<StatementPage view={props} header={header} tab="amendments" title={t.list} part={partOf(list.electorate, query)}>
			{Object.hasOwn(t.done, done) && (
				<Sentence tone="success" live>
					{t.done[done as keyof typeof t.done]}
				</Sentence>
			)}
			<Where {...props} state={state} />
			{own.map(({ association, hindered }) =>
				hindered === 'since' ? (
					<p>{t.since(association.name)}</p>
				) : (
					hindered === 'office' && <p>{t.office(association.name)}</p>
				),
			)}
			{!within && (
				<section>
					<h2>{t.listed}</h2>
					{amendments.map((amendment) => (
						<ListedAmendment {...props} amendment={amendment} />
					))}
				</section>
			)}
			{answering.map(({ association }) => (
				<ConsensusAnswer {...props} association={association} words={within} />
			))}
			<ConsensusAnswers {...props} />
			{state === 'open' && list.answers.length < list.electorate.length && (
				<NextReminder at={list.remindAt} now={now} />
			)}
			{state === 'open' && offers(ACTS.cancelConsensusList, viewer, { stage: header.statement.stage }) && (
				<ButtonRow>
					<LinkButton look="secondary" href={href(routes.consensusCancellation, params)}>
						{t.cancel}
					</LinkButton>
				</ButtonRow>
			)}
			<p class="no-print">
				<a href={href(routes.consensusLists, params)}>{t.toAll}</a> ·{' '}
				<a href={href(routes.amendments, params)}>{amendmentWords(lang).toAll}</a>
			</p>
		</StatementPage>
	)
}

/** Where it is in its course, what silence means, and what it came to. */
function Where({ data: { list, standing }, lang, state }: ConsensusListProps & { readonly state: ConsensusState }) {
	const t = consensusWords(lang)
	const adopted = list.items.filter(({ outcome }) => outcome === 'adopted').length
	const nameOf = new Map(list.electorate.map(({ associationId, name }) => [associationId, name]))
	switch (state) {
		case 'open':
			return (
				<>
					<p class="lead">{t.until(list.items.length, list.closesAt)}</p>
					<p>{t.silence}</p>
					{standing.length > 0 && <p>{t.standsFrom}</p>}
					<p class="hint">{t.textMoves}</p>
				</>
			)
		case 'over':
			return <p class="lead">{t.over}</p>
		case 'settled':
			return (
				<p class="lead">
					{list.unheard.length > 0
						? t.unheard(list.unheard.flatMap((id) => nameOf.get(id) ?? []))
						: t.settledWith(adopted, list.items.length - adopted)}
				</p>
			)
		case 'cancelled':
			return (
				<>
					<p>
						<ConsensusTag state={state} />
					</p>
					<p class="lead">{t.cancelledBecause(formatDateTime(lang, list.cancelledAt ?? 0))}</p>
					<Inset>
						<AsTyped>{list.cancelReason}</AsTyped>
					</Inset>
				</>
			)
	}
}
