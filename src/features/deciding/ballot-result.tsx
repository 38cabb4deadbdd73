import { ACTS } from '#domain/acts.ts'
import { isCounted, type Outcome, yesNeeded } from '#domain/deciding/ballot.ts'
import { cameOfIt } from '#domain/deciding/came-of-it.ts'
import type { NamedAmendment } from '#domain/deciding/subject.ts'
import { offers } from '#domain/members/authority.ts'
import { amendmentBallotWords } from '#i18n/amendments.ts'
import { formatDate, formatLongDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { BallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Notice, Sentence } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { VoteBars } from '#ui/parts/vote-bars.tsx'
import type { BallotPageProps } from './ballot-props.tsx'
import { labelsOf, namesOf, putIn, questionOf } from './matter.tsx'
import { WithoutQuorum } from './without-quorum.tsx'

/** What came of a ballot that is over. */
export function Result(props: BallotPageProps) {
	const { viewer, data, lang, params } = props
	const { ballot, matter } = data
	const { statement } = data.header
	const t = catalogue(lang).ballot
	if (!ballot.outcome) {
		if (ballot.voidedAt !== null) return null
		return (
			<Notice>
				<p>{t.notCounted}</p>
				{offers(ACTS.countBallot, viewer) && (
					<ButtonRow>
						<LinkButton href={href(routes.ballotClosing, params)}>{t.count}</LinkButton>
					</ButtonRow>
				)}
			</Notice>
		)
	}
	if (matter.kind === 'amendment') return <OnAmendments {...props} outcome={ballot.outcome} />
	const { outcome, bylaws, track, meeting } = ballot
	const full = track === 'full'
	const words = catalogue(lang).withoutQuorum
	const unheard = !full && outcome.result === 'noQuorum'
	return (
		<section>
			<h2>{unheard ? t.unheard : t.resultIs[outcome.result]}</h2>
			{isCounted(outcome) ? (
				<VoteBars
					title={t.resultOf(matter.title)}
					tally={outcome}
					needed={full ? yesNeeded(outcome, bylaws.majority) : null}
				/>
			) : (
				<p>{bylaws.secrecy === 'secret' ? t.uncounted : words.stayHidden}</p>
			)}
			<p>{full ? t.quorumIs(outcome.quorum, outcome.electorate) : unheard ? t.unheardRule : t.lightRule}</p>
			{meeting && <SummaryList rows={entryRows(data, meeting, lang)} />}
			{data.changedSince.length > 0 && (
				<Sentence tone="warning">
					{catalogue(lang).meeting.changedSince(data.changedSince, outcome.result === 'adopted')}
				</Sentence>
			)}
			<WithoutQuorum {...props} />
			{outcome.result === 'rejected' &&
				ballot.id === statement.ballotId &&
				offers(ACTS.referBack, viewer, statement) && (
					<ButtonRow>
						<LinkButton href={href(routes.referral, params)}>{t.referBack}</LinkButton>
					</ButtonRow>
				)}
		</section>
	)
}

/** Where the decision was taken, and who entered it. */
function entryRows(
	{ ballot, openedBy }: BallotView,
	{ heldOn, minutes }: NonNullable<BallotView['ballot']['meeting']>,
	lang: Language,
) {
	const { ballot: t, meeting, members } = catalogue(lang)
	const role = openedBy === null ? '' : members.roles[openedBy]
	return [
		{ label: t.heldOn, value: formatDate(lang, heldOn) },
		{ label: t.minutes, value: minutes },
		{ label: meeting.enteredBy, value: meeting.by(role, formatLongDateTime(lang, ballot.opensAt)) },
		{ label: meeting.sayBy, value: formatLongDateTime(lang, ballot.signoffDueAt) },
	]
}

/** What came of a ballot on amendments, in their names. */
export function cameOfItIn(
	{ subject }: Pick<BallotView['ballot'], 'subject'>,
	put: readonly NamedAmendment[],
	outcome: Outcome,
	lang: Language,
) {
	const t = amendmentBallotWords(lang)
	const came = cameOfIt(subject, outcome)
	const [first = '', second = ''] = namesOf(put, lang)
	const open = put.length > 1 ? t.next.openBoth : t.next.open
	const next = { first: t.next.preferred, second: t.next.preferred, tied: open, noQuorum: open }
	return { title: t.cameOfIt[came](first, second), next: { ...t.next, ...next }[came] }
}

function OnAmendments({ data, lang, query, outcome }: BallotPageProps & { readonly outcome: Outcome }) {
	const { ballot, matter } = data
	const put = putIn(matter)
	const { ballot: t, withoutQuorum } = catalogue(lang)
	const { title, next } = cameOfItIn(ballot, put, outcome, lang)
	const choices = labelsOf(put, lang)
	return (
		<section>
			<h2>{title}</h2>
			{isCounted(outcome) ? (
				<VoteBars
					title={questionOf(matter.title, put, lang)}
					tally={outcome}
					needed={put.length > 1 ? null : yesNeeded(outcome, ballot.bylaws.majority)}
					words={{
						...{ choices, alike: put.length > 1 },
						described: amendmentBallotWords(lang).bars.described(choices.yes, choices.no, outcome),
					}}
				/>
			) : (
				<p>{ballot.bylaws.secrecy === 'secret' ? t.uncounted : withoutQuorum.stayHidden}</p>
			)}
			<p>
				{t.quorumIs(outcome.quorum, outcome.electorate)}
				{put.length > 1 && ` ${amendmentBallotWords(lang).ruleBetween}`}
			</p>
			{query.get('done') !== 'closed' && <p>{next}</p>}
		</section>
	)
}
