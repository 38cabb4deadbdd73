import type { Coalition } from '#domain/coalition/coalition.ts'
import { isoInstant, swedishDate } from '#domain/kernel/calendar.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Statement } from '#domain/statement/statement.ts'
import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { Letter, LetterLogo } from './letter.ts'
import { plainTitle } from './lines.ts'
import { piecesOf } from './pieces.ts'

type Draft = {
	readonly statement: Pick<Statement, 'title' | 'language'>
	readonly blocks: readonly Block[]
	readonly coalition: Pick<Coalition, 'name' | 'accent'>
	readonly inquiry: { readonly title: string; readonly sender: string; readonly references: string } | null
	readonly logo: LetterLogo | null
	/** When it was last changed. */
	readonly changedAt: Instant
}

/** A text that is not published as the letter it may become, with a mark on each page that it is a draft. */
export function draftLetter({ statement, blocks, coalition, inquiry, logo, changedAt }: Draft): Letter {
	const { language } = statement
	const t = catalogue(language).letter
	const on = formatDate(language, swedishDate(changedAt))
	const facts = [
		{ label: t.state, value: t.draftOf(on) },
		{ label: t.theirReference, value: inquiry?.references ?? '' },
		{ label: t.to, value: inquiry?.sender ?? '' },
		{ label: t.about, value: inquiry?.title ?? '' },
	]
	return {
		language,
		title: plainTitle(statement.title),
		author: coalition.name,
		writtenAt: isoInstant(changedAt),
		accent: coalition.accent,
		logo,
		mark: t.draft,
		facts: facts.filter(({ value }) => value !== ''),
		...piecesOf(blocks),
		after: [],
		end: [{ text: t.draftEnd }],
		running: `${coalition.name} · ${t.draftOf(on)}`,
		words: t.words,
	}
}
