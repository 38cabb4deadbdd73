import { CHOICES, type Choice } from '#domain/deciding/ballot.ts'
import type { Preset } from '#domain/deciding/bylaws.ts'
import type { BlockId, BlockVersionId, PersonId, SeatId, StatementId } from '#domain/kernel/id.ts'
import { castPaper } from '#usecases/deciding/cast-paper.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { openBallot } from '#usecases/deciding/open-ballot.ts'
import { recordStances } from '#usecases/deciding/record-stances.ts'
import {
	addAssociation,
	type CreateCoalitionCommand,
	createCoalition,
	giveSeat,
} from '#usecases/members/manage-coalition.ts'
import type { Deps, Order } from '#usecases/perform.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { openConsultation, withdrawStatement } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { type Acknowledged, type Act, acknowledgingClient } from './acknowledging.ts'
import { untilAnswered } from './resend.ts'
import { answerCommand, voteCommand } from './signing.ts'
import { BLOCKS, DAY, type Member, type OfBallot } from './world.ts'

export type People = { readonly operator: PersonId; readonly chair: PersonId; readonly delegates: readonly PersonId[] }

/** What must stand in the database, going by what was acknowledged. Votes, stances and sign-offs by statement and association. */
export type Model = {
	readonly acknowledged: Acknowledged[]
	readonly seats: Set<SeatId>
	readonly texts: Map<BlockId, string>
	readonly stances: Map<string, string>
	readonly votes: Map<string, string>
	readonly papers: Map<StatementId, Choice[]>
	readonly signoffs: Map<string, string>
	readonly published: Map<StatementId, string>
}

export const emptyModel = (): Model => ({
	acknowledged: [],
	seats: new Set(),
	texts: new Map(),
	stances: new Map(),
	votes: new Map(),
	papers: new Map(),
	signoffs: new Map(),
	published: new Map(),
})

export type BusyCoalition = {
	/** Takes a statement from its first word to its number, or to its withdrawal if it is voted down. */
	readonly story: () => Promise<void>
}

type Read = (sql: string, args: string[]) => Promise<Record<string, unknown>[]>
type Coalition = {
	act: Act
	read: Read
	model: Model
	now: number
	secret: boolean
	chair: PersonId
	members: Member[]
}

const oneOf = <Value>(values: readonly [Value, ...Value[]]): Value =>
	values[Math.floor(Math.random() * values.length)] ?? values[0]

const mostlyYes = () => oneOf<Choice>(['yes', 'yes', ...CHOICES])

/** Founds a coalition of which each association has a delegate, through a database that may fail at any time. */
export async function busyCoalition(
	deps: Deps,
	read: Read,
	model: Model,
	{ operator, chair, delegates }: People,
	slug: string,
	preset: Preset,
): Promise<BusyCoalition> {
	const act = acknowledgingClient(deps, slug, model.acknowledged)
	const foundCoalition = (deps: Deps, order: Order<CreateCoalitionCommand>) => createCoalition(deps, order, [])
	const settings = { name: slug, seriesPrefix: slug.toUpperCase(), preset, language: 'sv', listed: true } as const
	model.seats.add((await act(foundCoalition, operator, { settings, demo: false, chair })).seatId)
	const members = await Promise.all(
		delegates.map(async (delegate, index): Promise<Member> => {
			const name = `Förening ${index + 1}`
			const { associationId } = await act(addAssociation, chair, { name, area: 'Psykisk hälsa' })
			const term = { personId: delegate, associationId, from: deps.now(), until: null, invite: true } as const
			const { seatId } = await act(giveSeat, chair, { ...term, role: 'delegate' })
			model.seats.add(seatId)
			return { associationId, name, delegate, delegateSeat: seatId }
		}),
	)
	const coalition = { act, read: untilRead(read), model, now: deps.now(), secret: preset === 'secret', chair, members }
	return { story: () => story(coalition) }
}

const untilRead =
	(read: Read): Read =>
	(sql, args) =>
		untilAnswered(() => read(sql, args))

