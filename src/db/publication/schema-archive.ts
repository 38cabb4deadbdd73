import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A published statement as the archive lists it: narrow, so that thousands are counted without reading a text. */
export const archiveEntry = sqliteTable(
	'archive_entry',
	{
		statementId: text().primaryKey(),
		coalitionId: text().notNull(),
		year: integer().notNull(),
		number: integer().notNull(),
		language: text().notNull(),
		/** Who asked, and what the inquiry is called there; empty where nobody asked. As they were recorded. */
		authority: text().notNull(),
		inquiry: text().notNull(),
		references: text('inquiry_references').notNull(),
	},
	(table) => [index('archive_entry_coalition').on(table.coalitionId, table.year, table.number)],
)

/** What is in the index of words, `search_index`, by the number of its row there. A coalition's lie beside each other. */
export const searchEntry = sqliteTable(
	'search_entry',
	{ id: integer().primaryKey(), coalitionId: text().notNull(), statementId: text().notNull() },
	(table) => [
		uniqueIndex('search_entry_statement').on(table.statementId),
		index('search_entry_coalition').on(table.coalitionId, table.id),
	],
)

/** Published statements that are not in the index of words yet, or no longer as they may be read. */
export const searchWaiting = sqliteTable(
	'search_waiting',
	{ coalitionId: text().notNull(), statementId: text().notNull() },
	(table) => [primaryKey({ columns: [table.coalitionId, table.statementId] })],
)
