import { ACTS } from '#domain/acts.ts'
import type { EventType } from '#domain/event.ts'
import { offers } from '#domain/members/authority.ts'
import { rewriting } from '#domain/statement/acts.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { changesOf, changesText, type Sides } from '#domain/statement/text-history.ts'
import { addendumWords } from '#i18n/addenda.ts'
import { amendmentBallotWords, amendmentWords, consensusWords, mergingWords } from '#i18n/amendments.ts'
import { bankWords } from '#i18n/bank.ts'
import { formatDateTime, formatEither, formatList, formatTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { olderWords } from '#i18n/older.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import { topicWords } from '#i18n/topics.ts'
import { withheldWords } from '#i18n/withheld.ts'
import { changesBetween, type PartChange } from '#markup/text-changes.ts'
import type { HistoryEntry, HistoryView } from '#read/statement/drafting.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { partRead } from '#ui/part.ts'
import { Button } from '#ui/parts/button.tsx'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { Details, EmptyState } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { MergedWords } from './merged-words.tsx'
import { type Stretch, stretchesOf } from './typed-stretches.tsx'

type Props = PageView<HistoryView, StatementParams>

/** Entries on a page: as many as are read at a time, each with what it changed. */
export const ON_A_PAGE = 20
/** Parts of which an entry shows what changed, before it leads to a page of its own. */
const PARTS_SHOWN = 3
/** Characters of what stayed the same, on either side of a change. */
const AROUND = 60

/** Everything that happened to the statement, latest first: who did it, and what it changed in the text. */
export function HistoryPage(props: Props) {
	const { data, lang, params, query } = props
	const t = catalogue(lang).drafting
	const part = partRead(data.entries, data.total, query, ON_A_PAGE)
	const sides = new Map([...changesOf(data.text.changes, data.text.stood)].map((each) => [each.change.actId, each]))
	return (
		<StatementPage view={props} header={data.header} tab="history" part={part}>
			<h2>{t.tabs.history}</h2>
			{data.total === 0 && <EmptyState title={t.noHistory} />}
			<InParts part={part} to={(number) => href(routes.history, params, { part: number })} label={t.tabs.history}>
				<ol class="history" reversed start={part.total - part.before}>
					{stretchesOf(part.items).map((stretch) => (
						<Entry {...props} stretch={stretch} sides={sides} />
					))}
				</ol>
			</InParts>
		</StatementPage>
	)
}

type EntryProps = Props & {
	readonly stretch: Stretch
	/** What each change made of the text, by its act. */
	readonly sides: ReadonlyMap<string, Sides>
}

/** What happened; or what somebody wrote in one go, as one change, with the saves that it came in behind a fold. */
function Entry({ stretch, sides, ...props }: EntryProps) {
	const { lang } = props
	const t = catalogue(lang).drafting
	const [last] = stretch
	const first = stretch.at(-1) ?? last
	const sidesOf = (entry: HistoryEntry) => (changesText(entry.type) ? sides.get(entry.actId) : undefined)
	const both = sidesOf(last)
	if (stretch.length === 1) {
		return (
			<li>
				<What entry={last} lang={lang} />
				<MergedWords entry={last} />
				{both && <Changed {...props} entry={last} before={both.before} after={both.after} />}
			</li>
		)
	}
	const changes = changesBetween(sidesOf(first)?.before ?? [], both?.after ?? [])
	return (
		<li>
			<What entry={last} lang={lang} />
			<ChangedParts changes={changes.slice(0, PARTS_SHOWN)} around={AROUND} />
			<Details summary={t.inSaves(stretch.length, formatTime(lang, first.at), formatTime(lang, last.at))}>
				<ul>
					{stretch.map((entry) => {
						const each = sidesOf(entry)
						return (
							<li>
								<What entry={entry} lang={lang} />
								{each && <Changed {...props} entry={entry} before={each.before} after={each.after} />}
							</li>
						)
					})}
				</ul>
			</Details>
		</li>
	)
}

function What({ entry, lang }: { readonly entry: HistoryEntry; readonly lang: Language }) {
	return (
		<>
			<strong>{whatHappened(entry, lang)}</strong>
			<span class="hint">
				{' '}
				{formatDateTime(lang, entry.at)}
				{actorOf(entry, lang)}
			</span>
		</>
	)
}

/** Whether a change may be taken back by whoever looks: once associations are asked, one of several parts by few. */
export function mayTakeBack(viewer: Props['viewer'], statement: Statement, changes: readonly PartChange[]): boolean {
	const act = changes.length > 1 ? rewriting(statement.stage) : ACTS.editDocument
	return offers(act, viewer, statement)
}

type ChangedProps = Props & Sides & { readonly entry: HistoryEntry }

/** The words that an entry changed, and what can be done about it. */
function Changed({ data, form, lang, params, viewer, entry, before, after }: ChangedProps) {
	const t = catalogue(lang).drafting
	const changes = changesBetween(before, after)
	const at = { ...params, change: entry.actId }
	const first = before.length === 0
	return (
		<>
			{!first && changes.length > 0 && <ChangedParts changes={changes.slice(0, PARTS_SHOWN)} around={AROUND} />}
			<div class="acts no-print">
				{!first && (
					<a href={href(routes.textChange, at)}>
						{changes.length > PARTS_SHOWN ? t.allChanges(changes.length) : t.wholeChange}
						<span class="vh"> {formatDateTime(lang, entry.at)}</span>
					</a>
				)}
				<a href={href(routes.textThen, at)}>
					{t.textThen}
					<span class="vh"> {formatDateTime(lang, entry.at)}</span>
				</a>
				{!first && mayTakeBack(viewer, data.header.statement, changes) && (
					<Form action={href(routes.takingsBack, at)} form={form}>
						<Button look="quiet">
							{t.takeBack}
							<span class="vh"> {formatDateTime(lang, entry.at)}</span>
						</Button>
					</Form>
				)}
			</div>
		</>
	)
}

/** What goes because it is time. */
const REMINDERS: readonly EventType[] = ['reminded', 'amendmentBallotReminded', 'consensusListReminded']

/** What the history says of an entry: the sum of the rooms' words, and of a change in the text how it was made. */
export function whatHappened(
	entry: Pick<HistoryEntry, 'type' | 'how' | 'decidedBy' | 'about'>,
	lang: Language,
): string {
	const { type, about } = entry
	if (about.length === 0) return eventOf(entry, lang)
	const isList = type.startsWith('consensusList')
	const numbers = (isList ? about.toSorted((one, other) => one - other) : about).map(amendmentWords(lang).number)
	return `${eventOf(entry, lang)}: ${(isList ? formatList : formatEither)(lang, numbers)}`
}

function eventOf({ type, how, decidedBy }: Pick<HistoryEntry, 'type' | 'how' | 'decidedBy'>, lang: Language): string {
	const t = catalogue(lang)
	if (decidedBy === 'ballot') return amendmentBallotWords(lang).event
	if (decidedBy === 'list') return consensusWords(lang).decided
	if (how !== null) return t.drafting.rearranged[how]
	const events: Readonly<Record<EventType, string>> = {
		...t.settings.events,
		...topicWords(lang).events,
		...bankWords(lang).events,
		...standardWords(lang).events,
		...t.members.events,
		...t.inquiry.events,
		...t.drafting.events,
		...t.ballot.events,
		...olderWords(lang).events,
		...withheldWords(lang).events,
		...t.signoff.events,
		...t.publication.events,
		...addendumWords(lang).events,
		...t.comments.events,
		...amendmentWords(lang).events,
		...mergingWords(lang).events,
		...consensusWords(lang).events,
	}
	return events[type]
}

/**
 * Who did it, for whom, and how they had signed in; that time was up where nobody did. What associations decided together is no
 * person's doing, whoever counted it.
 */
export function actorOf(
	{ type, person, role, association, way, byClock, writers, decidedBy }: HistoryEntry,
	lang: Language,
): string {
	const t = catalogue(lang)
	if (decidedBy !== null) return ''
	if (writers.length > 1 || (byClock && writers.length > 0))
		return `, ${formatList(
			lang,
			writers.map((name) => name || t.drafting.erasedPerson),
		)}`
	if (byClock) return `, ${REMINDERS.includes(type) ? t.reminders.byItself : t.drafting.timeWasUp}`
	const named = [
		person === '' ? t.drafting.erasedPerson : person,
		association ?? (role && t.members.roles[role]),
		way && t.signIn.ways[way],
	]
	return `, ${named.filter((part) => part !== null && part !== undefined).join(', ')}`
}
