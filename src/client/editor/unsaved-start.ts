import { unsavedWords } from '#i18n/unsaved.ts'
import { standingAt } from './asking.ts'
import { keptOf } from './kept.ts'
import { offering } from './unsaved-offering.ts'
import { wordsOf } from './unsaved-words.ts'

/** The pages of a text begin so; the address tells which text. */
const [base, statement] = /^\/[^/]+\/statements\/([^/]+)/.exec(location.pathname) ?? []

/** Offers what was written in the text of this page and never came in. Where the text may not be read any more it cannot be compared, and all is shown. */
async function offer(text: string, id: string): Promise<void> {
	const kept = keptOf(id)
	const title = document.querySelector('main h1')
	if (kept.length === 0 || !title) return
	const standing = await standingAt(`${text}/editor/text`)
	const words = [...new Set(kept.flatMap((each) => wordsOf(each, standing?.blocks ?? [])))]
	if (words.length === 0) return
	const element = offering(unsavedWords(document.documentElement.lang === 'en' ? 'en' : 'sv'), words, { text, id })
	title.insertAdjacentElement('afterend', element)
}

if (base !== undefined && statement !== undefined) void offer(base, statement)
