import { ACTS } from '#domain/acts.ts'
import { bylawsOf, electorateOf } from '#domain/coalition/in-force.ts'
import { CHOICES } from '#domain/deciding/ballot.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import { catalogue } from '#i18n/index.ts'
import type { NewBallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { DateField, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { ballotHref, StatementPage } from '#ui/statement-page.tsx'
import { amendmentsFirst } from './amendments-first.tsx'
import { ConcernsNotice, concernsIn } from './concerns.tsx'
import { NotYet } from './not-yet.tsx'
import { UrgentField } from './urgent-field.tsx'

const DAY = 24 * 60 * 60 * 1000
const SIGNING_DAYS = 7

/** Enters a decision that was taken at a meeting, from its minutes. */
export function MeetingPage(props: PageView<NewBallotView, StatementParams>) {
	const { data, form, lang, now, params } = props
	const { header, coalition } = data
	const t = catalogue(lang).ballot
	const bylaws = bylawsOf(coalition, now)
	// What somebody has typed stays in sight, with why it was refused.
	const first = form.typed === null ? amendmentsFirst(data, { lang, params }) : null
	if (first !== null) {
		return (
			<StatementPage view={props} header={header} tab="ballot" title={t.enterMeeting} does={ACTS.enterMeetingDecision}>
				{first}
			</StatementPage>
		)
	}
	return (
		<StatementPage view={props} header={header} tab="ballot" title={t.enterMeeting} does={ACTS.enterMeetingDecision}>
			<p>{t.meetingMeans}</p>
			<ConcernsNotice concerns={concernsIn(data, now)} data={data} params={params} met />
			<NotYet coalition={coalition} now={now} />
			<Form action={href(routes.meetingDecision, params)} form={form}>
				<DateField name="heldOn" label={t.heldOn} max={swedishDate(now)} />
				<TextField name="minutes" label={t.minutes} hint={t.minutesHint} />
				<h2>{t.whoPresent}</h2>
				<p>{t.whoPresentHint}</p>
				{electorateOf(coalition, now).map((association) => (
					<Radios
						name={`choice-${association.associationId}`}
						label={association.name}
						value={'absent'}
						options={[
							...CHOICES.map((choice) => ({ value: choice, label: t.votes[choice](association.name) })),
							{ value: 'absent', label: t.wasAbsent(association.name) },
						]}
					/>
				))}
				<DateField
					name="signoffDueOn"
					label={t.signoffDueOn}
					hint={t.signoffDueOnHint(bylaws.leastDays.sign)}
					value={swedishDate(now + SIGNING_DAYS * DAY)}
				/>
				<UrgentField leastDays={bylaws.leastDays} />
				<SubmitRow cancel={ballotHref(header.statement, params)}>{t.enterNow}</SubmitRow>
			</Form>
		</StatementPage>
	)
}
