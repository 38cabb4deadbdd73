import type { Child } from 'hono/jsx'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import { Written } from '#ui/parts/written.tsx'
import { useField } from './form.tsx'

/** What went wrong, by the name of the field; `''` (`WHOLE_FORM`) is the form as a whole. */
export type FormErrors = Readonly<Record<string, string>>

/**
 * What every field has. Fields are required unless `optional`. What was typed into it and what is wrong with it a field
 * finds in its `<Form>`; `value` is what was there before.
 */
export type FieldProps = {
	readonly name: string
	readonly label: string
	/** Members wrote the label. */
	readonly labelWritten?: boolean | undefined
	/** One sentence, under the label. */
	readonly hint?: Child
	readonly optional?: boolean | undefined
	/** Default `name`; set it where the same form stands twice on a page. The error summary links to it. */
	readonly id?: string | undefined
}

/** A field in its form, with the ids that tie it to its hint and its error. */
export function useDescribed({ name, id = name, hint }: FieldProps) {
	const inForm = useField(name)
	const { error } = inForm
	const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((one) => one !== '')
	const describedBy = ids.length > 0 ? ids.join(' ') : undefined
	return {
		...inForm,
		id,
		look: error ? 'field invalid' : 'field',
		described: { 'aria-describedby': describedBy },
		/** What the control itself says: that it is described, and whether it is wrong. */
		told: { 'aria-describedby': describedBy, 'aria-invalid': error ? ('true' as const) : undefined },
	}
}

type HintAndErrorProps = { readonly id: string; readonly hint: Child; readonly error: string | undefined }

export function HintAndError({ id, hint, error }: HintAndErrorProps) {
	const { field } = publicWords(useLanguage()).ui
	return (
		<>
			{hint && (
				<p class="hint" id={`${id}-hint`}>
					{hint}
				</p>
			)}
			{error && (
				<p class="error" id={`${id}-error`}>
					<span class="vh">{field.error} </span>
					{error}
				</p>
			)}
		</>
	)
}

export function LabelText({ label, labelWritten, optional }: Pick<FieldProps, 'label' | 'labelWritten' | 'optional'>) {
	const { field } = publicWords(useLanguage()).ui
	return (
		<>
			{labelWritten ? <Written>{label}</Written> : label}
			{optional && <span class="optional"> {field.optional}</span>}
		</>
	)
}

/** Label, hint and error round any control that takes its id and description from `useDescribed`. */
export function Field(props: FieldProps & { readonly children: Child }) {
	const { id, look, error } = useDescribed(props)
	return (
		<div class={look}>
			<label for={id}>
				<LabelText {...props} />
			</label>
			<HintAndError id={id} hint={props.hint} error={error} />
			{props.children}
		</div>
	)
}

type TextFieldProps = FieldProps & {
	readonly value?: string | undefined
	readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'time' | undefined
	/** As wide as what is expected in it: a code, a reference, or a whole line. */
	readonly width?: 'short' | 'medium' | 'full' | undefined
	readonly inputmode?: 'numeric' | 'text' | undefined
	/** What the browser may fill in: `email`, `name`, `one-time-code`. */
	readonly autocomplete?: string | undefined
	/** The language of the content, where it differs from the page's. */
	readonly autocapitalize?: 'off' | 'characters' | undefined
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
	const { id, told, valueOr } = useDescribed(props)
	const { name, value, type = 'text', width = 'full', inputmode, autocomplete, autocapitalize } = props
	return (
		<Field {...props}>
			<input
				class={width}
				type={type}
				id={id}
				name={name}
				value={valueOr(value)}
				inputmode={inputmode}
				autocomplete={autocomplete}
				autocapitalize={autocapitalize}
				{...told}
			/>
		</Field>
	)
}

export function EmailField(props: Omit<TextFieldProps, 'type' | 'inputmode'>) {
	return <TextField autocomplete="email" {...props} type="email" />
}

/** A day, `YYYY-MM-DD`, by the browser's own date picker. */
export function DateField(
	props: FieldProps & {
		readonly value?: string | undefined
		readonly min?: string | undefined
		readonly max?: string | undefined
	},
) {
	const { id, told, valueOr } = useDescribed(props)
	return (
		<Field {...props}>
			<input
				class="medium"
				type="date"
				id={id}
				name={props.name}
				value={valueOr(props.value)}
				min={props.min}
				max={props.max}
				{...told}
			/>
		</Field>
	)
}

type TextAreaProps = FieldProps & {
	readonly value?: string | undefined
	readonly rows?: number | undefined
	/** Under what name the browser keeps what is being typed, until it has been sent: unique to the thing written about. */
	readonly autosave?: string | undefined
}

/** Several lines. Grows with what is written in it. */
export function TextArea(props: TextAreaProps) {
	const { id, told, valueOr } = useDescribed(props)
	return (
		<Field {...props}>
			<textarea id={id} name={props.name} rows={props.rows ?? 4} data-autosave={props.autosave} {...told}>
				{/* A first line feed in a textarea is dropped by the browser; this one is dropped in its stead. */}
				{`\n${valueOr(props.value) ?? ''}`}
			</textarea>
		</Field>
	)
}

export type Option = {
	readonly value: string
	readonly label: string
	readonly hint?: Child
	/** What it is about, where that is more than a line; for what is ticked. */
	readonly beneath?: Child
}

/** A choice among many. For up to about six, `Radios` are easier. */
export function Select(
	props: FieldProps & {
		readonly value?: string | undefined
		readonly options: readonly Option[]
		/** Leave out the empty first choice. */
		readonly noEmpty?: boolean | undefined
	},
) {
	const { id, told, valueOr } = useDescribed(props)
	const { field } = publicWords(useLanguage()).ui
	const chosen = valueOr(props.value)
	return (
		<Field {...props}>
			<select id={id} name={props.name} {...told}>
				{!props.noEmpty && <option value="">{field.choose}</option>}
				{props.options.map(({ value, label }) => (
					<option value={value} selected={value === chosen}>
						{label}
					</option>
				))}
			</select>
		</Field>
	)
}
