import { formatDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { topicWords } from '#i18n/topics.ts'
import type { TopicEntry } from '#read/coalition/topics.ts'

/** What was done about topics, the latest first, and by whom: they stand where everybody reads. */
export function TopicHistory({ lang, entries }: { readonly lang: Language; readonly entries: readonly TopicEntry[] }) {
	if (entries.length === 0) return null
	const t = catalogue(lang).drafting
	return (
		<section>
			<h2>{topicWords(lang).history}</h2>
			<ol class="history" reversed>
				{entries.map((entry) => (
					<li>
						<strong>{whatWasDone(entry, lang)}</strong>
						<span class="hint">
							{' '}
							{formatDateTime(lang, entry.at)}, {entry.person ?? t.erasedPerson}
						</span>
					</li>
				))}
			</ol>
		</section>
	)
}

function whatWasDone({ type, names, away }: TopicEntry, lang: Language): string {
	const t = topicWords(lang).happened
	if (type === 'topicsChosen') return t.chosen(names)
	const [name = ''] = names
	if (type === 'topicAdded') return t.added(name)
	return away ? t.away(name) : t.changed(name)
}
