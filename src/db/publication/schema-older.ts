import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A statement from before Samsvar was used, as it was brought in or last corrected. */
export const olderStatement = sqliteTable(
	'older_statement',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		year: integer().notNull(),
		/** Null: it never had one. */
		number: integer(),
		/** In its address: the number, or `a1`, `a2` … */
		place: text().notNull(),
		/** Among those of its year in lists. */
		ordinal: integer().notNull(),
		label: text().notNull(),
		title: text().notNull(),
		language: text().notNull(),
		/** All that is known of it, as JSON; for the chair alone once it was taken away. */
		content: text().notNull(),
		/** JSON list of when and why it was corrected. */
		corrections: text().notNull().default('[]'),
		importedAt: integer().notNull(),
		changedAt: integer().notNull(),
		removedAt: integer(),
		removedReason: text().notNull().default(''),
	},
	(table) => [uniqueIndex('older_statement_place').on(table.coalitionId, table.year, table.place)],
)

/** That an association says it does not know of it. */
export const olderContest = sqliteTable(
	'older_contest',
	{
		olderId: text().notNull(),
		associationId: text().notNull(),
		reason: text().notNull(),
		standing: integer().notNull(),
		/** The seat it was said from, or taken back from. */
		seatId: text(),
		at: integer().notNull(),
		/** The older statement that it was said of, where this is the same one brought in anew, or was until it was corrected; null: of this. */
		carriedFrom: text(),
	},
	(table) => [
		primaryKey({ columns: [table.olderId, table.associationId] }),
		index('older_contest_association').on(table.associationId),
	],
)
