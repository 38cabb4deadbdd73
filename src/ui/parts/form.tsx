import { type Child, createContext, useContext } from 'hono/jsx'
import { type FormState, typedValue, typedValues } from '#ui/form-state.ts'

const Filled = createContext<FormState | null>(null)

type FormProps = {
	readonly action: string
	/** As it is shown: its fields find here what was typed into them and what is wrong with it. */
	readonly form?: FormState | undefined
	/** Default POST. GET is for searching: it changes nothing and takes no key. */
	readonly method?: 'post' | 'get' | undefined
	/** Without the `key` by which the same form sent twice counts once: for what may be tried again and again. */
	readonly keyless?: boolean | undefined
	/** Sent along, unseen. */
	readonly values?: Readonly<Record<string, string>> | undefined
	/** Set when the form sends files. */
	readonly files?: boolean | undefined
	readonly id?: string | undefined
	/** What comes of it is shown in a tab of its own, and this page stays: it came of a form itself, and nothing leads back to it. */
	readonly aside?: boolean | undefined
	readonly children: Child
}

/** A form that works without script. The server checks it: the browser's own bubbles are hard to read and go away. */
export function Form({ action, form, method = 'post', keyless, values = {}, files, id, aside, children }: FormProps) {
	return (
		<form
			action={action}
			method={method}
			id={id}
			target={aside ? '_blank' : undefined}
			enctype={files ? 'multipart/form-data' : undefined}
			novalidate
			class="form"
		>
			{form && method === 'post' && !keyless && <input type="hidden" name="key" value={form.key} />}
			{Object.entries(values).map(([name, value]) => (
				<input type="hidden" name={name} value={value} />
			))}
			<Fields form={form ?? null}>{children}</Fields>
		</form>
	)
}

/**
 * The fields, in their form. They are drawn at once: while one waited, the rest of the page would stand in this form too,
 * for contexts are kept apart by page and not by place in it.
 */
function Fields({ form, children }: { readonly form: FormState | null; readonly children: Child }) {
	const drawn = Filled({ value: form, children })
	if (drawn instanceof Promise) throw new Error('a part of a form waits for something: have the page load it')
	return drawn
}

/** What a field shows of the form it stands in. */
type InForm = {
	/** What is wrong with it: what to do, in a sentence. */
	readonly error: string | undefined
	/** What stands in it: what was typed, or else what was there. */
	readonly valueOr: (before: string | undefined) => string | undefined
	/** What is chosen among several of its name. */
	readonly valuesOr: (before: readonly string[] | undefined) => readonly string[]
	/** Whether it is ticked, where it is alone with its name. */
	readonly tickedOr: (before: boolean | undefined) => boolean | undefined
}

/** A field that stands in no form that is shown again, such as a search: as it was given. */
const ALONE: InForm = {
	error: undefined,
	valueOr: (before) => before,
	valuesOr: (before = []) => before,
	tickedOr: (before) => before,
}

/** A field's part in its form, by its name. */
export function useField(name: string): InForm {
	const form = useContext(Filled)
	if (form === null) return ALONE
	return {
		// Several values of one name are `formats[]` to the form, and `formats` to the rules.
		error: form.errors[name] ?? form.errors[name.replace(/\[\]$/, '')],
		valueOr: (before) => typedValue(form, name, before),
		valuesOr: (before) => typedValues(form, name, before),
		tickedOr: (before) => (form.typed === null ? before : form.typed[name] !== undefined),
	}
}
