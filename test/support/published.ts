import type { Choice, Dissent } from '#domain/deciding/ballot.ts'
import type { Preset } from '#domain/deciding/bylaws.ts'
import type { StanceChoice } from '#domain/deciding/stance.ts'
import type { GivenFacts } from '#domain/inquiry/inquiry.ts'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import type { BlockId, BlockVersionId, InquiryId, StatementId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Language, Track } from '#domain/statement/statement.ts'
import { makeComment, resolveComment } from '#usecases/comment/comment.ts'
import { castPaper } from '#usecases/deciding/cast-paper.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { openBallot } from '#usecases/deciding/open-ballot.ts'
import { recordStances } from '#usecases/deciding/record-stances.ts'
import { receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { addAssociation, createCoalition, giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { insertPosition } from '#usecases/position/insert-position.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { asFixedBefore } from './earlier-text.ts'
import { golden } from './golden.ts'
import {
	ballotOf,
	type CoalitionWorld,
	copiedWorld,
	createWorld,
	DAY,
	granted,
	type Member,
	type OfBallot,
	SLUG,
} from './world.ts'

/** In the name and address of every person in a world made here: found in a public byte, it tells of a leak. */
export const PLANTED = 'Planterad'

type GoldenSettings = {
	readonly preset?: Preset
	readonly slug?: string
	readonly name?: string
	readonly language?: Language
	readonly listed?: boolean
	readonly demo?: boolean
}

/** The coalition of the golden example with its nine members in their order, each with a delegate; 3 October 2022. */
export async function createGoldenWorld(settings: GoldenSettings = {}): Promise<CoalitionWorld> {
	const world = await copiedWorld(`golden ${JSON.stringify(settings)}`, async () => {
		const made = await createWorld()
		return addGoldenCoalition({ ...made, chair: made.operator, members: [] }, settings)
	})
	return { ...world, order: ordersIn(world, settings.slug) }
}

/** Orders in the coalition at `slug` unless told. */
const ordersIn =
	(world: CoalitionWorld, slug: string = SLUG): CoalitionWorld['order'] =>
	(person, command, key, coalition = slug) =>
		world.order(person, command, key, coalition)

/** The same in a world that has other coalitions. */
export async function addGoldenCoalition(world: CoalitionWorld, settings: GoldenSettings): Promise<CoalitionWorld> {
	const { preset = 'standard', slug = SLUG, name = 'NSPH Stockholms län', language = 'sv' } = settings
	const { listed = true, demo = false } = settings
	const { deps, operator, clock } = world
	const order = ordersIn(world, slug)
	const person = async (who: string) =>
		granted(
			await createPerson(deps, { name: `${PLANTED} ${who}`, emails: [`${PLANTED.toLowerCase()}.${slug}@example.org`] }),
		)
	const chair = await person('Ordförande')
	const seriesPrefix = slug === SLUG ? 'NSPH-SL' : slug.toUpperCase()
	const facts = { name, seriesPrefix, preset, language, listed }
	granted(await createCoalition(deps, order(operator, { settings: facts, demo, chair }), []))
	const members: Member[] = []
	for (const association of golden.blocks.flatMap((block) => (block.kind === 'memberList' ? block.members : []))) {
		const { associationId } = granted(await addAssociation(deps, order(chair, association))).value
		const delegate = await person(`Delegat ${members.length + 1}`)
		const seat = {
			personId: delegate,
			associationId,
			role: 'delegate',
			from: clock.now,
			until: null,
			invite: false,
		} as const
		const { seatId } = granted(await giveSeat(deps, order(chair, seat))).value
		members.push({ associationId, name: association.name, delegate, delegateSeat: seatId })
	}
	return { ...world, order, chair, members }
}

export const INQUIRY: GivenFacts = {
	title: 'Nya samrådsgrupper och sekretariat vid etablering av länsgemensam samverkansstruktur',
	sender: 'Region Stockholm',
	references: 'RS 2022-0417',
	dueOn: '2022-10-14',
	sendTo: 'registrator@region.example',
	copyTo: '',
	documents: [],
	note: '',
}

/** What a member does about a text. Left out: it votes yes and signs. Null: nothing at all. */
export type Answer = {
	readonly choice?: Choice
	readonly dissent?: Dissent
	/** Why it does not sign. */
	readonly declines?: string
	/** By the number of the position. */
	readonly stances?: Readonly<Record<number, { readonly stance: StanceChoice; readonly reason?: string }>>
}

export type Publishing = {
	readonly title?: string
	readonly language?: Language
	readonly blocks?: readonly Block[]
	readonly track?: Track
	readonly inquiry?: GivenFacts
	/** By the member's place, from 0. */
	readonly answers?: Readonly<Record<number, Answer | null>>
	/** What the first member says about the text, and the chair answers, while it is out for views. */
	readonly comment?: { readonly text: string; readonly answer: string }
	/** What is put into it from the position bank. */
	readonly taken?: readonly { readonly source: StatementId; readonly number: number }[]
	/** Its ballot was opened before texts were fixed under salts. */
	readonly fixedBefore?: boolean
	/** When it is published, a week or more after the clock. */
	readonly on?: string
}

/** Takes a text the whole way, the golden example unless told, to its number on 14 October 2022. */
export async function publish(world: CoalitionWorld, publishing: Publishing = {}): Promise<StatementId> {
	const { deps, order, chair, clock, members } = world
	const { title = golden.title, language = 'sv', blocks = golden.blocks, track = 'full', inquiry } = publishing
	const { answers = {}, taken = [], on = '2022-10-14' } = publishing
	const inquiryId: InquiryId | null = inquiry
		? granted(await receiveInquiry(deps, order(chair, inquiry))).value.inquiryId
		: null
	const start = { kind: 'response', language, title, track, inquiryId } as const
	const { statementId } = granted(await startStatement(deps, order(chair, start))).value
	granted(await editDocument(deps, order(chair, { statementId, edit: { do: 'write', blocks } })))
	for (const position of taken) granted(await insertPosition(deps, order(chair, { statementId, ...position })))
	granted(await openConsultation(deps, order(chair, { statementId, dueAt: null })))
	if (publishing.comment) await converse(world, statementId, publishing.comment)
	for (const [index, answer] of Object.entries(answers)) {
		const member = members[Number(index)]
		if (member && answer?.stances) await takeStances(world, statementId, member, answer.stances)
	}
	const publishedAt = swedishInstant(on, '10:00')
	const deadlines = { closesAt: publishedAt - 4 * DAY, signoffDueAt: publishedAt - DAY }
	granted(await openBallot(deps, order(chair, { statementId, track, textHash: null, ...deadlines })))
	if (publishing.fixedBefore) await asFixedBefore(world, statementId)
	const ballot = await ballotOf(world, statementId)
	const secret = await isSecret(world, statementId)
	const heard = members.flatMap((member, index) => {
		const answer = index in answers ? (answers[index] ?? null) : {}
		return answer === null ? [] : [{ ballot, member, ...answer }]
	})
	for (const asked of heard) await (secret ? votePaper(world, asked) : vote(world, asked))
	clock.now = deadlines.closesAt
	granted(await closeBallot(deps, order(chair, ballot)))
	for (const asked of heard) if (secret || asked.declines !== undefined) await sign(world, asked)
	clock.now = publishedAt
	granted(await publishStatement(deps, order(chair, { statementId, textHash: ballot.textHash })))
	return statementId
}

async function converse(
	{ deps, order, chair, members }: CoalitionWorld,
	statementId: StatementId,
	{ text, answer }: NonNullable<Publishing['comment']>,
): Promise<void> {
	const [member] = members
	if (!member) throw new Error('somebody must say it')
	const { associationId, delegate } = member
	const command = { statementId, associationId, versionId: null, text }
	const { threadId } = granted(await makeComment(deps, order(delegate, command))).value
	granted(await resolveComment(deps, order(chair, { statementId, threadId, text: answer, seen: 1 })))
}

async function isSecret({ server }: CoalitionWorld, statementId: StatementId): Promise<boolean> {
	const sql = "SELECT 1 FROM ballot WHERE statement_id = ? AND json_extract(bylaws, '$.secrecy') = 'secret'"
	return (await server.client.execute({ sql, args: [statementId] })).rows.length > 0
}

type Asked = Answer & { readonly ballot: OfBallot; readonly member: Member }

async function vote({ deps, order }: CoalitionWorld, asked: Asked): Promise<void> {
	const { ballot, member, choice = 'yes', dissent = null, declines } = asked
	const { associationId, delegate } = member
	const signs = declines === undefined && choice === 'yes'
	const command = { ...ballot, associationId, choice, signs, dissent, method: 'web' } as const
	granted(await castVote(deps, order(delegate, command)))
}

async function votePaper({ deps, order }: CoalitionWorld, asked: Asked): Promise<void> {
	const { ballot, member, choice = 'yes' } = asked
	const { associationId, delegate } = member
	granted(await castPaper(deps, order(delegate, { ...ballot, associationId, choice })))
}

async function sign({ deps, order }: CoalitionWorld, asked: Asked): Promise<void> {
	const {
		ballot: { statementId, textHash },
		member,
		declines,
	} = asked
	const { associationId, delegate } = member
	const answer = declines === undefined ? 'signed' : 'declined'
	const command = { statementId, associationId, textHash, answer, reason: declines ?? '', method: 'web' } as const
	granted(await answerSignoff(deps, order(delegate, command)))
}

async function takeStances(
	{ deps, order, server }: CoalitionWorld,
	statementId: StatementId,
	{ associationId, delegate }: Member,
	taken: NonNullable<Answer['stances']>,
): Promise<void> {
	const { rows } = await server.client.execute({
		sql: `SELECT block.id, block.version_id FROM block JOIN block_version ON block_version.id = block.version_id
			JOIN statement ON statement.id = block.statement_id JOIN json_each(statement.block_order) AS place ON place.value = block.id
			WHERE block.statement_id = ? AND json_extract(content, '$.kind') = 'position' ORDER BY place.key`,
		args: [statementId],
	})
	const stances = Object.entries(taken).map(([number, { stance, reason = '' }]) => {
		const position = rows[Number(number) - 1]
		const blockId = String(position?.id) as BlockId
		return { blockId, versionId: String(position?.version_id) as BlockVersionId, stance, reason }
	})
	granted(await recordStances(deps, order(delegate, { statementId, associationId, stances })))
}
