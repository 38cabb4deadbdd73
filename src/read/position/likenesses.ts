import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { id, row, rows } from '#db/rows.ts'
import type { BlockId, Instant, StatementId } from '#domain/kernel/id.ts'
import { type Likeness, likenesses } from '#domain/position/likeness.ts'
import { type BlockVersion, numberBlocks } from '#domain/statement/block.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { type TextView, textViewQuery } from '#read/comment/comments.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { CITED, standsIn } from '#read/publication/stands-in.ts'

/** Most adopted positions that a text is compared with: the latest. */
const COMPARED = 2000

const adoptedRow = row({
	statementId: id<StatementId>(),
	number: z.number(),
	text: z.string(),
	label: z.string(),
	year: z.number(),
	statementNumber: z.union([z.number(), z.string()]),
	language: z.enum(LANGUAGES),
})

type Adopted = ReturnType<typeof adoptedRow>

function adoptedQuery(slug: string): Query<Adopted[]> {
	return rows(
		`SELECT adopted.statement_id, adopted.number, text, ${CITED},
			COALESCE((SELECT language FROM statement WHERE id = adopted.statement_id), older.language) AS language
		FROM adopted_position AS adopted ${standsIn('adopted.statement_id')}
		WHERE adopted.coalition_id = ${COALITION_BY_SLUG}
		ORDER BY COALESCE(publication.year, older.year) DESC, adopted.rowid DESC LIMIT ${COMPARED}`,
		[slug],
		adoptedRow,
	)
}

/** A position of a text beside an adopted one that it is like. */
export type Alike = {
	readonly blockId: BlockId
	readonly number: number
	readonly text: string
	readonly adopted: Adopted
	readonly likeness: Likeness
}

type Compared = Pick<StatementView, 'header' | 'sources'> & { readonly blocks: readonly BlockVersion[] }

/** In the order of the text. That a position is like the one it was taken from is no news, unless it says the opposite now. */
function alikeIn({ header, blocks, sources }: Compared, bank: readonly Adopted[]): Alike[] {
	const positions = numberBlocks(blocks.map(({ content }) => content)).flatMap(({ block, number }, index) => {
		const blockId = blocks[index]?.blockId
		return block.kind === 'position' && number !== null && blockId ? [{ blockId, number, text: block.text }] : []
	})
	const others = bank.filter(({ statementId }) => statementId !== header.statement.id)
	const found = likenesses(
		positions.map(({ text }) => text),
		others,
	)
	return positions.flatMap((position, index) => {
		const source = sources[position.blockId]
		return (found[index] ?? [])
			.filter(
				({ adopted, likeness }) =>
					likeness.kind === 'contradicts' || adopted.label !== source?.label || adopted.number !== source.number,
			)
			.map((each) => ({ ...position, ...each }))
	})
}

export type LikenessesView = StatementView & { readonly alike: readonly Alike[] }

/** Positions of a text beside those the coalition has adopted and that they repeat or contradict; null: no such statement. */
export function likenessesQuery(slug: string, statementId: string, now: Instant): Query<LikenessesView | null> {
	return mapQuery(
		allOf({ view: statementViewQuery(slug, statementId, now), bank: adoptedQuery(slug) }),
		({ view, bank }) => view && { ...view, alike: alikeIn(view, bank) },
	)
}

/** A text, and, right after an act wrote in it, how many of its positions are like adopted ones. */
export function savedTextQuery(
	slug: string,
	statementId: string,
	saved: boolean,
	now: Instant,
): Query<(TextView & { readonly alike: number }) | null> {
	const view = textViewQuery(slug, statementId, now)
	if (!saved) return mapQuery(view, (found) => found && { ...found, alike: 0 })
	return mapQuery(allOf({ view, bank: adoptedQuery(slug) }), ({ view: found, bank }) => {
		const alike = found && new Set(alikeIn(found, bank).map(({ blockId }) => blockId))
		return found && { ...found, alike: alike?.size ?? 0 }
	})
}
