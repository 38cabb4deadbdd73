import { formatDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { topicWords } from '#i18n/topics.ts'
import type { TopicEntry, TopicTrail } from '#read/coalition/topics.ts'
import { partRead } from '#ui/part.ts'
import { InParts } from '#ui/parts/in-parts.tsx'

type TopicHistoryProps = {
	readonly lang: Language
	readonly trail: TopicTrail
	/** What the page's URL asks for, and where the page is. */
	readonly query: URLSearchParams
	readonly to: (query: { readonly part: string | undefined }) => string
}

/** What was done about topics, the latest first, and by whom: they stand where everybody reads. All of it, however much. */
export function TopicHistory({ lang, trail, query, to }: TopicHistoryProps) {
	if (trail.total === 0) return null
	const t = catalogue(lang).drafting
	const part = partOfTrail(trail, query)
	return (
		<section>
			<h2>{topicWords(lang).history}</h2>
			<InParts part={part} to={(number) => to({ part: number })} label={topicWords(lang).history}>
				<ol class="history" reversed start={part.total - part.before}>
					{part.items.map((entry) => (
						<li>
							<strong>{whatWasDone(entry, lang)}</strong>
							<span class="hint">
								{' '}
								{formatDateTime(lang, entry.at)}, {entry.person ?? t.erasedPerson}
							</span>
						</li>
					))}
				</ol>
			</InParts>
		</section>
	)
}

/** What the page shows of it, as its title says too. */
export const partOfTrail = ({ entries, total }: TopicTrail, query: URLSearchParams) => partRead(entries, total, query)

function whatWasDone({ type, names, away }: TopicEntry, lang: Language): string {
	const t = topicWords(lang).happened
	if (type === 'topicsChosen') return t.chosen(names)
	const [name = ''] = names
	if (type === 'topicAdded') return t.added(name)
	return away ? t.away(name) : t.changed(name)
}
