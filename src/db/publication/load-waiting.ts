import * as z from 'zod'
import { mapQuery, type Query } from '#db/client.ts'
import { id, json, row, rows } from '#db/rows.ts'
import type { CoalitionId, StatementId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { textSchema } from '#schema/statement.ts'
import type { Searchable } from './search-index.ts'
import { REDACTION_PLACES } from './withheld.ts'

const waitingRow = row({
	coalitionId: id<CoalitionId>(),
	statementId: id<StatementId>(),
	label: z.string(),
	textBytes: z.string(),
	places: json(z.array(z.number())),
	withheld: z.number(),
	changedAt: z.number().nullable(),
})

type Row = ReturnType<typeof waitingRow>

/** One that waits, by its place among them. */
export type Waiting = Pick<Row, 'coalitionId' | 'statementId' | 'withheld'> & {
	/** @throws where its text cannot be read. */
	readonly read: () => Searchable
}

/** Statements, published here or brought in, that wait to come into the index of words: up to `limit`, from the one after `last` on. */
export function waitingQuery(limit: number, last?: Waiting): Query<Waiting[]> {
	return mapQuery(
		rows(
			`SELECT waiting.coalition_id, waiting.statement_id, COALESCE(publication.label, older.label) AS label,
				COALESCE(text_bytes, json_object('title', older.title, 'language', older.language,
					'blocks', json_extract(older.content, '$.blocks'))) AS text_bytes,
				(SELECT json_group_array(place.key) FROM ${REDACTION_PLACES}
					WHERE redaction.statement_id = waiting.statement_id) AS places,
				(SELECT COUNT(*) FROM redaction WHERE statement_id = waiting.statement_id) AS withheld, older.changed_at
			FROM search_waiting AS waiting
			LEFT JOIN publication ON publication.statement_id = waiting.statement_id
			LEFT JOIN older_statement AS older ON older.id = waiting.statement_id
			WHERE (waiting.coalition_id, waiting.statement_id) > (?, ?) ORDER BY waiting.coalition_id, waiting.statement_id LIMIT ?`,
			[last?.coalitionId ?? '', last?.statementId ?? '', limit],
			waitingRow,
		),
		(found) => found.map((each) => ({ ...each, read: () => searchable(each) })),
	)
}

function searchable({ label, textBytes, places, changedAt, coalitionId, statementId, withheld }: Row): Searchable {
	const { language, title, blocks } = textSchema.parse(JSON.parse(textBytes))
	const shown = blocks.filter((_block, place) => !places.includes(place))
	const [positions, others] = [shown.filter(isPosition), shown.filter((block) => !isPosition(block))]
	return {
		...{ coalitionId, statementId, withheld, language },
		asOf: changedAt ?? withheld,
		titles: [label, title],
		positions: positions.flatMap(textsIn),
		texts: others.flatMap(textsIn),
	}
}

const isPosition = ({ kind }: Block) => kind === 'position' || kind === 'subPoint'

/** All that a reader can see of a block. */
function textsIn({ kind: _kind, ...parts }: Block): string[] {
	const found: string[] = []
	const visit = (part: unknown): void => {
		if (typeof part === 'string') found.push(part)
		else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) visit(inner)
	}
	visit(parts)
	return found
}
