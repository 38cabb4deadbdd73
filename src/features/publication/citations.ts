import { type Cited, citedInBibtex, citedInMarkdown } from '#export/citation.ts'
import { formatKnownDate } from '#i18n/format.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import type { FoundPosition } from './placed-positions.tsx'
import { plainText } from './plain-text.tsx'
import { type Numbered, type PublicFrame, statementHref } from './public-frame.tsx'
import type { Citations } from './quoted-position.tsx'

/** Where a position stands. */
type Source = {
	readonly slug: string
	/** The coalition's name, as it was. */
	readonly coalition: string
	readonly label: string
	readonly at: Numbered
	readonly title: string
	readonly language: Language
	/** `2022-10-14`, or as far as it is known. */
	readonly date: string
}

/** How a position is cited, with the address of its place in the text. */
export function citationsOf(
	{ lang, origin }: PublicFrame,
	source: Source,
	{ name, place, block }: FoundPosition,
): Citations {
	const t = publicWords(lang).publicPages.position
	const { coalition, label, title, language, date } = source
	const own = statementHref({ prefixed: false }, source.slug, source.at)
	const cited: Cited = {
		...{ coalition, label, title, language },
		position: t.said(name),
		text: plainText(block.text),
		date: formatKnownDate(lang, date),
		publishedOn: date,
		address: `${origin}${own}#p${place}`,
		key: `${own.slice(1).replaceAll('/', '-')}-p${place}`,
	}
	return {
		text: t.text(coalition, label, cited.position, cited.text, cited.date, cited.address),
		markdown: citedInMarkdown(cited),
		bibtex: citedInBibtex(cited),
	}
}
