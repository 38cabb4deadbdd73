import { ACTS } from '#domain/acts.ts'
import { bylawsOf, electorateOf } from '#domain/coalition/in-force.ts'
import { timesOf } from '#domain/deciding/opening.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { Instant, SwedishDate } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { addDays } from '#domain/kernel/working-days.ts'
import { offers } from '#domain/members/authority.ts'
import { earlier, planBack, plannedDay } from '#domain/planning/plan.ts'
import type { Track } from '#domain/statement/statement.ts'
import { formatLongDate, formatLongDateTime, formatNames } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { NewBallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { ballotHref, StatementPage } from '#ui/statement-page.tsx'
import { amendmentsFirst } from './amendments-first.tsx'
import { BallotTimes, wrongTimes } from './ballot-times.tsx'
import { ConcernsNotice, ConfirmConcerns, concernsIn } from './concerns.tsx'
import { NotYet } from './not-yet.tsx'
import { UrgentField } from './urgent-field.tsx'

type NewBallotPageProps = PageView<NewBallotView, StatementParams>

/** What is proposed: a week to vote and another to sign. */
const VOTING_DAYS = 7
const SIGNING_DAYS = 14

/** What the chair decides before a ballot: which way, and until when. */
export function NewBallotPage(props: NewBallotPageProps) {
	const { data, lang, params } = props
	const t = catalogue(lang).ballot
	return (
		<StatementPage view={props} header={data.header} tab="ballot" title={t.open}>
			{obstacle(data, props) ?? (
				<>
					<ConcernsNotice concerns={concernsIn(data, props.now)} data={data} params={params} />
					<NotYet coalition={data.coalition} now={props.now} />
					<BallotForm {...props} />
					<p>
						<a href={href(routes.meetingDecision, params)}>{t.enterMeeting}</a>
					</p>
				</>
			)}
		</StatementPage>
	)
}

function BallotForm({ data, form, lang, now, params, query }: NewBallotPageProps) {
	const t = catalogue(lang).ballot
	const bylaws = bylawsOf(data.coalition, now)
	const asked = (name: string, otherwise: string) => query.get(name) ?? otherwise
	const { inquiry, statement } = data.header
	const today = swedishDate(now)
	const dueOn = inquiry?.dueOn ?? null
	const plan = dueOn === null ? null : planBack({ track: statement.track, from: today, dueOn, first: 'votes' })
	const planned = { votes: plannedDay(plan, 'votes'), signoffs: plannedDay(plan, 'signoffs') }
	const hint = (day: SwedishDate | null, otherwise: string) =>
		day === null ? otherwise : `${otherwise} ${catalogue(lang).plan.latest(formatLongDate(lang, day))}`
	return (
		<Form action={href(routes.checkBallot, params)} form={form} method="get">
			{bylaws.silenceIsConsent && (
				<Radios
					name="track"
					label={t.track}
					value={asked('track', data.header.statement.track)}
					options={[
						{ value: 'full', label: t.tracks.full, hint: t.trackHints.full },
						{ value: 'light', label: t.tracks.light, hint: t.trackHints.light },
					]}
				/>
			)}
			{!bylaws.silenceIsConsent && <input type="hidden" name="track" value="full" />}
			<BallotTimes
				closesOn={{
					hint: hint(planned.votes, t.closesOnHint(bylaws.leastDays.answer)),
					value: asked('closesOn', earlier(addDays(today, VOTING_DAYS), planned.votes)),
				}}
				closesTime={asked('closesTime', '20:00')}
				signoffDueOn={{
					hint: hint(planned.signoffs, t.signoffDueOnHint(bylaws.leastDays.sign)),
					value: asked('signoffDueOn', earlier(addDays(today, SIGNING_DAYS), planned.signoffs)),
				}}
			/>
			<UrgentField leastDays={bylaws.leastDays} value={asked('urgent', '')} />
			<SubmitRow>{t.checkFirst}</SubmitRow>
		</Form>
	)
}

type Asked = {
	readonly track: Track
	readonly closesAt: Instant
	readonly signoffDueAt: Instant
	readonly urgent: string
}

type CheckBallotProps = NewBallotPageProps & {
	/** What was asked for; null when it cannot be understood, and the form is shown again. */
	readonly asked: Asked | null
	/** Why it cannot, where that can be said more closely. */
	readonly fault: Rejection | null
	/** Of the text shown here: a text changed since then is not opened. */
	readonly textHash: string
}

/** Check your answers: what will be asked, of whom, about which text, until when. */
export function CheckBallotPage({ asked, fault, textHash, ...props }: CheckBallotProps) {
	const { data, form, lang, now, params, query } = props
	const { header, coalition, blocks, unrepresented } = data
	const t = catalogue(lang).ballot
	const bylaws = bylawsOf(coalition, now)
	const electorate = electorateOf(coalition, now)
	const times = asked && timesOf(asked, bylaws, now)
	const wrong = !times?.ok
	const concerns = concernsIn(data, now)
	const change = href(routes.newBallot, params, Object.fromEntries(query))
	const voiceless = new Set(unrepresented)
	const nobody = electorate.filter(({ associationId }) => voiceless.has(associationId))
	const blocked = obstacle(data, props)
	const refused = wrong && !blocked ? { ...form, errors: wrongTimes(lang, times?.reason ?? fault) } : form
	return (
		<StatementPage
			view={{ ...props, form: refused }}
			header={header}
			tab="ballot"
			title={wrong ? t.open : t.checkTitle}
		>
			{blocked}
			{!blocked && wrong && <BallotForm {...props} form={refused} />}
			{!blocked && asked && times?.ok && (
				<>
					<SummaryList
						rows={[
							{ label: t.questionLabel, value: t.question(header.statement.title) },
							{
								label: t.track,
								value: t.tracks[asked.track],
								change: bylaws.silenceIsConsent ? { href: change, what: t.track } : undefined,
							},
							{
								label: t.closes,
								value: formatLongDateTime(lang, asked.closesAt),
								change: { href: change, what: t.closes },
							},
							...(asked.track === 'full'
								? [
										{
											label: t.signoffDue,
											value: formatLongDateTime(lang, asked.signoffDueAt),
											change: { href: change, what: t.signoffDue },
										},
									]
								: []),
							...(times.value.urgent === null
								? []
								: [
										{
											label: t.urgentBecause,
											value: times.value.urgent,
											change: { href: change, what: t.urgentBecause },
										},
									]),
							{
								label: t.whoVotes,
								value: formatNames(lang, electorate),
							},
							{ label: t.rules, value: t.presets[bylaws.preset] },
						]}
					/>
					<NotYet coalition={coalition} now={now} />
					<ConcernsNotice concerns={concerns} data={data} params={params} />
					{nobody.length > 0 && <Sentence tone="warning">{t.unrepresented(formatNames(lang, nobody))}</Sentence>}
					<p>{t.openMeans}</p>
					<Form action={href(routes.ballots, params)} form={form} values={{ ...Object.fromEntries(query), textHash }}>
						<ConfirmConcerns concerns={concerns} />
						<SubmitRow cancel={href(routes.statement, params)}>{t.openNow}</SubmitRow>
					</Form>
					<h2>{t.theText}</h2>
					<Sheet>
						<StatementText language={header.statement.language} blocks={blocks.map((block) => block.content)} />
					</Sheet>
				</>
			)}
		</StatementPage>
	)
}

/** Why no ballot can be opened now, if so, and what to do first. */
function obstacle(data: NewBallotView, { lang, params, viewer }: NewBallotPageProps) {
	const { header, coalition, blocks } = data
	const t = catalogue(lang).ballot
	if (!offers(ACTS.openBallot, viewer, header.statement)) {
		return (
			<EmptyState
				title={t.alreadyOpened}
				action={<LinkButton href={ballotHref(header.statement, params)}>{t.toBallot}</LinkButton>}
			/>
		)
	}
	const first = amendmentsFirst(data, { lang, params })
	if (first !== null) return first
	if (blocks.length === 0) {
		return (
			<EmptyState
				title={t.noText}
				action={<LinkButton href={href(routes.statement, params)}>{t.writeFirst}</LinkButton>}
			/>
		)
	}
	if (coalition.associations.length === 0) {
		return (
			<EmptyState
				title={t.noMembers}
				action={<LinkButton href={href(routes.members, params)}>{t.addMembersFirst}</LinkButton>}
			/>
		)
	}
	return null
}
