import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Amendments that associations are, or were, asked about in one question. */
export const consensusList = sqliteTable(
	'consensus_list',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		statementId: text().notNull(),
		openedAt: integer().notNull(),
		closesAt: integer().notNull(),
		/** The bylaws in force, as JSON. */
		bylaws: text().notNull(),
		/** JSON list: those that are asked, as they were called. */
		electorate: text().notNull(),
		/** JSON list: those that had nobody who could have objected. */
		unheard: text().notNull().default('[]'),
		settledAt: integer(),
		cancelledAt: integer(),
		cancelReason: text(),
		/** When those that have not answered are reminded by themselves. Null: never more. */
		remindAt: integer(),
	},
	(table) => [
		index('consensus_list_statement').on(table.statementId, table.openedAt),
		index('consensus_list_due').on(table.settledAt, table.closesAt),
		index('consensus_list_remind').on(table.remindAt).where(sql`remind_at IS NOT NULL`),
	],
)

/** An amendment on a list, in the version that is asked about. */
export const consensusItem = sqliteTable(
	'consensus_item',
	{
		listId: text().notNull(),
		amendmentId: text().notNull(),
		versionId: text().notNull(),
		ordinal: integer().notNull(),
		/** What the list came to for it; null while it is asked, and where the list was cancelled. */
		outcome: text(),
	},
	(table) => [
		primaryKey({ columns: [table.listId, table.amendmentId] }),
		index('consensus_item_amendment').on(table.amendmentId),
	],
)

/** What an association says of a list, as it stands. */
export const consensusAnswer = sqliteTable(
	'consensus_answer',
	{
		listId: text().notNull(),
		associationId: text().notNull(),
		/** JSON list: the amendments it objects to, with its reasons. */
		objections: text().notNull(),
		seatId: text(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.listId, table.associationId] })],
)
