import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const notice = sqliteTable(
	'notice',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		status: text().notNull(),
		how: text().notNull(),
		title: text().notNull(),
		text: text().notNull(),
		/** JSON list of the name of a file and why it was not taken. */
		leftOut: text().notNull(),
		/** What it became. */
		inquiryId: text(),
		takenAt: integer().notNull(),
	},
	(table) => [
		index('notice_coalition').on(table.coalitionId, table.status, table.takenAt),
		index('notice_inquiry').on(table.inquiryId),
	],
)

/** Files whose bytes are kept under `coalition_id/sha256`: those of notices, of inquiries, and of letters about an answer. */
export const file = sqliteTable(
	'file',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		/** What it came in with; null when it was laid with the inquiry later. */
		noticeId: text(),
		/** The letter about an answer that it came with; null for all others. */
		replyId: text(),
		/** Null while its notice waits, and of what came with a letter about an answer. */
		inquiryId: text(),
		sha256: text().notNull(),
		name: text().notNull(),
		mediaType: text().notNull(),
		size: integer().notNull(),
		/** What was read in it. */
		text: text().notNull().default(''),
		gap: text(),
		ordinal: integer().notNull(),
		at: integer().notNull(),
		removedAt: integer(),
	},
	(table) => [
		index('file_coalition').on(table.coalitionId),
		index('file_notice').on(table.noticeId),
		index('file_inquiry').on(table.inquiryId),
		index('file_reply').on(table.replyId),
	],
)
