import type { AssociationId, StatementId } from '#domain/kernel/id.ts'
import type { Untold } from '#domain/kernel/telling.ts'
import { STAGES, type Stage } from '#domain/statement/statement.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import type { AccessAmendments } from './access-amendments.ts'
import type { AccessLists } from './access-lists.ts'
import type { AccessThreads } from './access-threads.ts'
import { allRows } from './all-rows.ts'
import type { World } from './world.ts'

/** Statements beside those of the demonstration. */
type Apart = 'spare' | 'over' | 'met' | 'amended' | Failed
/** For what is done once with a ballot that too few voted in, by people and by programs. */
export const FAILED = ['toExtend', 'toRepeat', 'toExtendByProgram', 'toRepeatByProgram'] as const
type Failed = (typeof FAILED)[number]

/** What there is in the coalition whose things are asked for. */
export type Place = {
	readonly coalition: string
	/** Where the chair of another one has no e-mail. */
	readonly elsewhere: string
	/** The association the callers with a role in one speak for. */
	readonly association: AssociationId
	/** The others, and the seats of their delegates. */
	readonly others: readonly { readonly id: AssociationId; readonly seat: string }[]
	/** Every association there, with and without a delegate. */
	readonly members: readonly string[]
	/** Seats of contributors of the callers' own association: one for each who might use one up. */
	readonly own: readonly string[]
	/** The seat that was ended of a delegate who was removed. */
	readonly lost: string
	/** What those whom no mail reaches are to be told. */
	readonly untold: readonly Untold[]
	/** Where a list that was taken in is found again. */
	readonly roster: number
	/** The file of its logo. */
	readonly logo: string
	/** The hash of a published record. */
	readonly recordHash: string
	/** A document that tells what came of a position of the published statement. */
	readonly document: string
	/** What waits to be added to it. */
	readonly addendum: string
	/** Statements from before Samsvar was used: the first stays, and one for each who might take one away; and where they stand. */
	readonly older: readonly string[]
	readonly olderFile: string
	/** What statements are sorted under: one for each who might change it. */
	readonly topics: readonly string[]
	/** Texts that are kept to be used again: one for each who might change it; the last is put into a text. */
	readonly standardTexts: readonly string[]
	/** Since when each is as it is. */
	readonly standardSeen: readonly string[]
	/** A document that tells what came of the first one's position. */
	readonly olderDocument: string
	/** A letter that came back about the published statement. */
	readonly reply: string
	/** Nobody has done anything about it. */
	readonly inquiry: string
	/** Letters that came in and wait to be checked, and files that lie with the inquiry: one for each who might use one up. */
	readonly notices: readonly string[]
	readonly files: readonly string[]
	/**
	 * One in each stage; the first has forty paragraphs, the spare one a single one. `over`: its ballot can be closed. `met`:
	 * it was decided on at a meeting. `amended`: amendments to it can be put to a ballot. The last four: too few voted.
	 */
	readonly statements: Readonly<Record<Stage | Apart, string>>
	readonly textHashes: Readonly<Record<Stage, string>>
	/** Of those whose text was put to one. */
	readonly ballots: Readonly<Record<Stage | Apart, string>>
	readonly threads: AccessThreads
	readonly amendments: AccessAmendments
	readonly lists: AccessLists
	/** Of the draft, by their place in the log: what each added can be taken back. */
	readonly changes: readonly string[]
	readonly blocks: Readonly<
		Record<
			Stage,
			readonly { readonly id: string; readonly version: string; readonly kind: string; readonly text: string }[]
		>
	>
}

/** The slug of the other coalition there. */
export const ELSEWHERE = 'annan-samverkan'

