import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { FeedData } from '#read/publication/public-feed.ts'
import { BarePage } from '#ui/bare-page.tsx'
import { coalitionHref, type PublicFrame, statementHref } from './public-frame.tsx'

/** How many statements stand in it. */
const SHOWN = 10

type EmbedPageProps = { readonly frame: PublicFrame; readonly data: FeedData }

/** A coalition's latest statements, for a frame in a page of another site. */
export function EmbedPage({ frame, data: { coalition, entries } }: EmbedPageProps) {
	const { lang, origin } = frame
	const { coalition: t, feed } = catalogue(lang).publicPages
	const page = origin + coalitionHref(frame, coalition.slug)
	return (
		<BarePage lang={lang} title={feed(coalition.name)} canonical={page}>
			{entries.length === 0 ? (
				<p>{t.nothing}</p>
			) : (
				<ul>
					{entries.slice(0, SHOWN).map((entry) => (
						<li>
							<a href={origin + statementHref(frame, coalition.slug, entry)} lang={entry.language}>
								{entry.title}
							</a>{' '}
							<span class="about">
								{entry.label} · {formatDate(lang, entry.publishedAt)}
							</span>
						</li>
					))}
				</ul>
			)}
			<p>
				<a href={page}>{catalogue(lang).archive.showAll}</a>
			</p>
		</BarePage>
	)
}
