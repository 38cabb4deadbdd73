import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A person, known by name here only. Everything else carries the id. */
export const person = sqliteTable('person', {
	id: text().primaryKey(),
	/** Empty once erased. */
	name: text().notNull(),
	/** Language chosen by the person; null: follow the coalition. */
	language: text(),
	operator: integer({ mode: 'boolean' }).notNull().default(false),
	createdAt: integer().notNull(),
	erasedAt: integer(),
})

/** None to several for each person; the same address may belong to several persons. */
export const address = sqliteTable(
	'address',
	{
		personId: text().notNull(),
		/** Lower-cased e-mail address. */
		email: text().notNull(),
		createdAt: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.personId, table.email] }), index('address_email').on(table.email)],
)

export const session = sqliteTable(
	'session',
	{
		/** SHA-256 of the cookie's secret. */
		hash: text().primaryKey(),
		personId: text().notNull(),
		createdAt: integer().notNull(),
		authenticatedAt: integer().notNull(),
		/** Moved on as it is used, up to its longest life. */
		expiresAt: integer().notNull(),
		/** How its person signed in; null: begun before that was kept. */
		way: text(),
		/** Within an hour. */
		lastUsedAt: integer(),
	},
	(table) => [index('session_person').on(table.personId), index('session_expiry').on(table.expiresAt)],
)

/** A sign-in under way: a link and a typed code for the same thing, used up together. */
export const signIn = sqliteTable(
	'sign_in',
	{
		id: text().primaryKey(),
		/** The address it was sent to, or empty when the operator made it for one person. */
		email: text().notNull(),
		/** For whom alone it is; null where the address decides. */
		personId: text(),
		/** What somebody who signs in by the link has signed in with; null: a link in a mail. */
		way: text(),
		linkHash: text().notNull(),
		/** Keyed (see codes.ts). Null for links without a code, and where no mail was sent for what was asked. */
		codeHash: text(),
		/** SHA-256 of the nonce in the browser that asked: codes work in browsers that asked for the address only. */
		nonceHash: text(),
		createdAt: integer().notNull(),
		/** When it is forgotten. Good no longer than that. */
		expiresAt: integer().notNull(),
		attempts: integer().notNull().default(0),
		consumedAt: integer(),
		/** Of the link in a letter, until when it signs in: again, too, where its person has signed in. Null: once, until it is forgotten. */
		goodUntil: integer(),
		/** Asked for by a press on a letter's link: the browser has not said the address, and is not told it. */
		unsaid: integer({ mode: 'boolean' }).notNull().default(false),
	},
	(table) => [
		uniqueIndex('sign_in_link').on(table.linkHash),
		index('sign_in_nonce').on(table.nonceHash),
		index('sign_in_expiry').on(table.expiresAt),
		index('sign_in_code').on(table.email).where(sql`code_hash IS NOT NULL`),
	],
)

/** How often something was tried since its window began, so that guessing and flooding come to an end. */
export const rateLimit = sqliteTable(
	'rate_limit',
	{
		/** Keyed hash of what is counted: where attempts come from, an address that is mailed to, a card, all mails together. */
		key: text().primaryKey(),
		since: integer().notNull(),
		count: integer().notNull(),
	},
	(table) => [index('rate_limit_since').on(table.since)],
)

/**
 * A browser in which a person has signed in before. Alone it lets nobody in: what limits strangers in its network does not stop its
 * person.
 */
export const knownBrowser = sqliteTable(
	'known_browser',
	{
		/** SHA-256 of the cookie's secret. */
		hash: text().notNull(),
		personId: text().notNull(),
		expiresAt: integer().notNull(),
		/** When they signed out there, or somebody else signed in, or they ended sessions elsewhere; null: none of these since they last signed in. */
		leftAt: integer(),
	},
	(table) => [
		primaryKey({ columns: [table.hash, table.personId] }),
		index('known_browser_person').on(table.personId),
		index('known_browser_expiry').on(table.expiresAt),
	],
)

