import type { InquiryFacts } from '#domain/inquiry.ts'
import { catalogue } from '#i18n/index.ts'
import type { InquiryView } from '#read/inquiries.ts'
import { href, routes } from '#routes'
import { type FormState, typedValue } from '#ui/form-state.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { DateField, TextArea, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import type { InquiryParams } from './inquiry-page.tsx'

/** `documents` as lines of title and address. */
type Filled = Omit<InquiryFacts, 'documents' | 'dueOn'> & { readonly documents: string }

const EMPTY: Filled = { title: '', sender: '', references: '', sendTo: '', copyTo: '', documents: '', note: '' }

/** Enters an inquiry by hand. */
export function NewInquiryPage({ form, lang, frame, params }: PageView<true, { readonly coalition: string }>) {
	const t = catalogue(lang)
	const shown = withDocumentsError(form, t.inquiry.documentsError)
	const list = href(routes.inquiries, params)
	return (
		<Page
			{...frame}
			title={t.inquiry.newInquiry}
			where={[
				{ label: t.drafting.workspace, href: href(routes.workspace, params) },
				{ label: t.inquiry.inquiries, href: list },
			]}
			failed={Object.keys(form.errors).length > 0}
		>
			<ErrorSummary lang={lang} errors={shown.errors} />
			<Form action={href(routes.newInquiry, params)} idempotencyKey={form.key}>
				<Fields lang={lang} form={shown} filled={EMPTY} keep="inquiry-new" due />
				<ButtonRow>
					<Button>{t.inquiry.save}</Button>
					<LinkButton look="secondary" href={list}>
						{t.common.verbs.cancel}
					</LinkButton>
				</ButtonRow>
			</Form>
		</Page>
	)
}

type EditProps = PageView<InquiryView, InquiryParams> & { readonly documents: string }

/** Corrects what is known of an inquiry, all but its deadline. */
export function EditInquiryPage({ data, form, lang, frame, params, documents }: EditProps) {
	const { inquiry } = data
	const t = catalogue(lang)
	const shown = withDocumentsError(form, t.inquiry.documentsError)
	const back = href(routes.inquiry, params)
	return (
		<Page
			{...frame}
			title={t.inquiry.editTitle}
			eyebrow={inquiry.title}
			where={[
				{ label: t.inquiry.inquiries, href: href(routes.inquiries, { coalition: params.coalition }) },
				{ label: inquiry.title, href: back },
			]}
			failed={Object.keys(form.errors).length > 0}
		>
			<ErrorSummary lang={lang} errors={shown.errors} />
			<p>
				{t.inquiry.dueOnElsewhere} <a href={href(routes.inquiryDueDates, params)}>{t.inquiry.moveDueDate}</a>
			</p>
			<Form action={href(routes.editInquiry, params)} idempotencyKey={form.key}>
				<Fields lang={lang} form={shown} filled={{ ...inquiry, documents }} keep={`inquiry-${inquiry.id}`} />
				<ButtonRow>
					<Button>{t.inquiry.saveChanges}</Button>
					<LinkButton look="secondary" href={back}>
						{t.common.verbs.cancel}
					</LinkButton>
				</ButtonRow>
			</Form>
		</Page>
	)
}

function withDocumentsError(form: FormState, sentence: string): FormState {
	return form.rejection?.code === 'invalid' && form.errors.documents !== undefined
		? { ...form, errors: { ...form.errors, documents: sentence } }
		: form
}

type FieldsProps = Pick<EditProps, 'lang' | 'form'> & {
	readonly filled: Filled
	/** Under what name the browser keeps unsent text. */
	readonly keep: string
	/** Whether the deadline is asked for. */
	readonly due?: boolean
}

function Fields({ lang, form, filled, keep, due }: FieldsProps) {
	const t = catalogue(lang).inquiry
	const field = (name: keyof Filled) => ({
		lang,
		name,
		label: t[name],
		error: form.errors[name],
		value: typedValue(form, name, filled[name]),
	})
	return (
		<>
			<TextField {...field('title')} hint={t.titleHint} />
			<TextField {...field('sender')} hint={t.senderHint} optional />
			<TextField {...field('references')} hint={t.referencesHint} optional />
			{due && (
				<DateField
					lang={lang}
					name="dueOn"
					label={t.dueOn}
					hint={t.dueOnHint}
					optional
					error={form.errors.dueOn}
					value={typedValue(form, 'dueOn')}
				/>
			)}
			<TextArea {...field('sendTo')} hint={t.sendToHint} rows={2} optional />
			<TextArea {...field('copyTo')} hint={t.copyToHint} rows={2} optional />
			<TextArea {...field('documents')} hint={t.documentsHint} optional autosave={`${keep}-documents`} />
			<TextArea {...field('note')} hint={t.noteHint} optional autosave={`${keep}-note`} />
		</>
	)
}
