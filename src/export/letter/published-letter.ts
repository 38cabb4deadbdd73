import { STANCES } from '#domain/deciding/stance.ts'
import { formatDate } from '#i18n/format.ts'
import { publicWords } from '#i18n/public.ts'
import type { PublishedPaper } from '#read/publication/published-paper.ts'
import type { Letter, LetterLogo, Line, Piece } from './letter.ts'
import { lineOf, plainTitle, words } from './lines.ts'
import { piecesOf } from './pieces.ts'

type Published = Pick<PublishedPaper, 'statement' | 'accent'> & {
	/** With a notice in the place of what is withheld. */
	readonly blocks: PublishedPaper['statement']['text']['blocks']
	readonly logo: LetterLogo | null
	/** The full address of the statement's page. */
	readonly address: string
}

/** A published statement as the letter it is: its text, what was said against it, and who stands behind it. */
export function publishedLetter({ statement, accent, blocks, logo, address }: Published): Letter {
	const { record, text, recordHash } = statement
	const { language } = text
	const t = publicWords(language).letter
	return {
		language,
		title: plainTitle(text.title),
		author: record.coalition,
		writtenAt: record.publishedAt,
		accent,
		logo,
		mark: null,
		facts: factsOf(statement),
		...piecesOf(blocks),
		after: [...dissentOf(statement), ...standingOf(statement), ...stancesOf(statement), ...decisionOf(statement)],
		end: [{ text: t.published(record.label) }, { text: address, href: address }, { text: t.hash(recordHash) }],
		running: `${record.coalition} · ${record.label}`,
		words: t.words,
	}
}

type Statement = PublishedPaper['statement']

function factsOf({ record, text }: Statement): Letter['facts'] {
	const { inquiry } = record
	const t = publicWords(text.language).letter
	const facts = [
		{ label: t.date, value: formatDate(text.language, record.publishedOn) },
		{ label: t.ownReference, value: record.label },
		{ label: t.theirReference, value: inquiry?.references ?? '' },
		{ label: t.to, value: inquiry?.sender ?? '' },
		{ label: t.about, value: inquiry?.title ?? '' },
	]
	return facts.filter(({ value }) => value !== '')
}

const heading = (level: 2 | 3, text: string): Piece => ({ kind: 'heading', level, text: words(text) })

/** What somebody wrote, a paragraph for each of its own. */
const written = (text: string): Piece[] =>
	text
		.split(/\n{2,}/)
		.filter((paragraph) => paragraph.trim() !== '')
		.map((paragraph) => ({ kind: 'paragraph', text: lineOf(paragraph) }))

/** Reservations, separate opinions, and why an association does not stand behind the text. */
function dissentOf({ answers, text }: Statement): Piece[] {
	const t = publicWords(text.language)
	const pieces = answers.each.flatMap(({ name, dissent, signoff, reason }) => [
		...(dissent ? [heading(3, t.publicPages.dissent.by(t.ballot[dissent.kind], name)), ...written(dissent.text)] : []),
		...(signoff === 'declined' ? [heading(3, t.publicPages.dissent.declined(name)), ...written(reason)] : []),
	])
	return pieces.length === 0 ? [] : [heading(2, t.publicPages.dissent.title), ...pieces]
}

/** Who stands behind the text, a row for each association. */
function standingOf({ record, answers, text }: Statement): Piece[] {
	const t = publicWords(text.language)
	const { decision, statement } = t.publicPages
	const associations = answers.each
	const light = record.decision.track === 'light'
	const open = record.decision.bylaws.secrecy !== 'secret'
	const signed = associations.filter(({ signoff }) => signoff === 'signed').length
	const silent = light ? statement.didNotObject : statement.notSigned
	const header = [t.members.association, t.letter.area, ...(open ? [decision.vote] : []), decision.signoff].map(words)
	const rows = associations.map(({ name, area, vote, signoff }): Line[] => [
		words(name),
		words(area),
		...(open ? [words(vote === null ? decision.notVoted : t.ballot.choices[vote])] : []),
		words(signoff === 'silent' ? silent : t.signoff.statuses[signoff]),
	])
	return [
		heading(2, statement.standsBehind),
		{
			kind: 'paragraph',
			text: words(light ? statement.lightSummary : statement.signedBy(signed, associations.length)),
		},
		{ kind: 'table', caption: decision.table, header, rows, rowHeads: true },
	]
}

/** Which associations do not wholly support a position, a row for each position, and below what they said of it. */
function stancesOf({ answers, text }: Statement): Piece[] {
	const t = publicWords(text.language)
	const all = answers.each.flatMap(({ name, stances }) => stances.map((stance) => ({ name, ...stance })))
	const [support, ...others] = STANCES
	const differing = Map.groupBy(
		all.filter(({ stance }) => stance !== support),
		({ position }) => position,
	)
	const rows = [...differing]
		.sort(([one], [other]) => one - other)
		.map(([position, taken]): Line[] => {
			const lines = others.flatMap((stance) => {
				const names = taken.filter((each) => each.stance === stance).map(({ name }) => name)
				return names.length === 0 ? [] : [`${t.stances.names[stance]}: ${names.join(', ')}`]
			})
			return [words(String(position)), words(lines.join('\n'))]
		})
	const reasons = all
		.filter(({ reason }) => reason !== '')
		.map(
			({ name, position, reason }): Line => [
				{ text: `${t.publicPages.positions.reason(name, position)}: `, bold: true },
				...lineOf(reason),
			],
		)
	if (rows.length === 0 && reasons.length === 0) return []
	const header = [t.letter.position, t.letter.differing].map(words)
	return [
		heading(2, t.publicPages.positions.title),
		...(rows.length === 0
			? []
			: [{ kind: 'table' as const, caption: t.letter.stancesCaption, header, rows, rowHeads: true }]),
		...(reasons.length === 0
			? []
			: [heading(3, t.publicPages.positions.reasons), { kind: 'list' as const, items: reasons }]),
	]
}

function decisionOf({ record, text }: Statement): Piece[] {
	const { language } = text
	const t = publicWords(language)
	const { decision } = t.publicPages
	const { method, track, openedAt, closedAt, minutes, urgent, outcome } = record.decision
	const day = (at: string) => formatDate(language, at.includes('T') ? Date.parse(at) : at)
	const how = method === 'meeting' ? decision.meeting : track === 'light' ? decision.light : decision.ballot
	const told = [
		[decision.how, how],
		[decision.when, t.publicPages.statement.dateRange(day(openedAt), day(closedAt))],
		[decision.minutes, minutes],
		[decision.urgent, urgent === null ? null : decision.urgentBy(urgent)],
		[decision.result, t.ballot.outcomes[outcome.result]],
	] as const
	const lines = told.flatMap(([label, value]): Piece[] =>
		value === null ? [] : [{ kind: 'paragraph', text: [{ text: `${label}: `, bold: true }, { text: value }] }],
	)
	return [heading(2, decision.title), ...lines]
}
