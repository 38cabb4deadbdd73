import { afterEach, beforeEach, expect, test } from 'vitest'
import { untoldQuery } from '#db/members/load-untold.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import type { Mail } from '#mail/port.ts'
import { href, routes } from '#routes'
import { amendmentBallot } from '#test/support/amendment-ballot.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { SIGNED_YES, voteCommand } from '#test/support/signing.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { changeSettings } from '#usecases/coalition/change-settings.ts'
import { makeComment } from '#usecases/comment/comment.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { endSeat, giveSeat, takeBackSeat } from '#usecases/members/manage-coalition.ts'
import { tellByHand } from '#usecases/members/tell-by-hand.ts'
import { createPerson } from '#usecases/person/people.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
	world.clock.now += 30 * DAY
})
afterEach(() => world[Symbol.asyncDispose]())

const at = { coalition: SLUG }
const member = () => world.members[0] as Member
const byChair = <Command>(command: Command) => world.order(world.chair, command)
const withoutMail = (id: PersonId) => world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [id] }])

async function mailed(): Promise<Mail[]> {
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (mail) => {
		mails.push(mail)
	})
	return mails
}

async function untold() {
	const [found] = await world.db.read(untoldQuery(SLUG, world.clock.now))
	return found
}

test('a delegate whom no mail reaches is to be told by hand that her seat was ended, and her association is mailed', async () => {
	const { associationId, delegate, delegateSeat: seatId } = member()
	await withoutMail(delegate)
	const deputy = granted(await createPerson(world.deps, { name: 'Petra', emails: ['petra@example.org'] }))
	const seat = { personId: deputy, associationId, role: 'deputy', from: world.clock.now, until: null } as const
	granted(await giveSeat(world.deps, byChair({ ...seat, invite: false })))
	granted(await tellByHand(world.deps, byChair((await untold())[0] ?? ({} as never))))
	await mailed()
	granted(await endSeat(world.deps, byChair({ seatId })))
	const [mail, ...others] = await mailed()
	expect(others).toEqual([])
	expect(mail).toMatchObject({ to: 'petra@example.org', subject: 'Ett uppdrag för Attention är avslutat' })
	expect(mail?.text).toContain('Den som hade det har ingen e-post, så berätta det.')
	const [waiting, ...more] = await untold()
	expect(more).toEqual([])
	expect(waiting).toMatchObject({ notice: 'unseated', about: seatId, dueAt: world.clock.now + 28 * DAY })

	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	expect(await (await chair.get(href(routes.members, at))).text()).toContain(href(routes.byHand, at))
	expect(await (await chair.get(href(routes.me))).text()).toContain('Ring eller skriv: 1 sak att berätta')
	const page = await (await chair.get(href(routes.byHand, at))).text()
	expect(page).toContain('Uppdraget som ordinarie är avslutat.')
	const { actId: act = '', notice = '', about = '' } = waiting ?? {}
	expect((await chair.post(href(routes.byHand, at), { key: 'told', act, notice, about })).status).toBe(303)
	expect(await untold()).toEqual([])
	// What is said of her begins no time and ends none.
	world.clock.now += 27 * DAY
	const hers = await signedIn(app, delegate)
	expect(await (await hers.get(href(routes.me))).text()).toContain(href(routes.seatReturn, { ...at, seat: seatId }))
	granted(await takeBackSeat(world.deps, world.order(delegate, { seatId })))
})

test('whom a mail reaches has as long as ever, and is in no list', async () => {
	granted(await endSeat(world.deps, byChair({ seatId: member().delegateSeat })))
	expect(await untold()).toEqual([])
	world.clock.now += 7 * DAY
	const late = await takeBackSeat(world.deps, world.order(member().delegate, { seatId: member().delegateSeat }))
	expect(late).toMatchObject({ reason: { code: 'tooLateToTakeBack' } })
})

test('an association whom no mail reaches is to be told of a ballot until it has voted, and of new rules once', async () => {
	const { associationId, delegate } = member()
	await withoutMail(delegate)
	for (const preset of ['board', 'standard'] as const) granted(await changeSettings(world.deps, byChair({ preset })))
	const ballot = await openedBallot(world, await draftStatement(world))
	await mailed()
	const notices = async () =>
		(await untold()).map(({ notice, about, names }) => ({ notice, about, names: names.length }))
	const hers = { about: associationId, names: 1 }
	expect(await notices()).toEqual([
		{ notice: 'ballot', ...hers },
		{ notice: 'bylaws', ...hers },
	])
	const [, bylaws] = await untold()
	granted(await tellByHand(world.deps, byChair(bylaws ?? ({} as never))))
	expect(await notices()).toEqual([{ notice: 'ballot', ...hers }])
	const vote = voteCommand(ballot, member(), SIGNED_YES)
	granted(await castVote(world.deps, world.order(delegate, vote)))
	expect(await notices()).toEqual([])
})

test('of a ballot on an amendment it is told which, until it is over', async () => {
	await withoutMail(member().delegate)
	await amendmentBallot(world)
	await mailed()
	expect((await untold()).map(({ notice, put }) => ({ notice, put }))).toEqual([
		{ notice: 'ballot', put: [{ number: 1, association: 'Attention' }] },
	])
	const page = await (await signedIn(testApp(world), world.chair)).get(href(routes.byHand, at))
	expect(await page.text()).toContain('Föreningen ska rösta om Y1, ett yrkande på ”Ett svar”, senast')
	world.clock.now += 8 * DAY
	expect(await untold()).toEqual([])
})

test('an association whom no mail reaches is to be told of a consultation until it has said something, or it is over', async () => {
	const { associationId, delegate } = member()
	await withoutMail(delegate)
	const dueAt = world.clock.now + 14 * DAY
	const sendOut = async () => {
		const statementId = await draftStatement(world)
		granted(await openConsultation(world.deps, byChair({ statementId, dueAt })))
		return statementId
	}
	const [commented, decided] = [await sendOut(), await sendOut()]
	const notices = async () => (await untold()).map(({ notice, about, dueAt: due }) => ({ notice, about, due }))
	const hers = { notice: 'consultation', about: associationId, due: dueAt }
	expect(await notices()).toEqual([hers, hers])
	const page = await (await signedIn(testApp(world), world.chair)).get(href(routes.byHand, at))
	expect(await page.text()).toContain('Föreningen ska säga vad den tycker om ”Ett svar”, senast')
	const said = { statementId: commented, associationId, versionId: null, text: 'Säg hur mycket.' }
	granted(await makeComment(world.deps, world.order(delegate, said)))
	expect(await notices()).toEqual([hers])
	await openedBallot(world, decided)
	expect((await notices()).map(({ notice }) => notice)).toEqual(['ballot'])
})

test('what could not be delivered for a week is to be told by hand', async () => {
	granted(await changeSettings(world.deps, byChair({ preset: 'board' as const })))
	await jobsOn(world).deliver(async ({ to }) => {
		if (to.startsWith('anbo')) throw new Error('the mailbox is full')
	})
	expect(await untold()).toEqual([])
	world.clock.now += 7 * DAY
	expect((await untold()).map(({ association }) => association)).toEqual(['AnBo'])
})
