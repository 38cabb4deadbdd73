import { ACTS } from '#domain/acts.ts'
import { isOver } from '#domain/deciding/ballot.ts'
import { cameOfIt, decidedAmendment, preferredIn } from '#domain/deciding/came-of-it.ts'
import { offers } from '#domain/members/authority.ts'
import { amendmentBallotWords, amendmentWords } from '#i18n/amendments.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import type { Language } from '#i18n/index.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import { href, routes } from '#routes'
import { LinkButton } from '#ui/parts/button.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import type { AmendmentProps } from './props.tsx'

type BallotOnIt = AmendmentRow['ballots'][number]

/** The ballot in which associations are asked about an amendment; null: there is none. */
export const askedIn = ({ ballots }: Pick<AmendmentRow, 'ballots'>): BallotOnIt | null =>
	ballots.find(({ outcome }) => outcome === null) ?? null

/** Whether associations are asked about it, in a ballot or on a list: until that is over its words stand. */
export const isAsked = (amendment: Pick<AmendmentRow, 'ballots' | 'listedIn'>): boolean =>
	amendment.listedIn !== null || askedIn(amendment) !== null

/** Whether who joins or leaves it now would tell how they vote. */
export const isVotedOnInSecret = (amendment: Pick<AmendmentRow, 'ballots'>): boolean =>
	askedIn(amendment)?.secret ?? false

/** Whether associations preferred its words to another in a ballot: chair and secretary do not let them fall. */
export const isPreferred = ({ id, versionId, ballots }: Pick<AmendmentRow, 'id' | 'versionId' | 'ballots'>): boolean =>
	ballots.some(({ subject, outcome }) => {
		const preferred = outcome && preferredIn(subject, outcome)
		return preferred?.amendmentId === id && preferred.versionId === versionId
	})

function namesIn({ put }: BallotOnIt, lang: Language) {
	const [first = '', second] = put.map(({ number, association }) => amendmentWords(lang).from(number, association))
	return { first, second }
}

/** That the associations vote on it, with until when; and what earlier ballots on it came to. */
export function BallotsOnIt({ data, lang, now, params }: AmendmentProps) {
	const { ballots } = data.amendment
	if (ballots.length === 0) return null
	const t = amendmentBallotWords(lang)
	const { coalition, statement } = params
	const at = ({ id }: BallotOnIt) => href(routes.ballot, { coalition, statement, ballot: id })
	const open = askedIn(data.amendment)
	const counted = ballots.filter(({ outcome }) => outcome !== null)
	return (
		<>
			{isOpenAgain(data.amendment) && (
				<Notice>
					<p>{t.openAgain}</p>
				</Notice>
			)}
			{open && (
				<Notice>
					<p>{isOver(open, now) ? t.isCounted : t.isAsked(formatLongDateTime(lang, open.closesAt), open.secret)}</p>
					<p>
						<a href={at(open)}>{t.toBallot}</a>
					</p>
				</Notice>
			)}
			{counted.length > 0 && (
				<section>
					<h2>{t.ballots}</h2>
					<ul>
						{counted.map((ballot) => (
							<li>
								<a href={at(ballot)}>{whatCame(ballot, lang)}</a>
							</li>
						))}
					</ul>
					{data.amendment.state === 'open' && isPreferred(data.amendment) && <p>{t.goesOn}</p>}
				</section>
			)}
		</>
	)
}

/** Whether a ballot rejected it, and what was preferred there does not stand any more. */
const isOpenAgain = ({ id, state, ballots }: AmendmentRow): boolean =>
	state === 'open' &&
	ballots.some(({ subject, outcome }) => outcome !== null && decidedAmendment(subject, outcome)?.amendmentId === id)

function whatCame(ballot: BallotOnIt, lang: Language): string {
	const { first, second = '' } = namesIn(ballot, lang)
	if (ballot.outcome === null) return ''
	const when = formatLongDateTime(lang, ballot.closedAt ?? ballot.closesAt)
	return `${amendmentBallotWords(lang).cameOfIt[cameOfIt(ballot.subject, ballot.outcome)](first, second)}, ${when}`
}

/** The way to a ballot, for the chair. */
export function PutToBallot({ data, lang, params, viewer }: AmendmentProps) {
	const { amendment, header } = data
	const may = offers(ACTS.openAmendmentBallot, viewer, { stage: header.statement.stage })
	if (!may || amendment.state !== 'open' || isAsked(amendment)) return null
	return (
		<p>
			<LinkButton look="secondary" href={href(routes.newAmendmentBallot, params)}>
				{amendmentBallotWords(lang).put}
			</LinkButton>
		</p>
	)
}