async function story(coalition: Coalition): Promise<void> {
	const { act, chair, members, now } = coalition
	const start = { kind: 'response', language: 'sv', title: 'Ett svar', track: 'full', inquiryId: null } as const
	const { statementId } = await act(startStatement, chair, start)
	await act(editDocument, chair, { statementId, edit: { do: 'write', blocks: BLOCKS } })
	await act(openConsultation, chair, { statementId, dueAt: null })
	await consult(coalition, statementId)
	const times = { closesAt: now + 7 * DAY, signoffDueAt: now + 10 * DAY }
	const { ballotId } = await act(openBallot, chair, { statementId, track: 'full', textHash: null, ...times })
	const [row] = await coalition.read('SELECT text_hash FROM statement WHERE id = ?', [statementId])
	const textHash = String(row?.text_hash)
	await Promise.all(members.map((member) => vote(coalition, { statementId, ballotId, textHash }, member)))
	await Promise.all([1, 2].map(() => act(closeBallot, chair, { statementId, ballotId })))
	const choices = choicesOf(coalition, statementId)
	const count = (choice: Choice) => choices.filter((candidate) => candidate === choice).length
	if (count('yes') <= count('no')) {
		await act(withdrawStatement, chair, { statementId, reason: 'Föll i omröstningen.' })
		return
	}
	await Promise.all(members.map((member) => sign(coalition, statementId, textHash, member)))
	const { label } = await act(publishStatement, chair, { statementId, textHash })
	coalition.model.published.set(statementId, label)
}

/** Every association says what it thinks of a position and writes twice in a block of its own; the chair gives a seat. */
async function consult({ act, read, model, now, chair, members }: Coalition, statementId: StatementId): Promise<void> {
	const blocks = await read(
		`SELECT block.id, version_id, json_extract(content, '$.kind') AS kind FROM block
			JOIN block_version ON block_version.id = version_id WHERE block.statement_id = ? ORDER BY kind, block.id`,
		[statementId],
	)
	const position = blocks.find(({ kind }) => kind === 'position')
	const writing = members.map(async ({ associationId, delegate }, index) => {
		const stance = oneOf(['support', 'partial', 'oppose'] as const)
		const on = { blockId: position?.id as BlockId, versionId: position?.version_id as BlockVersionId }
		const stances = [{ ...on, stance, reason: '' }]
		await act(recordStances, delegate, { statementId, associationId, stances }, 'form')
		model.stances.set(`${statementId} ${associationId}`, stance)
		const block = blocks[index]
		const blockId = block?.id as BlockId
		let basedOn = block?.version_id as BlockVersionId
		for (const text of ['Ett första ord.', `Ett andra ord, ${Math.random()}.`]) {
			const content = { kind: block?.kind as 'paragraph' | 'position' | 'signature', text }
			const edit = { do: 'edit', blockId, basedOn, content } as const
			const { version } = await act(editDocument, delegate, { statementId, edit })
			model.texts.set(blockId, text)
			basedOn = version?.id ?? basedOn
		}
	})
	const associationId = members[0]?.associationId ?? null
	const seat = { personId: chair, associationId, role: 'contributor', from: now, until: null, invite: true } as const
	const seating = act(giveSeat, chair, seat).then(({ seatId }) => model.seats.add(seatId))
	await Promise.all([...writing, seating])
}

/** One to three votes, of which the last counts; or one paper. */
async function vote({ act, model, secret }: Coalition, ballot: OfBallot, member: Member) {
	const { associationId, delegate } = member
	if (secret) {
		const choice = mostlyYes()
		await act(castPaper, delegate, { ...ballot, associationId, choice })
		model.papers.set(ballot.statementId, [...(model.papers.get(ballot.statementId) ?? []), choice])
		return
	}
	for (let times = oneOf([1, 2, 3]); times > 0; times -= 1) {
		const cast = { choice: mostlyYes(), signs: oneOf([true, false]) }
		const { choice, signs } = await act(
			castVote,
			delegate,
			voteCommand(ballot, member, cast),
			oneOf(['form', 'strict']),
		)
		model.votes.set(`${ballot.statementId} ${associationId}`, `${choice} ${signs ? 1 : 0}`)
	}
}

function choicesOf({ model, secret, members }: Coalition, statementId: StatementId): Choice[] {
	if (secret) return model.papers.get(statementId) ?? []
	return members.flatMap(({ associationId }) => {
		const [choice] = model.votes.get(`${statementId} ${associationId}`)?.split(' ') ?? []
		return CHOICES.filter((candidate) => candidate === choice)
	})
}

/** Answers where the vote did not; the first association always puts its name to the text. */
async function sign(coalition: Coalition, statementId: StatementId, textHash: string, member: Member): Promise<void> {
	const { act, model, members } = coalition
	const who = `${statementId} ${member.associationId}`
	const carried = model.votes.get(who) === 'yes 1'
	const answer = carried || member === members[0] ? 'signed' : oneOf(['signed', 'declined'] as const)
	if (!carried) await act(answerSignoff, member.delegate, answerCommand(statementId, textHash, member, answer))
	model.signoffs.set(who, answer)
}
