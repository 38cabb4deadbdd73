import type { Client } from '@libsql/client/web'
import * as z from 'zod'
import { type Choice, outcomeOf, tally } from '#domain/deciding/ballot.ts'
import { contestedIn } from '#domain/deciding/contest.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type StatementText, TRACKS } from '#domain/statement/statement.ts'
import { bylawsSchema, choiceSchema, outcomeSchema } from '#schema/deciding.ts'
import { blockVersionSchema, saltsSchema, textSchema } from '#schema/statement.ts'
import { canonical } from '#usecases/hashing.ts'
import { textHashOf } from '#usecases/sealing.ts'
import { recordAsHashed } from './published-bytes.ts'

/** What a record of any version says of the decision behind it. */
const recordSchema = z.object({
	label: z.string(),
	year: z.int(),
	number: z.int(),
	language: z.string(),
	textHash: z.string(),
	decision: z.object({
		track: z.string(),
		method: z.enum(['ballot', 'meeting']),
		outcome: outcomeSchema,
		votedTextHash: z.string(),
		editorialChanges: z.array(z.object({ note: z.string() })),
	}),
	associations: z.array(
		z.object({
			name: z.string(),
			area: z.string(),
			vote: z.string().nullable(),
			dissent: z.object({ kind: z.string(), text: z.string() }).nullable(),
			signoff: z.string(),
			signoffMethod: z.string().nullable(),
			reason: z.string(),
		}),
	),
})

type Row = Readonly<Record<string, unknown>>
type Published = { readonly row: Row; readonly record: z.output<typeof recordSchema> }
type Read = (sql: string, id: unknown) => Promise<Row[]>

const same = (one: object, other: object) => canonical(one) === canonical(other)

/**
 * Every published statement is what was voted on, or that with its slips mended; its record tells what the ballot came to
 * and who signed off what; and no number of a series is missing. Says what of it is not so, and of which statement.
 */
export async function publicationsFollow(client: Client): Promise<Result<true, string>> {
	const read: Read = async (sql, id) => (await client.execute({ sql, args: [String(id)] })).rows
	const { rows } = await client.execute('SELECT statement_id, label FROM publication ORDER BY label')
	for (const { statement_id: id, label } of rows) {
		const wrong = await whatIsWrong(read, String(id))
		if (wrong !== undefined) return refuse(`${label} ${wrong}`)
	}
	// Those given here follow on the highest that was brought in, or on none.
	const { rows: gaps } = await client.execute(`SELECT MAX(label) AS label FROM publication GROUP BY year
		HAVING MAX(number) - MIN(number) + 1 <> COUNT(*)
			OR MIN(number) <> 1 + COALESCE((SELECT MAX(number) FROM older_statement WHERE older_statement.year = publication.year), 0)
		ORDER BY year LIMIT 1`)
	return gaps[0] ? refuse(`${gaps[0].label} does not follow on the number before it: one is missing`) : ok(true)
}

async function whatIsWrong(read: Read, id: string): Promise<string | undefined> {
	const [row = {}] = await read(
		`SELECT publication.*, statement.text_hash AS decided_hash, statement.revision_id, statement.ballot_id
			FROM publication JOIN statement ON statement.id = statement_id WHERE statement_id = ?`,
		id,
	)
	const written = await recordAsHashed(row)
	if (written === undefined) return 'is not what was published under its hash'
	const record = recordSchema.safeParse(written)
	if (!record.success) return 'has a record that cannot be read'
	const { label, year, number, textHash } = record.data
	const numbered = label === row.label && year === row.year && number === row.number
	if (!numbered || textHash !== row.text_hash) return 'has a record of another number, or of another text'
	const published = { row, record: record.data }
	return (
		(await textOff(read, published, id)) ??
		(await decisionOff(read, published)) ??
		(await contestsOff(read, published)) ??
		signoffsOff(read, published, id)
	)
}

function parsed(text: unknown): unknown {
	try {
		return JSON.parse(String(text))
	} catch {
		return undefined
	}
}

/** From the text that was published back to the one that was voted on. */
async function textOff(read: Read, { row, record }: Published, id: string): Promise<string | undefined> {
	const { decision } = record
	const fixed = await read(`SELECT * FROM revision WHERE statement_id = ? ORDER BY rowid DESC`, id)
	const [last] = fixed
	if (!last || last.id !== row.revision_id || row.decided_hash !== row.text_hash || last.text_hash !== row.text_hash)
		return 'has another text than the one that was decided on'
	if (canonical(textOf(last)) !== row.text_bytes) return 'has another text than the one that was decided on'
	const [ballot] = await read('SELECT text_hash, bylaws FROM ballot WHERE id = ?', row.ballot_id)
	if (!ballot || decision.votedTextHash !== ballot.text_hash)
		return 'has a record of a vote on another text than the one that was voted on'
	const depth = fixed.findIndex((revision) => revision.editorial_note === null)
	const voted = fixed[depth]
	if (!voted || voted.text_hash !== ballot.text_hash || !(await isAsFixed(voted)))
		return 'has another text than the one that was voted on, and no editorial change says why'
	const mended = fixed.slice(0, depth)
	if (mended.length === 0) return undefined
	if (!bylawsSchema.parse(parsed(ballot.bylaws)).editorialChanges)
		return 'was changed after the vote, which the bylaws of its ballot do not allow'
	const mends = mended.every((revision, index) => mendsOneBlock(fixed[index + 1] ?? voted, revision))
	if (!mends) return 'was changed after the vote in more than its editorial changes say'
	// Written together, all of a moment, in the order of their ids.
	const notes = mended.map((revision) => String(revision.editorial_note)).sort()
	const told = decision.editorialChanges.map(({ note }) => note).sort()
	return same(notes, told) ? undefined : 'has a record of other editorial changes than those that were made'
}

