import { ACTS } from '#domain/acts.ts'
import { type Elector, isCounted, isOver, showsVotes, yesNeeded } from '#domain/deciding/ballot.ts'
import { closesEarly } from '#domain/deciding/closing.ts'
import { hindrance, seatsBefore } from '#domain/deciding/entitled.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { formatDate, formatLongDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { BallotView } from '#read/deciding/deciding.ts'
import type { WithWaiting } from '#read/deciding/waiting.ts'
import { href, routes } from '#routes'
import type { BallotParams, PageView } from '#ui/page-view.ts'
import { type Part, partOf } from '#ui/part.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { Confirmation } from '#ui/parts/confirmation.tsx'
import { Inset, Notice, Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { VoteBars } from '#ui/parts/vote-bars.tsx'
import { WhoIsSilent } from '#ui/parts/who-is-silent.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { contestReceipt } from './contest-receipt.tsx'
import { EnteredVotes } from './entered-votes.tsx'
import { RollCall } from './roll-call.tsx'
import { VoteForm } from './vote-form.tsx'
import { WithoutQuorum } from './without-quorum.tsx'

type BallotPageProps = PageView<WithWaiting<BallotView>, BallotParams>

/** A ballot on a whole text: the question, the text, the buttons; afterwards the result. */
export function BallotPage(props: BallotPageProps) {
	const { data, form, query } = props
	const failed = Object.keys(form.errors).length > 0
	const done = failed ? null : doneOf(props)
	const part = partOf(data.ballot.electorate, query)
	return (
		<StatementPage
			view={props}
			header={data.header}
			tab="ballot"
			part={part}
			title={done?.title}
			heading={done ? 'own' : undefined}
			here={href(routes.ballot, props.params)}
		>
			{done?.receipt}
			{(!done || query.get('done') !== 'vote') &&
				(part.number > 1 ? <Votes {...props} part={part} /> : <BallotBody {...props} part={part} />)}
		</StatementPage>
	)
}

type PartProps = BallotPageProps & { readonly part: Part<Elector> }

function BallotBody(props: PartProps) {
	const { viewer, data, lang, now, params } = props
	const { ballot, text } = data
	const t = catalogue(lang).ballot
	const over = isOver(ballot, now)
	const voting = ballot.voidedAt === null && !over
	const entitled = voting
		? viewer.associations.filter(({ id }) => ballot.electorate.some((each) => each.associationId === id))
		: []
	const keeps = ({ id }: { readonly id: AssociationId }) => hindrance(ACTS.castVote, viewer.seats, ballot, id)
	const own = entitled.filter((association) => keeps(association) === null)
	const instead = { role: t.votedByOthers, office: t.inOffice, since: t.seatedSince }
	const turnout = { electorate: ballot.electorate.length, voted: data.voted.length }
	const early = closesEarly(ballot, turnout, now)
	return (
		<>
			{ballot.voidedAt !== null && (
				<Sentence tone="warning">{t.voided(formatLongDateTime(lang, ballot.voidedAt))}</Sentence>
			)}
			{over && <Result {...props} />}
			<EnteredVotes {...props} />
			{voting && (
				<>
					<h2>{t.question(text.title)}</h2>
					<Inset>
						<p>{t.meaning[ballot.track]}</p>
						{ballot.extensions > 0 && (
							<p>
								{catalogue(lang).withoutQuorum.extended(ballot.extensions, formatLongDateTime(lang, ballot.closesAt))}
							</p>
						)}
						{ballot.urgent !== null && <p>{t.isUrgent(ballot.urgent)}</p>}
						{own.length > 0 && ballot.bylaws.yesCarriesSignoff && ballot.bylaws.secrecy !== 'secret' && (
							<p>{t.yesToSign.means}</p>
						)}
						{ballot.bylaws.editorialChanges && <p>{t.authorisesEditorial(viewer.coalition?.name ?? '')}</p>}
					</Inset>
					{entitled.map((association) => {
						const kept = keeps(association)
						return kept && <p>{instead[kept](association.name)}</p>
					})}
					{own.length > 0 && (
						<p class="no-print">
							<a href={`#vote-${own[0]?.id}`}>{t.toButtons}</a>
						</p>
					)}
				</>
			)}
			<Sheet>
				<StatementText language={text.language} blocks={text.blocks} />
			</Sheet>
			{own.map((association) => (
				<VoteForm {...props} association={association} />
			))}
			{voting && offers(ACTS.closeBallot, viewer) && ballot.track === 'full' && (
				<section>
					<h2>{t.forChair}</h2>
					{early.ok ? (
						<>
							<p>{t.closeEarlyHint(formatLongDateTime(lang, ballot.closesAt))}</p>
							<ButtonRow>
								<LinkButton look="secondary" href={href(routes.ballotClosing, params)}>
									{t.closeNow}
								</LinkButton>
							</ButtonRow>
						</>
					) : (
						<p>{refusalSentence(lang, early.reason)}</p>
					)}
				</section>
			)}
			{voting && <WhoIsSilent {...props} waiting={data.waiting} />}
			<Votes {...props} />
			{data.amongOthers && (
				<p>
					<a href={href(routes.ballots, params)}>{t.allBallots}</a>
				</p>
			)}
		</>
	)
}

function Votes({ data, params, part }: PartProps) {
	const to = (number: string | undefined) => href(routes.ballot, params, { part: number })
	return <RollCall {...data} part={part} to={to} shown={showsVotes(data.ballot)} />
}

function Result(props: BallotPageProps) {
	const { viewer, data, lang, params } = props
	const { ballot, text } = data
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
	const { outcome, bylaws, track, meeting } = ballot
	const full = track === 'full'
	const words = catalogue(lang).withoutQuorum
	const unheard = !full && outcome.result === 'noQuorum'
	return (
		<section>
			<h2>{unheard ? t.unheard : t.resultIs[outcome.result]}</h2>
			{isCounted(outcome) ? (
				<VoteBars
					title={t.resultOf(text.title)}
					tally={outcome}
					needed={full ? yesNeeded(outcome, bylaws.majority) : null}
				/>
			) : (
				<p>{bylaws.secrecy === 'secret' ? t.uncounted : words.stayHidden}</p>
			)}
			<p>{full ? t.quorumIs(outcome.quorum, outcome.electorate) : unheard ? t.unheardRule : t.lightRule}</p>
			{meeting && <SummaryList rows={entryRows(data, meeting, lang)} />}
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

function doneOf({ query, data, lang, params, viewer }: BallotPageProps) {
	const t = catalogue(lang).ballot
	const { ballot, votes, voted } = data
	const seats = seatsBefore(viewer.seats, ballot)
	const what = query.get('done')
	if (what === null) return null
	const close = formatLongDateTime(lang, ballot.closesAt)
	if (what === 'vote') {
		const id = query.get('association') as AssociationId | null
		const association = viewer.associations.find((each) => each.id === id)
		if (!association || !voted.includes(association.id)) return null
		if (!seats.some((seat) => seat.associationId === id)) return null
		const vote = votes.find((each) => each.associationId === association.id)
		const title = t.received(association.name)
		const rows = vote
			? [
					{ label: t.yourVote, value: t.votes[vote.choice](association.name) },
					{ label: t.signs, value: vote.signs ? t.signsYes : t.signsNo },
					...(vote.dissent ? [{ label: t[vote.dissent.kind], value: vote.dissent.text }] : []),
				]
			: [{ label: t.yourVote, value: t.secretPaper }]
		const next = (
			<>
				<p>{vote ? t.changeUntil(close) : t.secretFinal(close)}</p>
				<ButtonRow>
					<LinkButton href={href(routes.me)}>{catalogue(lang).tasks.title}</LinkButton>
					{vote && (
						<LinkButton look="secondary" href={`${href(routes.ballot, params)}#vote-${association.id}`}>
							{t.changeVote}
						</LinkButton>
					)}
				</ButtonRow>
			</>
		)
		return { title, receipt: <Confirmation title={title} at={vote?.at ?? null} rows={rows} next={next} /> }
	}
	if (what === 'contest') return contestReceipt(data, { viewer, query, lang })
	if (what === 'extended' && ballot.extensions > 0 && ballot.outcome === null) {
		const { isExtended, extendedNext } = catalogue(lang).withoutQuorum
		return {
			title: isExtended,
			receipt: <Confirmation title={isExtended} at={null} next={<p>{extendedNext(close)}</p>} />,
		}
	}
	if (what === 'opened') {
		const title = t.opened
		const next = <p>{t.openedNext(close)}</p>
		return { title, receipt: <Confirmation title={title} at={ballot.opensAt} next={next} /> }
	}
	if ((what === 'closed' || what === 'meeting') && ballot.outcome && ballot.closedAt !== null) {
		const title = t.resultIs[ballot.outcome.result]
		const { choose } = catalogue(lang).withoutQuorum
		const afterwards = { adopted: t.adoptedNext, rejected: t.rejectedNext, noQuorum: choose }
		const next = <p>{afterwards[ballot.outcome.result]}</p>
		return { title, receipt: <Confirmation title={title} at={ballot.closedAt} next={next} /> }
	}
	return null
}
