import { ACTS } from '#domain/acts.ts'
import { isOver } from '#domain/deciding/ballot.ts'
import { isFor } from '#domain/kernel/act.ts'
import { isoInstant } from '#domain/kernel/calendar.ts'
import { offers } from '#domain/members/authority.ts'
import { openOnAmendments } from '#domain/planning/situation.ts'
import { formatDate, formatLongDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { BallotRow, BallotsView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { cameOfItIn } from './ballot-result.tsx'
import { BallotsFirst } from './ballots-first.tsx'
import { questionOf } from './matter.tsx'

/** Every ballot there was on a statement, and the way to a new one. */
export function BallotsPage(props: PageView<BallotsView, StatementParams>) {
	const { data, lang, now, params } = props
	const { ballots, header } = data
	const t = catalogue(lang).ballot
	return (
		<StatementPage view={props} header={header} tab="ballot">
			{header.statement.ballotId === null && <NoneNow {...props} />}
			{ballots.length > 0 && (
				<>
					<h2>{t.allBallots}</h2>
					<Table
						caption={t.allBallots}
						captionHidden
						columns={[{ label: t.questionLabel }, { label: t.openedOn }, { label: t.cameOfIt }]}
						rows={ballots.map((ballot) => [
							<a href={href(routes.ballot, { ...params, ballot: ballot.id })}>
								{questionOf(ballot.title, ballot.put, lang)}
							</a>,
							<time datetime={isoInstant(ballot.opensAt)}>{formatDate(lang, ballot.opensAt)}</time>,
							stateOf(ballot, lang, now),
						])}
					/>
				</>
			)}
		</StatementPage>
	)
}

function NoneNow({ data, lang, params, viewer }: PageView<BallotsView, StatementParams>) {
	const { statement, situation } = data.header
	const t = catalogue(lang).ballot
	const mayOpen = situation.written && offers(ACTS.openBallot, viewer, statement)
	if (openOnAmendments(situation) > 0) return <BallotsFirst situation={situation} />
	return (
		<EmptyState
			title={data.ballots.length > 0 ? t.noneNow : t.noneYet}
			action={
				mayOpen && (
					<ButtonRow>
						<LinkButton href={href(routes.newBallot, params)}>{t.open}</LinkButton>
						<LinkButton look="secondary" href={href(routes.meetingDecision, params)}>
							{t.enterMeeting}
						</LinkButton>
					</ButtonRow>
				)
			}
		>
			{isFor(ACTS.openBallot, statement.stage) && (offers(ACTS.openBallot, viewer) ? t.noneYetChair : t.noneYetOthers)}
		</EmptyState>
	)
}

function stateOf(ballot: BallotRow, lang: Language, now: number): string {
	const t = catalogue(lang).ballot
	const { outcome, voidedAt, put } = ballot
	const came = outcome && (put.length > 0 ? cameOfItIn(ballot, put, outcome, lang).title : t.outcomes[outcome.result])
	const result = came === null ? '' : `${came}. `
	if (voidedAt !== null) return result + t.withoutEffect(formatDate(lang, voidedAt))
	if (came !== null) return came
	return isOver(ballot, now) ? t.notCounted : t.openUntil(formatLongDateTime(lang, ballot.closesAt))
}
