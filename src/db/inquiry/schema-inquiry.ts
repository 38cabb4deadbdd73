import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const inquiry = sqliteTable(
	'inquiry',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		status: text().notNull(),
		title: text().notNull(),
		sender: text().notNull(),
		references: text('reference_numbers').notNull(),
		dueOn: text(),
		sendTo: text().notNull(),
		copyTo: text().notNull(),
		/** JSON list of title and URL. */
		documents: text().notNull(),
		note: text().notNull(),
		kind: text().notNull().default('other'),
		/** JSON lists. */
		formats: text().notNull().default('[]'),
		invited: text().notNull().default('[]'),
		extendedFrom: text(),
		declineReason: text(),
		receivedAt: integer().notNull(),
	},
	(table) => [index('inquiry_coalition').on(table.coalitionId, table.receivedAt)],
)

export const dueDate = sqliteTable(
	'due_date',
	{
		actId: text().primaryKey(),
		inquiryId: text().notNull(),
		dueOn: text(),
		note: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [index('due_date_inquiry').on(table.inquiryId, table.at)],
)
