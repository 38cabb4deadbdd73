import { catalogue } from '#i18n/index.ts'
import type { InquiryView } from '#read/inquiry/inquiries.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { InquiryParams, PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { DateField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { trail } from '#ui/trail.ts'
import { EMPTY_INQUIRY, type FilledInquiry, InquiryFields, inquiryForm } from './inquiry-fields.tsx'

/** Enters an inquiry by hand. */
export function NewInquiryPage({ lang, frame, params, ...view }: PageView<true, { readonly coalition: string }>) {
	const form = inquiryForm(view.form, lang)
	const t = catalogue(lang)
	const list = href(routes.inquiries, params)
	const due = <DateField name="dueOn" label={t.inquiry.dueOn} hint={t.inquiry.dueOnHint} optional />
	return (
		<Page
			{...frame}
			title={t.inquiry.newInquiry}
			errors={form.errors}
			where={trail(lang, params.coalition, 'workspace', 'inquiries')}
		>
			<Form action={href(routes.newInquiry, params)} form={form}>
				<InquiryFields filled={EMPTY_INQUIRY} keep="inquiry-new" due={due} />
				<SubmitRow cancel={list}>{t.inquiry.save}</SubmitRow>
			</Form>
		</Page>
	)
}

type EditProps = PageView<InquiryView, InquiryParams> & { readonly filled: FilledInquiry }

/** Corrects what is known of an inquiry, all but its deadline. */
export function EditInquiryPage({ data, lang, frame, params, filled, ...view }: EditProps) {
	const form = inquiryForm(view.form, lang)
	const { inquiry } = data
	const t = catalogue(lang)
	const back = href(routes.inquiry, params)
	return (
		<Page
			{...frame}
			title={t.inquiry.editTitle}
			errors={form.errors}
			eyebrow={inquiry.title}
			where={[...trail(lang, params.coalition, 'inquiries'), { label: inquiry.title, href: back }]}
		>
			<p>
				{t.inquiry.dueOnElsewhere} <a href={href(routes.inquiryDueDates, params)}>{t.inquiry.moveDueDate}</a>
			</p>
			<Form action={href(routes.editInquiry, params)} form={form}>
				<InquiryFields filled={filled} keep={`inquiry-${inquiry.id}`} />
				<SubmitRow cancel={back}>{t.inquiry.saveChanges}</SubmitRow>
			</Form>
		</Page>
	)
}
