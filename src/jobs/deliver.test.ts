import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import type { SendMail } from '#mail/port.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { hiddenFields, ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { type IdleJobs, idleJobsOn, voteIn } from '#test/support/jobs.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'
import { giveSeat, leaveSeat } from '#usecases/members/manage-coalition.ts'
import { changeProfile, createPerson } from '#usecases/person/people.ts'
import { publishStatement } from '#usecases/publication/publish-statement.ts'
import { openConsultation, referBack } from '#usecases/statement/move-statement.ts'

const MINUTE = 60_000
let world: CoalitionWorld
let outbox: IdleJobs

beforeEach(async () => {
	world = await createCoalitionWorld()
	outbox = await idleJobsOn(world)
})
afterEach(() => world[Symbol.asyncDispose]())

const rows = (sql: string, args?: (string | number)[]) => allRows(world.server.client, sql, args)

async function deputy(name: string, emails: string[], index = 0): Promise<PersonId> {
	const { deps, order, chair, members, clock } = world
	const personId = granted(await createPerson(deps, { name, emails }))
	const associationId = members[index]?.associationId ?? null
	const seat = { personId, associationId, role: 'deputy', from: clock.now, until: null, invite: false } as const
	granted(await giveSeat(deps, order(chair, seat)))
	// The delegate is told.
	await outbox.deliver(async () => undefined)
	return personId
}

test('a notification goes to delegate and deputy, each with a link of their own that leads to the vote', async () => {
	await deputy('Eva Ersättare', ['eva@example.org'])
	const statementId = await draftStatement(world)
	const { ballotId } = await openedBallot(world, statementId)
	expect(await outbox.deliver()).toEqual({ sent: 4, failed: 0, perhaps: 0 })
	expect(outbox.mails.map(({ to }) => to).sort()).toEqual([
		'anbo@example.org',
		'attention@example.org',
		'eva@example.org',
		'shedo@example.org',
	])
	const mail = outbox.mails.find(({ to }) => to === 'eva@example.org')
	expect(mail?.subject).toBe('Rösta: Ett svar')
	expect(mail?.text.split('\n')[0]).toBe('Rösta för Attention om ”Ett svar” senast måndag 10 oktober 2022 kl. 09.00:')
	expect(mail?.text).toContain('Eva Ersättare får det som ersättare för Attention.')
	expect(mail?.text).not.toMatch(/Disa|Ove|attention@/)

	const app = testApp(world)
	const browser = app.browser()
	const link = (/https:\S+/.exec(mail?.text ?? '')?.[0] ?? '').replace(ORIGIN, '')
	const page = await (await browser.get(link)).text()
	const person = /name="person" value="([^"]*)"/.exec(page)?.[1] ?? ''
	const entered = await browser.post(new URL(link, ORIGIN).pathname, { ...hiddenFields(page), person })
	const place = { coalition: SLUG, statement: statementId, ballot: ballotId }
	expect(entered.headers.get('location')).toBe(href(routes.ballot, place))
	expect(new Set(outbox.mails.map(({ text }) => /https:\S+/.exec(text)?.[0])).size).toBe(4)
})

