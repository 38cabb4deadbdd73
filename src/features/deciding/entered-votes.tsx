import { ACTS } from '#domain/acts.ts'
import { contestedIn } from '#domain/deciding/contest.ts'
import { hindrance, keptByOffice, seatsBefore } from '#domain/deciding/entitled.ts'
import { isFor } from '#domain/kernel/act.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { BallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import { formFor } from '#ui/form-state.ts'
import type { BallotParams, PageView } from '#ui/page-view.ts'
import { ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { ContestForm } from './contest-form.tsx'
import { ContestWords } from './contest-words.tsx'

/** Of a decision entered from a meeting's minutes: whether the votes are right, asked of each association one speaks for. */
export function EnteredVotes(props: PageView<BallotView, BallotParams>) {
	const { viewer, data, lang, params } = props
	const { ballot, contests, header } = data
	const { stage } = header.statement
	if (ballot.meeting === null || ballot.voidedAt !== null || !isFor(ACTS.contestMeetingVote, stage)) return null
	const entitled = viewer.associations.filter(({ id }) => ballot.electorate.some((each) => each.associationId === id))
	const t = catalogue(lang)
	return (
		<>
			{contestedIn(ballot, contests).length > 0 && offers(ACTS.referBack, viewer, header.statement) && (
				<section>
					<h2>{t.ballot.forChair}</h2>
					<Sentence tone="warning">{t.meeting.forChair}</Sentence>
					<ButtonRow>
						<LinkButton look="secondary" href={href(routes.referral, params)}>
							{t.ballot.referBack}
						</LinkButton>
					</ButtonRow>
				</section>
			)}
			{entitled.map((association) => (
				<EnteredVote {...props} association={association} />
			))}
		</>
	)
}

type OfAssociation = PageView<BallotView, BallotParams> & {
	readonly association: { readonly id: AssociationId; readonly name: string }
}

function EnteredVote(props: OfAssociation) {
	const { association, viewer, data, lang, now, params } = props
	const { ballot, contests, votes, header } = data
	const { meeting: t, signoff } = catalogue(lang)
	const vote = votes.find((each) => each.associationId === association.id)
	const contest = contests.find((each) => each.associationId === association.id)
	const answers = offers(ACTS.contestMeetingVote, viewer, { associationId: association.id })
	const inOffice = keptByOffice(viewer.seats, ballot.bylaws)
	const heard = contest?.role === 'delegate' && !isDelegate(viewer.seats, association.id)
	const may = answers && !inOffice && !heard
	return (
		<section id={`vote-${association.id}`} class="vote">
			<h2>{t.question(association.name)}</h2>
			<p>{t.asEntered(t.said[vote?.choice ?? 'absent'](association.name))}</p>
			{contest?.standing && (
				<>
					<Sentence tone="warning">{t.contested(association.name)}</Sentence>
					<ContestWords contest={contest} name={association.name} />
					<p>{t.standsUntil}</p>
				</>
			)}
			{!answers && <p>{signoff.signedByOthers(association.name)}</p>}
			{answers && inOffice && <p>{signoff.inOffice(association.name)}</p>}
			{answers && !inOffice && heard && <p>{t.delegateSaid(association.name)}</p>}
			{may && contest?.standing && <TakingBack {...props} />}
			{may && !contest?.standing && now < ballot.signoffDueAt && (
				<>
					<p>{t.howToSay(formatLongDateTime(lang, ballot.signoffDueAt))}</p>
					<ContestForm {...props} entered={vote?.choice ?? 'absent'} contest={contest} />
					{offers(ACTS.answerSignoff, viewer, { ...header.statement, associationId: association.id }) && (
						<p>
							<a href={`${href(routes.signoffs, params)}#signoff-${association.id}`}>{t.goSign}</a>
						</p>
					)}
				</>
			)}
		</section>
	)
}

/** That the vote is right after all is said from the seats there were when the decision was entered. */
function TakingBack({ association, viewer, data, form, lang, params }: OfAssociation) {
	const { ballot, contests } = data
	const t = catalogue(lang).meeting
	if (hindrance(ACTS.takeBackContest, viewer.seats, ballot, association.id) === 'since') {
		return <p>{t.seatedSince(association.name)}</p>
	}
	const contest = contests.find((each) => each.associationId === association.id)
	if (contest?.role === 'delegate' && !isDelegate(seatsBefore(viewer.seats, ballot), association.id)) {
		return <p>{t.delegateSaid(association.name)}</p>
	}
	return (
		<Form
			action={href(routes.contestWithdrawals, params)}
			form={formFor(association.id, form)}
			values={{ associationId: association.id }}
		>
			<SubmitRow look="secondary">{t.takeBack}</SubmitRow>
		</Form>
	)
}

const isDelegate = (seats: OfAssociation['viewer']['seats'], associationId: AssociationId) =>
	seats.some((seat) => seat.role === 'delegate' && seat.associationId === associationId)
