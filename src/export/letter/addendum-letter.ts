import { type PackFileKind, packFileName } from '#domain/publication/pack.ts'
import { type Block, type NumberedBlock, numberBlocks } from '#domain/statement/block.ts'
import { toMarkdown } from '#export/markdown.ts'
import { withNotices } from '#export/record.ts'
import { addendumWords } from '#i18n/addenda.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { PublishedAddendum } from '#read/publication/public-addendum.ts'
import type { Letter, Line, Piece } from './letter.ts'
import { lineOf, plainTitle, words } from './lines.ts'
import { type KeptLogos, letterLogo, madeAs } from './made.ts'
import { piecesOf } from './pieces.ts'

/** The statement's text, and what is to be read instead of a part of it, with a notice in the place of what is withheld. */
export function shownAddendum({ record, blocks, withheld, text, textWithheld }: PublishedAddendum) {
	const notice = catalogue(record.language).publicPages.statement.withheld
	return { whole: withNotices(text.blocks, textWithheld, notice), blocks: withNotices(blocks, withheld, notice) }
}

/** The same with a notice, in its language, in the place of each text that is withheld. */
export function withTextNotices(found: PublishedAddendum): PublishedAddendum {
	const { record, grounds } = found
	if (grounds === null) return found
	const notice = catalogue(record.language).publicPages.statement.withheld
	const said = (text: string, ground: string | null | undefined) => (ground ? notice(ground) : text)
	return {
		...found,
		record: {
			...record,
			reason: said(record.reason, grounds.reason),
			urgent: record.urgent === null ? null : said(record.urgent, grounds.urgent),
			associations: record.associations.map((each, place) => ({
				...each,
				reason: said(each.reason, grounds.associations[place]?.reason),
			})),
		},
	}
}

/** What stood and what is to be read, under the numbers that they have in the whole text; null for a withdrawal. */
function compared(addendum: PublishedAddendum) {
	const { stretch } = addendum.record
	if (stretch === null) return null
	const { whole, blocks } = shownAddendum(addendum)
	const { first, last } = stretch
	const amended = [...whole.slice(0, first), ...blocks, ...whole.slice(last + 1)]
	return {
		stood: numberBlocks(whole).slice(first, last + 1),
		reads: numberBlocks(amended).slice(first, first + blocks.length),
	}
}

const titleOf = ({ record }: PublishedAddendum): string =>
	catalogue(record.language).added.titled(record.kind, record.ordinal, record.statement.label)

type From = { readonly address: string; readonly logos: KeptLogos }

/** What its files are called. */
export function addendumFileName(kind: PackFileKind, { record }: PublishedAddendum): string {
	const called = addendumWords(record.language).called(record.kind, record.ordinal)
	return packFileName(record.coalition, `${record.statement.label} ${called}`, kind)
}

/** A correction or withdrawal as a file. `address`: of its page, in full. */
export async function addendumFile(
	kind: PackFileKind,
	addendum: PublishedAddendum,
	{ address, logos }: From,
): Promise<Uint8Array<ArrayBuffer>> {
	const logo = await letterLogo(logos, addendum.coalitionId, addendum.logo)
	return madeAs(kind, { ...addendumLetter(addendum, address), logo })
}