test('each step of a text is told to those it waits on, and its publishing to all', async () => {
	const { deps, order, chair, clock } = world
	const told = async () => {
		outbox.mails.length = 0
		await outbox.deliver()
		return outbox.mails.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`).sort()
	}
	const statementId = await draftStatement(world)
	granted(await openConsultation(deps, order(chair, { statementId, dueAt: clock.now + DAY })))
	expect(await told()).toEqual([
		'anbo: Vad tycker ni? Ett svar',
		'attention: Vad tycker ni? Ett svar',
		'shedo: Vad tycker ni? Ett svar',
	])
	const ballot = await openedBallot(world, statementId)
	expect(await told()).toHaveLength(3)
	await voteIn(world, 0, ballot)
	await voteIn(world, 1, ballot, false)
	clock.now += 7 * DAY
	await closeDueBallots(deps)
	expect(await told()).toEqual([
		'anbo: Står ni bakom? Ett svar',
		'attention: Antagen: Ett svar',
		'ove: Antagen: Ett svar',
		'shedo: Står ni bakom? Ett svar',
	])
	clock.now += 7 * DAY
	granted(await publishStatement(deps, order(chair, { statementId, textHash: ballot.textHash })))
	expect(await told()).toEqual([
		'anbo: Publicerat: Ett svar',
		'attention: Publicerat: Ett svar',
		'shedo: Publicerat: Ett svar',
	])
	expect(outbox.mails[0]?.text).toContain(`${ORIGIN}/${SLUG}/2022/1\n`)
	expect(outbox.mails[0]?.text).not.toContain('sign-in')
})

test('who is given a seat is welcomed in their own language, with a link that lets them in', async () => {
	const { deps, order, chair, clock } = world
	const personId = granted(await createPerson(deps, { name: 'Eve English', emails: ['eve@example.org'] }))
	await changeProfile(deps, { by: 'person', id: personId }, { name: undefined, language: 'en' })
	const seat = { personId, associationId: null, role: 'secretary', from: clock.now, until: null, invite: true } as const
	granted(await giveSeat(deps, order(chair, seat)))
	await outbox.deliver()
	expect(outbox.mails).toMatchObject([{ to: 'eve@example.org', subject: 'Welcome to NSPH Stockholms län' }])
	expect(outbox.mails[0]?.text.split('\n')[0]).toMatch(
		/^Ove Ordförande invites you to NSPH Stockholms län, as secretary\. In Samsvar .*\. Open the link to get in, without a password:$/,
	)
})

test('a notification is delivered once, also when several deliver at once', async () => {
	await openedBallot(world, await draftStatement(world))
	const reports = await Promise.all(Array.from({ length: 6 }, () => outbox.deliver()))
	expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBe(3)
	world.clock.now += DAY
	expect(await outbox.deliver()).toEqual({ sent: 0, failed: 0, perhaps: 0 })
	expect(outbox.mails).toHaveLength(3)
	expect(await rows('SELECT COUNT(*) AS n FROM outbox WHERE delivered_at IS NULL')).toEqual([{ n: 0 }])
})

test('what was not taken is tried again later, and not for those who have it', async () => {
	await deputy('Eva Ersättare', ['eva@example.org'])
	await openedBallot(world, await draftStatement(world))
	let broken = true
	const some: SendMail = async (mail) => {
		if (broken && (mail.to === 'eva@example.org' || mail.to === 'shedo@example.org')) throw new Error('not taken')
		outbox.mails.push(mail)
	}
	expect(await outbox.deliver(some)).toEqual({ sent: 2, failed: 2, perhaps: 0 })
	world.clock.now += 4 * MINUTE
	expect(await outbox.deliver(some)).toEqual({ sent: 0, failed: 0, perhaps: 0 })
	world.clock.now += MINUTE
	expect(await outbox.deliver(some)).toEqual({ sent: 0, failed: 2, perhaps: 0 })
	broken = false
	world.clock.now += 9 * MINUTE
	expect(await outbox.deliver(some)).toEqual({ sent: 0, failed: 0, perhaps: 0 })
	world.clock.now += MINUTE
	expect(await outbox.deliver(some)).toEqual({ sent: 2, failed: 0, perhaps: 0 })
	expect(outbox.mails.map(({ to }) => to).sort()).toEqual([
		'anbo@example.org',
		'attention@example.org',
		'eva@example.org',
		'shedo@example.org',
	])
})

test('after a week a notification is given up', async () => {
	await openedBallot(world, await draftStatement(world))
	world.clock.now += 7 * DAY
	expect(await outbox.deliver()).toEqual({ sent: 0, failed: 0, perhaps: 0 })
})

test('what no longer stands is not sent: voted, over, sent back, seat ended', async () => {
	const { deps, order, chair, members } = world
	const first = await draftStatement(world)
	await voteIn(world, 0, await openedBallot(world, first))
	const [, leaving] = members
	granted(await leaveSeat(deps, order(leaving?.delegate as never, { seatId: leaving?.delegateSeat as never })))
	expect(await outbox.deliver()).toEqual({ sent: 1, failed: 0, perhaps: 0 })
	expect(outbox.mails.map(({ to }) => to)).toEqual(['shedo@example.org'])

	const second = await draftStatement(world)
	granted(await openConsultation(deps, order(chair, { statementId: second, dueAt: null })))
	granted(await referBack(deps, order(chair, { statementId: second, reason: 'Fel text' })))
	expect(await outbox.deliver()).toEqual({ sent: 0, failed: 0, perhaps: 0 })
	expect(await rows('SELECT COUNT(*) AS n FROM outbox WHERE delivered_at IS NULL')).toEqual([{ n: 0 }])
})

test('those without an address are passed over, and erased persons are nobody', async () => {
	const { deps, order, chair, clock } = world
	const personId = granted(await createPerson(deps, { name: 'Kurt Kort', emails: [] }))
	const seat = { personId, associationId: null, role: 'secretary', from: clock.now, until: null, invite: true } as const
	granted(await giveSeat(deps, order(chair, seat)))
	expect(await outbox.deliver()).toEqual({ sent: 0, failed: 0, perhaps: 0 })
	expect(await rows('SELECT COUNT(*) AS n FROM outbox WHERE delivered_at IS NULL')).toEqual([{ n: 0 }])
	expect(await rows('SELECT COUNT(*) AS n FROM sign_in WHERE person_id = ?', [personId])).toEqual([{ n: 0 }])
})

test('an act through the door is told at once, and with it what lies there', async () => {
	const app = testApp(world)
	const browser = await signedIn(app, world.chair)
	await openedBallot(world, await draftStatement(world))
	const statement = await draftStatement(world)
	await browser.post(href(routes.consultation, { coalition: SLUG, statement }), { viewsDueOn: '' })
	await app.settled()
	expect(app.mails).toHaveLength(6)
})

test('a form that tells nobody does not look whether something lies there', async () => {
	const app = testApp(world)
	const browser = await signedIn(app, world.chair)
	await openedBallot(world, await draftStatement(world))
	await browser.post(routes.profile, { language: 'sv' })
	await app.settled()
	expect(app.mails).toEqual([])
})
