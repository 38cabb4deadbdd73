import { catalogue } from '#i18n/index.ts'
import type { BallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { BallotParams, PageView } from '#ui/page-view.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Confirmation } from '#ui/parts/confirmation.tsx'

/** What an association has just said of the vote entered for it; null for whoever does not speak for it. */
export function contestReceipt(
	{ contests, votes }: BallotView,
	{ viewer, query, lang }: Pick<PageView<BallotView, BallotParams>, 'viewer' | 'query' | 'lang'>,
) {
	const association = viewer.associations.find(({ id }) => id === query.get('association'))
	const contest = contests.find(({ associationId }) => associationId === association?.id)
	if (!association || !contest) return null
	const { meeting: t, ballot, tasks } = catalogue(lang)
	const vote = votes.find(({ associationId }) => associationId === association.id)
	const { standing, voted, reason } = contest
	const title = standing ? t.received(association.name) : t.takenBack(association.name)
	const rows = [
		{ label: ballot.vote, value: t.asEntered(t.said[vote?.choice ?? 'absent'](association.name)) },
		...(standing && voted !== null ? [{ label: t.howVoted, value: t.said[voted](association.name) }] : []),
		...(standing && reason !== '' ? [{ label: t.reason, value: reason }] : []),
	]
	const next = (
		<>
			<p>{standing ? t.receivedNext : t.takenBackNext}</p>
			<ButtonRow>
				<LinkButton href={href(routes.me)}>{tasks.title}</LinkButton>
			</ButtonRow>
		</>
	)
	return { title, receipt: <Confirmation title={title} at={contest.at} rows={rows} next={next} /> }
}
