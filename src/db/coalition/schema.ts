import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const coalition = sqliteTable(
	'coalition',
	{
		id: text().primaryKey(),
		name: text().notNull(),
		seriesPrefix: text().notNull(),
		preset: text().notNull(),
		/** By which bylaws is decided until `preset` comes into force; null: it is in force. */
		formerPreset: text(),
		formerUntil: integer(),
		language: text().notNull(),
		listed: integer({ mode: 'boolean' }).notNull(),
		demo: integer({ mode: 'boolean' }).notNull(),
		createdAt: integer().notNull(),
		/** Public pages are offered in English too. */
		english: integer({ mode: 'boolean' }).notNull().default(true),
		/** The colour of links and buttons on light backgrounds, `#rrggbb`; null: Samsvar's own. */
		accent: text(),
		/** JSON: which file, what kind and size of picture, and what it shows; null: none. */
		logo: text(),
		/** Its name as it is sorted and searched by. */
		sortName: text().notNull().default(''),
	},
	(table) => [index('coalition_listed').on(table.listed, table.sortName, table.id)],
)

export const association = sqliteTable(
	'association',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		name: text().notNull(),
		area: text().notNull(),
		ordinal: integer().notNull(),
		joinedAt: integer().notNull().default(0),
		/** Ahead: until when it is a member. */
		leftAt: integer(),
	},
	(table) => [index('association_coalition').on(table.coalitionId, table.ordinal)],
)

export const seat = sqliteTable(
	'seat',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		associationId: text(),
		personId: text().notNull(),
		role: text().notNull(),
		givenAt: integer().notNull().default(0),
		from: integer('from_at').notNull(),
		/** When it is over: its term, or before then its association, which leaves. */
		until: integer('until_at'),
		/** Until when it was given; null: until further notice. */
		termUntil: integer(),
		endedAt: integer(),
		endedBy: text(),
		/** Whether its holder had no address then, so that no mail told of it. */
		endedUnreached: integer({ mode: 'boolean' }).notNull().default(false),
		takenBackAt: integer(),
	},
	(table) => [
		index('seat_person').on(table.personId),
		index('seat_coalition').on(table.coalitionId),
		index('seat_association').on(table.associationId),
	],
)

/** That somebody whom no mail reaches was told by other means of what a row of the outbox was to tell. */
export const toldByHand = sqliteTable(
	'told_by_hand',
	{
		coalitionId: text().notNull(),
		/** The act that there was to be told of, as what, and to whom: an association, or whose seat it was. */
		actId: text().notNull(),
		notice: text().notNull(),
		about: text().notNull(),
		at: integer().notNull(),
		/** Who says so. */
		personId: text().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.actId, table.notice, table.about] }),
		index('told_by_hand_about').on(table.about, table.notice),
	],
)
