import type { FormState } from '#ui/form-state.ts'

/**
 * The form with every field that something is said of named as the page names it. `drawn`: the page. The sentences call a
 * field by one word wherever it stands; where its label has another, the label is said first.
 */
export function namedByLabel(form: FormState, drawn: string): FormState {
	const errors = Object.entries(form.errors).map(([field, sentence]) => {
		const label = field === '' ? null : labelOf(field, drawn)
		return [field, label === null || isNamedIn(sentence, label) ? sentence : `”${label}”: ${sentence}`] as const
	})
	return errors.every(([field, sentence]) => form.errors[field] === sentence)
		? form
		: { ...form, errors: Object.fromEntries(errors) }
}

/** The label of a field on the page, or the question of the group it is chosen in. Null: there is none. */
export function labelOf(field: string, drawn: string): string | null {
	const id = new RegExp(`<(?:input|textarea|select)[^>]* id="${escaped(field)}(?:-[^"]*)?"`).exec(drawn)
	if (id === null) return null
	const group = drawn.lastIndexOf('<fieldset', id.index)
	const grouped = group >= 0 && drawn.indexOf('</fieldset>', group) > id.index
	const legend = grouped ? /<legend>([\s\S]*?)<\/legend>/.exec(drawn.slice(group, id.index))?.[1] : undefined
	const label = new RegExp(`<label for="${escaped(field)}(?:-[^"]*)?"[^>]*>([\\s\\S]*?)</label>`).exec(drawn)?.[1]
	const own = (legend ?? label)?.replace(/<span class="optional">[\s\S]*?<\/span>/, '').replace(/<[^>]*>/g, '')
	return own === undefined ? null : unescapeText(own).trim() || null
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&')

/** Letters that tell one word of a sentence from another, however it is inflected. */
const STEM = 4

/** Whether a sentence has a word of the label in it. */
export function isNamedIn(sentence: string, label: string): boolean {
	const words = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
	const said = words(sentence)
	return words(label).some((word) => said.some((other) => other.startsWith(word.slice(0, STEM))))
}

const unescapeText = (text: string) =>
	text
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
