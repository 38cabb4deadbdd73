import { bankWords } from '#i18n/bank.ts'
import { formatDateTime, formatList } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { SortingEntry } from '#read/position/sorting.ts'

type SortingHistoryProps = { readonly lang: Language; readonly entries: readonly SortingEntry[] }

/** What was last said of positions, of which text, and by whom. */
export function SortingHistory({ lang, entries }: SortingHistoryProps) {
	if (entries.length === 0) return null
	const t = bankWords(lang)
	const said = ({ number, level, groups }: SortingEntry['positions'][number]) => {
		const names = [...(level === null ? [] : [t.levels[level]]), ...groups]
		const what = names.length === 0 ? t.sorting.nothingSaid : formatList(lang, names)
		return `${t.sorting.number(number)}: ${what}`
	}
	return (
		<section>
			<h2>{t.sorting.history}</h2>
			<ul class="history">
				{entries.map(({ at, person, label, positions }) => (
					<li>
						<strong>{label ?? t.sorting.older}</strong>: {positions.map(said).join('; ')}
						<span class="hint">
							{' '}
							{formatDateTime(lang, at)}, {person ?? catalogue(lang).drafting.erasedPerson}
						</span>
					</li>
				))}
			</ul>
		</section>
	)
}
