import type { InStatement, InValue } from '@libsql/client/web'
import type { AccessWorld } from './access-world.ts'
import { answersAdded, bankedAfter, listedAfter, olderBlocks } from './enlarged-after.ts'
import { amendmentsTo, answersToLists } from './enlarged-amendments.ts'
import {
	ASSOCIATION,
	COALITION,
	COUNTED,
	idOf,
	OF_COALITION,
	OF_STATEMENT,
	PERSON,
	SEAT,
	SENTENCE,
} from './enlarged-rows.ts'
import { AREA, fixTexts, NAME, publishAnew } from './enlarged-texts.ts'

/** How many more there are of each than in the world of the access tests. */
export type Size = {
	/** Each with a delegate. */
	readonly associations: number
	/** Of these, how many have not answered what is asked now: about the texts that are consulted on, voted on and signed. */
	readonly silent?: number
	/** In every text. */
	readonly positions: number
	readonly blocks: number
	/** To every text that has any, each to one of those blocks. */
	readonly amendments?: number
	/** Threads about every text, each answered. */
	readonly comments: number
	/** How often every text was saved, each time with another wording of its first block. */
	readonly saves?: number
	/** Of each: drafts, published statements with a correction, older ones, inquiries, letters that wait to be checked, and replies. */
	readonly statements: number
}

/**
 * Adds rows to the tables that pages read, without the acts that would have made them: ten thousand take a moment. Every
 * new association has done all it is asked for, but for those that are silent; the callers' own has everything still to do.
 */
export async function enlarge({ world, place }: Pick<AccessWorld, 'world' | 'place'>, size: Size): Promise<void> {
	const { client } = world.server
	const { now } = world.clock
	const { associations, silent = 0, positions, blocks, amendments = 0, comments, saves = 0, statements } = size
	const { consulting, deciding, signing } = place.statements
	const asked = [consulting, deciding, signing].map((id) => `'${id}'`).join(', ')
	const answered = (statement: string) => `(n > ${silent} OR ${statement} NOT IN (${asked}))`
	const made: InStatement[] = [
		...counted(associations, members),
		...counted(positions, () => blocksOf('b05', `json_object('kind', 'position', 'text', '${SENTENCE}' || n)`)),
		...counted(blocks, () => blocksOf('b10', `json_object('kind', 'paragraph', 'text', '${SENTENCE.repeat(3)}' || n)`)),
		...counted(associations, () => answers(now, answered)),
		...counted(associations, () => answersAdded(now)),
		...counted(associations, () => answersToLists(now)),
		...counted(amendments, () => amendmentsTo(now)),
		...counted(positions, () => olderBlocks(`json_object('kind', 'position', 'text', '${SENTENCE}' || n)`)),
		...counted(positions, bankedAfter),
		...counted(blocks, () => olderBlocks(`json_object('kind', 'paragraph', 'text', '${SENTENCE.repeat(3)}' || n)`)),
		...counted(comments, () => threads(now)),
		...counted(saves, () => savedAnew(now)),
		...counted(statements, () => listed(now)),
		...counted(statements, () => listedAfter(now)),
	]
	if (made.length > 0) await client.batch(made, 'write')
	await fixTexts(world)
	await publishAnew(world, associations)
}

/** The statements, each run with so many numbers; none where there are none. */
function counted(count: number, make: () => readonly string[]): InStatement[] {
	const args: InValue[] = [count]
	return count === 0 ? [] : make().map((text) => ({ sql: `${COUNTED} ${text}`, args }))
}

/** Associations with a delegate, in the electorate of every ballot. */
const members = () => [
	`INSERT INTO association (id, coalition_id, name, area, ordinal)
		SELECT ${ASSOCIATION}, ${COALITION}, '${NAME}' || n, '${AREA}', 1000 + n FROM counted`,
	`INSERT INTO person (id, name, created_at) SELECT ${PERSON}, 'Disa Delegatsson ' || n, 0 FROM counted`,
	`INSERT INTO address (email, person_id, created_at) SELECT 'disa' || n || '@example.org', ${PERSON}, 0 FROM counted`,
	`INSERT INTO seat (id, coalition_id, association_id, person_id, role, given_at, from_at)
		SELECT ${SEAT}, ${COALITION}, ${ASSOCIATION}, ${PERSON}, 'delegate', 0, 0 FROM counted`,
	`INSERT INTO elector (ballot_id, association_id, name, area, ordinal)
		SELECT id, ${ASSOCIATION}, '${NAME}' || n, '${AREA}', 1000 + n FROM counted, ballot WHERE ${OF_COALITION}`,
]

