import type { Child } from 'hono/jsx'
import { catalogue, type Language } from '#i18n/index.ts'

/** What went wrong, by the name of the field; `''` (`WHOLE_FORM`) is the form as a whole. */
export type FormErrors = Readonly<Record<string, string>>

/** What every field has. Fields are required unless `optional`, and keep what was typed by `value`. */
export type FieldProps = {
	readonly lang: Language
	readonly name: string
	readonly label: string
	/** One sentence, under the label. */
	readonly hint?: Child
	/** `errors.title`: what to do, under the hint. */
	readonly error?: string | undefined
	readonly optional?: boolean | undefined
	/** Default `name`; set it where the same form stands twice on a page. The error summary links to it. */
	readonly id?: string | undefined
}

export type Described = { readonly id: string; readonly describedBy: string | undefined }

/** The ids that tie a field to its hint and its error. */
export function fieldIds({ name, id = name, hint, error }: FieldProps): Described {
	const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((one) => one !== '')
	return { id, describedBy: ids.length > 0 ? ids.join(' ') : undefined }
}

export function HintAndError({
	id,
	lang,
	hint,
	error,
}: {
	id: string
	lang: Language
	hint: Child
	error?: string | undefined
}) {
	return (
		<>
			{hint && (
				<p class="hint" id={`${id}-hint`}>
					{hint}
				</p>
			)}
			{error && (
				<p class="error" id={`${id}-error`}>
					<span class="vh">{catalogue(lang).ui.field.error} </span>
					{error}
				</p>
			)}
		</>
	)
}

export function LabelText({ lang, label, optional }: Pick<FieldProps, 'lang' | 'label' | 'optional'>) {
	return (
		<>
			{label}
			{optional && <span class="optional"> {catalogue(lang).ui.field.optional}</span>}
		</>
	)
}

/** Label, hint and error round any control that takes its id and description from `fieldIds`. */
function Field(props: FieldProps & { readonly children: Child }) {
	const { id } = fieldIds(props)
	return (
		<div class={props.error ? 'field invalid' : 'field'}>
			<label for={id}>
				<LabelText {...props} />
			</label>
			<HintAndError id={id} lang={props.lang} hint={props.hint} error={props.error} />
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
	const { id, describedBy } = fieldIds(props)
	const { name, value, type = 'text', width = 'full', error, inputmode, autocomplete, autocapitalize } = props
	return (
		<Field {...props}>
			<input
				class={width}
				type={type}
				id={id}
				name={name}
				value={value}
				inputmode={inputmode}
				autocomplete={autocomplete}
				autocapitalize={autocapitalize}
				aria-describedby={describedBy}
				aria-invalid={error ? 'true' : undefined}
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
	const { id, describedBy } = fieldIds(props)
	return (
		<Field {...props}>
			<input
				class="medium"
				type="date"
				id={id}
				name={props.name}
				value={props.value}
				min={props.min}
				max={props.max}
				aria-describedby={describedBy}
				aria-invalid={props.error ? 'true' : undefined}
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
	const { id, describedBy } = fieldIds(props)
	return (
		<Field {...props}>
			<textarea
				id={id}
				name={props.name}
				rows={props.rows ?? 4}
				data-autosave={props.autosave}
				aria-describedby={describedBy}
				aria-invalid={props.error ? 'true' : undefined}
			>
				{/* A first line feed in a textarea is dropped by the browser; this one is dropped in its stead. */}
				{`\n${props.value ?? ''}`}
			</textarea>
		</Field>
	)
}

export type Option = { readonly value: string; readonly label: string; readonly hint?: Child }

/** A choice among many. For up to about six, `Radios` are easier. */
export function Select(
	props: FieldProps & {
		readonly value?: string | undefined
		readonly options: readonly Option[]
		/** Leave out the empty first choice. */
		readonly noEmpty?: boolean | undefined
	},
) {
	const { id, describedBy } = fieldIds(props)
	return (
		<Field {...props}>
			<select id={id} name={props.name} aria-describedby={describedBy} aria-invalid={props.error ? 'true' : undefined}>
				{!props.noEmpty && <option value="">{catalogue(props.lang).ui.field.choose}</option>}
				{props.options.map(({ value, label }) => (
					<option value={value} selected={value === props.value}>
						{label}
					</option>
				))}
			</select>
		</Field>
	)
}
