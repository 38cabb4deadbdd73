import * as z from 'zod'
import { allOf, mapQuery, type Query } from '#db/client.ts'
import { COALITION_BY_SLUG } from '#db/members/load-actor.ts'
import { meantInWords } from '#db/position/load-meant.ts'
import { id, row, rows } from '#db/rows.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { BlockId, BlockVersionId, Instant, StatementId } from '#domain/kernel/id.ts'
import { type Likeness, likenesses } from '#domain/position/likeness.ts'
import { type BlockVersion, numberBlocks } from '#domain/statement/block.ts'
import { LANGUAGES, WRITABLE } from '#domain/statement/statement.ts'
import { textMark } from '#domain/statement/text-mark.ts'
import { type TextView, textViewQuery } from '#read/comment/comments.ts'
import { type StatementView, statementViewQuery } from '#read/deciding/deciding.ts'
import { CITED, standsIn } from '#read/publication/stands-in.ts'
import { sourcesQuery } from './sources.ts'

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

const meantRow = row({ blockId: id<BlockId>(), adoptedIn: z.string(), number: z.number() })

/** What somebody has said is meant, of words that still stand. */
function meantQuery(statementId: string): Query<ReturnType<typeof meantRow>[]> {
	return rows(
		`SELECT likeness_meant.block_id, adopted_in, number FROM likeness_meant JOIN block ON block.id = likeness_meant.block_id
			WHERE likeness_meant.statement_id = ? AND ${meantInWords('block.version_id')}`,
		[statementId],
		meantRow,
	)
}

/** A position of a text beside an adopted one that it is like. */
export type Alike = {
	readonly blockId: BlockId
	readonly versionId: BlockVersionId
	readonly number: number
	readonly text: string
	readonly adopted: Adopted
	readonly likeness: Likeness
	/** Somebody who may write has said that it is meant, of these words. */
	readonly meant: boolean
}

type Compared = Pick<StatementView, 'sources'> & { readonly blocks: readonly BlockVersion[] }

const beside = (slug: string, statementId: string) => ({ bank: adoptedQuery(slug), meant: meantQuery(statementId) })

type Beside = { readonly bank: readonly Adopted[]; readonly meant: readonly ReturnType<typeof meantRow>[] }

/** In the order of the text. That a position is like the one it was taken from is no news, unless it says the opposite now, or may. */
function alikeIn(statementId: string, { blocks, sources }: Compared, { bank, meant }: Beside): Alike[] {
	const positions = numberBlocks(blocks.map(({ content }) => content)).flatMap(({ block, number }, index) => {
		const version = blocks[index]
		if (block.kind !== 'position' || number === null || !version) return []
		return [{ blockId: version.blockId, versionId: version.id, number, text: block.text }]
	})
	const others = bank.filter((each) => each.statementId !== statementId)
	const found = likenesses(
		positions.map(({ text }) => text),
		others,
	)
	return positions.flatMap((position, index) => {
		const source = sources[position.blockId]
		const isMeant = ({ statementId: adoptedIn, number }: Adopted) =>
			meant.some((each) => each.blockId === position.blockId && each.adoptedIn === adoptedIn && each.number === number)
		return (found[index] ?? [])
			.filter(
				({ adopted, likeness }) =>
					likeness.kind !== 'repeats' || adopted.label !== source?.label || adopted.number !== source.number,
			)
			.map((each) => ({ ...position, ...each, meant: isMeant(each.adopted) }))
	})
}

export type LikenessesView = StatementView & { readonly alike: readonly Alike[] }

/** Positions of a text beside those the coalition has adopted and that they repeat or contradict; null: no such statement. */
export function likenessesQuery(slug: string, statementId: string, now: Instant): Query<LikenessesView | null> {
	return mapQuery(
		allOf({ view: statementViewQuery(slug, statementId, now), ...beside(slug, statementId) }),
		({ view, ...found }) => view && { ...view, alike: alikeIn(statementId, view, found) },
	)
}

export type ToldLikenesses = {
	readonly alike: readonly Alike[]
	/** Of the text that was compared. */
	readonly mark: string
}

/** The same alone, for whoever is writing: without those that are meant. None where the text is not written any more. */
export function toldLikenessesQuery(slug: string, statementId: string): Query<ToldLikenesses | null> {
	return mapQuery(
		allOf({
			draft: draftQuery(slug, statementId),
			sources: sourcesQuery(statementId),
			...beside(slug, statementId),
		}),
		({ draft, sources, ...found }) => {
			if (!draft) return null
			const { blocks, statement } = draft
			const isWritten = WRITABLE.includes(statement.stage)
			const alike = isWritten ? alikeIn(statementId, { blocks, sources }, found) : []
			return { mark: textMark(blocks), alike: alike.filter(({ meant }) => !meant) }
		},
	)
}

/** A text, and, right after an act wrote in it, which of its positions are like adopted ones and not meant to be. */
export function savedTextQuery(
	slug: string,
	statementId: string,
	saved: boolean,
	now: Instant,
): Query<(TextView & { readonly alike: readonly Alike[] }) | null> {
	const view = textViewQuery(slug, statementId, now)
	if (!saved) return mapQuery(view, (found) => found && { ...found, alike: [] })
	return mapQuery(allOf({ view, ...beside(slug, statementId) }), ({ view: text, ...found }) => {
		return text && { ...text, alike: alikeIn(statementId, text, found).filter(({ meant }) => !meant) }
	})
}
