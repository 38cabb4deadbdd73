import type { OlderSubject } from '#domain/publication/told.ts'
import type { Language } from '#i18n/index.ts'
import { olderWords } from '#i18n/older.ts'

/** How many a mail names; the page has all. */
const SAID = 20

/** Each that was brought in, corrected, followed up or taken away, a line each. */
export function olderParagraphs({ statements }: OlderSubject, language: Language): string[] {
	const t = olderWords(language).mail
	const said = statements.slice(0, SAID).map(({ label, title, removed, objection }) => {
		const line = (removed ? t.removed : t.line)(label, title)
		return objection === null ? line : `${line}. ${t[objection]}`
	})
	return [said.join('\n'), statements.length > SAID ? t.more(statements.length - SAID) : '']
}
