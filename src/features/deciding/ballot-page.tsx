import { ACTS } from '#domain/acts.ts'
import { type Elector, isOver, showsVotes } from '#domain/deciding/ballot.ts'
import { LEAST_PAPERS } from '#domain/deciding/bylaws.ts'
import { closesEarly } from '#domain/deciding/closing.ts'
import { hindrance } from '#domain/deciding/entitled.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import type { Track } from '#domain/statement/statement.ts'
import { amendmentBallotWords } from '#i18n/amendments.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { href, routes } from '#routes'
import { type Part, partOf } from '#ui/part.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Inset, Sentence } from '#ui/parts/notice.tsx'
import { NextReminder, WhoIsSilent } from '#ui/parts/who-is-silent.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import type { BallotPageProps } from './ballot-props.tsx'
import { doneOf } from './ballot-receipt.tsx'
import { Result } from './ballot-result.tsx'
import { EnteredVotes } from './entered-votes.tsx'
import { labelsOf, MatterText, putIn, questionOf } from './matter.tsx'
import { RollCall } from './roll-call.tsx'
import { VoteForm } from './vote-form.tsx'

/** A ballot: the question, what it is about, the buttons; afterwards the result. */
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
	const { ballot, matter } = data
	const put = putIn(matter)
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
					<h2>{questionOf(matter.title, put, lang)}</h2>
					<Inset>
						<p>{meaningOf(put.length, ballot.track, lang)}</p>
						{put.length > 0 && ballot.bylaws.secrecy === 'secret' && (
							<p>{amendmentBallotWords(lang).secretNeeds(LEAST_PAPERS)}</p>
						)}
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
			<MatterText matter={matter} params={params} />
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
			{voting && put.length === 0 && <WhoIsSilent {...props} waiting={data.waiting} />}
			<Votes {...props} />
			{voting && turnout.voted < turnout.electorate && <NextReminder at={ballot.remindAt} now={now} />}
			{data.amongOthers && (
				<p>
					<a href={href(routes.ballots, params)}>{t.allBallots}</a>
				</p>
			)}
		</>
	)
}

function Votes({ data, lang, params, part }: PartProps) {
	const to = (number: string | undefined) => href(routes.ballot, params, { part: number })
	const put = putIn(data.matter)
	const words = { labels: labelsOf(put, lang), alike: put.length > 1 }
	return <RollCall {...data} part={part} to={to} {...words} shown={showsVotes(data.ballot)} />
}

function meaningOf(put: number, track: Track, lang: Language): string {
	const { meaning, meaningBetween } = amendmentBallotWords(lang)
	if (put === 0) return catalogue(lang).ballot.meaning[track]
	return put > 1 ? meaningBetween : meaning
}
