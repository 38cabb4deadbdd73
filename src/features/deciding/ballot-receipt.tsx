import { seatsBefore } from '#domain/deciding/entitled.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Confirmation } from '#ui/parts/confirmation.tsx'
import type { BallotPageProps } from './ballot-props.tsx'
import { cameOfItIn } from './ballot-result.tsx'
import { contestReceipt } from './contest-receipt.tsx'
import { choiceWordsOf, putIn } from './matter.tsx'

/** What was just done, said above the page; null: nothing was. */
export function doneOf({ query, data, lang, params, viewer }: BallotPageProps) {
	const t = catalogue(lang).ballot
	const { ballot, votes, voted, matter } = data
	const put = putIn(matter)
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
					{ label: t.yourVote, value: (choiceWordsOf(put, lang)?.sentences ?? t.votes)[vote.choice](association.name) },
					...(put.length > 0 ? [] : [{ label: t.signs, value: vote.signs ? t.signsYes : t.signsNo }]),
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
		if (put.length > 0) {
			const { title, next } = cameOfItIn(ballot, put, ballot.outcome, lang)
			return { title, receipt: <Confirmation title={title} at={ballot.closedAt} next={<p>{next}</p>} /> }
		}
		const title = t.resultIs[ballot.outcome.result]
		const { withoutQuorum, meeting } = catalogue(lang)
		const adopted = what === 'meeting' ? meeting.adoptedNext : t.adoptedNext
		const afterwards = { adopted, rejected: t.rejectedNext, noQuorum: withoutQuorum.choose }
		const next = <p>{afterwards[ballot.outcome.result]}</p>
		return { title, receipt: <Confirmation title={title} at={ballot.closedAt} next={next} /> }
	}
	return null
}
