import { catalogue } from '#i18n/index.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import type { FoundStatement } from '#read/publication/public-search.ts'
import { dated } from '#ui/dated.ts'
import { AddedMark } from '#ui/parts/added-mark.tsx'
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
								{statement.label} · {dated(frame.lang, statement)}
							</span>
							{statement.passage !== null && <Passage {...statement} passage={statement.passage} search={search} />}
						</div>
						<AddedMark {...statement} />
					</li>
				))}
			</ul>
			<p>{all}</p>
		</>
	)
}

/** Characters shown before and after the first word that was found. */
const BEFORE = 80
const AFTER = 160

type PassageProps = { readonly passage: string; readonly language: string; readonly search: string }

/** The words that were found, with some of the text round the first of them. */
function Passage({ passage, language, search }: PassageProps) {
	const text = plainText(passage)
	const words = search.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
	const found = new RegExp(`(${words.join('|')})`, 'giu')
	const at = Math.max(0, text.search(found))
	const from = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1
	const end = at + AFTER < text.length ? Math.max(text.lastIndexOf(' ', at + AFTER), at + 1) : text.length
	return (
		<span lang={language}>
			{from > 0 && '… '}
			{text
				.slice(from, end)
				.split(found)
				.map((part, index) => (index % 2 === 1 ? <mark>{part}</mark> : part))}
			{end < text.length && ' …'}
		</span>
	)
}
