import { isOver } from '#domain/deciding/ballot.ts'
import { closesEarly } from '#domain/deciding/closing.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { BallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { BallotParams, PageView } from '#ui/page-view.ts'
import { ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { putIn, questionOf } from './matter.tsx'

/** Asks once before the ballot is closed: no vote can be cast or changed after that. */
export function ClosingPage(props: PageView<BallotView, BallotParams>) {
	const { data, form, lang, now, params } = props
	const { ballot, matter, voted } = data
	const t = catalogue(lang).ballot
	const question = questionOf(matter.title, putIn(matter), lang)
	const over = isOver(ballot, now)
	const entitled = ballot.electorate.length
	const left = entitled - voted.length
	if (ballot.voidedAt !== null || ballot.outcome !== null) {
		return (
			<StatementPage view={props} header={data.header} tab="ballot" title={t.closedAlready}>
				<ButtonRow>
					<LinkButton href={href(routes.ballot, params)}>{t.toBallot}</LinkButton>
				</ButtonRow>
			</StatementPage>
		)
	}
	const early = closesEarly(ballot, { electorate: entitled, voted: voted.length }, now)
	if (!over && !early.ok) {
		return (
			<StatementPage view={props} header={data.header} tab="ballot" title={t.closeNow}>
				<p class="lead">{question}</p>
				<p>{t.votedOf(voted.length, entitled)}</p>
				<EmptyState title={t.notYet} action={<LinkButton href={href(routes.ballot, params)}>{t.toBallot}</LinkButton>}>
					{refusalSentence(lang, early.reason)}
				</EmptyState>
			</StatementPage>
		)
	}
	return (
		<StatementPage view={props} header={data.header} tab="ballot" title={over ? t.count : t.closeNow}>
			<p class="lead">{question}</p>
			<p>{t.votedOf(voted.length, entitled)}</p>
			{!over && left > 0 && (
				<Sentence tone="warning">{t.closeWarning(left, formatLongDateTime(lang, ballot.closesAt))}</Sentence>
			)}
			<p>{t.closeMeans}</p>
			<Form action={href(routes.ballotClosing, params)} form={form}>
				<SubmitRow cancel={href(routes.ballot, params)}>{over ? t.count : t.closeAndCount}</SubmitRow>
			</Form>
		</StatementPage>
	)
}
