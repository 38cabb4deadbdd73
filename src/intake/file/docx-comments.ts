import { ENTITY, entityText } from '#intake/html-entities.ts'
import { isOn, tagsIn } from './docx-xml.ts'

/** What somebody has written in the margin of a Word document. */
export type WrittenComment = { readonly id: string; readonly author: string; readonly text: string }

/** More are a text of their own. */
const COMMENTS_LIMIT = 500
const TEXT_LIMIT = 5_000
const NAME_LIMIT = 100

/** The comments of a document, in their own order. Those that say nothing are none. */
export function commentsIn(xml: string): WrittenComment[] {
	const comments: WrittenComment[] = []
	let open: { readonly id: string; readonly author: string; text: string } | null = null
	let textFrom = -1
	for (const tag of tagsIn(xml)) {
		const { name, opens, closes, start, end } = tag
		if (comments.length === COMMENTS_LIMIT) break
		if (name === 'comment' && opens && !closes) {
			open = { id: tag.get('id') ?? '', author: decoded(tag.get('author') ?? '').slice(0, NAME_LIMIT), text: '' }
		} else if (name === 'comment' && !opens) {
			const text = open?.text.trim().slice(0, TEXT_LIMIT) ?? ''
			if (open !== null && text !== '') comments.push({ id: open.id, author: open.author.trim(), text })
			open = null
		} else if (open === null) continue
		else if (name === 'p' && !opens) open.text += '\n'
		else if ((name === 'br' || name === 'tab') && opens) open.text += ' '
		else if (name === 't' && opens && !closes) textFrom = end
		else if (name === 't' && !opens && textFrom >= 0) {
			open.text += decoded(xml.slice(textFrom, start))
			textFrom = -1
		}
	}
	return comments
}

const TRACKED = /^(?:ins|del|moveFrom|moveTo)$/

/** Whether changes are tracked in a part that nobody has accepted yet. */
export function hasTrackedChanges(xml: string): boolean {
	for (const tag of tagsIn(xml)) if (TRACKED.test(tag.name) && tag.opens && isOn(tag)) return true
	return false
}

const decoded = (text: string) => text.replace(ENTITY, entityText)
