import { isNamedIn, labelOf } from '#http/named-fields.ts'
import { decode, ORIGIN } from './app.ts'

/** A form in which something is written. */
export type WrittenForm = {
	readonly to: string
	readonly hidden: Readonly<Record<string, string>>
	/** The names of the fields that are written in, or chosen from. */
	readonly names: readonly string[]
}

const attribute = (tag: string, name: string) => {
	const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
	return found === undefined ? null : decode(found)
}

export function writtenForms(body: string): WrittenForm[] {
	return [...body.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].flatMap(([, form = '', inner = '']) => {
		const action = attribute(form, 'action')
		if (action === null || attribute(form, 'method') !== 'post') return []
		const tags = [...inner.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([tag]) => tag)
		const type = (tag: string) => attribute(tag, 'type') ?? 'text'
		const hidden = tags.filter((tag) => type(tag) === 'hidden')
		const written = tags.filter((tag) => !['hidden', 'radio', 'checkbox', 'file', 'submit'].includes(type(tag)))
		if (written.length === 0) return []
		return [
			{
				to: new URL(action, ORIGIN).pathname,
				hidden: Object.fromEntries(hidden.map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''])),
				names: written.map((tag) => attribute(tag, 'name') ?? ''),
			},
		]
	})
}

export const sentWith = ({ hidden, names }: WrittenForm, written: string): Record<string, string> => ({
	...hidden,
	...Object.fromEntries(names.map((name) => [name, written])),
})

/** What is said of a field. `label`: of what the summary leads to; null where that is nothing on the page. */
export type Blamed = {
	readonly to: string
	readonly sentence: string
	readonly label: string | null
	/** The sentence has a word of the label in it, however it is inflected. */
	readonly named: boolean
}

const text = (html: string) => decode(html.replace(/<[^>]*>/g, '')).trim()

/** What the summary of a refused form says of its fields. */
export function blamedIn(body: string, to: string): Blamed[] {
	const summary = /id="error-summary"[\s\S]*?<\/ul>/.exec(body)?.[0] ?? ''
	return [...summary.matchAll(/<a href="#([^"]*)">([\s\S]*?)<\/a>/g)].map(([, id = '', said = '']) => {
		const sentence = text(said)
		const label = labelOf(decode(id), body)
		return { to, sentence, label, named: label !== null && isNamedIn(sentence, label) }
	})
}
