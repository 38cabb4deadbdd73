import { expect, test } from 'vitest'
import type { Preset } from '#domain/deciding/bylaws.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import { programOf } from '#test/support/api.ts'
import { type Browser, hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { decidedStatement, voteCommand } from '#test/support/signing.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	HOUR,
	type Member,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'

async function voting(preset?: Preset, before: (world: CoalitionWorld) => Promise<void> = async () => undefined) {
	const world = await createCoalitionWorld(undefined, preset)
	await before(world)
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	world.clock.now += HOUR
	const app = testApp(world)
	const member = world.members[0] as Member
	const at = `/${SLUG}/statements/${statementId}/ballots/${ballot.ballotId}`
	return { world, app, ballot, at, member }
}

async function seatIn({ deps, order, chair, clock, members }: CoalitionWorld, role: Role, person: PersonId) {
	const associationId = role === 'secretary' ? null : (members[0]?.associationId ?? null)
	// Its giver says that it began long ago.
	const given = { personId: person, associationId, role, from: clock.now - 100 * HOUR, until: null, invite: false }
	granted(await giveSeat(deps, order(chair, given)))
}

async function newcomer(world: CoalitionWorld, role: Role) {
	const person = granted(await createPerson(world.deps, { name: 'Nora Ny', emails: [] }))
	await seatIn(world, role, person)
	return person
}

const words = async (browser: Browser, path: string) => (await browser.get(path)).text()

test('a deputy seated while the ballot is open has no form, no vote, and is told why', async () => {
	const { world, app, ballot, at, member } = await voting()
	await using _world = world
	const person = await newcomer(world, 'deputy')
	const browser = await signedIn(app, person)
	const page = await words(browser, at)
	expect(page).toContain(`Ditt uppdrag för ${member.name} började efter att omröstningen öppnade.`)
	expect(page).not.toContain(`action="${at}/votes"`)
	expect(await words(browser, '/me')).not.toContain('Rösta för')
	const { associationId } = member
	const sent = await browser.post(`${at}/votes`, { associationId, textHash: ballot.textHash, choice: 'yes', key: 'k' })
	expect(sent.status).toBe(403)
	expect(await sent.text()).toContain('Du fick uppdraget efter att omröstningen öppnade')
	const program = await programOf(app, person)
	const path = `statements/${ballot.statementId}/ballots/${ballot.ballotId}/votes`
	const asked = { associationId, choice: 'yes', textHash: ballot.textHash }
	expect(await program.post(path, asked)).toMatchObject({ status: 403, body: { code: 'seatedSince' } })
	const { rows } = await world.server.client.execute('SELECT * FROM vote')
	expect(rows).toEqual([])
})

test('nor does a new seat show how the association voted while votes are hidden', async () => {
	const { world, app, ballot, at, member } = await voting('board', async (early) => {
		await newcomer(early, 'contributor')
	})
	await using _world = world
	const vote = voteCommand(ballot, member, { choice: 'no', signs: false })
	granted(await castVote(world.deps, world.order(member.delegate, vote)))
	await seatIn(world, 'deputy', world.chair)
	const path = `statements/${ballot.statementId}/ballots/${ballot.ballotId}`
	const own = async (person: PersonId) => {
		const { body } = await (await programOf(app, person)).get(path)
		const { voters } = body as { voters: { associationId: string; vote: unknown }[] }
		return voters.find(({ associationId }) => associationId === member.associationId)?.vote
	}
	expect(await own(world.chair)).toBe(null)
	expect(await own(member.delegate)).toMatchObject({ choice: 'no' })
	const [before] = (await world.server.client.execute("SELECT person_id FROM seat WHERE role = 'contributor'")).rows
	expect(await own(String(before?.person_id) as PersonId)).toMatchObject({ choice: 'no' })
	const receipt = `${at}?done=vote&association=${member.associationId}`
	expect(await words(await signedIn(app, member.delegate), receipt)).toContain('röstar nej')
	expect(await words(await signedIn(app, world.chair), receipt)).not.toContain('röstar nej')
})

const inOffice = async (world: CoalitionWorld) => seatIn(world, 'secretary', world.members[0]?.delegate as PersonId)

test('a delegate who is secretary too neither votes nor signs where the bylaws do not say so', async () => {
	const { world, app, ballot, at, member } = await voting('standard', inOffice)
	await using _world = world
	const browser = await signedIn(app, member.delegate)
	const page = await words(browser, at)
	expect(page).toContain(`Du är ordförande eller handläggare, och röstar då inte för ${member.name}.`)
	expect(page).not.toContain(`action="${at}/votes"`)
	expect(await words(browser, '/me')).not.toContain('Rösta för')
	const { associationId } = member
	const sent = await browser.post(`${at}/votes`, { associationId, textHash: ballot.textHash, choice: 'yes', key: 'k' })
	expect(sent.status).toBe(403)
	expect(await words(await signedIn(app, world.chair), `/${SLUG}/members`)).toContain(
		`ingen annan kan rösta för ${member.name}`,
	)
	const check = `/${SLUG}/statements/${await draftStatement(world)}/ballots/check`
	const dates = 'track=full&closesOn=2022-10-20&closesTime=20:00&signoffDueOn=2022-10-27'
	expect(await words(await signedIn(app, world.chair), `${check}?${dates}`)).toContain(
		`De här föreningarna har ingen som kan rösta: ${member.name}.`,
	)
})

test('where the bylaws say so, she does both', async () => {
	const { world, app, at, member } = await voting('board', inOffice)
	await using _world = world
	const browser = await signedIn(app, member.delegate)
	const fields = hiddenFields(await words(browser, at), `${at}/votes`)
	expect((await browser.post(`${at}/votes`, { ...fields, choice: 'yesAndSign' })).status).toBe(303)
})

test('the page of sign-offs says why there is no form for her', async () => {
	const world = await createCoalitionWorld()
	await using _world = world
	// Somebody else to answer for the association, without whom she would be left the only one.
	await seatIn(world, 'deputy', world.members[1]?.delegate as PersonId)
	const statementId = await decidedStatement(world, { choice: 'yes', signs: false })
	await inOffice(world)
	const member = world.members[0] as Member
	const browser = await signedIn(testApp(world), member.delegate)
	const page = await words(browser, `/${SLUG}/statements/${statementId}/signoffs`)
	expect(page).toContain(`Du är ordförande eller handläggare, och svarar då inte för ${member.name}.`)
	expect(page).not.toContain('<button name="answer"')
})
