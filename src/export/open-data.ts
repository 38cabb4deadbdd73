import type { AddendumKind } from '#domain/publication/addendum.ts'
import { type Block, numberBlocks } from '#domain/statement/block.ts'
import type { OpenData, OpenStatement } from '#read/publication/open-data.ts'

/** Where things are, as absolute addresses. */
export type Addresses = {
	readonly coalition: string
	readonly statement: (numbered: Numbered) => string
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
			kind: 'statement',
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
		...positionLines(statement),
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
function positionLines({ record, text, withheld }: OpenStatement): Line[] {
	const hidden = new Set(withheld.map(({ index }) => index))
	return numberBlocks(text.blocks).flatMap(({ block, number, letter }, index) =>
		number !== null && (block.kind === 'position' || block.kind === 'subPoint')
			? [
					{
						...{ kind: 'position', statement: record.label, place: `${number}${letter ?? ''}` },
						text: hidden.has(index) ? null : block.text,
					},
				]
			: [],
	)
}
