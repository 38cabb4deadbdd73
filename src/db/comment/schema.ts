import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A comment on a text with what was said about it. Its id is that of the first comment. */
export const commentThread = sqliteTable(
	'comment_thread',
	{
		id: text().primaryKey(),
		statementId: text().notNull(),
		/** What it is about, in the version that was read; null for the whole text. */
		blockId: text(),
		versionId: text(),
		/** The words of it that the comment is about, as JSON; null: all of it. */
		quote: text(),
		/** How far the thread's stream has come. */
		seq: integer().notNull(),
		at: integer().notNull(),
		/** When it was answered last; null while it is open. */
		resolvedAt: integer(),
	},
	(table) => [index('comment_thread_statement').on(table.statementId)],
)

/** One thing said in a thread: the comment itself, a reply, an answer, or what remains after one. */
export const comment = sqliteTable(
	'comment',
	{
		id: text().primaryKey(),
		threadId: text().notNull(),
		statementId: text().notNull(),
		/** Its place in the thread. */
		seq: integer().notNull(),
		kind: text().notNull(),
		replyTo: text(),
		/** Null: said for the coalition. */
		associationId: text(),
		personId: text().notNull(),
		seatId: text(),
		actId: text().notNull(),
		/** Empty when it was taken back, and so is what it said before. */
		text: text().notNull(),
		/** What it said before it was reworded: a JSON list of texts, each with the instant it was written. */
		earlier: text().notNull().default('[]'),
		at: integer().notNull(),
		changedAt: integer(),
		withdrawnAt: integer(),
		/** Since when the chair hides it; null: it is shown. */
		hiddenAt: integer(),
		/** Each time it was hidden: a JSON list of when, by whom, why, and when it was shown again. */
		hidings: text().notNull().default('[]'),
	},
	(table) => [
		index('comment_statement').on(table.statementId, table.at),
		index('comment_thread_id').on(table.threadId, table.seq),
		index('comment_act').on(table.actId),
		index('comment_association').on(table.statementId, table.associationId),
	],
)

/** That an association agrees with what began a thread. */
export const commentAgreement = sqliteTable(
	'comment_agreement',
	{
		threadId: text().notNull(),
		associationId: text().notNull(),
		statementId: text().notNull(),
		personId: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.threadId, table.associationId] }),
		index('comment_agreement_association').on(table.statementId, table.associationId),
	],
)

/** How far an association has read the answers to its comments. */
export const answersRead = sqliteTable(
	'answers_read',
	{ statementId: text().notNull(), associationId: text().notNull(), upTo: integer().notNull() },
	(table) => [primaryKey({ columns: [table.statementId, table.associationId] })],
)