/** The letter it is: which statement it is about, why, what it changes, and what each association answered. */
function addendumLetter(addendum: PublishedAddendum, address: string): Letter {
	const { record, recordHash, accent, text } = addendum
	const { language, statement } = record
	const t = catalogue(language)
	const title = titleOf(addendum)
	const parts = compared(addendum)
	return {
		...{ language, title, author: record.coalition, writtenAt: record.publishedAt, accent, logo: null, mark: null },
		facts: [
			{ label: t.letter.date, value: formatDate(language, record.publishedOn) },
			{ label: t.letter.ownReference, value: statement.label },
			{ label: t.publication.statement, value: plainTitle(text.title) },
		],
		body: [
			{ kind: 'paragraph', text: words(addendumWords(language).summary[record.kind]) },
			...headed(addendumWords(language).why, [{ kind: 'paragraph', text: lineOf(record.reason) }]),
			...(parts === null
				? []
				: [
						...headed(addendumWords(language).stood, numbered(parts.stood)),
						...headed(addendumWords(language).reads, numbered(parts.reads)),
					]),
		],
		notes: [],
		after: headed(addendumWords(language).whoAnswered, answersOf(addendum)),
		end: [{ text: t.letter.published(title) }, { text: address, href: address }, { text: t.letter.hash(recordHash) }],
		running: `${record.coalition} · ${title}`,
		words: t.letter.words,
	}
}

const headed = (heading: string, pieces: readonly Piece[]): Piece[] => [
	{ kind: 'heading', level: 2, text: words(heading) },
	...pieces,
]

/** A stretch of a text. What is a heading in it stands below the heading it is put under. */
function numbered(blocks: readonly NumberedBlock[]): Piece[] {
	const { body, notes } = piecesOf(
		blocks.map(({ block }) => block),
		blocks,
	)
	const below = body.map((piece): Piece => (piece.kind === 'heading' ? { ...piece, level: 3 } : piece))
	return [
		...below,
		...notes.map(({ number, text }): Piece => ({ kind: 'paragraph', text: [{ text: `${number}. ` }, ...text] })),
	]
}

function answersOf({ record }: PublishedAddendum): Piece[] {
	const t = addendumWords(record.language)
	const day = (at: string) => formatDate(record.language, Date.parse(at))
	const how = record.needed === null ? t.howCorrection : t.howWithdrawal(record.needed)
	const asked = `${how} ${t.asked(day(record.openedAt), day(record.closesAt))}`
	const rows = record.associations.map(({ name, answer, reason }): Line[] => [
		words(name),
		[{ text: t.answers[record.kind][answer] }, ...(reason === '' ? [] : [{ text: ': ' }, ...lineOf(reason)])],
	])
	return [
		{ kind: 'paragraph', text: words(asked) },
		...(record.urgent === null ? [] : [{ kind: 'paragraph' as const, text: words(t.urgent(record.urgent)) }]),
		{ kind: 'table', caption: t.whoAnswered, header: [t.association, t.answer].map(words), rows, rowHeads: true },
	]
}

/** The same words as Markdown, but for the answers, which stand in the record. */
export function addendumMarkdown(addendum: PublishedAddendum): string {
	const { language, reason, kind } = addendum.record
	const t = addendumWords(language)
	const parts = compared(addendum)
	const heading = (text: string): Block => ({ kind: 'heading', text })
	const head: Block[] = [
		{ kind: 'paragraph', text: t.summary[kind] },
		heading(t.why),
		{ kind: 'paragraph', text: reason },
	]
	const written = [
		toMarkdown({ title: titleOf(addendum), language, blocks: head }),
		...(parts === null
			? []
			: [stretchMarkdown(language, t.stood, parts.stood), stretchMarkdown(language, t.reads, parts.reads)]),
	]
	return `${written.map((part) => part.trimEnd()).join('\n\n')}\n`
}

function stretchMarkdown(language: string, title: string, blocks: readonly NumberedBlock[]): string {
	const starts = blocks.findIndex(({ block }) => block.kind !== 'subPoint')
	const lettered = blocks.slice(0, starts === -1 ? blocks.length : starts)
	const first = blocks.find(({ block }) => block.kind === 'position')?.number ?? 1
	const shown = blocks.map(({ block, letter }, index): Block => {
		// Without its position before it, a sub-point would be lettered anew.
		return block.kind === 'subPoint' && index < lettered.length
			? { kind: 'paragraph', text: `${letter}) ${block.text}` }
			: block
	})
	return toMarkdown({ title, language, blocks: shown, before: first - 1 }).replace(/^# /m, '## ')
}
