import type { Child } from 'hono/jsx'
import { type Cited, citedInBibtex, citedInMarkdown } from '#export/citation.ts'
import { formatKnownDate } from '#i18n/format.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import { Inset } from '#ui/parts/notice.tsx'
import { Code } from './genuine.tsx'
import type { FoundPosition } from './placed-positions.tsx'
import { plainText } from './plain-text.tsx'
import { type Numbered, type PublicFrame, statementHref } from './public-frame.tsx'

type QuotedPositionProps = {
	readonly found: FoundPosition
	/** Of the text. */
	readonly language: Language
	/** Where another position of the same text is by itself. */
	readonly to: (place: string) => string
}

/** What a position says, under the one it belongs to and with its sub-points. */
export function QuotedPosition({ found: { block, under, parts }, language, to }: QuotedPositionProps) {
	const t = publicWords(useLanguage()).publicPages.cite
	return (
		<>
			{under && (
				<p class="about">
					<a href={to(under.place)}>{t.positionName(under.name)}</a>:{' '}
					<span lang={language}>{plainText(under.block.text)}</span>
				</p>
			)}
			<Inset>
				<p lang={language}>{plainText(block.text)}</p>
				{parts.length > 0 && (
					<ul lang={language}>
						{parts.map((part) => (
							<li>
								<a href={to(part.place)}>{part.name}</a> {plainText(part.block.text)}
							</li>
						))}
					</ul>
				)}
			</Inset>
		</>
	)
}

/** How a position is cited, in each form. */
export type Citations = Readonly<Record<'text' | 'markdown' | 'bibtex', string>>

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

export function CitedAs({ text, markdown, bibtex }: Citations) {
	const t = publicWords(useLanguage()).publicPages.position
	return (
		<>
			<h2>{t.cite}</h2>
			<h3>{t.asText}</h3>
			<Inset>
				<p>{text}</p>
			</Inset>
			<h3>{t.asMarkdown}</h3>
			<Copied>{markdown}</Copied>
			<h3>{t.asBibtex}</h3>
			<Copied>{bibtex}</Copied>
		</>
	)
}

/** Kept as it is, line by line. */
function Copied({ children }: { readonly children: Child }) {
	return (
		<pre>
			<Code>{children}</Code>
		</pre>
	)
}
