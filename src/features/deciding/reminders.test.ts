import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { voteIn } from '#test/support/jobs.ts'
import { plain } from '#test/support/members-pages.ts'
import { answerCommand, decidedStatement } from '#test/support/signing.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	HOUR,
	type Member,
	openedBallot,
	SLUG,
	textHashOf,
} from '#test/support/world.ts'
import { makeComment } from '#usecases/comment/comment.ts'
import { remindInTime } from '#usecases/deciding/remind.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

const at = (statement: StatementId) => ({ coalition: SLUG, statement })
const remindersOf = (statement: StatementId) => href(routes.reminders, at(statement))

/** What a page says, without its markup. */
async function shown(person: Member['delegate'], path: string): Promise<string> {
	const browser = await signedIn(testApp(world), person)
	return plain(await (await browser.get(path)).text())
}

const SILENT = /Har inte svarat (\d föreningar?) har inte svarat än: ([^.]*?) (?:Trycker|Inget|Senast)/

test('chair sees on each page who has not answered, with a button; members do not', async () => {
	const { deps, order, chair, members } = world
	const out = await draftStatement(world)
	granted(await openConsultation(deps, order(chair, { statementId: out, dueAt: world.clock.now + 14 * DAY })))
	const ballot = await openedBallot(world, await draftStatement(world))
	await voteIn(world, 0, ballot)
	const decided = await decidedStatement(world, { choice: 'yes', signs: false })
	const [first, second] = members as readonly [Member, Member]
	const said = { statementId: out, associationId: first.associationId, versionId: null, text: 'Säg hur mycket.' }
	granted(await makeComment(deps, order(first.delegate, said)))
	const answer = answerCommand(decided, await textHashOf(world, decided), second, 'signed')
	granted(await answerSignoff(deps, order(second.delegate, answer)))
	const pages = [
		[href(routes.stances, at(out)), '2 föreningar', 'AnBo och Shedo'],
		[href(routes.ballot, { ...at(ballot.statementId), ballot: ballot.ballotId }), '2 föreningar', 'AnBo och Shedo'],
		[href(routes.signoffs, at(decided)), '2 föreningar', 'Attention och Shedo'],
	] as const
	for (const [path, count, names] of pages) {
		expect(SILENT.exec(await shown(chair, path))?.slice(1)).toEqual([count, names])
		expect(await shown((members[0] as Member).delegate, path)).not.toContain('Trycker du på knappen')
	}
})

test('one press reminds all that mail reaches, says how many and whom to call, and a second within a day says when', async () => {
	const { chair, clock } = world
	const { statementId } = await openedBallot(world, await draftStatement(world))
	const silent = world.members[2] as Member
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [silent.delegate] }])
	const app = testApp(world)
	const browser = await signedIn(app, chair)
	const before = await (await browser.get(remindersOf(statementId))).text()
	expect(plain(before)).toContain('får 2 föreningar ett mejl')
	expect(before).toContain(href(routes.byHand, { coalition: SLUG }))
	expect(plain(before)).toMatch(/Ring dessa .* Shedo Se vem du ringer/)
	const sent = await browser.post(remindersOf(statementId), { key: 'one' })
	expect(sent.status).toBe(303)
	await app.settled()
	const reminders = () => app.mails.filter(({ subject }) => subject.startsWith('Påminnelse: Rösta'))
	expect(
		reminders()
			.map(({ to }) => to)
			.sort(),
	).toEqual(['anbo@example.org', 'attention@example.org'])
	const after = plain(await (await browser.get(sent.headers.get('location') ?? '')).text())
	expect(after).toContain('Påminnelsen är på väg med mejl till 2 föreningar. Ring 1 förening som inget mejl når.')
	expect(after).toContain('Du kan påminna igen')
	// The same form once more is the same press; another, from a page that was open, is refused.
	expect((await browser.post(remindersOf(statementId), { key: 'one' })).status).toBe(303)
	const refused = await browser.post(remindersOf(statementId), { key: 'two' })
	expect(refused.status).toBe(429)
	expect(plain(await refused.text())).toMatch(/En påminnelse om texten gick ut .* Så att ingen får två på ett dygn/)
	await app.settled()
	expect(reminders()).toHaveLength(2)
	clock.now += DAY
	expect((await browser.post(remindersOf(statementId), { key: 'three' })).status).toBe(303)
	const history = await shown(chair, href(routes.history, at(statementId)))
	expect(history).toContain('Påminnelse till dem som inte hade svarat')
})

test('where there is nobody to remind it says so: all have answered, no mail reaches them, it is too late', async () => {
	const { chair, clock, members } = world
	const ballot = await openedBallot(world, await draftStatement(world))
	const { statementId } = ballot
	const browser = await signedIn(testApp(world), chair)
	const press = async () => plain(await (await browser.post(remindersOf(statementId), {})).text())
	const ids = members.map(({ delegate }) => delegate)
	await world.db.write(ids.map((id) => ({ sql: 'DELETE FROM address WHERE person_id = ?', args: [id] })))
	expect(await press()).toContain('Inget mejl når dem som inte har svarat. Ring dem i stället.')
	for (const index of [0, 1, 2]) await voteIn(world, index, ballot)
	expect(await press()).toContain('Alla som är tillfrågade om texten har svarat.')
	expect(await shown(chair, remindersOf(statementId))).toContain('Det finns ingen att påminna.')
	// When it is time and nobody is silent, that is noted and told nobody.
	clock.now += 4 * DAY
	const atTheTime = Object.assign(world.order(chair, { statementId }), { actor: { by: 'clock' } })
	granted(await remindInTime(world.deps, atTheTime))
	expect(await allRows(world.server.client, "SELECT 1 FROM event WHERE type = 'reminded'")).toHaveLength(1)
	expect(await shown(chair, href(routes.history, at(statementId)))).not.toContain('Påminnelse')
	clock.now += 3 * DAY + HOUR
	expect(await shown(chair, remindersOf(statementId))).toContain('Det går inte längre att svara')
})
