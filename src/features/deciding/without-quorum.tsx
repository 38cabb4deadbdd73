import { ACTS } from '#domain/acts.ts'
import { keptFromExtension, lackedQuorum } from '#domain/deciding/without-quorum.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { BallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { BallotParams, PageView } from '#ui/page-view.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'

/** What the chair can do where too few voted, each with what it means. */
export function WithoutQuorum({ viewer, data, lang, params }: PageView<BallotView, BallotParams>) {
	const { ballot, header } = data
	if (!lackedQuorum(header.statement, ballot) || !offers(ACTS.holdBallotAgain, viewer, header.statement)) return null
	const { ballot: t, withoutQuorum: words } = catalogue(lang)
	const kept = keptFromExtension(ballot)
	return (
		<section>
			<h3>{words.choose}</h3>
			{kept === null ? (
				<>
					<p>{words.extensionMeans}</p>
					<ButtonRow>
						<LinkButton href={href(routes.ballotExtension, params)}>{words.extend}</LinkButton>
					</ButtonRow>
				</>
			) : (
				<p>{refusalSentence(lang, { code: 'notExtended', why: kept, associations: [] })}</p>
			)}
			<p>{words.repetitionMeans}</p>
			<ButtonRow>
				<LinkButton look="secondary" href={href(routes.ballotRepetition, params)}>
					{words.holdAgain}
				</LinkButton>
			</ButtonRow>
			<p>{words.referralMeans}</p>
			<ButtonRow>
				<LinkButton look="secondary" href={href(routes.referral, params)}>
					{t.referBack}
				</LinkButton>
			</ButtonRow>
		</section>
	)
}