const blocksOf = (revision: Row) => z.array(blockVersionSchema).parse(parsed(revision.blocks))

function textOf(revision: Row): StatementText {
	const { title, language } = revision
	return textSchema.parse({ title, language, blocks: blocksOf(revision).map(({ content }) => content) })
}

async function isAsFixed(revision: Row): Promise<boolean> {
	const salts = revision.salts === null ? null : saltsSchema.parse(parsed(revision.salts))
	return (await textHashOf(textOf(revision), salts)) === revision.text_hash
}

function mendsOneBlock(before: Row, after: Row): boolean {
	const [old, mended] = [blocksOf(before), blocksOf(after)]
	const changed = mended.filter((block, index) => !same(block, old[index] ?? {}))
	const inPlace = mended.every(({ blockId }, index) => old[index]?.blockId === blockId)
	const named = before.title === after.title && before.language === after.language
	return named && inPlace && old.length === mended.length && changed.length === 1
}

/** What the record says of the ballot, beside the ballot and its votes. */
async function decisionOff(read: Read, { row, record }: Published): Promise<string | undefined> {
	const { decision, associations } = record
	const [ballot = {}] = await read('SELECT * FROM ballot WHERE id = ?', row.ballot_id)
	const electors = await read('SELECT * FROM elector WHERE ballot_id = ? ORDER BY ordinal', row.ballot_id)
	const votes = await read('SELECT * FROM vote WHERE ballot_id = ?', row.ballot_id)
	const papers = await read('SELECT choice FROM paper WHERE ballot_id = ?', row.ballot_id)
	const outcome = outcomeSchema.safeParse(parsed(ballot.outcome))
	if (ballot.statement_id !== row.statement_id || ballot.voided_at !== null || !outcome.success)
		return 'was published without a ballot that was decided'
	if (outcome.data.result !== 'adopted') return 'was published although its ballot did not adopt it'
	const bylaws = bylawsSchema.parse(parsed(ballot.bylaws))
	const track = z.enum(TRACKS).parse(ballot.track)
	const cast = bylaws.secrecy === 'secret' ? papers : votes
	const choices: Choice[] = cast.map(({ choice }) => choiceSchema.parse(choice))
	if (!same(outcomeOf(tally(choices, electors.length), bylaws, track), outcome.data))
		return 'has a ballot whose outcome is not what its votes come to'
	const method = ballot.held_on === null ? 'ballot' : 'meeting'
	if (!same(decision.outcome, outcome.data) || decision.track !== track || decision.method !== method)
		return 'has a record of another outcome than that of its ballot'
	const named = electors.map(({ name, area }) => ({ name, area }))
	if (
		!same(
			associations.map(({ name, area }) => ({ name, area })),
			named,
		)
	)
		return 'has a record of other associations than those of its ballot'
	const given = electors.map(({ association_id }) => {
		const vote = votes.find((each) => each.association_id === association_id)
		const dissent = vote && vote.dissent_kind !== null ? { kind: vote.dissent_kind, text: vote.dissent_text } : null
		return { vote: vote?.choice ?? null, dissent }
	})
	const told = associations.map(({ vote, dissent }) => ({ vote, dissent }))
	return same(told, given) ? undefined : 'has a record of other votes than those that were cast'
}

/**
 * Nobody says that a vote in it was not entered rightly, or said so as it was published, which would have kept it from that: who took
 * it back only then had not taken it back.
 */
async function contestsOff(read: Read, { row }: Published): Promise<string | undefined> {
	const electors = await read('SELECT * FROM elector WHERE ballot_id = ? ORDER BY ordinal', row.ballot_id)
	const said = await read(
		`SELECT payload ->> '$.associationId' AS association_id, type FROM event
			WHERE type IN ('meetingVoteContested', 'contestTakenBack') AND payload ->> '$.ballotId' = ? AND (type = 'meetingVoteContested'
				OR NOT EXISTS (SELECT 1 FROM event AS published WHERE published.type = 'published'
					AND published.statement_id = event.statement_id AND published.position < event.position))
			ORDER BY position`,
		row.ballot_id,
	)
	const electorate = electors.map(({ association_id, name, area }) => {
		return { associationId: String(association_id) as AssociationId, name: String(name), area: String(area) }
	})
	const last = new Map(said.map(({ association_id, type }) => [String(association_id) as AssociationId, type]))
	const contests = [...last].map(([associationId, type]) => {
		return { associationId, standing: type === 'meetingVoteContested' }
	})
	const [first] = contestedIn({ electorate }, contests)
	return first && `was published although ${first.name} says that the vote entered for it is not right`
}

/** The record's sign-offs are those about the hash that was published, and nobody else is said to have answered. */
async function signoffsOff(read: Read, { row, record }: Published, id: string): Promise<string | undefined> {
	const given = await read('SELECT * FROM signoff WHERE statement_id = ?', id)
	const electors = await read('SELECT association_id FROM elector WHERE ballot_id = ? ORDER BY ordinal', row.ballot_id)
	const answers = electors.map(({ association_id }) => {
		const found = given.find((each) => each.association_id === association_id && each.text_hash === row.text_hash)
		return { signoff: found?.answer ?? 'silent', signoffMethod: found?.method ?? null, reason: found?.reason ?? '' }
	})
	const told = record.associations.map(({ signoff, signoffMethod, reason }) => ({ signoff, signoffMethod, reason }))
	return same(told, answers) ? undefined : 'has a record of other sign-offs than those that were given to its text'
}
