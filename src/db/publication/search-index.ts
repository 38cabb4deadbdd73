import type { InValue } from '@libsql/client/web'
import type { CoalitionId, StatementId } from '#domain/kernel/id.ts'
import type { Language } from '#domain/statement/statement.ts'
import { indexed } from './search-terms.ts'

type Statement = { readonly sql: string; readonly args: InValue[] }

/** What is published and can be searched. What is withheld is not in it. */
export type Searchable = {
	readonly coalitionId: CoalitionId
	readonly statementId: StatementId
	readonly language: Language
	/** Its number among the coalition's, and its title. */
	readonly titles: readonly string[]
	readonly positions: readonly string[]
	/** All its other texts. */
	readonly texts: readonly string[]
	/** How many of its blocks are withheld. */
	readonly withheld: number
	/** What tells whether it is as it was read: how many of its blocks were withheld; of one from before, when it was last changed. */
	readonly asOf: number
}

/** How many rows of the index are kept free for a coalition: its rows lie beside each other, and a search reads no others. */
const ROOM = 1_048_576

/**
 * Writes what can be searched into the index of words, in place of what stands there: the one place where that is done, for whatever
 * is published. Nothing is written where it was changed or more was withheld meanwhile; it goes on waiting then.
 */
export function writeToIndex(found: Searchable): Statement[] {
	const { coalitionId, statementId, language, titles, positions, texts, asOf } = found
	return [
		...outOfIndex(statementId),
		{
			sql: `INSERT INTO search_entry (id, coalition_id, statement_id)
				SELECT COALESCE((SELECT MAX(id) + 1 FROM search_entry WHERE coalition_id = ?1),
					(COALESCE((SELECT MAX(id) FROM search_entry), 0) / ${ROOM} + 1) * ${ROOM}), ?1, ?2
				WHERE COALESCE((SELECT changed_at FROM older_statement WHERE id = ?2 AND removed_at IS NULL),
					(SELECT COUNT(*) FROM redaction WHERE statement_id = ?2)) = ?3`,
			args: [coalitionId, statementId, asOf],
		},
		{
			sql: 'INSERT INTO search_index (rowid, title, positions, texts) SELECT id, ?, ?, ? FROM search_entry WHERE statement_id = ?',
			args: [indexed(titles, language), indexed(positions, language), indexed(texts, language), statementId],
		},
		{
			sql: `DELETE FROM search_waiting WHERE coalition_id = ?1 AND statement_id = ?2
				AND EXISTS (SELECT 1 FROM search_entry WHERE statement_id = ?2)`,
			args: [coalitionId, statementId],
		},
	]
}

/** Takes a statement out of the index, and from among those that wait to come into it. */
export const leaveIndex = (coalitionId: string, statementId: string): Statement[] => [
	...outOfIndex(statementId),
	{
		sql: 'DELETE FROM search_waiting WHERE coalition_id = ? AND statement_id = ?',
		args: [coalitionId, statementId],
	},
]

const outOfIndex = (statementId: string): Statement[] => [
	{
		sql: 'DELETE FROM search_index WHERE rowid = (SELECT id FROM search_entry WHERE statement_id = ?)',
		args: [statementId],
	},
	{ sql: 'DELETE FROM search_entry WHERE statement_id = ?', args: [statementId] },
]

/** Puts it among those that wait to come into the index, and takes it out of there meanwhile. */
export const awaitIndex = (coalitionId: string, statementId: string): Statement[] => [
	...outOfIndex(statementId),
	{
		sql: 'INSERT OR IGNORE INTO search_waiting (coalition_id, statement_id) VALUES (?, ?)',
		args: [coalitionId, statementId],
	},
]
