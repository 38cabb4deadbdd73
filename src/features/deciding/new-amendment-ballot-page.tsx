import { ACTS } from '#domain/acts.ts'
import { notAsked } from '#domain/amendment/asked.ts'
import { bylawsOf, electorateOf } from '#domain/coalition/in-force.ts'
import { areOpposed } from '#domain/deciding/opening-on-amendment.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { addDays } from '#domain/kernel/working-days.ts'
import { amendmentBallotWords, amendmentWords, consensusWords } from '#i18n/amendments.ts'
import { formatNames } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { changesBetween } from '#markup/text-changes.ts'
import type { AmendmentRow, AmendmentView } from '#read/amendment/amendments.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { BallotTimes, wrongTimes } from './ballot-times.tsx'
import type { Alone } from './forms.ts'
import { withoutNumber } from './matter.tsx'
import { NotYet } from './not-yet.tsx'
import { UrgentField } from './urgent-field.tsx'

const ALONE: Alone = 'alone'

type Props = PageView<AmendmentView, StatementParams & { readonly amendment: string }>

/** What the chair decides before an amendment is voted on: by itself or against another, and until when. */
export function NewAmendmentBallotPage(props: Props) {
	const { data, lang, now, params } = props
	const { header, amendment, coalition } = data
	const t = amendmentBallotWords(lang)
	const { ballot } = catalogue(lang)
	const name = amendmentWords(lang).from(amendment.number, amendment.association)
	const electorate = electorateOf(coalition, now)
	const refused = obstacle(amendment, electorate.length)
	const opposed = opposedTo(data)
	const rules = ballot.presets[bylawsOf(coalition, now).preset]
	return (
		<StatementPage view={props} header={header} tab="amendments" title={t.title(name)} does={ACTS.openAmendmentBallot}>
			{refused ? (
				<EmptyState
					title={t.cannotNow}
					action={
						amendment.listedIn === null ? (
							<LinkButton href={href(routes.amendment, params)}>{t.toAmendment}</LinkButton>
						) : (
							<LinkButton href={href(routes.consensusList, { ...params, list: amendment.listedIn })}>
								{consensusWords(lang).toList}
							</LinkButton>
						)
					}
				>
					{refusalSentence(lang, refused)}
				</EmptyState>
			) : (
				<>
					<NotYet coalition={coalition} now={now} />
					<Words amendment={amendment} />
					<SummaryList
						rows={[
							{ label: ballot.whoVotes, value: formatNames(lang, electorate) },
							{ label: ballot.rules, value: opposed.length === 0 ? rules : `${rules} ${t.ruleAgainst}` },
						]}
					/>
					<BallotForm {...props} opposed={opposed} />
				</>
			)}
		</StatementPage>
	)
}

function obstacle({ state, ballots, listedIn }: AmendmentRow, voters: number): Rejection | null {
	if (state !== 'open') return { code: 'amendmentState', state }
	if (voters === 0) return { code: 'noAssociations' }
	const open = ballots.find(({ outcome }) => outcome === null)
	const listed = listedIn === null ? null : ({ kind: 'list', listId: listedIn } as const)
	const free = notAsked({ asked: open ? { kind: 'ballot', ballotId: open.id, secret: open.secret } : listed })
	return free.ok ? null : free.reason
}

/** The amendments that it can be put against. */
const opposedTo = ({ amendment, beside, blocks }: AmendmentView): readonly AmendmentRow[] =>
	beside.compared.filter(
		(other) =>
			other.listedIn === null &&
			other.ballots.every(({ outcome }) => outcome !== null) &&
			areOpposed(blocks, amendment, other),
	)

function BallotForm({ data, form, lang, now, params, opposed }: Props & { readonly opposed: readonly AmendmentRow[] }) {
	const { amendment, coalition } = data
	const t = amendmentBallotWords(lang)
	const { ballot } = catalogue(lang)
	const { leastDays } = bylawsOf(coalition, now)
	const { rejection } = form
	const wrong = rejection && 'field' in rejection && rejection.field === 'closesAt'
	return (
		<Form
			action={href(routes.amendmentBallots, params)}
			form={wrong ? { ...form, errors: wrongTimes(lang, rejection) } : form}
			values={{ versionId: amendment.versionId }}
		>
			{opposed.length > 0 && (
				<>
					{opposed.map((other) => (
						<Words amendment={other} />
					))}
					<Radios
						name="against"
						label={t.against}
						value={ALONE}
						options={[
							{ value: ALONE, label: t.alone, hint: t.aloneHint },
							...opposed.map(({ id, versionId, number, association }) => ({
								value: `${id} ${versionId}`,
								label: t.over(amendmentWords(lang).from(number, association)),
								hint: t.overHint,
							})),
						]}
					/>
				</>
			)}
			<BallotTimes
				closesOn={{
					hint: ballot.closesOnHint(leastDays.answer),
					value: addDays(swedishDate(now), leastDays.answer + 1),
				}}
				closesTime="20:00"
			/>
			<UrgentField leastDays={leastDays} hint={t.notLong(leastDays.answer)} />
			<p>{t.closeMeans}</p>
			<SubmitRow cancel={href(routes.amendment, params)}>{t.openNow}</SubmitRow>
		</Form>
	)
}

function Words({ amendment: { number, association, seen, wanted, reason } }: { readonly amendment: AmendmentRow }) {
	const lang = useLanguage()
	return (
		<section>
			<h2>{amendmentBallotWords(lang).words(amendmentWords(lang).from(number, association))}</h2>
			<ChangedParts changes={changesBetween(seen, wanted).map(withoutNumber)} around={200} />
			<AsTyped>{reason}</AsTyped>
		</section>
	)
}
