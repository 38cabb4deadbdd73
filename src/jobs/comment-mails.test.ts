import { afterEach, beforeEach, expect, test } from 'vitest'
import { GATHERED_MS } from '#domain/comment/comment.ts'
import type { AssociationId, CommentId, PersonId, SeatId, StatementId } from '#domain/kernel/id.ts'
import { BETWEEN_LETTERS_MS } from '#domain/kernel/telling.ts'
import type { Role } from '#domain/members/seats.ts'
import type { Mail, SendMail } from '#mail/port.ts'
import { href, routes } from '#routes'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { jobsOn } from '#test/support/jobs.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	type Member,
	SLUG,
} from '#test/support/world.ts'
import {
	changeComment,
	makeComment,
	reopenComment,
	replyToComment,
	resolveComment,
	withdrawComment,
} from '#usecases/comment/comment.ts'
import { endSeat, giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { erasePerson } from '#usecases/publication/erase-person.ts'
import { withdrawStatement } from '#usecases/statement/move-statement.ts'

const MINUTE = 60_000
const NOTHING = { sent: 0, failed: 0, perhaps: 0 }
let world: CoalitionWorld
let statementId: StatementId
let mails: Mail[]

beforeEach(async () => {
	world = await createCoalitionWorld()
	statementId = await draftStatement(world)
	mails = []
	// The chair's own invitation.
	await run()
	mails = []
})
afterEach(() => world[Symbol.asyncDispose]())

const keep: SendMail = async (mail) => {
	mails.push(mail)
}

async function run(mail: SendMail = keep) {
	return jobsOn(world).deliver(mail)
}

/** Whom mails went to since it was last asked, with their subjects. */
function told(): string[] {
	return mails.splice(0).map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`)
}

const member = (index: number): Member => world.members[index] as Member

async function seat(name: string, role: Role, associationId: AssociationId | null): Promise<PersonId> {
	const { deps, order, chair, clock } = world
	const emails = [`${name.toLowerCase()}@example.org`]
	const personId = granted(await createPerson(deps, { name, emails }))
	const given = { personId, associationId, role, from: clock.now, until: null, invite: false }
	granted(await giveSeat(deps, order(chair, given)))
	await deliverElsewhere()
	return personId
}

/** What the delegate is told of new seats. */
const deliverElsewhere = () => run(async () => undefined)

async function comment(who: PersonId, associationId: AssociationId | null, text: string): Promise<CommentId> {
	const [block] = await allRows(
		world.server.client,
		"SELECT version_id FROM block JOIN block_version ON block_version.id = version_id WHERE block.statement_id = ? AND content LIKE '%arvoderade%'",
		[statementId],
	)
	const command = { statementId, associationId, versionId: String(block?.version_id) as never, text }
	return granted(await makeComment(world.deps, world.order(who, command))).value.threadId
}

async function reply(threadId: CommentId, who: PersonId, associationId: AssociationId | null, text: string) {
	const command = { statementId, threadId, associationId, replyTo: null, text }
	return granted(await replyToComment(world.deps, world.order(who, command))).value.commentId
}

async function answer(threadId: CommentId, seen: number) {
	const command = { statementId, threadId, text: 'Beloppet står nu i texten.', seen }
	granted(await resolveComment(world.deps, world.order(world.chair, command)))
}

const waiting = () => countOf(world.server.client, 'FROM outbox WHERE delivered_at IS NULL')

test('comments that come within ten minutes are one mail, with what they say and what it is about', async () => {
	const [attention, anbo] = [member(0), member(1)]
	const first = await comment(attention.delegate, attention.associationId, 'Säg hur mycket.\nOch till vem.')
	world.clock.now += 4 * MINUTE
	await comment(anbo.delegate, anbo.associationId, 'Bra.')
	await run()
	expect(told()).toEqual([])
	world.clock.now += 6 * MINUTE
	expect(await run()).toEqual({ sent: 1, failed: 0, perhaps: 0 })
	const [mail] = mails
	expect(told()).toEqual(['ove: 2 nya synpunkter: Ett svar'])
	expect(mail?.text).toContain(
		'Attention säger om ståndpunkten ”Brukarrepresentanter ska vara arvoderade.”:\n> Säg hur mycket.\n> Och till vem.\n\nAnBo säger',
	)
	expect(mail?.text).toContain('Ett svar på det här mejlet blir aldrig en synpunkt.')
	expect(mail?.text).not.toMatch(/Disa/)
	const all = href(routes.comments, { coalition: SLUG, statement: statementId })
	expect(decodeURIComponent(mail?.text ?? '')).toContain(`to=${all}\n`)
	expect(all).not.toContain(first)
	expect(await waiting()).toBe(0)
	world.clock.now += 7 * 24 * 60 * MINUTE
	expect(await run()).toEqual(NOTHING)
})

test('a mail of one thread leads to it', async () => {
	const { delegate, associationId } = member(0)
	const thread = await comment(delegate, associationId, 'Säg hur mycket.')
	await reply(thread, member(1).delegate, member(1).associationId, 'Och till vem.')
	world.clock.now += GATHERED_MS
	await run()
	const to = href(routes.commentThread, { coalition: SLUG, statement: statementId, thread })
	expect(decodeURIComponent(mails.find((mail) => mail.to === 'ove@example.org')?.text ?? '')).toContain(`to=${to}\n`)
})

test('mails to the same readers about the same text are three hours apart, however much is said', async () => {
	const { delegate, associationId } = member(0)
	const sent: number[] = []
	const from = world.clock.now
	for (let minute = 0; minute < 8 * 60; minute += 5) {
		world.clock.now = from + minute * MINUTE
		await comment(delegate, associationId, `Synpunkt efter ${minute} minuter.`)
		const { sent: count } = await run()
		for (let each = 0; each < count; each += 1) sent.push(minute)
	}
	expect(sent).toEqual([10, 190, 370])
	expect(BETWEEN_LETTERS_MS).toBe(180 * MINUTE)
	world.clock.now = from + 9 * 60 * MINUTE + 10 * MINUTE
	await run()
	// Twenty are shown, and the others counted.
	expect(mails.at(-1)?.text.match(/^> /gm)).toHaveLength(20)
	expect(mails.at(-1)?.text).toMatch(/Och \d+ till\. Läs dem på sidan\./)
	expect(await waiting()).toBe(0)
})

test('another text is told of on its own', async () => {
	const { delegate, associationId } = member(0)
	await comment(delegate, associationId, 'Om det ena.')
	world.clock.now += GATHERED_MS
	await run()
	statementId = await draftStatement(world)
	await comment(delegate, associationId, 'Om det andra.')
	world.clock.now += GATHERED_MS
	await run()
	expect(told()).toEqual(['ove: Ny synpunkt: Ett svar', 'ove: Ny synpunkt: Ett svar'])
})

test('chair and secretary are told of what others say, and the associations in a thread of replies and answers', async () => {
	const { chair } = world
	await seat('Sara', 'secretary', null)
	const [attention, anbo] = [member(0), member(1)]
	const moa = await seat('Moa', 'contributor', attention.associationId)
	const thread = await comment(moa, attention.associationId, 'Säg hur mycket.')
	await comment(chair, null, 'Vem skriver inledningen?')
	world.clock.now += GATHERED_MS
	await run()
	expect(told().sort()).toEqual(['ove: Ny synpunkt: Ett svar', 'sara: 2 nya synpunkter: Ett svar'])

	world.clock.now += BETWEEN_LETTERS_MS
	await reply(thread, anbo.delegate, anbo.associationId, 'Vi håller med.')
	await reply(thread, chair, null, 'Vad föreslår ni?')
	world.clock.now += GATHERED_MS
	await run()
	// Attention's delegate has said nothing here: whoever did is told.
	expect(told().sort()).toEqual([
		'anbo: Svar på er synpunkt: Ett svar',
		'moa: 2 svar på era synpunkter: Ett svar',
		'ove: Ny synpunkt: Ett svar',
		'sara: 2 nya synpunkter: Ett svar',
	])

	world.clock.now += BETWEEN_LETTERS_MS
	await answer(thread, 3)
	world.clock.now += GATHERED_MS
	await run()
	const texts = mails.map(({ text }) => text)
	expect(told().sort()).toEqual(['anbo: Svar på er synpunkt: Ett svar', 'moa: Svar på er synpunkt: Ett svar'])
	for (const text of texts) expect(text).toContain('Ordföranden besvarar synpunkten om ståndpunkten')

	world.clock.now += BETWEEN_LETTERS_MS
	const reopening = { statementId, threadId: thread, associationId: attention.associationId, text: 'Inte för resor.' }
	granted(await reopenComment(world.deps, world.order(moa, reopening)))
	world.clock.now += GATHERED_MS
	await run()
	expect(told().sort()).toEqual([
		'anbo: Svar på er synpunkt: Ett svar',
		'ove: Ny synpunkt: Ett svar',
		'sara: Ny synpunkt: Ett svar',
	])
})

test('what is taken back before it was mailed is not mailed, and what is reworded is mailed as it is', async () => {
	const { deps, order } = world
	const { delegate, associationId } = member(0)
	const regretted = await comment(delegate, associationId, 'Något jag ångrar.')
	const reworded = await comment(delegate, associationId, 'Säg hur mycket.')
	const at = { statementId, threadId: regretted, commentId: regretted }
	granted(await withdrawComment(deps, order(delegate, at)))
	const change = { statementId, threadId: reworded, commentId: reworded, text: 'Säg ett belopp.' }
	granted(await changeComment(deps, order(delegate, change)))
	world.clock.now += GATHERED_MS
	await run()
	expect(mails).toHaveLength(1)
	expect(mails[0]?.text).toContain('> Säg ett belopp.')
	expect(mails[0]?.text).not.toMatch(/ångrar|hur mycket/)

	// A mail that was not needed is no reason to wait for the next.
	mails = []
	world.clock.now += BETWEEN_LETTERS_MS
	const only = await comment(delegate, associationId, 'Också det ångrar jag.')
	granted(await withdrawComment(deps, order(delegate, { statementId, threadId: only, commentId: only })))
	world.clock.now += GATHERED_MS
	expect(await run()).toEqual(NOTHING)
	expect(await waiting()).toBe(0)
	await comment(delegate, associationId, 'Det här står jag för.')
	world.clock.now += GATHERED_MS
	expect(await run()).toEqual({ sent: 1, failed: 0, perhaps: 0 })
})

test('whose seat has ended, or who is erased, is told nothing; their association’s delegate is, in their place', async () => {
	const { deps, order, chair } = world
	const { associationId } = member(0)
	const moa = await seat('Moa', 'contributor', associationId)
	const thread = await comment(moa, associationId, 'Säg hur mycket.')
	const [own] = await allRows(world.server.client, 'SELECT id FROM seat WHERE person_id = ?', [moa])
	granted(await endSeat(deps, order(chair, { seatId: String(own?.id) as SeatId })))
	await answer(thread, 1)
	world.clock.now += GATHERED_MS
	await run()
	expect(told()).toEqual([
		'moa: Ditt uppdrag för Attention är avslutat',
		'ove: Ny synpunkt: Ett svar',
		'attention: Svar på er synpunkt: Ett svar',
	])

	const erased = await comment(member(1).delegate, member(1).associationId, 'Bra.')
	await erasePerson(deps, member(1).delegate)
	await answer(erased, 1)
	world.clock.now += BETWEEN_LETTERS_MS
	await run()
	expect(told()).toEqual(['ove: Ny synpunkt: Ett svar'])
})

test('whoever is both chair and delegate gets one mail', async () => {
	const { deps, order, chair, clock } = world
	const { associationId, delegate } = member(0)
	const given = { personId: chair, associationId, role: 'deputy', from: clock.now, until: null, invite: false } as const
	granted(await giveSeat(deps, order(chair, given)))
	await deliverElsewhere()
	const thread = await comment(chair, associationId, 'Säg hur mycket.')
	await reply(thread, delegate, associationId, 'Och till vem.')
	await reply(thread, member(1).delegate, member(1).associationId, 'Vi håller med.')
	world.clock.now += GATHERED_MS
	await run()
	expect(told().sort()).toEqual(['attention: Svar på er synpunkt: Ett svar', 'ove: 2 nya synpunkter: Ett svar'])
})

test('several who deliver at once send each mail once, and what is not taken is tried again with what came since', async () => {
	const { delegate, associationId } = member(0)
	await seat('Sara', 'secretary', null)
	await comment(delegate, associationId, 'Första.')
	await comment(delegate, associationId, 'Andra.')
	world.clock.now += GATHERED_MS
	const some: SendMail = async (mail) => {
		if (mail.to === 'sara@example.org') throw new Error('not taken')
		mails.push(mail)
	}
	await Promise.all(Array.from({ length: 6 }, () => run(some)))
	expect(told()).toEqual(['ove: 2 nya synpunkter: Ett svar'])
	await comment(delegate, associationId, 'Tredje.')
	world.clock.now += 5 * MINUTE
	await run()
	expect(told().sort()).toEqual(['ove: Ny synpunkt: Ett svar', 'sara: 3 nya synpunkter: Ett svar'])
	expect(await waiting()).toBe(0)
})

test('a text that was withdrawn is talked of no more', async () => {
	const { delegate, associationId } = member(0)
	await comment(delegate, associationId, 'Säg hur mycket.')
	granted(await withdrawStatement(world.deps, world.order(world.chair, { statementId, reason: 'Vi svarar inte.' })))
	world.clock.now += GATHERED_MS
	expect(await run()).toEqual(NOTHING)
	expect(await waiting()).toBe(0)
})
