import { swedishDate } from '#domain/calendar.ts'
import { formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { StatementView } from '#read/deciding.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { DateField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

const DAY = 24 * 60 * 60 * 1000
/** What is proposed: two weeks, which is what volunteers need to meet. */
const VIEWS_DAYS = 14

/** Sends the text out for views. */
export function ConsultationPage(props: PageView<StatementView, StatementParams>) {
	const { data, form, lang, now, params } = props
	const { header, coalition } = data
	const t = catalogue(lang).stances
	return (
		<StatementPage view={props} header={header} tab="text" title={t.openConsultation}>
			<p>
				{t.consultationMeans(
					formatList(
						lang,
						coalition.associations.map(({ name }) => name),
					),
				)}
			</p>
			<Form action={href(routes.consultation, params)} idempotencyKey={form.key}>
				<DateField
					lang={lang}
					name="dueOn"
					label={t.viewsDueOn}
					hint={t.viewsDueOnHint}
					optional
					error={form.errors.dueOn}
					value={typedValue(form, 'dueOn', swedishDate(now + VIEWS_DAYS * DAY))}
				/>
				<ButtonRow>
					<Button>{t.sendOut}</Button>
					<LinkButton look="secondary" href={href(routes.statement, params)}>
						{catalogue(lang).common.verbs.cancel}
					</LinkButton>
				</ButtonRow>
			</Form>
		</StatementPage>
	)
}
