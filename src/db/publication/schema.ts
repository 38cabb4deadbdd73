import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A published statement: its number, and the bytes that were hashed. */
export const publication = sqliteTable(
	'publication',
	{
		statementId: text().primaryKey(),
		coalitionId: text().notNull(),
		year: integer().notNull(),
		number: integer().notNull(),
		label: text().notNull(),
		title: text().notNull(),
		textHash: text().notNull(),
		recordHash: text().notNull(),
		/** Canonical bytes (RFC 8785) of the text as it reads. */
		textBytes: text().notNull(),
		/** Canonical bytes of the record. */
		recordBytes: text().notNull(),
		/** Canonical bytes of the text as it was hashed, by leaves. Null: it was hashed as it reads. */
		sealedText: text(),
		/** Canonical bytes of what the leaves in text and record stand for. Null: there are none. */
		revealed: text(),
		/** Of a record with many answers: what they come to, and the rest of it. Made from the two above. Null: it has few. */
		overview: text(),
		publishedAt: integer().notNull(),
		/** How the coalition looked when it published: the colour and the logo that its letters have, for ever. */
		accent: text(),
		logo: text(),
	},
	(table) => [
		uniqueIndex('publication_number').on(table.coalitionId, table.year, table.number),
		index('publication_record').on(table.recordHash),
		index('publication_date').on(table.coalitionId, table.publishedAt),
	],
)

/** The position bank: every position of every published text. */
export const adoptedPosition = sqliteTable(
	'adopted_position',
	{
		coalitionId: text().notNull(),
		statementId: text().notNull(),
		number: integer().notNull(),
		text: text().notNull(),
		/** JSON list. */
		subPoints: text().notNull(),
		/** Where in the text its blocks stand, counted from 0. */
		first: integer('first_block').notNull(),
		last: integer('last_block').notNull(),
		/** For searching: title and text in lower case, and their stems between spaces. */
		folded: text().notNull(),
		stems: text().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.statementId, table.number] }),
		index('adopted_position_coalition').on(table.coalitionId),
	],
)

/** A block of a published text whose bytes are withheld. */
export const redaction = sqliteTable(
	'redaction',
	{ statementId: text().notNull(), blockId: text().notNull(), ground: text().notNull(), at: integer().notNull() },
	(table) => [primaryKey({ columns: [table.statementId, table.blockId] })],
)

/** What associations say of what is withheld of a text: of each the last. */
export const withheldContest = sqliteTable(
	'withheld_contest',
	{
		statementId: text().notNull(),
		associationId: text().notNull(),
		reason: text().notNull(),
		standing: integer().notNull(),
		/** The seat it was said from, or taken back from. */
		seatId: text(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.statementId, table.associationId] })],
)

/** A document that tells what came of a published statement's positions. */
export const decisionDocument = sqliteTable(
	'decision_document',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		statementId: text().notNull(),
		kind: text().notNull(),
		title: text().notNull(),
		/** Empty: it is not on the web. */
		url: text().notNull(),
		/** `YYYY-MM-DD`. */
		datedOn: text().notNull(),
		recordedAt: integer().notNull(),
		/** When what it tells was last recorded. */
		changedAt: integer().notNull(),
	},
	(table) => [index('decision_document_statement').on(table.statementId)],
)

/** What a document tells of a position. */
export const positionOutcome = sqliteTable(
	'position_outcome',
	{
		documentId: text().notNull(),
		statementId: text().notNull(),
		number: integer().notNull(),
		outcome: text().notNull(),
		page: text().notNull(),
		note: text().notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.documentId, table.number] }),
		index('position_outcome_position').on(table.statementId, table.number),
	],
)

/** When the next outcome of a statement is expected, and what. */
export const expectedOutcome = sqliteTable('expected_outcome', {
	statementId: text().primaryKey(),
	expectedOn: text().notNull(),
	what: text().notNull(),
})
/** A published statement as it was sent to whoever asked for it, and what became of that. */
export const response = sqliteTable(
	'response',
	{
		id: text().primaryKey(),
		statementId: text().notNull(),
		actId: text().notNull(),
		/** JSON lists of addresses. */
		to: text('sent_to').notNull(),
		copyTo: text().notNull(),
		subject: text().notNull(),
		cover: text().notNull(),
		/** JSON list of name, hash and size. */
		files: text().notNull(),
		reason: text().notNull(),
		/** JSON list of the addressees that the inquiry did not name. Null: it was not asked. */
		added: text(),
		at: integer().notNull(),
		/** What the mail server said, in its code or in whose name. Null: it is still tried. */
		outcome: text(),
		outcomeAt: integer(),
		said: text().notNull().default(''),
	},
	(table) => [index('response_statement').on(table.statementId), index('response_act').on(table.actId)],
)

/** What is added to a published statement, or may be: a correction of it, or its withdrawal. */
export const addendum = sqliteTable(
	'addendum',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		statementId: text().notNull(),
		kind: text().notNull(),
		reason: text().notNull(),
		/** JSON: which blocks of the text it is about. Null: none. */
		stretch: text(),
		/** JSON list of block versions: what is to be read instead. */
		blocks: text().notNull(),
		openedAt: integer().notNull(),
		closesAt: integer().notNull(),
		urgent: text(),
		takenBackAt: integer(),
		/** From here on null until it is published: its place among those of its kind, and the bytes that were hashed. */
		ordinal: integer(),
		publishedAt: integer(),
		recordHash: text(),
		recordBytes: text(),
		/** Canonical bytes of what the leaves in it stand for. */
		revealed: text(),
	},
	(table) => [
		uniqueIndex('addendum_ordinal').on(table.statementId, table.kind, table.ordinal),
		index('addendum_record').on(table.recordHash),
		index('addendum_coalition').on(table.coalitionId, table.publishedAt),
	],
)

/** What an association answered about it, last. */
export const addendumAnswer = sqliteTable(
	'addendum_answer',
	{
		addendumId: text().notNull(),
		associationId: text().notNull(),
		answer: text().notNull(),
		reason: text().notNull(),
		seatId: text(),
		actId: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [primaryKey({ columns: [table.addendumId, table.associationId] })],
)

/** What came back about a letter that was sent. */
export const reply = sqliteTable(
	'reply',
	{
		id: text().primaryKey(),
		coalitionId: text().notNull(),
		statementId: text().notNull(),
		responseId: text().notNull(),
		kind: text().notNull(),
		/** The address that it says it is from. */
		sender: text().notNull(),
		proven: integer().notNull(),
		/** JSON. */
		checks: text().notNull(),
		subject: text().notNull(),
		text: text().notNull(),
		/** JSON lists: of whom it tells, in a server's words; and of the name of a file and why it was not taken. */
		about: text().notNull(),
		leftOut: text().notNull(),
		status: text().notNull(),
		at: integer().notNull(),
	},
	(table) => [
		index('reply_coalition').on(table.coalitionId, table.status),
		index('reply_statement').on(table.statementId),
		index('reply_response').on(table.responseId, table.status),
	],
)