/** A printed card for signing in without e-mail: a handle and ten one-time codes. */
export const card = sqliteTable(
	'card',
	{
		handle: text().primaryKey(),
		personId: text().notNull(),
		/** Who had it printed. */
		issuedBy: text().notNull(),
		createdAt: integer().notNull(),
		revokedAt: integer(),
		/** Not to be mailed about before this instant; null: its person has been told, or was before that was done. */
		tellAt: integer(),
	},
	(table) => [index('card_person').on(table.personId), index('card_tell').on(table.tellAt)],
)

export const cardCode = sqliteTable(
	'card_code',
	{
		handle: text().notNull(),
		/** Keyed, as `KEY.HASH`; a plain SHA-256 is from before there was a key, and is keyed by the next job. */
		codeHash: text().notNull(),
		usedAt: integer(),
	},
	(table) => [
		primaryKey({ columns: [table.handle, table.codeHash] }),
		index('card_code_plain').on(table.handle).where(sql`length(code_hash) = 64`),
	],
)

/** A personal access token for the API, for one coalition. */
export const token = sqliteTable(
	'token',
	{
		hash: text().primaryKey(),
		id: text().notNull(),
		personId: text().notNull(),
		coalitionId: text().notNull(),
		name: text().notNull(),
		/** Space-separated. */
		scopes: text().notNull(),
		createdAt: integer().notNull(),
		expiresAt: integer().notNull(),
		revokedAt: integer(),
		/** Within an hour. */
		lastUsedAt: integer(),
		/** As of a card. */
		tellAt: integer(),
	},
	(table) => [index('token_person').on(table.personId), index('token_tell').on(table.tellAt)],
)

/** An address that somebody is to have, until it is theirs or not. Kept some time after, so that it can be seen and undone. */
export const addressChange = sqliteTable(
	'address_change',
	{
		id: text().primaryKey(),
		personId: text().notNull(),
		/** Lower-cased e-mail address. */
		email: text().notNull(),
		proposedBy: text().notNull(),
		/** Whose chair proposed it; null: the person did. */
		coalitionId: text(),
		/** The addresses the person had then: JSON. Each is told, and can refuse. */
		former: text().notNull(),
		createdAt: integer().notNull(),
		/** When the former addresses were told, or could not be. Null: not yet. */
		toldAt: integer(),
		/** From the address itself. */
		confirmedAt: integer(),
		/** By the person, signed in. */
		agreedAt: integer(),
		endedAt: integer(),
		/** What came of it: see address-change.ts. Null: nothing yet. */
		outcome: text(),
	},
	(table) => [
		index('address_change_person').on(table.personId),
		index('address_change_age').on(table.createdAt),
		index('address_change_open').on(table.confirmedAt).where(sql`ended_at IS NULL`),
	],
)

/** A mail about somebody's own name or addresses that is still to be sent, to one of them. */
export const directoryMail = sqliteTable(
	'directory_mail',
	{
		/** What it is about: a change of address, or the act that changed a name. */
		about: text().notNull(),
		kind: text().notNull(),
		email: text().notNull(),
		personId: text().notNull(),
		/** Whose chair did it; null: the person did. */
		coalitionId: text(),
		/** Of a name that was changed. */
		formerName: text(),
		newName: text(),
		createdAt: integer().notNull(),
		/** Not to be sent before this instant. */
		tellAt: integer().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.about, table.kind, table.email] }),
		index('directory_mail_tell').on(table.tellAt),
		index('directory_mail_person').on(table.personId),
	],
)

/** Where coalitions are found. A renamed one keeps its old slugs, which lead to the new for ever. */
export const slug = sqliteTable(
	'slug',
	{
		slug: text().primaryKey(),
		coalitionId: text().notNull(),
		current: integer({ mode: 'boolean' }).notNull(),
		createdAt: integer().notNull(),
	},
	(table) => [index('slug_coalition').on(table.coalitionId)],
)