/** What there is in the demonstration, by its ids. */
export async function placeOf(
	{ server }: World,
	quiet: AssociationId,
	apart: Readonly<Record<Apart, StatementId>>,
	lists: AccessLists,
): Promise<Omit<Place, 'lost' | 'untold' | 'roster' | 'threads' | 'amendments' | 'logo'>> {
	const all = (sql: string, ...args: string[]) => allRows(server.client, sql, args)
	const apartIds = [
		...Object.values(apart),
		...Object.values(lists)
			.flat()
			.map(({ statement }) => statement),
	]
	const statements = await all(
		`SELECT id, stage, text_hash, ballot_id FROM statement WHERE id NOT IN (${apartIds.map(() => '?').join()})`,
		...apartIds,
	)
	const ballotOf = async (id: string) => {
		const [row] = await all('SELECT ballot_id FROM statement WHERE id = ?', id)
		return String(row?.ballot_id ?? 'none')
	}
	const ballots = Object.fromEntries(
		await Promise.all(Object.entries(apart).map(async ([name, id]) => [name, await ballotOf(id)])),
	) as Record<Apart, string>
	const byStage = <Value>(value: (row: Record<string, unknown>) => Value) =>
		Object.fromEntries(
			STAGES.map((stage) => [stage, value(statements.find((row) => row.stage === stage) ?? {})]),
		) as Record<Stage, Value>
	const blocks = byStage((): { id: string; version: string; kind: string; text: string }[] => [])
	for (const { id, stage } of statements) {
		const rows = await all(
			`SELECT block.id, version_id, json_extract(content, '$.kind') AS kind, json_extract(content, '$.text') AS text FROM statement, json_each(block_order) AS placed
				JOIN block ON block.id = placed.value JOIN block_version ON block_version.id = version_id
				WHERE statement.id = ? ORDER BY placed.key`,
			String(id),
		)
		blocks[stage as Stage] = rows.map((row) => ({
			id: String(row.id),
			version: String(row.version_id),
			kind: String(row.kind),
			text: String(row.text),
		}))
	}
	const others = await all(
		`SELECT association.id, seat.id AS seat FROM association JOIN seat ON seat.association_id = association.id
			WHERE association.coalition_id = (SELECT coalition_id FROM slug WHERE slug = ?) AND association.id <> ?
				AND seat.role = 'delegate' AND seat.ended_at IS NULL ORDER BY ordinal`,
		DEMO_SLUG,
		quiet,
	)
	const members = await all('SELECT id FROM association')
	const own = await all(
		`SELECT seat.id FROM seat JOIN person ON person.id = seat.person_id
			WHERE association_id = ? AND person.name LIKE 'Tillfällig%' ORDER BY seat.id`,
		quiet,
	)
	const changes = await all(
		`SELECT act_id FROM event JOIN statement ON statement.id = event.statement_id
			WHERE stage = 'drafting' AND type = 'documentRearranged' AND payload ->> '$.how' = 'added' ORDER BY position`,
	)
	const [reply] = await all('SELECT id FROM reply')
	const [publication] = await all('SELECT record_hash FROM publication')
	const [document] = await all(
		'SELECT id FROM decision_document WHERE statement_id IN (SELECT statement_id FROM publication)',
	)
	const [olderDocument] = await all(
		'SELECT id FROM decision_document WHERE statement_id IN (SELECT id FROM older_statement)',
	)
	const [addendum] = await all('SELECT id FROM addendum WHERE ordinal IS NULL')
	const older = await all('SELECT id, content FROM older_statement ORDER BY number')
	const topics = await all("SELECT id FROM topic WHERE list = 'topic' ORDER BY name")
	const standardTexts = await all(
		"SELECT id, changed_at FROM standard_text WHERE name LIKE 'Standardtext%' ORDER BY name",
	)
	const [inquiry] = await all("SELECT id FROM inquiry WHERE status = 'received'")
	const notices = await all("SELECT id FROM notice WHERE status = 'waiting' ORDER BY taken_at, id")
	const files = await all('SELECT id FROM file WHERE inquiry_id = ? ORDER BY at, id', String(inquiry?.id))
	return {
		coalition: DEMO_SLUG,
		elsewhere: ELSEWHERE,
		association: quiet,
		others: others.map((row) => ({ id: String(row.id) as AssociationId, seat: String(row.seat) })),
		members: members.map(({ id }) => String(id)),
		own: own.map(({ id }) => String(id)),
		recordHash: String(publication?.record_hash),
		document: String(document?.id),
		olderDocument: String(olderDocument?.id),
		addendum: String(addendum?.id),
		older: older.map(({ id }) => String(id)),
		olderFile: String(JSON.parse(String(older[0]?.content ?? '{"files":[]}')).files[0]?.sha256),
		topics: topics.map(({ id }) => String(id)),
		standardTexts: standardTexts.map(({ id }) => String(id)),
		standardSeen: standardTexts.map(({ changed_at }) => String(changed_at)),
		reply: String(reply?.id),
		inquiry: String(inquiry?.id),
		notices: notices.map(({ id }) => String(id)),
		files: files.map(({ id }) => String(id)),
		statements: { ...byStage((row) => String(row.id)), ...apart },
		textHashes: byStage((row) => String(row.text_hash)),
		ballots: {
			...byStage((row) => String(row.ballot_id ?? 'none')),
			...ballots,
		},
		lists,
		// What was added last stands first: those that were there before it are the ones to try. Its position is compared with adopted ones alone.
		blocks: {
			...blocks,
			drafting: blocks.drafting
				.slice(changes.length)
				.sort((one, other) => Number(one.kind === 'position') - Number(other.kind === 'position')),
		},
		changes: changes.map(({ act_id }) => String(act_id)),
	}
}
