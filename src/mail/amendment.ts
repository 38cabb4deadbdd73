import type { AmendmentNews, AmendmentsSubject } from '#domain/amendment/told.ts'
import { amendmentWords, mergingWords } from '#i18n/amendments.ts'
import type { Language } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { marked } from './comment.ts'
import { shortened } from './shortened.ts'

/** How many amendments a mail tells of; the page has all. */
const TOLD = 20
/** Of how many places of one it tells the words, and how much of each. Characters. */
const PLACES = 5
const WORDS = 300

/** What became of each, and in whose words why. */
export function amendmentParagraphs({ news }: AmendmentsSubject, language: Language): string[] {
	const t = amendmentWords(language)
	const words = { ...t.mail.news, ...mergingWords(language).news }
	const paragraphs = news.slice(0, TOLD).map(({ what, number, association, text, otherwise }) => {
		const said = words[what](t.from(number, association))
		const why = text === '' ? said.replace(/:$/, '.') : `${said}\n${marked(text)}`
		return [why, ...otherwise.slice(0, PLACES).flatMap((place) => bothWords(place, language))].join('\n')
	})
	return news.length > TOLD ? [...paragraphs, t.mail.more(news.length - TOLD)] : paragraphs
}

/** What it wanted, and what stands instead. */
function bothWords({ own, inserted }: AmendmentNews['otherwise'][number], language: Language): string[] {
	const t = mergingWords(language)
	const said = (words: string) => marked(words === '' ? t.nothing : shortened(words, WORDS))
	return [`${t.ownHere}:`, said(own), `${t.standsHere}:`, said(inserted)]
}

/** The path of the amendment where all is of one, otherwise of the list. */
export function amendmentsPath({ statementId: statement, news }: AmendmentsSubject, coalition: string): string {
	const [amendment, ...others] = new Set(news.map(({ amendmentId }) => amendmentId))
	return amendment !== undefined && others.length === 0
		? href(routes.amendment, { coalition, statement, amendment })
		: href(routes.amendments, { coalition, statement })
}
