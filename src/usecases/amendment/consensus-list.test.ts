import { afterEach, beforeEach, expect, test } from 'vitest'
import { untoldQuery } from '#db/members/load-untold.ts'
import type { ConsensusListId } from '#domain/kernel/id.ts'
import { runJobs } from '#jobs/run-jobs.ts'
import { rebuild } from '#local/rebuild.ts'
import type { Mail } from '#mail/port.ts'
import { allRows } from '#test/support/all-rows.ts'
import { objecting, openedList, putForward, settling } from '#test/support/consensus.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { overtaken } from '#test/support/overtaken.ts'
import {
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	SLUG,
} from '#test/support/world.ts'
import { openBallot } from '#usecases/deciding/open-ballot.ts'
import { endSeat } from '#usecases/members/manage-coalition.ts'
import { withdrawStatement } from '#usecases/statement/move-statement.ts'
import { changeAmendment, decideAmendment, joinAmendment, reopenAmendment, withdrawAmendment } from './amendment.ts'
import { cancelConsensusList, openConsensusList } from './consensus-list.ts'
import { mergeAmendments } from './merging.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

const byChair = <Command>(command: Command) => world.order(world.chair, command)
const members = () => world.members as readonly [Member, Member, Member]
const states = async () =>
	(await allRows(world.server.client, 'SELECT state FROM amendment ORDER BY number')).map(({ state }) => state)

async function told(): Promise<Mail[]> {
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (mail) => {
		mails.push(mail)
	})
	return mails.filter(({ subject }) => /samförståndslist|något emot/i.test(subject))
}

test('while it is asked about an amendment’s words stand and nobody decides on it; others join it', async () => {
	const list = await openedList(world)
	const [mine, other] = members()
	const [{ amendmentId, versionId }] = list.items as [(typeof list.items)[number]]
	const at = { statementId: list.statementId, amendmentId, versionId }
	const byAuthor = <Command>(command: Command) => world.order(mine.delegate, command)
	const anew = {
		seen: [],
		want: { put: 'after', blocks: [{ kind: 'position', text: 'Annat.' }] },
		reason: 'Så.',
	} as const
	expect(codeOf(await changeAmendment(world.deps, byAuthor({ ...at, ...anew })))).toBe('amendmentAsked')
	expect(codeOf(await withdrawAmendment(world.deps, byAuthor(at)))).toBe('amendmentAsked')
	const decision = { ...at, outcome: 'rejected', note: 'Nej.' } as const
	expect(codeOf(await decideAmendment(world.deps, byChair(decision)))).toBe('amendmentAsked')
	const merge = { statementId: list.statementId, chosen: [at], seen: [], choices: {}, note: '', letGo: false }
	expect(codeOf(await mergeAmendments(world.deps, byChair(merge)))).toBe('amendmentAsked')
	const join = world.order(other.delegate, { ...at, associationId: other.associationId })
	expect(codeOf(await joinAmendment(world.deps, join))).toBe('granted')
	granted(await cancelConsensusList(world.deps, byChair({ ...list, reason: 'Fel yrkanden.' })))
	expect(codeOf(await decideAmendment(world.deps, byChair(decision)))).toBe('granted')
})

test('the text is neither put to a ballot nor withdrawn under a list, nor is another opened', async () => {
	const list = await openedList(world)
	const { statementId, items } = list
	const ballot = { statementId, textHash: null, track: 'full', closesAt: world.clock.now + 7 * DAY } as const
	expect(codeOf(await openBallot(world.deps, byChair(ballot)))).toBe('consensusListStands')
	expect(codeOf(await withdrawStatement(world.deps, byChair({ statementId, reason: 'Borta.' })))).toBe(
		'consensusListStands',
	)
	const another = { statementId, chosen: items, closesAt: list.closesAt }
	expect(codeOf(await openConsensusList(world.deps, byChair(another)))).toBe('consensusListStands')
	world.clock.now = list.closesAt
	granted(await settling(world, list))
	expect(codeOf(await withdrawStatement(world.deps, byChair({ statementId, reason: 'Borta.' })))).toBe('granted')
})

test('the job adopts what nobody objected to when the time is up, and not before', async () => {
	const list = await openedList(world)
	const [, other] = members()
	const [first] = list.items as [(typeof list.items)[number]]
	granted(await objecting(world, list, other, [first], 'För dyrt.'))
	world.clock.now = list.closesAt - 1
	await runJobs(jobsOn(world).jobs())
	expect(await states()).toEqual(['open', 'open'])
	expect(codeOf(await settling(world, list))).toBe('timeToObject')
	world.clock.now = list.closesAt
	expect(codeOf(await objecting(world, list, other, []))).toBe('consensusListOver')
	await runJobs(jobsOn(world).jobs())
	expect(await states()).toEqual(['open', 'adopted'])
	const [, adopted] = list.items as readonly (typeof first)[]
	const reopening = byChair({ statementId: list.statementId, amendmentId: adopted?.amendmentId ?? first.amendmentId })
	expect(codeOf(await reopenAmendment(world.deps, reopening))).toBe('adoptedByList')
	const [event] = await allRows(
		world.server.client,
		`SELECT act.seat_id, payload FROM event JOIN act ON act.id = act_id WHERE type = 'amendmentDecided'`,
	)
	expect([event?.seat_id, JSON.parse(String(event?.payload)).listId]).toEqual([null, list.listId])
})

