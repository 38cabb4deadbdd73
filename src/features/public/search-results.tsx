import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { PublicCoalition } from '#read/public-coalition.ts'
import type { FoundStatement } from '#read/public-search.ts'
import { EmptyState } from '#ui/parts/notice.tsx'
import { plainText } from './plain-text.tsx'
import { coalitionHref, type PublicFrame, statementHref } from './public-frame.tsx'

type SearchResultsProps = {
	readonly frame: PublicFrame
	readonly coalition: PublicCoalition
	readonly search: string
	readonly found: readonly FoundStatement[]
}

/** What a search found, each with the passage it was found in. */
export function SearchResults({ frame, coalition, search, found }: SearchResultsProps) {
	const t = catalogue(frame.lang).publicPages.coalition
	const all = <a href={coalitionHref(frame, coalition.slug)}>{t.showAll}</a>
	if (found.length === 0) {
		return (
			<EmptyState title={t.notFound(search)} action={all}>
				{t.tryAgain}
			</EmptyState>
		)
	}
	return (
		<>
			<h2>{t.found(found.length, search)}</h2>
			<ul class="tasks">
				{found.map((statement) => (
					<li>
						<div>
							<a class="verb" href={statementHref(frame, coalition.slug, statement)} lang={statement.language}>
								{statement.title}
							</a>
							<span class="about">
								{statement.label} · {formatDate(frame.lang, statement.publishedAt)}
							</span>
							{statement.passage !== null && <Passage {...statement} passage={statement.passage} search={search} />}
						</div>
					</li>
				))}
			</ul>
			<p>{all}</p>
		</>
	)
}

/** Characters shown before and after the word that was found. */
const BEFORE = 80
const AFTER = 160

function Passage({ passage, language, search }: { passage: string; language: string; search: string }) {
	const text = plainText(passage)
	const word = search.trim().split(/\s+/)[0] ?? ''
	const at = text.toLocaleLowerCase('sv').indexOf(word.toLocaleLowerCase('sv'))
	if (at < 0) return <span lang={language}>{text.slice(0, BEFORE + AFTER)}</span>
	const from = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1
	const end = at + word.length
	const rest = text.slice(end, end + AFTER)
	const to = end + (rest.length < AFTER ? rest.length : Math.max(rest.lastIndexOf(' '), 0))
	return (
		<span lang={language}>
			{from > 0 && '… '}
			{text.slice(from, at)}
			<mark>{text.slice(at, end)}</mark>
			{text.slice(end, to)}
			{to < text.length && ' …'}
		</span>
	)
}
