import { electorateOf } from '#domain/coalition/in-force.ts'
import { type Concerns, concernsBefore, isConcerned } from '#domain/deciding/before-ballot.ts'
import { anyToMerge } from '#domain/deciding/still-to-merge.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { amendmentWords, mergingWords } from '#i18n/amendments.ts'
import { formatLongDateTime, formatNames } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { NewBallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import type { StatementParams } from '#ui/page-view.ts'
import { Checkbox } from '#ui/parts/choices.tsx'
import { Notice } from '#ui/parts/notice.tsx'

/** What speaks against opening a ballot on the text now, as the page knows it. */
export function concernsIn({ header, coalition, ...text }: NewBallotView, now: Instant): Concerns {
	return concernsBefore(header.situation, electorateOf(coalition, now), text, now)
}

type ConcernsProps = {
	readonly concerns: Concerns
	readonly data: NewBallotView
	readonly params: StatementParams
	/** A meeting has decided already: there is no ballot to open. */
	readonly met?: boolean
}

/** Each thing that speaks against opening the ballot now, or that the text was decided on without. */
export function ConcernsNotice({ concerns, data, params, met = false }: ConcernsProps) {
	const lang = useLanguage()
	const { ballot, beforeBallot, comments } = catalogue(lang)
	const until = met ? beforeBallot.runsUntilMet : beforeBallot.runsUntil
	const uncommentedNow = met ? comments.beforeEntering : comments.beforeBallot
	const undecidedNow = met ? amendmentWords(lang).beforeEntering : amendmentWords(lang).beforeBallot
	if (!isConcerned(concerns)) return null
	const { unasked, runsUntil, silent, unanswered, undecided, leftOut, placeholders } = concerns
	const uncommented = unanswered - undecided - leftOut.length
	const quiet = data.coalition.associations.filter(({ id }) => silent.includes(id))
	return (
		<Notice tone="warning">
			{unasked && <p>{beforeBallot.unasked}</p>}
			{runsUntil !== null && <p>{until(formatLongDateTime(lang, runsUntil))}</p>}
			{quiet.length > 0 && <p>{beforeBallot.silent(formatNames(lang, quiet))}</p>}
			{uncommented > 0 && (
				<p>
					{uncommentedNow(uncommented)}{' '}
					<a href={href(routes.comments, params, { show: 'open' })}>{comments.readThem}</a>
				</p>
			)}
			{undecided > 0 && (
				<p>
					{undecidedNow(undecided)}{' '}
					<a href={href(routes.amendments, params, { show: 'open' })}>{amendmentWords(lang).decideThem}</a>
				</p>
			)}
			{leftOut.length > 0 && (
				<p>
					{mergingWords(lang).beforeBallot(leftOut.map(amendmentWords(lang).number))}{' '}
					{anyToMerge(leftOut, data) ? (
						<a href={href(routes.amendmentMerging, params)}>{mergingWords(lang).title}</a>
					) : (
						<a href={href(routes.statement, params)}>{amendmentWords(lang).toText}</a>
					)}
				</p>
			)}
			{placeholders.length > 0 && (
				<>
					<p>{ballot.leftToFill(placeholders.length)}</p>
					<ul>
						{placeholders.map((words) => (
							<li>{words}</li>
						))}
					</ul>
				</>
			)}
		</Notice>
	)
}

/** Says yes to all that, as it was shown. */
export function ConfirmConcerns({ concerns }: { readonly concerns: Concerns }) {
	const { confirm } = catalogue(useLanguage()).beforeBallot
	if (!isConcerned(concerns)) return null
	return (
		<>
			<input type="hidden" name="silent" value={concerns.silent.join(' ')} />
			<input type="hidden" name="unanswered" value={String(concerns.unanswered)} />
			<Checkbox name="confirmed" label={confirm} />
		</>
	)
}
