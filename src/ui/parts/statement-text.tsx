import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Block } from '#domain/statement/block.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import { articleHtml } from '#markup/blocks-html.ts'
import { inlineHtml } from '#markup/inline.ts'
import { useLanguage, useWriting } from '#ui/language.ts'

type StatementTextProps = {
	/** Of the text. */
	readonly language: Language
	readonly blocks: readonly Block[]
	/** The statement's title, as the page's `h1`; left out where the page has another. */
	readonly title?: string | undefined
	/** Put before every id, where several texts stand on one page. */
	readonly idPrefix?: string | undefined
	/** What stands beside each block, on pages of members, by its place in the text. */
	readonly beside?: ((index: number) => Child) | undefined
	/** The stretch of it that is shown, from one place up to another. */
	readonly stretch?: readonly [from: number, to: number] | undefined
}

/** A statement's text and nothing else in `article`; the sources of its quotes below, outside it. */
export function StatementText({ language, blocks, title, idPrefix, beside, stretch }: StatementTextProps) {
	const t = publicWords(useLanguage()).ui.document
	const writing = useWriting(language)
	const { html, sources } = articleHtml(blocks, {
		labels: t,
		...(idPrefix !== undefined && { idPrefix }),
		...(stretch && { stretch }),
		...(beside && { beside: (index: number) => String(beside(index) ?? '') }),
	})
	return (
		<>
			<article class="statement" lang={language}>
				{title !== undefined && <h1>{title}</h1>}
				{raw(html)}
			</article>
			{sources.length > 0 && (
				<section class="sources">
					<h2>{t.sources}</h2>
					<ul>
						{sources.map((source) => (
							<li>
								<a href={`#${source.quoteId}`}>{t.quote(source.quoteIndex)}</a>:{' '}
								<span id={source.id} lang={writing}>
									{raw(source.html)}
								</span>
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	)
}

/** One block's text, a comment or a reason, with its emphasis and links. */
export function InlineText({ text }: { readonly text: string }) {
	return raw(inlineHtml(text))
}
