import type { Child } from 'hono/jsx'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import { Inset } from '#ui/parts/notice.tsx'
import { Code } from './genuine.tsx'
import type { FoundPosition } from './placed-positions.tsx'
import { plainText } from './plain-text.tsx'

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

/** Each form, to be copied. */
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
