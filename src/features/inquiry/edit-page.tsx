import type { InquiryFacts } from '#domain/inquiry/inquiry.ts'
import { FIXED } from '#domain/statement/statement.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { InquiryView } from '#read/inquiry/inquiries.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { InquiryParams, PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { DateField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Written } from '#ui/parts/written.tsx'
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
	const titles = data.statements.filter(({ stage }) => FIXED.includes(stage)).map(({ title }) => title)
	// Whoever had begun to change them sees what was typed, and why it cannot be saved.
	const stands = titles.length > 0 && form.rejection?.code !== 'beingDecided'
	const { title, sender, references } = inquiry
	return (
		<Page
			{...frame}
			title={t.inquiry.editTitle}
			errors={form.errors}
			eyebrow={<Written>{inquiry.title}</Written>}
			where={[...trail(lang, params.coalition, 'inquiries'), { label: inquiry.title, href: back, written: true }]}
		>
			<p>
				{t.inquiry.dueOnElsewhere} <a href={href(routes.inquiryDueDates, params)}>{t.inquiry.moveDueDate}</a>
			</p>
			<Form action={href(routes.editInquiry, params)} form={form} values={stands ? { title, sender, references } : {}}>
				<InquiryFields
					filled={filled}
					keep={`inquiry-${inquiry.id}`}
					stands={stands ? <Standing inquiry={inquiry} titles={titles} /> : undefined}
				/>
				<SubmitRow cancel={back}>{t.inquiry.saveChanges}</SubmitRow>
			</Form>
		</Page>
	)
}

/** What associations vote on and sign is published with this. */
function Standing({ inquiry, titles }: { readonly inquiry: InquiryFacts; readonly titles: readonly string[] }) {
	const lang = useLanguage()
	const t = catalogue(lang).inquiry
	const shown = (value: string) =>
		value === '' ? <span class="about">{t.missing}</span> : <span class="as-typed">{value}</span>
	return (
		<>
			<Inset>
				<p>{refusalSentence(lang, { code: 'beingDecided', field: 'publishedFacts', titles })}</p>
			</Inset>
			<SummaryList
				rows={[
					{ label: t.title, value: <Written>{shown(inquiry.title)}</Written> },
					{ label: t.sender, value: shown(inquiry.sender) },
					{ label: t.references, value: shown(inquiry.references) },
				]}
			/>
		</>
	)
}
