import type { CommentsSubject } from '#domain/kernel/notification.ts'
import type { Block } from '#domain/statement/block.ts'
import { hidingWords } from '#i18n/hiding.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { wordsOf } from '#markup/block-words.ts'
import { href, routes } from '#routes'
import { shortened } from './shortened.ts'

/** How many entries a mail quotes at most; it says how many more there are. */
const SHOWN = 20
/** How much of the block a mail repeats. Characters. */
const QUOTED = 160

/** Whether all that is told is what the chair hid or showed again. */
const isOfHiding = (entries: CommentsSubject['entries']) =>
	entries.every(({ kind }) => kind === 'hidden' || kind === 'shown')

/** `ours`: told to an association about threads of its own; otherwise to chair and secretary. */
export function commentsSubjectLine({ title, entries }: CommentsSubject, ours: boolean, lang: Language): string {
	if (isOfHiding(entries)) return hidingWords(lang).mail.subject(title)
	const t = catalogue(lang).comments.mail
	return (ours ? t.subjectOurs : t.subject)(entries.length, title)
}

export function commentsFirstLine({ title, entries }: CommentsSubject, ours: boolean, lang: Language): string {
	if (isOfHiding(entries)) return hidingWords(lang).mail.firstLine(title)
	const t = catalogue(lang).comments.mail
	return (ours ? t.firstLineOurs : t.firstLine)(entries.length, title)
}

/** What was said, each with what it is about. Every line is marked as somebody else's words, so that none passes for ours. */
export function commentParagraphs({ entries }: CommentsSubject, lang: Language): string[] {
	const t = catalogue(lang).comments
	const paragraphs = entries.slice(0, SHOWN).map(({ kind, association, role, block, quote, text }) => {
		const about = aboutOf(block, quote, lang)
		if (kind === 'shown') return hidingWords(lang).mail.shown(about)
		if (kind === 'hidden') return `${hidingWords(lang).mail.hidden(about)}\n${marked(text)}`
		const by = association ?? (role === 'secretary' ? t.bySecretary : t.byChair)
		return `${t.mail.said[kind](by, about)}\n${marked(text)}`
	})
	const more = entries.length - SHOWN
	return more > 0 ? [...paragraphs, t.mail.more(more)] : paragraphs
}

/** Somebody else’s words, each line marked as such, so that none passes for ours. */
export const marked = (text: string) => text.replace(/^.*$/gm, (line) => (line === '' ? '>' : `> ${line}`))

function aboutOf(block: Block | null, quote: string | null, lang: Language): string {
	const t = catalogue(lang)
	if (block === null) return t.comments.mail.aboutWhole
	const quoted = shortened((quote ?? wordsOf(block)).replace(/\s+/g, ' '), QUOTED)
	const about = quote === null ? t.comments.mail.about : t.comments.mail.aboutWords
	return about(t.drafting.blockInText[block.kind], quoted)
}

/** The path of the thread where all entries are of one, otherwise of the list of threads. */
export function commentsPath({ statementId: statement, entries }: CommentsSubject, coalition: string): string {
	const [thread, ...others] = new Set(entries.map(({ threadId }) => threadId))
	return thread !== undefined && others.length === 0
		? href(routes.commentThread, { coalition, statement, thread })
		: href(routes.comments, { coalition, statement })
}
