import type { Choice, Choices } from '#domain/amendment/collision.ts'
import type { AmendmentId, AmendmentVersionId } from '#domain/kernel/id.ts'
import type { Typed } from '#ui/form-state.ts'

/** The fields of a collision, by its key: what was chosen, and what was written by hand. */
export const choiceField = (key: string): string => `choice.${key}`
export const textField = (key: string): string => `text.${key}`

/** What a choice is sent as. */
export const choiceValue = {
	side: (id: string) => `side ${id}`,
	all: (ids: readonly string[]) => `all ${ids.join(' ')}`,
	base: 'base',
	text: 'text',
} as const

/** Which amendment, in which words. */
export const chosenValue = (amendment: { readonly id: string; readonly versionId: string }): string =>
	`${amendment.id} ${amendment.versionId}`

export const pairIn = (value: string) => {
	const [amendmentId = '', versionId = ''] = value.split(' ')
	return { amendmentId: amendmentId as AmendmentId, versionId: versionId as AmendmentVersionId }
}

function choiceIn(value: string, text: string): Choice | null {
	const [what, ...ids] = value.split(' ').filter((word) => word !== '')
	if (what === choiceValue.base) return { base: true }
	if (what === choiceValue.text) return { text }
	if (what === 'side' && ids[0] !== undefined) return { side: ids[0] }
	return what === 'all' ? { all: ids } : null
}

/** What was chosen in collisions, by their keys. */
export function choicesIn(fields: Readonly<Record<string, unknown>>): Choices {
	const found = Object.entries(fields).flatMap(([name, value]): [string, Choice][] => {
		if (!name.startsWith('choice.') || typeof value !== 'string') return []
		const key = name.slice('choice.'.length)
		const text = fields[textField(key)]
		const choice = choiceIn(value, typeof text === 'string' ? text : '')
		return choice === null ? [] : [[key, choice]]
	})
	return Object.fromEntries(found)
}

/** What the text is made of: so that what is saved is what was shown. */
export const shownAs = (chosen: readonly { readonly versionId: string }[], choices: Choices): string =>
	JSON.stringify([chosen.map(({ versionId }) => versionId).toSorted(), Object.entries(choices).toSorted()])

/** What a form that is shown again says; null: it was not sent yet. */
export function sentIn(typed: Typed | null) {
	if (typed === null) return null
	const fields = Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, values[0] ?? '']))
	return { chosen: (typed['chosen[]'] ?? []).map(pairIn), choices: choicesIn(fields) }
}

/** Most open amendments that can be chosen among at once. */
export const OPEN_AT_ONCE = 50

/** The part of the open ones that is asked for: by the button for another, or that which was shown. */
export const partAsked = (typed: Typed | null) =>
	new URLSearchParams({ part: typed?.go?.[0] ?? typed?.part?.[0] ?? '1' })
