import type { AmendmentsSubject } from '#domain/amendment/told.ts'
import { amendmentWords, mergingWords } from '#i18n/amendments.ts'
import type { Language } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { marked } from './comment.ts'

/** How many amendments a mail tells of; the page has all. */
const TOLD = 20

/** What became of each, and in whose words why. */
export function amendmentParagraphs({ news }: AmendmentsSubject, language: Language): string[] {
	const t = amendmentWords(language)
	const words = { ...t.mail.news, ...mergingWords(language).news }
	const paragraphs = news.slice(0, TOLD).map(({ what, number, association, text }) => {
		const said = words[what](t.from(number, association))
		return text === '' ? said.replace(/:$/, '.') : `${said}\n${marked(text)}`
	})
	return news.length > TOLD ? [...paragraphs, t.mail.more(news.length - TOLD)] : paragraphs
}

/** The path of the amendment where all is of one, otherwise of the list. */
export function amendmentsPath({ statementId: statement, news }: AmendmentsSubject, coalition: string): string {
	const [amendment, ...others] = new Set(news.map(({ amendmentId }) => amendmentId))
	return amendment !== undefined && others.length === 0
		? href(routes.amendment, { coalition, statement, amendment })
		: href(routes.amendments, { coalition, statement })
}