test('a rewording that a list overtakes is refused, and a list that a rewording overtakes', async () => {
	const statementId = await draftStatement(world)
	const [mine] = members()
	const item = await putForward(world, statementId, 'Kommunen ska betala resor.')
	const anew = {
		seen: [],
		want: { put: 'after', blocks: [{ kind: 'position', text: 'Annat.' }] },
		reason: 'Så.',
	} as const
	const closesAt = world.clock.now + 7 * DAY
	const open = (deps = world.deps) => openConsensusList(deps, byChair({ statementId, chosen: [item], closesAt }))
	const reword = (deps = world.deps) =>
		changeAmendment(deps, world.order(mine.delegate, { statementId, ...item, ...anew }))
	expect(codeOf(await reword(overtaken(world.deps, async () => granted(await open()))))).toBe('amendmentAsked')
	const [list] = await allRows(world.server.client, 'SELECT id FROM consensus_list')
	const listId = String(list?.id) as ConsensusListId
	granted(await cancelConsensusList(world.deps, byChair({ statementId, listId, reason: 'Fel.' })))
	expect(codeOf(await open(overtaken(world.deps, async () => granted(await reword()))))).toBe('amendmentsMoved')
})

test('an objection that the settling overtakes is refused, and a settling that an objection overtakes counts it', async () => {
	const [, other] = members()
	const late = await openedList(world)
	world.clock.now = late.closesAt - 1
	const settle = async () => {
		world.clock.now = late.closesAt
		granted(await settling(world, late))
	}
	expect(codeOf(await objecting({ ...world, deps: overtaken(world.deps, settle) }, late, other, late.items))).toBe(
		'consensusListOver',
	)
	expect(await states()).toEqual(['adopted', 'adopted'])
	const next = await openedList(world, ['Mer.'], late.statementId)
	const object = async () => {
		world.clock.now = next.closesAt - 1
		granted(await objecting(world, next, other, next.items))
		world.clock.now = next.closesAt
	}
	world.clock.now = next.closesAt
	granted(await settling({ ...world, deps: overtaken(world.deps, object) }, next))
	expect(await states()).toEqual(['adopted', 'adopted', 'open'])
})

test('who alone can answer for an association keeps their seat while it is asked', async () => {
	await openedList(world)
	const [one] = members()
	expect(codeOf(await endSeat(world.deps, byChair({ seatId: one.delegateSeat })))).toBe('lastToAnswer')
})

test('the associations are asked in one letter, and told what came of it or that it was cancelled', async () => {
	const list = await openedList(world)
	const [one, other] = members()
	granted(await objecting(world, list, one, []))
	const asked = await told()
	expect(asked).toHaveLength(2)
	expect(asked[0]?.text).toMatch(/tillfrågas om 2 yrkanden[\s\S]*Den som inte svarar säger ja/)
	expect(asked[0]?.text).toMatch(/Y1 från [^\n]+:\n> Utan resor kommer ingen\./)
	granted(await objecting(world, list, other, list.items.slice(0, 1)))
	world.clock.now = list.closesAt
	granted(await settling(world, list))
	const settled = await told()
	expect(settled).toHaveLength(4)
	expect(settled[0]?.text).toMatch(/Y1 från [^\n]+: Lämnades öppet: någon invände\nY2 från [^\n]+: Bifallet/)
	const next = await openedList(world, ['Mer.'], list.statementId)
	await told()
	granted(await cancelConsensusList(world.deps, byChair({ ...next, reason: 'Fel yrkanden.' })))
	const cancelled = await told()
	expect(cancelled).toHaveLength(3)
	expect(cancelled[0]?.text).toMatch(/avbruten[\s\S]*\n> Fel yrkanden\./)
})

test('whom no mail reaches is to be told by hand until the association has answered', async () => {
	const [silent] = members()
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [silent.delegate] }])
	const untold = async () => {
		const [found] = await world.db.read(untoldQuery(SLUG, world.clock.now))
		return found.filter(({ notice }) => notice === 'consensusList').map(({ about, dueAt }) => [about, dueAt])
	}
	const list = await openedList(world)
	expect(await untold()).toEqual([[silent.associationId, list.closesAt]])
	granted(await objecting(world, list, silent, []))
	expect(await untold()).toEqual([])
})

test('its tables are made anew from the events', async () => {
	const list = await openedList(world)
	const [, other] = members()
	granted(await objecting(world, list, other, list.items.slice(0, 1), 'För dyrt.'))
	world.clock.now = list.closesAt
	granted(await settling(world, list))
	const tables = ['consensus_list', 'consensus_item', 'consensus_answer', 'amendment']
	const all = () =>
		Promise.all(tables.map((table) => allRows(world.server.client, `SELECT * FROM ${table} ORDER BY 1, 2`)))
	const before = await all()
	await rebuild(world.server.client)
	expect(await all()).toEqual(before)
})
