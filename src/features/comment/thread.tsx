import type { Child } from 'hono/jsx'
import { type Reader, wordsFor } from '#domain/comment/hiding.ts'
import { type Place, placeNow } from '#domain/comment/quote.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { formatDateTime } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { wordsOf } from '#markup/block-words.ts'
import type { CommentEntry, CommentThread } from '#read/comment/comments.ts'
import { useLanguage } from '#ui/language.ts'
import { Details } from '#ui/parts/notice.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { Agreed } from './agreement.tsx'
import { Hidings } from './hidden.tsx'

/** Something in it still stands. */
export const isLive = ({ entries }: CommentThread) => entries.some(({ withdrawn }) => !withdrawn)
export const isOpen = (thread: CommentThread) => thread.resolvedAt === null && isLive(thread)

/** In whose name an entry stands. */
export function nameOf({ association, role }: CommentEntry, lang: Language): string {
	const t = catalogue(lang).comments
	if (association !== null) return association
	return role === 'chair' ? t.byChair : role === 'secretary' ? t.bySecretary : t.byCoalition
}

type BlockWordsProps = {
	readonly block: Block
	readonly language: Language
	/** Some of its words, which are marked in it. */
	readonly place?: Place | null
}

/** The words of a block, as plain text, in the statement's language. */
export function BlockWords({ block, language, place = null }: BlockWordsProps) {
	const words = wordsOf(block)
	return (
		<p class="as-typed" lang={language}>
			{place ? (
				<>
					{words.slice(0, place.from)}
					<mark>{words.slice(place.from, place.to)}</mark>
					{words.slice(place.to)}
				</>
			) : (
				words
			)}
		</p>
	)
}

/** Where the words that a comment is about stand in its block now; null where it is about all of it, and where they do not. */
export function placeIn({ about, quote }: CommentThread, current: Block): Place | null {
	return about && quote && placeNow(wordsOf(about.content), wordsOf(current), quote)
}

/** The words that a comment is about, as they were read, and whether they stand in the text still. */
function Passage({ thread, current, language }: Pick<ThreadProps, 'thread' | 'current' | 'language'>) {
	const t = catalogue(useLanguage()).comments.quote
	if (thread.quote === null) return null
	const stands = current !== null && placeIn(thread, current.content) !== null
	return (
		<blockquote class="passage">
			<p class="hint">{stands ? t.stands : current ? t.changed : t.gone}</p>
			<p class="as-typed" lang={language}>
				{thread.quote.exact}
			</p>
		</blockquote>
	)
}

type ThreadProps = {
	/** Of the text. */
	readonly language: Language
	readonly thread: CommentThread
	/** The block as it is now; null when it is not in the text any more, and for the whole text. */
	readonly current: BlockVersion | null
	/** Who looks: what is hidden is read by few. */
	readonly reader: Reader | null
	/** What can be done with each entry, or with the thread as a whole. */
	readonly actsOn?: (entry: CommentEntry) => Child
	readonly acts?: Child
}

/** A comment with what was said about it: one level in, whatever is replied to. */
export function Thread({ language, thread, current, reader, actsOn, acts }: ThreadProps) {
	const t = catalogue(useLanguage()).comments
	const [first, ...replies] = thread.entries
	if (!first) return null
	const stale = thread.about !== null && current !== null && current.id !== thread.about.id
	return (
		<article class="thread" id={`c-${thread.id}`}>
			<Entry thread={thread} entry={first} reader={reader}>
				{isLive(thread) && <Tag tone={isOpen(thread) ? 'wait' : 'good'}>{isOpen(thread) ? t.open : t.resolved}</Tag>}
			</Entry>
			<Passage thread={thread} current={current} language={language} />
			{stale && thread.about && (
				<Details summary={`${t.stale} ${t.thenItSaid}`}>
					<BlockWords block={thread.about.content} language={language} />
				</Details>
			)}
			<Agreed thread={thread} />
			{actsOn?.(first)}
			{replies.length > 0 && (
				<ol class="replies">
					{replies.map((entry) => (
						<li id={`c-${entry.id}`} class={entry.kind}>
							<Entry thread={thread} entry={entry} reader={reader} />
							{actsOn?.(entry)}
						</li>
					))}
				</ol>
			)}
			{acts}
		</article>
	)
}

type EntryProps = {
	readonly thread: CommentThread
	readonly entry: CommentEntry
	readonly reader: Reader | null
	readonly children?: Child
}

function Entry({ thread, entry, reader, children }: EntryProps) {
	const lang = useLanguage()
	const t = catalogue(lang).comments
	const repliedTo = thread.entries.find(({ id }) => id === entry.replyTo && id !== thread.id)
	const words = wordsFor(entry, thread, reader)
	const person = entry.person === '' ? t.erasedPerson : entry.person
	return (
		<>
			<p class="said-by">
				<span>
					<strong>{nameOf(entry, lang)}</strong>,{' '}
					<span class="hint">
						{[person, formatDateTime(lang, entry.at), repliedTo && t.replyingTo(nameOf(repliedTo, lang))]
							.filter((part) => part !== undefined)
							.join(', ')}
					</span>
				</span>
				{children}
			</p>
			{entry.kind !== 'comment' && <p class="what">{t.kinds[entry.kind]}</p>}
			{entry.withdrawn ? <p class="hint">{t.withdrawn}</p> : words && <AsTyped>{words.text}</AsTyped>}
			<Hidings entry={entry} thread={thread} reader={reader} />
			{entry.changedAt !== null && !entry.withdrawn && words && (
				<Details summary={`${t.changed(formatDateTime(lang, entry.changedAt))}. ${t.earlier}`}>
					{words.earlier.map(({ text }) => (
						<AsTyped>{text}</AsTyped>
					))}
				</Details>
			)}
		</>
	)
}
