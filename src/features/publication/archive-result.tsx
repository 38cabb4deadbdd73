import type { Language } from '#domain/statement/statement.ts'
import { catalogue } from '#i18n/index.ts'
import { topicWords } from '#i18n/topics.ts'
import type { ArchiveEntry, Passage } from '#read/publication/archive.ts'
import { dated } from '#ui/dated.ts'
import { AddedMark } from '#ui/parts/added-mark.tsx'
import { archiveHref } from './archive-href.tsx'
import { plainText } from './plain-text.tsx'
import { type PublicFrame, positionHref, statementHref } from './public-frame.tsx'
import { TopicLinks } from './topic-links.tsx'

/** Marks what was searched for in a text of that language. */
export type Marking = (text: string, language: Language) => Passage

type ArchiveResultProps = {
	readonly frame: PublicFrame
	readonly slug: string
	readonly entry: ArchiveEntry
	/** Null: nothing was searched for. */
	readonly marking: Marking | null
}

/** A published statement, whom it answers, and where in it the words stand. */
export function ArchiveResult({ frame, slug, entry, marking }: ArchiveResultProps) {
	const { label, title, language, authority, inquiry, references, positions, topics } = entry
	// What was brought in from before has no pages for its positions.
	const positionAt = (place: string) =>
		entry.decidedOn === null
			? positionHref(frame, slug, entry, place)
			: `${statementHref(frame, slug, entry)}#p${place}`
	const t = catalogue(frame.lang).archive
	const marked = (text: string) => (marking === null ? null : marking(plainText(text), language))
	const passage = entry.passage === null ? null : marked(entry.passage)
	return (
		<li>
			<div>
				<a class="verb" href={statementHref(frame, slug, entry)} lang={language}>
					{title}
				</a>
				<span class="about">
					{label} · {dated(frame.lang, entry)} <AddedMark {...entry} />
				</span>
				{authority !== '' && (
					<span class="about">
						{t.answers}{' '}
						<a href={archiveHref(frame, slug, { authority })} lang={language}>
							{authority}
						</a>
						{inquiry !== '' && inquiry !== title && <span lang={language}>: {inquiry}</span>}
						{references !== '' && ` (${references})`}
					</span>
				)}
				{topics.length > 0 && (
					<span class="about">
						{topicWords(frame.lang).title}: <TopicLinks frame={frame} slug={slug} topics={topics} />
					</span>
				)}
				{passage !== null && passage.marks.length > 0 && positions.length === 0 && (
					<Marked passage={passage} language={language} />
				)}
				{positions.map(({ number, text }) => (
					<span>
						<a href={positionAt(String(number))}>{t.position(number)}</a>
						{': '}
						<Marked passage={marked(text) ?? { text, marks: [] }} language={language} />
					</span>
				))}
			</div>
		</li>
	)
}

/** Characters shown before and after the first word that was found. */
const BEFORE = 80
const AFTER = 160

/** The words that were found, with some of the text round the first of them. */
function Marked({ passage: { text, marks }, language }: { readonly passage: Passage; readonly language: Language }) {
	const at = marks[0]?.from ?? 0
	const from = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1
	const end = at + AFTER < text.length ? Math.max(text.lastIndexOf(' ', at + AFTER), marks[0]?.to ?? 0) : text.length
	const shown = marks.filter((mark) => mark.from >= from && mark.to <= end)
	return (
		<span lang={language}>
			{from > 0 && '… '}
			{shown.map((mark, index) => (
				<>
					{text.slice(shown[index - 1]?.to ?? from, mark.from)}
					<mark>{text.slice(mark.from, mark.to)}</mark>
				</>
			))}
			{text.slice(shown.at(-1)?.to ?? from, end)}
			{end < text.length && ' …'}
		</span>
	)
}
