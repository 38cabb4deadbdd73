import { formatLongDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { InquiryView } from '#read/inquiry/inquiries.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { InquiryParams, PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { DateField, TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Written } from '#ui/parts/written.tsx'
import { trail } from '#ui/trail.ts'

type Props = PageView<InquiryView, InquiryParams>

/** Moves the deadline; the former one is kept. */
export function DueDatePage(props: Props) {
	const { data, form, lang, frame, params } = props
	const { dueOn } = data.inquiry
	const t = catalogue(lang)
	return (
		<Page
			{...frame}
			title={t.inquiry.moveDueDate}
			eyebrow={<Written>{data.inquiry.title}</Written>}
			where={crumbs(props)}
		>
			<p>
				{t.inquiry.fields.dueOn}: <strong>{dueOn === null ? t.inquiry.noDate : formatLongDate(lang, dueOn)}</strong>
			</p>
			<Form action={href(routes.inquiryDueDates, params)} form={form}>
				<DateField name="dueOn" label={t.inquiry.newDueOn} hint={t.inquiry.dueOnHint} optional value={dueOn ?? ''} />
				<TextArea
					name="note"
					label={t.inquiry.moveNote}
					hint={t.inquiry.moveNoteHint}
					rows={2}
					optional
					autosave={`inquiry-due-${data.inquiry.id}`}
				/>
				<SubmitRow cancel={href(routes.inquiry, params)}>{t.inquiry.moveNow}</SubmitRow>
			</Form>
		</Page>
	)
}

/** Asks once, for a reason, before an inquiry is declined. */
export function DecliningPage(props: Props) {
	const { data, form, lang, frame, params } = props
	const t = catalogue(lang)
	return (
		<Page
			{...frame}
			title={t.inquiry.declineTitle}
			eyebrow={<Written>{data.inquiry.title}</Written>}
			where={crumbs(props)}
		>
			<p>{t.inquiry.declineMeans}</p>
			<Form action={href(routes.inquiryDeclining, params)} form={form}>
				<TextArea
					name="reason"
					label={t.inquiry.declineReason}
					hint={t.inquiry.declineReasonHint}
					autosave={`inquiry-decline-${data.inquiry.id}`}
				/>
				<SubmitRow look="danger" cancel={href(routes.inquiry, params)}>
					{t.inquiry.declineNow}
				</SubmitRow>
			</Form>
		</Page>
	)
}

function crumbs({ data, lang, params }: Props) {
	return [
		...trail(lang, params.coalition, 'inquiries'),
		{ label: data.inquiry.title, href: href(routes.inquiry, params), written: true },
	]
}
