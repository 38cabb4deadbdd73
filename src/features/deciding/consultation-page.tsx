import { ACTS } from '#domain/acts.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import { addDays } from '#domain/kernel/working-days.ts'
import { earlier, planBack, plannedDay } from '#domain/planning/plan.ts'
import { formatLongDate, formatNames } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { StatementView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { DateField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

/** What is proposed: two weeks, which is what volunteers need to meet. */
const VIEWS_DAYS = 14

/** Sends the text out for views. */
export function ConsultationPage(props: PageView<StatementView, StatementParams>) {
	const { data, form, lang, now, params } = props
	const { header, coalition } = data
	const t = catalogue(lang).stances
	const today = swedishDate(now)
	const dueOn = header.inquiry?.dueOn ?? null
	const planned =
		dueOn === null ? null : plannedDay(planBack({ track: 'full', from: today, dueOn, first: 'views' }), 'views')
	return (
		<StatementPage view={props} header={header} tab="text" title={t.openConsultation} does={ACTS.openConsultation}>
			<p>{t.consultationMeans(formatNames(lang, coalition.associations))}</p>
			<Form action={href(routes.consultation, params)} form={form}>
				<DateField
					name="viewsDueOn"
					label={t.viewsDueOn}
					hint={
						planned === null
							? t.viewsDueOnHint
							: `${t.viewsDueOnHint} ${catalogue(lang).plan.latest(formatLongDate(lang, planned))}`
					}
					optional
					value={earlier(addDays(today, VIEWS_DAYS), planned)}
				/>
				<SubmitRow cancel={href(routes.statement, params)}>{t.sendOut}</SubmitRow>
			</Form>
		</StatementPage>
	)
}
