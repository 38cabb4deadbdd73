import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LEVELS } from '#domain/position/level.ts'

/** At which level a position of a published text, or of one from before Samsvar was used, asks for something. */
export const positionSorting = sqliteTable(
	'position_sorting',
	{ statementId: text().notNull(), number: integer().notNull(), level: text({ enum: LEVELS }).notNull() },
	(table) => [primaryKey({ columns: [table.statementId, table.number] })],
)

/** Whom it is about: a topic of the list of groups. */
export const positionGroup = sqliteTable(
	'position_group',
	{ statementId: text().notNull(), number: integer().notNull(), topicId: text().notNull() },
	(table) => [
		primaryKey({ columns: [table.statementId, table.number, table.topicId] }),
		index('position_group_topic').on(table.topicId),
	],
)

/** That a position is meant to be like an adopted one, in the words of the version of which it was last said. */
export const likenessMeant = sqliteTable(
	'likeness_meant',
	{
		statementId: text().notNull(),
		blockId: text().notNull(),
		versionId: text().notNull(),
		adoptedIn: text().notNull(),
		number: integer().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.blockId, table.adoptedIn, table.number] }),
		index('likeness_meant_statement').on(table.statementId),
	],
)
