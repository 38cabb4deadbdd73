import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { TOPIC_LISTS } from '#domain/coalition/topics.ts'

/** What a coalition sorts by. */
export const topic = sqliteTable(
	'topic',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		/** What is sorted by it: statements, or positions by whom they are about. */
		list: text({ enum: TOPIC_LISTS }).notNull().default('topic'),
		slug: text().notNull(),
		name: text().notNull(),
		/** Its name as it is sorted by. */
		sortName: text().notNull(),
		/** Since when it is put away; null: it is in use. */
		awayAt: integer(),
	},
	(table) => [uniqueIndex('topic_slug').on(table.coalitionId, table.slug)],
)

/** That a statement, or one from before Samsvar was used, is sorted under a topic. */
export const statementTopic = sqliteTable(
	'statement_topic',
	{ statementId: text().notNull(), topicId: text().notNull() },
	(table) => [
		primaryKey({ columns: [table.statementId, table.topicId] }),
		index('statement_topic_topic').on(table.topicId, table.statementId),
	],
)
