import type { Child } from 'hono/jsx'
import { ACTS } from '#domain/acts.ts'
import { bylawsOf, electorateOf } from '#domain/coalition/in-force.ts'
import type { Bylaws } from '#domain/deciding/bylaws.ts'
import { keptFromExtension, lackedQuorum } from '#domain/deciding/without-quorum.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { addDays } from '#domain/kernel/working-days.ts'
import { formatNames } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { HeldBallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import type { BallotParams, PageView } from '#ui/page-view.ts'
import { LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { BallotTimes, wrongTimes } from './ballot-times.tsx'
import { NotYet } from './not-yet.tsx'
import { UrgentField } from './urgent-field.tsx'

type Props = PageView<HeldBallotView, BallotParams>

/** Until when a ballot that too few voted in goes on. */
export function ExtensionPage(props: Props) {
	const { data, lang, now, params } = props
	const { ballot, header } = data
	const { extend, extensionMeans, extendNow } = catalogue(lang).withoutQuorum
	const why = lackedQuorum(header.statement, ballot) ? keptFromExtension(ballot) : 'quorum'
	return (
		<GoingOn
			{...props}
			title={extend}
			does={ACTS.extendBallot}
			refused={why && { code: 'notExtended', why, associations: [] }}
		>
			<p>{extensionMeans}</p>
			<Form action={href(routes.ballotExtension, params)} form={withWrongTimes(props)} values={{ track: 'full' }}>
				<Times bylaws={ballot.bylaws} now={now} />
				<SubmitRow cancel={href(routes.ballot, params)}>{extendNow}</SubmitRow>
			</Form>
		</GoingOn>
	)
}

/** Until when, and by which rules, a ballot that too few voted in is held again. */
export function RepetitionPage(props: Props) {
	const { data, lang, now, params } = props
	const { ballot, header, coalition, matter } = data
	const { ballot: t, withoutQuorum: words } = catalogue(lang)
	const bylaws = bylawsOf(coalition, now)
	const held = lackedQuorum(header.statement, ballot)
	const bySilence = ballot.track === 'light' && bylaws.silenceIsConsent
	return (
		<GoingOn
			{...props}
			title={words.holdAgain}
			does={ACTS.holdBallotAgain}
			refused={held ? null : { code: 'notHeldAgain', why: 'quorum' }}
		>
			<p>{words.repetitionMeans}</p>
			<NotYet coalition={coalition} now={now} />
			<SummaryList
				rows={[
					{ label: t.questionLabel, value: t.question(matter.title) },
					{ label: t.whoVotes, value: formatNames(lang, electorateOf(coalition, now)) },
					{ label: t.rules, value: t.presets[bylaws.preset] },
				]}
			/>
			<Form
				action={href(routes.ballotRepetition, params)}
				form={withWrongTimes(props)}
				values={bySilence ? {} : { track: 'full' }}
			>
				{bySilence && (
					<Radios
						name="track"
						label={t.track}
						value="full"
						options={[
							{ value: 'full', label: t.tracks.full, hint: t.trackHints.full },
							{ value: 'light', label: t.tracks.light, hint: t.trackHints.light },
						]}
					/>
				)}
				<Times bylaws={bylaws} now={now} />
				<UrgentField leastDays={bylaws.leastDays} />
				<SubmitRow cancel={href(routes.ballot, params)}>{words.holdAgainNow}</SubmitRow>
			</Form>
		</GoingOn>
	)
}

type GoingOnProps = Props & {
	readonly title: string
	readonly does: DeclaredAct
	readonly refused: Rejection | null
	readonly children: Child
}

function GoingOn({ title, does, refused, children, ...props }: GoingOnProps) {
	const { data, lang, params } = props
	const t = catalogue(lang).ballot
	return (
		<StatementPage view={props} header={data.header} tab="ballot" title={title} does={does}>
			{refused ? (
				<EmptyState
					title={refusalSentence(lang, refused)}
					action={<LinkButton href={href(routes.ballot, params)}>{t.toBallot}</LinkButton>}
				/>
			) : (
				children
			)}
		</StatementPage>
	)
}

/** A day more than is promised, so that what is proposed is enough whatever the hour. */
function Times({ bylaws: { leastDays }, now }: { readonly bylaws: Bylaws; readonly now: Instant }) {
	const t = catalogue(useLanguage()).ballot
	const closesOn = addDays(swedishDate(now), leastDays.answer + 1)
	return (
		<BallotTimes
			closesOn={{ hint: t.closesOnHint(leastDays.answer), value: closesOn }}
			closesTime="20:00"
			signoffDueOn={{ hint: t.signoffDueOnHint(leastDays.sign), value: addDays(closesOn, leastDays.sign + 1) }}
		/>
	)
}

/** The form with what is wrong with its times where they are put right. */
function withWrongTimes({ form, lang }: Props) {
	const { rejection } = form
	return rejection && 'field' in rejection ? { ...form, errors: wrongTimes(lang, rejection) } : form
}
