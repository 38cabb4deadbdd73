import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const ballot = sqliteTable(
	'ballot',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		statementId: text().notNull(),
		/** What it is about, as JSON. */
		subject: text().notNull().default('{"kind":"text"}'),
		textHash: text().notNull(),
		track: text().notNull(),
		opensAt: integer().notNull(),
		closesAt: integer().notNull(),
		signoffDueAt: integer().notNull(),
		/** The bylaws in force, as JSON. */
		bylaws: text().notNull(),
		/** Why there was less time than they promise. */
		urgent: text(),
		closedAt: integer(),
		closedBy: text(),
		/** The outcome counted once after closing, as JSON. */
		outcome: text(),
		/** Set when the decision was taken at a meeting. */
		heldOn: text(),
		minutes: text(),
		/** How often it went on after too few had voted. */
		extensions: integer().notNull().default(0),
		/** Referred back or withdrawn before it was decided. */
		voidedAt: integer(),
		/** When those that have not voted on amendments are next reminded by themselves. Null: never; of a text its own says it. */
		remindAt: integer(),
	},
	(table) => [
		index('ballot_statement').on(table.statementId),
		index('ballot_due').on(table.outcome, table.closesAt),
		index('ballot_remind').on(table.remindAt).where(sql`remind_at IS NOT NULL`),
		// The amendments that it is about.
		index('ballot_amendment').on(sql`subject ->> '$.amendmentId'`),
		index('ballot_against').on(sql`subject ->> '$.against.amendmentId'`),
	],
)

/** The electorate, frozen when the ballot opened. */
export const elector = sqliteTable(
	'elector',
	{
		ballotId: text().notNull(),
		associationId: text().notNull(),
		name: text().notNull(),
		area: text().notNull(),
		ordinal: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.ballotId, table.associationId] })],
)

export const vote = sqliteTable(
	'vote',
	{
		ballotId: text().notNull(),
		associationId: text().notNull(),
		choice: text().notNull(),
		signs: integer({ mode: 'boolean' }).notNull(),
		dissentKind: text(),
		dissentText: text(),
		method: text().notNull(),
		seatId: text(),
		actId: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.ballotId, table.associationId] })],
)

/** That an association has voted in a secret ballot; not when. */
export const turnout = sqliteTable(
	'turnout',
	{
		ballotId: text().notNull(),
		associationId: text().notNull(),
	},
	(table) => [primaryKey({ columns: [table.ballotId, table.associationId] })],
)

/**
 * The papers of secret ballots, under random keys: no time, no act, no association, and (WITHOUT ROWID, in the
 * migration) no order of arrival; nor has the index, which is in the order of the keys. How they lie in a page does tell their order while the ballot is open, so they are
 * written anew when it is counted. Not made from events, so a rebuild
 * leaves them be.
 */
export const paper = sqliteTable(
	'paper',
	{
		key: text().primaryKey(),
		ballotId: text().notNull(),
		/** Filled up with spaces, so that all rows are equally long. */
		choice: text().notNull(),
	},
	(table) => [index('paper_ballot').on(table.ballotId)],
)

/** That an association says the vote entered for it from a meeting's minutes is not right, and whether it says so still. */
export const contest = sqliteTable(
	'contest',
	{
		ballotId: text().notNull(),
		associationId: text().notNull(),
		/** How it says that it voted; null where it does not say. */
		voted: text(),
		reason: text().notNull(),
		/** Until the association takes it back. */
		standing: integer({ mode: 'boolean' }).notNull(),
		/** Of who said it, or took it back. */
		seatId: text(),
		actId: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.ballotId, table.associationId] })],
)

export const signoff = sqliteTable(
	'signoff',
	{
		statementId: text().notNull(),
		associationId: text().notNull(),
		answer: text().notNull(),
		textHash: text().notNull(),
		reason: text().notNull(),
		method: text().notNull(),
		seatId: text(),
		/** Null where a yes vote carried it. */
		actId: text(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.statementId, table.associationId] })],
)
