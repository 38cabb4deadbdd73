import type { Child } from 'hono/jsx'
import { ANSWER_FORMATS, INQUIRY_KINDS, type InquiryFacts } from '#domain/inquiry/inquiry.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { FormState } from '#ui/form-state.ts'
import { useLanguage } from '#ui/language.ts'
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
	readonly filled: FilledInquiry
	/** Under what name the browser keeps unsent text. */
	readonly keep: string
	/** What stands where the deadline is asked for; nothing where it is changed on its own. */
	readonly due?: Child
	/** What stands in the place of what an answer is published with, where that cannot be changed. */
	readonly stands?: Child
	/** What is said under a field's hint. */
	readonly about?: Readonly<Partial<Record<keyof FilledInquiry, Child>>> | undefined
}

/** The fields of an inquiry: the same wherever one is entered, checked or corrected. */
export function InquiryFields({ filled, keep, due, stands, about = {} }: FieldsProps) {
	const t = catalogue(useLanguage()).inquiry
	const hinted = (name: keyof FilledInquiry, hint: string): Child => (
		<>
			{hint}
			{about[name]}
		</>
	)
	const field = (name: Exclude<TextName, 'dueOn'>, hint: string) => ({
		name,
		label: t[name],
		hint: hinted(name, hint),
		value: filled[name],
	})
	return (
		<>
			{stands ?? (
				<>
					<TextField {...field('title', t.titleHint)} />
					<TextField {...field('sender', t.senderHint)} optional />
					<TextField {...field('references', t.referencesHint)} optional />
				</>
			)}
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
				name="formats[]"
				id="formats"
				label={t.formats}
				hint={hinted('formats', t.formatsHint)}
				values={filled.formats}
				options={ANSWER_FORMATS.map((format) => ({ value: format, label: t.formatNames[format] }))}
				optional
			/>
			<TextArea {...field('invited', t.invitedHint)} rows={3} optional autosave={`${keep}-invited`} />
			<TextArea {...field('documents', t.documentsHint)} optional autosave={`${keep}-documents`} />
			<TextArea {...field('note', t.noteHint)} optional autosave={`${keep}-note`} />
		</>
	)
}

/** The form as it is shown: what is wrong with its documents is said in words that fit a list of links. */
export function inquiryForm(form: FormState, lang: Language): FormState {
	return form.rejection?.code === 'invalid' && form.errors.documents !== undefined
		? { ...form, errors: { ...form.errors, documents: catalogue(lang).inquiry.documentsError } }
		: form
}
