import { isoInstant } from '#domain/kernel/calendar.ts'
import type { AddendumKind } from '#domain/publication/addendum.ts'
import { type Block, numberBlocks } from '#domain/statement/block.ts'
import type { OpenData, OpenOlder, OpenStatement } from '#read/publication/open-data.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'

/** Where things are, as absolute addresses. */
export type Addresses = {
	readonly coalition: string
	/** `number`: as it stands in an address. */
	readonly statement: (numbered: { readonly year: number; readonly number: number | string }) => string
	readonly olderFile: (older: { readonly year: number; readonly place: string }, sha256: string) => string
	readonly added: (numbered: Numbered, added: { readonly kind: AddendumKind; readonly ordinal: number }) => string
}

type Numbered = { readonly year: number; readonly number: number }

/** What `docs/open-data.schema.json` describes. */
type Line = { readonly kind: string } & Readonly<Record<string, unknown>>

/** A coalition and its present members. */
export function coalitionLines({ coalition, associations }: OpenData, addresses: Addresses): Line[] {
	const { slug, name, language, demo } = coalition
	return [
		{ kind: 'coalition', slug, name, language, address: addresses.coalition, demonstration: demo },
		...associations.map(({ name, area }) => ({ kind: 'association', name, area })),
	]
}

/** A statement: its text, its decision, what each association answered, its positions, and what was thought of them. */
export function statementLines(statement: OpenStatement, addresses: Addresses): Line[] {
	const { record, text, textHash, recordHash } = statement
	const { label, year, number, decision } = record
	const blocks = shown(text.blocks, statement.withheld)
	const { track, method, openedAt, closedAt, minutes, urgent, bylaws, outcome, editorialChanges } = decision
	return [
		{
			...{ kind: 'statement', imported: false },
			label,
			year,
			number,
			address: addresses.statement(record),
			coalition: record.coalition,
			title: text.title,
			language: text.language,
			type: record.kind,
			publishedAt: record.publishedAt,
			publishedOn: record.publishedOn,
			inquiry: record.inquiry,
			topics: statement.topics,
			textHash,
			recordHash,
			blocks,
		},
		{
			...{ kind: 'decision', statement: label, track, method, openedAt, closedAt, minutes, urgent },
			...{ bylaws, outcome, editorialChanges },
		},
		...statement.added.map((added) => addedLine(added, addresses)),
		...positionLines(label, text.blocks, statement.withheld),
		...outcomeLines(label, statement.outcomes),
		...record.associations.flatMap(({ name, area, vote, dissent, signoff, signoffMethod, reason, stances }): Line[] => [
			{ kind: 'answer', statement: label, association: name, area, vote, dissent, signoff, signoffMethod, reason },
			...stances.map(({ position, stance, reason: why, stale }) => {
				return { kind: 'stance', statement: label, association: name, position, stance, reason: why, stale }
			}),
		]),
	]
}

/** A correction of it, or its withdrawal, with what each association answered. */
function addedLine(added: OpenStatement['added'][number], addresses: Addresses): Line {
	const { record, recordHash } = added
	const { kind, ordinal, statement, reason, stretch, publishedAt, publishedOn, urgent, needed } = record
	return {
		...{ kind, statement: statement.label, ordinal, address: addresses.added(statement, { kind, ordinal }) },
		...{ publishedAt, publishedOn, recordHash, reason, stretch, urgent, needed },
		blocks: shown(record.blocks, added.withheld),
		answers: record.associations.map(({ name, answer, reason: why }) => ({ association: name, answer, reason: why })),
	}
}

/** What each document tells of positions that can be read. */
function outcomeLines(statement: string, outcomes: OpenStatement['outcomes']): Line[] {
	return outcomes.map(({ number, outcome, page, note, document }) => {
		return { kind: 'outcome', statement, position: number, outcome, page, note, document }
	})
}

/**
 * A statement from before Samsvar was used, and its positions: what was brought in, and which associations say that they do not know
 * of it. Nothing is known of how it was decided, and no hash binds it.
 */
export function olderLines({ older, outcomes }: OpenOlder, coalition: PublicCoalition, addresses: Addresses): Line[] {
	const { label, year, number, place, content, importedAt, corrections, contests, topics } = older
	const { title, language, kind, decidedOn, inquiry, standsBehind, files, blocks } = content
	return [
		{
			...{ kind: 'statement', imported: true, label, year, number },
			...{ address: addresses.statement({ year, number: place }), coalition: coalition.name },
			...{ title, language, type: kind, decidedOn, importedAt: isoInstant(importedAt) },
			inquiry: inquiry.title + inquiry.sender + inquiry.references === '' ? null : inquiry,
			topics: topics.map(({ name }) => name),
			standsBehind,
			contestedBy: contests.map(({ name, reason }) => ({ association: name, reason })),
			corrections: corrections.map(({ at, reason }) => ({ at: isoInstant(at), reason })),
			files: files.map(({ sha256, name, mediaType, size }) => {
				return { name, mediaType, size, sha256, address: addresses.olderFile(older, sha256) }
			}),
			blocks,
		},
		...positionLines(label, blocks),
		...outcomeLines(label, outcomes),
	]
}

/** That there is more, and where. */
export const moreLine = (next: string): Line => ({ kind: 'more', next })

export const jsonLines = (lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

type Withheld = { readonly kind: 'withheld'; readonly ground: string }

function shown(blocks: readonly Block[], withheld: OpenStatement['withheld']): (Block | Withheld)[] {
	const grounds = new Map(withheld.map(({ index, ground }) => [index, ground]))
	return blocks.map((block, index) => {
		const ground = grounds.get(index)
		return ground === undefined ? block : { kind: 'withheld', ground }
	})
}

/** By the names they have in addresses. What is withheld keeps its place, and has no text. */
function positionLines(statement: string, blocks: readonly Block[], withheld: OpenStatement['withheld'] = []): Line[] {
	const hidden = new Set(withheld.map(({ index }) => index))
	return numberBlocks(blocks).flatMap(({ block, number, letter }, index) => {
		if (number === null || (block.kind !== 'position' && block.kind !== 'subPoint')) return []
		const text = hidden.has(index) ? null : block.text
		return [{ kind: 'position', statement, place: `${number}${letter ?? ''}`, text }]
	})
}
