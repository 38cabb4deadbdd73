import { ACTS } from '#domain/acts.ts'
import { isFor } from '#domain/kernel/act.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { PublicationView } from '#read/publication/publishing.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { DateField, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Written } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

/** When, how and to whom the statement was sent. */
export function DispatchesPage(props: PageView<PublicationView, StatementParams>) {
	const { data, form, lang, now, params, query } = props
	const { header, dispatches } = data
	const t = catalogue(lang).publication
	return (
		<StatementPage view={props} header={header} tab="signoffs" title={t.sending}>
			{query.get('done') === 'sent' && dispatches.length > 0 && (
				<Sentence tone="success" live>
					{t.sentNoted}
				</Sentence>
			)}
			{dispatches.map((dispatch) => (
				<SummaryList
					rows={[
						{ label: t.sentOn, value: formatDate(lang, dispatch.sentOn) },
						{ label: t.sentHow, value: <Written>{dispatch.how}</Written> },
						{ label: t.sentTo, value: dispatch.to },
					]}
				/>
			))}
			{(isFor(ACTS.markAsSent, header.statement.stage) || form.typed !== null) && (
				<>
					<h2>{dispatches.length === 0 ? t.noteSending : t.noteAnother}</h2>
					<Form action={href(routes.dispatches, params)} form={form}>
						<DateField name="sentOn" label={t.sentOn} value={swedishDate(now)} />
						<TextField name="how" label={t.sentHow} hint={t.sentHowHint} />
						<TextField name="to" label={t.sentTo} hint={t.sentToHint} value={data.sendTo} />
						<SubmitRow>{t.noteAsSent}</SubmitRow>
					</Form>
				</>
			)}
		</StatementPage>
	)
}
