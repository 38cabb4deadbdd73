import { formatDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { HistoryEntry, HistoryView } from '#read/statement/drafting.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { EmptyState } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

/** Everything that happened to the statement, latest first, and who did it. */
export function HistoryPage(props: PageView<HistoryView, StatementParams>) {
	const { data, lang } = props
	const t = catalogue(lang).drafting
	return (
		<StatementPage view={props} header={data.header} tab="history">
			<h2>{t.tabs.history}</h2>
			{data.entries.length === 0 && <EmptyState title={t.noHistory} />}
			<ol class="history" reversed>
				{data.entries.map((entry) => (
					<li>
						<strong>{t.events[entry.type]}</strong>
						<span class="hint">
							{' '}
							{formatDateTime(lang, entry.at)}
							{actorOf(entry, lang)}
						</span>
					</li>
				))}
			</ol>
		</StatementPage>
	)
}

function actorOf({ person, role, association }: HistoryEntry, lang: Language): string {
	const t = catalogue(lang)
	const named = [person === '' ? t.drafting.erasedPerson : person, association ?? (role && t.members.roles[role])]
	return `, ${named.filter((part) => part !== null && part !== undefined).join(', ')}`
}