/** Blocks at the end of every text that is being written. */
function blocksOf(kind: string, content: string): string[] {
	const own = idOf(kind, OF_STATEMENT)
	const from = `FROM counted, statement WHERE ${OF_COALITION}`
	return [
		`INSERT INTO block (id, statement_id, version_id) SELECT ${own}, statement.id, ${own} ${from}`,
		`INSERT INTO block_version (id, block_id, statement_id, content, person_id, at)
			SELECT ${own}, ${own}, statement.id, ${content}, '', 0 ${from}`,
		`UPDATE statement SET block_order = (SELECT json_group_array(value) FROM (
			SELECT value FROM json_each(statement.block_order) UNION ALL SELECT ${own} FROM counted)) WHERE ${OF_COALITION}`,
	]
}

/** What the new associations think of every position, vote, and sign. */
const answers = (now: number, answered: (statement: string) => string) => [
	`INSERT INTO stance (statement_id, association_id, block_id, version_id, stance, reason, at)
		SELECT block.statement_id, ${ASSOCIATION}, block.id, version_id,
			CASE n % 4 WHEN 0 THEN 'partial' WHEN 1 THEN 'oppose' ELSE 'support' END,
			CASE n % 10 WHEN 0 THEN 'Det är viktigt för våra medlemmar.' ELSE '' END, ${now}
		FROM counted, block JOIN block_version ON block_version.id = version_id
			JOIN statement ON statement.id = block.statement_id
		WHERE content ->> '$.kind' = 'position' AND ${OF_COALITION} AND ${answered('block.statement_id')}`,
	`INSERT INTO vote (ballot_id, association_id, choice, signs, method, seat_id, act_id, at)
		SELECT id, ${ASSOCIATION}, 'yes', 1, 'web', ${SEAT}, '', ${now} FROM counted, ballot WHERE ${OF_COALITION} AND ${answered('statement_id')}`,
	`INSERT INTO signoff (statement_id, association_id, answer, text_hash, reason, method, seat_id, at)
		SELECT id, ${ASSOCIATION}, 'signed', text_hash, '', 'vote', ${SEAT}, ${now} FROM counted, statement
		WHERE ${OF_COALITION} AND stage IN ('signing', 'published') AND ${answered('statement.id')}`,
]

/** Threads, every other about a block, each answered; and that they were begun, in the history. */
function threads(now: number): string[] {
	const [thread, answer, act] = [idOf('c01', OF_STATEMENT), idOf('c02', OF_STATEMENT), idOf('ac7', OF_STATEMENT)]
	const chair = `(SELECT person_id FROM seat WHERE ${OF_COALITION} AND role = 'chair' LIMIT 1)`
	const association = `(SELECT id FROM association WHERE ${OF_COALITION} ORDER BY ordinal LIMIT 1)`
	const from = `FROM counted, statement WHERE ${OF_COALITION}`
	const block = `(CASE n % 2 WHEN 0 THEN json_extract(block_order, '$[' || (n % max(1, json_array_length(block_order))) || ']') END)`
	return [
		`INSERT INTO comment_thread (id, statement_id, block_id, version_id, seq, at, resolved_at)
			SELECT ${thread}, statement.id, ${block}, (SELECT version_id FROM block WHERE id = ${block}), 2, ${now}, ${now} ${from}`,
		`INSERT INTO comment (id, thread_id, statement_id, seq, kind, association_id, person_id, act_id, text, at)
			SELECT ${thread}, ${thread}, statement.id, 1, 'comment', ${association}, ${chair}, ${act}, '${SENTENCE}', ${now} ${from}`,
		`INSERT INTO comment (id, thread_id, statement_id, seq, kind, reply_to, person_id, act_id, text, at)
			SELECT ${answer}, ${thread}, statement.id, 2, 'answer', ${thread}, ${chair}, ${act}, '${SENTENCE}', ${now} ${from}`,
		`INSERT INTO act (id, coalition_id, person_id, kind, key, payload_hash, result, at)
			SELECT ${act}, ${COALITION}, ${chair}, 'makeComment', ${act}, '', 'null', ${now} ${from}`,
		`INSERT INTO event (coalition_id, stream, seq, act_id, statement_id, type, version, payload)
			SELECT ${COALITION}, 'comment:' || ${thread}, 1, ${act}, statement.id, 'commentMade', 1, '{}' ${from}`,
	]
}

