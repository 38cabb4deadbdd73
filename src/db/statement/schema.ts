import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { STANDARD_USES } from '#domain/statement/standard-use.ts'

export const statement = sqliteTable(
	'statement',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		inquiryId: text(),
		kind: text().notNull(),
		language: text().notNull(),
		title: text().notNull(),
		track: text().notNull(),
		stage: text().notNull(),
		/** Ids of the blocks in order, as a JSON list, while the text is being written. */
		blockOrder: text().notNull(),
		revisionId: text(),
		textHash: text(),
		/** The ballot that text was put to. */
		ballotId: text(),
		consultationDueAt: integer(),
		signoffDueAt: integer(),
		/** When those that have not answered what is asked about it are next reminded by themselves. Null: never. */
		remindAt: integer(),
		/** Why it was last referred back, or withdrawn. */
		reason: text(),
		createdAt: integer().notNull(),
		changedAt: integer().notNull(),
	},
	(table) => [
		index('statement_coalition').on(table.coalitionId, table.changedAt),
		index('statement_inquiry').on(table.inquiryId),
		// Those that wait for it are few, and are looked for every minute.
		index('statement_remind').on(table.remindAt).where(sql`remind_at IS NOT NULL`),
	],
)

/** Each block's current version. */
export const block = sqliteTable(
	'block',
	{ id: text().primaryKey(), statementId: text().notNull(), versionId: text().notNull() },
	(table) => [index('block_statement').on(table.statementId)],
)

/** Every version a block ever had. Never changed. */
export const blockVersion = sqliteTable(
	'block_version',
	{
		id: text().primaryKey(),
		blockId: text().notNull(),
		statementId: text().notNull(),
		content: text().notNull(),
		personId: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [
		index('block_version_block').on(table.blockId, table.at),
		index('block_version_statement').on(table.statementId),
	],
)

/** A text fixed under its hash: the ordered list of its block versions. */
export const revision = sqliteTable(
	'revision',
	{
		id: text().primaryKey(),
		statementId: text().notNull(),
		title: text().notNull(),
		language: text().notNull(),
		/** JSON list of block versions, content and all. */
		blocks: text().notNull(),
		textHash: text().notNull(),
		/** JSON: what the hash was made with. Null: it was fixed before there were salts. */
		salts: text(),
		/** Set on a revision made by an editorial change after the vote. */
		editorialNote: text(),
		at: integer().notNull(),
	},
	(table) => [index('revision_statement').on(table.statementId, table.at)],
)

export const stance = sqliteTable(
	'stance',
	{
		statementId: text().notNull(),
		associationId: text().notNull(),
		blockId: text().notNull(),
		versionId: text().notNull(),
		stance: text().notNull(),
		reason: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.statementId, table.associationId, table.blockId] })],
)

/** Which blocks came from the position bank: of which statement, under which number there. */
export const blockSource = sqliteTable(
	'block_source',
	{ blockId: text().primaryKey(), statementId: text().notNull(), number: integer().notNull() },
	(table) => [index('block_source_position').on(table.statementId, table.number)],
)

/** A text that the coalition keeps to use again. */
export const standardText = sqliteTable(
	'standard_text',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		name: text().notNull(),
		/** Its name as it is sorted by. */
		sortName: text().notNull(),
		use: text({ enum: STANDARD_USES }).notNull(),
		/** JSON list of blocks, without ids. */
		blocks: text().notNull(),
		changedAt: integer().notNull(),
		/** Since when it is taken away; null: it is in use. */
		awayAt: integer(),
	},
	(table) => [index('standard_text_coalition').on(table.coalitionId)],
)

export const dispatch = sqliteTable(
	'dispatch',
	{
		actId: text().primaryKey(),
		statementId: text().notNull(),
		sentOn: text().notNull(),
		how: text().notNull(),
		to: text('sent_to').notNull(),
		at: integer().notNull(),
	},
	(table) => [index('dispatch_statement').on(table.statementId)],
)
