import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** An amendment to a text, as it stands. */
export const amendment = sqliteTable(
	'amendment',
	{
		id: text().primaryKey(),
		statementId: text().notNull(),
		number: integer().notNull(),
		associationId: text().notNull(),
		personId: text().notNull(),
		state: text().notNull(),
		/** The version that counts. */
		versionId: text().notNull(),
		at: integer().notNull(),
		/** Since when others see it; null: never yet. */
		putForwardAt: integer(),
		/** What was said when it was decided, by whom and when, and whether of their own association; null while it is not. */
		note: text(),
		decidedSeatId: text(),
		decidedAt: integer(),
		own: integer({ mode: 'boolean' }).notNull().default(false),
		/** The ballot that decided on it, whatever was merged of it since. */
		decidedIn: text(),
		/** The comment that it was made of; null where it was made of none. */
		threadId: text(),
	},
	(table) => [
		uniqueIndex('amendment_number').on(table.statementId, table.number),
		index('amendment_thread').on(table.threadId),
	],
)

/** Every version an amendment ever had. Never changed. */
export const amendmentVersion = sqliteTable(
	'amendment_version',
	{
		id: text().primaryKey(),
		amendmentId: text().notNull(),
		statementId: text().notNull(),
		/** JSON list: the stretch of the text that was seen, by versions of blocks. */
		seen: text().notNull(),
		/** JSON list: what is wanted in its place. */
		wanted: text().notNull(),
		reason: text().notNull(),
		/** JSON list: the ids of the blocks that it touches. */
		touches: text().notNull().default('[]'),
		/** Characters that it strikes and puts in. */
		reach: integer().notNull().default(0),
		personId: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [
		index('amendment_version_amendment').on(table.amendmentId, table.at),
		index('amendment_version_statement').on(table.statementId),
	],
)

/** That another association stands behind an amendment, in that version. */
export const amendmentJoin = sqliteTable(
	'amendment_join',
	{
		amendmentId: text().notNull(),
		associationId: text().notNull(),
		versionId: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.amendmentId, table.associationId] })],
)

/** That an amendment came into the text by an act, and which words of it. */
export const amendmentMerge = sqliteTable(
	'amendment_merge',
	{
		amendmentId: text().notNull(),
		/** The act. */
		actId: text().notNull(),
		statementId: text().notNull(),
		/** The version that came in. */
		versionId: text().notNull(),
		outcome: text().notNull(),
		/** What was said of the words that came in otherwise. */
		note: text().notNull(),
		/** JSON list: its words, and the versions of blocks that they stand in. */
		parts: text().notNull(),
		/** JSON: what it was before. */
		before: text().notNull(),
		at: integer().notNull(),
		/** Since when it is undone; null: it is not. */
		undoneAt: integer(),
	},
	(table) => [
		primaryKey({ columns: [table.amendmentId, table.actId] }),
		index('amendment_merge_statement').on(table.statementId, table.at),
		index('amendment_merge_act').on(table.actId),
	],
)