/** Saves of every text, one after the other. */
function savedAnew(now: number): string[] {
	const [act, version, block] = [idOf('5a1', OF_STATEMENT), idOf('5a2', OF_STATEMENT), "block_order ->> '$[0]'"]
	const content = `json_object('kind', 'paragraph', 'text', '${SENTENCE}' || n)`
	const chair = `(SELECT person_id FROM seat WHERE ${OF_COALITION} AND role = 'chair' LIMIT 1)`
	const from = `FROM counted, statement WHERE ${OF_COALITION} AND json_array_length(block_order) > 0`
	return [
		`INSERT INTO block_version (id, block_id, statement_id, content, person_id, at)
			SELECT ${version}, ${block}, statement.id, ${content}, '', ${now} ${from} ORDER BY n`,
		`INSERT INTO act (id, coalition_id, person_id, kind, key, payload_hash, result, at)
			SELECT ${act}, ${COALITION}, ${chair}, 'editDocument', ${act}, '', 'null', ${now} ${from}`,
		`INSERT INTO event (coalition_id, stream, seq, act_id, statement_id, type, version, payload)
			SELECT ${COALITION}, 'document:' || statement.id, 1000 + n, ${act}, statement.id, 'documentRearranged', 1,
				json_object('how', 'rewritten', 'order', json(block_order), 'written',
					json_array(json_object('id', ${version}, 'blockId', ${block}, 'content', ${content}))) ${from} ORDER BY n`,
		`UPDATE block SET version_id = (SELECT id FROM block_version WHERE block_id = block.id ORDER BY rowid DESC LIMIT 1)
			FROM (SELECT max(n) FROM counted)`,
	]
}

/** Drafts, published statements with a position each, inquiries and letters. */
function listed(now: number): string[] {
	const [draft, done, inquiry] = [idOf('d0a'), idOf('d0e'), idOf('10c')]
	const statement = (id: string, stage: string) =>
		`INSERT INTO statement (id, coalition_id, kind, language, title, track, stage, block_order, created_at, changed_at)
			SELECT ${id}, ${COALITION}, 'letter', 'sv', '${SENTENCE}' || n, 'full', '${stage}', '[]', ${now}, ${now} - n FROM counted`
	const published = `(SELECT * FROM publication WHERE ${OF_COALITION} LIMIT 1) AS first`
	return [
		statement(draft, 'drafting'),
		`INSERT INTO publication (statement_id, coalition_id, year, number, label, title, text_hash, record_hash, text_bytes,
				record_bytes, published_at)
			SELECT ${done}, ${COALITION}, 2021 - n / 500, 1000 + n, 'NSPH 2021:' || n, '${SENTENCE}' || n, text_hash, record_hash, text_bytes,
				record_bytes, ${now} - n FROM counted, ${published}`,
		statement(done, 'published'),
		`INSERT INTO dispatch (act_id, statement_id, sent_on, how, sent_to, at)
			SELECT ${done}, ${done}, '2022-01-01', 'E-post', '', ${now} FROM counted`,
		`INSERT INTO adopted_position (coalition_id, statement_id, number, text, sub_points, first_block, last_block, folded, stems)
			SELECT ${COALITION}, ${done}, 1, '${SENTENCE}', '[]', 0, 0, 'regionen', ' regionen ' FROM counted`,
		`INSERT INTO decision_document (id, coalition_id, statement_id, kind, title, url, dated_on, recorded_at, changed_at)
			SELECT ${done}, ${COALITION}, ${done}, 'decision', '${SENTENCE}', 'https://example.org/' || n, '2022-01-01', ${now}, ${now}
			FROM counted WHERE n % 3 > 0`,
		`INSERT INTO position_outcome (document_id, statement_id, number, outcome, page, note)
			SELECT ${done}, ${done}, 1, CASE n % 3 WHEN 1 THEN 'heeded' ELSE 'partly' END, n, '${SENTENCE}' FROM counted WHERE n % 3 > 0`,
		`INSERT INTO inquiry (id, coalition_id, status, title, sender, reference_numbers, send_to, copy_to, documents, note, received_at)
			SELECT ${inquiry}, ${COALITION}, CASE n % 2 WHEN 0 THEN 'declined' ELSE 'received' END, '${SENTENCE}' || n,
				'Socialdepartementet', 'S2026/' || n, '', '', '[]', '', ${now} FROM counted`,
		`INSERT INTO notice (id, coalition_id, status, how, title, text, left_out, taken_at)
			SELECT ${idOf('07e')}, ${COALITION}, 'waiting', 'paste', '${SENTENCE}' || n, '', '[]', ${now} + n FROM counted`,
	]
}
