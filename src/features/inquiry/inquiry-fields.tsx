import type { Child } from 'hono/jsx'
import { ANSWER_FORMATS, INQUIRY_KINDS, type InquiryFacts } from '#domain/inquiry/inquiry.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { type FormState, typedValue, typedValues } from '#ui/form-state.ts'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { DateField, Select, TextArea, TextField } from '#ui/parts/field.tsx'

/** What is known of an inquiry, as its form has it: lists as lines, no date as nothing. */
export type FilledInquiry = Readonly<Record<TextName, string>> & Pick<InquiryFacts, 'formats'>

type TextName = Exclude<keyof InquiryFacts, 'formats'>

export const EMPTY_INQUIRY: FilledInquiry = {
	title: '',
	sender: '',
	references: '',
	dueOn: '',
	extendedFrom: '',
	sendTo: '',
	copyTo: '',
	documents: '',
	note: '',
	kind: 'other',
	invited: '',
	formats: [],
}

/** What can be chosen beside the days that were read. */
export const OTHER_DATE = 'other'
export const NO_DATE = 'none'

type FieldsProps = {
	readonly lang: Language
	readonly form: FormState
	readonly filled: FilledInquiry
	/** Under what name the browser keeps unsent text. */
	readonly keep: string
	/** What stands where the deadline is asked for; nothing where it is changed on its own. */
	readonly due?: Child
	/** What is said under a field's hint. */
	readonly about?: Readonly<Partial<Record<keyof FilledInquiry, Child>>> | undefined
}

/** The fields of an inquiry: the same wherever one is entered, checked or corrected. */
export function InquiryFields({ lang, form: given, filled, keep, due, about = {} }: FieldsProps) {
	const t = catalogue(lang).inquiry
	const form = withDocumentsError(given, t.documentsError)
	const hinted = (name: keyof FilledInquiry, hint: string): Child => (
		<>
			{hint}
			{about[name]}
		</>
	)
	const field = (name: Exclude<TextName, 'dueOn'>, hint: string) => ({
		lang,
		name,
		label: t[name],
		error: form.errors[name],
		hint: hinted(name, hint),
		value: typedValue(form, name, filled[name]),
	})
	return (
		<>
			<TextField {...field('title', t.titleHint)} />
			<TextField {...field('sender', t.senderHint)} optional />
			<TextField {...field('references', t.referencesHint)} optional />
			{due}
			<DateField {...field('extendedFrom', t.extendedFromHint)} optional />
			<Select
				{...field('kind', t.kindHint)}
				options={INQUIRY_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
				noEmpty
			/>
			<TextArea {...field('sendTo', t.sendToHint)} rows={2} optional />
			<TextArea {...field('copyTo', t.copyToHint)} rows={2} optional />
			<Checkboxes
				lang={lang}
				name="formats[]"
				id="formats"
				label={t.formats}
				hint={hinted('formats', t.formatsHint)}
				error={form.errors['formats[]'] ?? form.errors.formats}
				values={typedValues(form, 'formats[]', filled.formats)}
				options={ANSWER_FORMATS.map((format) => ({ value: format, label: t.formatNames[format] }))}
				optional
			/>
			<TextArea {...field('invited', t.invitedHint)} rows={3} optional autosave={`${keep}-invited`} />
			<TextArea {...field('documents', t.documentsHint)} optional autosave={`${keep}-documents`} />
			<TextArea {...field('note', t.noteHint)} optional autosave={`${keep}-note`} />
		</>
	)
}

function withDocumentsError(form: FormState, sentence: string): FormState {
	return form.rejection?.code === 'invalid' && form.errors.documents !== undefined
		? { ...form, errors: { ...form.errors, documents: sentence } }
		: form
}

/** The form's errors as its summary shows them. */
export function inquiryErrors(form: FormState, lang: Language): FormState['errors'] {
	return withDocumentsError(form, catalogue(lang).inquiry.documentsError).errors
}
