import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Of the acts those that are counted by the day: few, so that all others need no index more. As a condition on `act`. */
export const DIRECTORY_ACTS = "kind IN ('mendName', 'proposeAddress')"

/** Of the events those of standard texts, for the history of each. As a condition on `event`. */
export const ON_STANDARD_TEXTS = "type IN ('standardTextKept', 'standardTextChanged')"

/** One row per thing a person did: inserted under all guards, and everything else that the act wrote hangs on it. */
export const act = sqliteTable(
	'act',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		personId: text().notNull(),
		seatId: text(),
		/** How the person had signed in; null: nobody had, or it was not kept yet. */
		way: text(),
		kind: text().notNull(),
		/** Idempotency key, unique per person. */
		key: text().notNull(),
		/** SHA-256 of what was asked for. Of a secret vote it leaves the choice out. */
		payloadHash: text().notNull(),
		/** What the first attempt returned, as JSON: a replay returns it again. */
		result: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [
		uniqueIndex('act_key').on(table.personId, table.key),
		index('act_directory').on(table.coalitionId, table.kind, table.at).where(sql.raw(DIRECTORY_ACTS)),
	],
)

/** The audit trail. Never updated, never deleted. */
export const event = sqliteTable(
	'event',
	{
		/** Place in the whole log. */
		position: integer().primaryKey({ autoIncrement: true }),
		coalitionId: text().notNull(),
		stream: text().notNull(),
		seq: integer().notNull(),
		/** Inserted as a look-up of the act's row, so that events of a refused act violate NOT NULL and take the whole batch down. */
		actId: text().notNull(),
		statementId: text(),
		type: text().notNull(),
		version: integer().notNull(),
		payload: text().notNull(),
	},
	(table) => [
		uniqueIndex('event_stream').on(table.stream, table.seq),
		index('event_statement').on(table.statementId, table.position),
		index('event_coalition').on(table.coalitionId, table.position),
		index('event_act').on(table.actId),
		index('event_standard_text').on(sql`payload ->> '$.textId'`, table.position).where(sql.raw(ON_STANDARD_TEXTS)),
	],
)

/** What somebody must be told: references only, composed at delivery. */
export const outbox = sqliteTable(
	'outbox',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		coalitionId: text().notNull(),
		actId: text().notNull(),
		kind: text().notNull(),
		seatId: text(),
		statementId: text(),
		ballotId: text(),
		associationId: text(),
		createdAt: integer().notNull(),
		/** Not to be tried before this instant; moved on by each attempt. */
		nextAt: integer().notNull(),
		attempts: integer().notNull().default(0),
		deliveredAt: integer(),
	},
	(table) => [
		index('outbox_due').on(table.deliveredAt, table.nextAt),
		index('outbox_statement').on(table.statementId),
		index('outbox_act').on(table.actId),
		index('outbox_told').on(table.coalitionId, table.kind, table.createdAt, table.actId),
		index('outbox_readers').on(table.coalitionId, table.kind, table.associationId, table.deliveredAt),
	],
)

/** That a notice was handed over for a person, or may have been, so that a repeated attempt does not send it to them again. */
export const delivery = sqliteTable(
	'delivery',
	{
		outboxId: integer().notNull(),
		personId: text().notNull(),
		at: integer().notNull(),
		/** How often it was sent without knowing whether it was taken, counted before each is sent; 0: it was taken. */
		unsure: integer().notNull().default(0),
	},
	(table) => [primaryKey({ columns: [table.outboxId, table.personId] })],
)
