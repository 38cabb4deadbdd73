import type { EventType } from '#domain/event.ts'
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
	const events = eventsIn(lang)
	return (
		<StatementPage view={props} header={data.header} tab="history">
			<h2>{t.tabs.history}</h2>
			{data.entries.length === 0 && <EmptyState title={t.noHistory} />}
			<ol class="history" reversed>
				{data.entries.map((entry) => (
					<li>
						<strong>{events[entry.type]}</strong>
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

/** What the history says of each event: the sum of the rooms' words. */
function eventsIn(lang: Language): Readonly<Record<EventType, string>> {
	const t = catalogue(lang)
	return {
		...t.settings.events,
		...t.members.events,
		...t.inquiry.events,
		...t.drafting.events,
		...t.ballot.events,
		...t.signoff.events,
		...t.publication.events,
		...t.comments.events,
	}
}

function actorOf({ person, role, association, way }: HistoryEntry, lang: Language): string {
	const t = catalogue(lang)
	const named = [
		person === '' ? t.drafting.erasedPerson : person,
		association ?? (role && t.members.roles[role]),
		way && t.signIn.ways[way],
	]
	return `, ${named.filter((part) => part !== null && part !== undefined).join(', ')}`
}
