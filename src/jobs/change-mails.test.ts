import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { BETWEEN_LETTERS_MS, TOLD_A_DAY } from '#domain/kernel/telling.ts'
import type { Mail } from '#mail/port.ts'
import { jobsOn } from '#test/support/jobs.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
} from '#test/support/world.ts'
import { changeSettings } from '#usecases/coalition/change-settings.ts'
import { addAssociation, giveSeat, keepAssociation, removeAssociation } from '#usecases/members/manage-coalition.ts'
import { takeInRoster } from '#usecases/members/take-in-roster.ts'
import { createPerson } from '#usecases/person/people.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

let world: CoalitionWorld
const mails: Mail[] = []
/** The text of the last letter. */
let last: string | undefined

beforeEach(async () => {
	world = await createCoalitionWorld()
	// The coalition is no longer in its first days.
	world.clock.now += 30 * DAY
	await told()
})
afterEach(() => world[Symbol.asyncDispose]())

/** Whom mails went to since it was last asked, in order, and what their first line says, which is the same to all. */
async function told(): Promise<{ readonly to: string[]; readonly line: string | undefined }> {
	await jobsOn(world).deliver(async (sent) => {
		mails.push(sent)
	})
	const sent = mails.splice(0)
	last = sent.at(-1)?.text
	const lines = new Set(sent.map(({ text }) => text.split('\n')[0]))
	expect(lines.size).toBeLessThan(2)
	return { to: sent.map(({ to }) => to.split('@')[0] ?? '').sort(), line: [...lines][0] }
}

const EVERYBODY = ['anbo', 'attention', 'shedo']
async function draftInConsultation(of: CoalitionWorld) {
	const statementId = await draftStatement(of)
	granted(await openConsultation(of.deps, of.order(of.chair, { statementId, dueAt: null })))
}

const member = () => world.members[0] as Member
const byChair = <Command>(command: Command) => world.order(world.chair, command)

test('every association is told of other bylaws, from when they count, and that they were taken back', async () => {
	granted(await changeSettings(world.deps, byChair({ preset: 'board' as const })))
	const { to, line } = await told()
	expect(to).toEqual(EVERYBODY)
	expect(line).toMatch(
		/^Ordföranden har valt andra regler .*”Som i en styrelse” i stället för ”Vanliga regler”.* från och med \p{L}+ \d+ \p{L}+ 20\d\d kl\. /u,
	)
	granted(await changeSettings(world.deps, byChair({ listed: false })))
	expect((await told()).to).toEqual([])
	world.clock.now += BETWEEN_LETTERS_MS
	granted(await changeSettings(world.deps, byChair({ preset: 'standard' as const })))
	expect(await told()).toEqual({ to: EVERYBODY, line: expect.stringContaining('tagit tillbaka bytet av regler') })
})

test('every association is told that the coalition or its series is called something else, from what and by whom', async () => {
	granted(await changeSettings(world.deps, byChair({ name: 'NSPH Stockholm' })))
	const first = await told()
	expect(first.to).toEqual(EVERYBODY)
	expect(first.line).toMatch(
		/^Ordföranden har bytt namn på samverkan, från .+ till NSPH Stockholm\. Se hur det står nu:$/,
	)
	world.clock.now += BETWEEN_LETTERS_MS
	granted(await changeSettings(world.deps, byChair({ seriesPrefix: 'NSPH-STHLM' })))
	expect((await told()).line).toMatch(
		/bytt beteckning i numren, från \S+ till NSPH-STHLM\. .+ behåller sina nummer\. Se/,
	)
	// The same form once more.
	world.clock.now += BETWEEN_LETTERS_MS
	granted(await changeSettings(world.deps, byChair({ name: 'NSPH Stockholm', seriesPrefix: 'NSPH-STHLM' })))
	expect((await told()).to).toEqual([])
	granted(await changeSettings(world.deps, byChair({ name: 'NSPH' })))
	granted(await changeSettings(world.deps, byChair({ name: 'NSPH Stockholm' })))
	expect((await told()).line).toMatch(/bytt tillbaka\. Det är som förut: NSPH Stockholm, NSPH-STHLM\./)
	world.clock.now += BETWEEN_LETTERS_MS
	granted(await changeSettings(world.deps, byChair({ name: 'Ett' })))
	granted(await changeSettings(world.deps, byChair({ name: 'Två' })))
	expect((await told()).line).toContain('från NSPH Stockholm till Två.')
})

test('every association is told that one leaves, the one that leaves too, and that it stays after all', async () => {
	granted(await removeAssociation(world.deps, byChair(member())))
	expect(await told()).toEqual({ to: EVERYBODY, line: expect.stringMatching(/Attention lämnar .* kl\. /) })
	world.clock.now += BETWEEN_LETTERS_MS
	granted(await keepAssociation(world.deps, byChair(member())))
	expect(await told()).toEqual({ to: EVERYBODY, line: expect.stringContaining('Attention stannar kvar') })
})

test('every other association is told once of those that an act added, and from when they are in ballots', async () => {
	granted(await addAssociation(world.deps, byChair({ name: 'Hjärnkoll', area: '' })))
	expect(await told()).toEqual({
		to: EVERYBODY,
		line: expect.stringMatching(/lagt till Hjärnkoll .* från och med \p{L}+ \d+ /u),
	})
	world.clock.now += BETWEEN_LETTERS_MS
	const list = { text: 'Balans;bipolär sjukdom\nTilia;unga', columns: [], mark: null }
	granted(await takeInRoster(world.deps, byChair(list)))
	expect(await told()).toEqual({
		to: EVERYBODY,
		line: expect.stringMatching(/lagt till 2 föreningar .*: Balans och Tilia\./),
	})
})

test('what changes back and forth is told at once, then in one letter, and so many times a day is refused', async () => {
	const choose = (preset: 'board' | 'standard') => changeSettings(world.deps, byChair({ preset }))
	granted(await choose('board'))
	expect((await told()).to).toEqual(EVERYBODY)
	for (const preset of ['standard', 'board', 'standard', 'board', 'standard'] as const) granted(await choose(preset))
	expect((await told()).to).toEqual([])
	const again = world.clock.now + DAY
	const limit = TOLD_A_DAY.bylaws
	expect(await choose('board')).toEqual({ ok: false, reason: { code: 'toldTooOften', notice: 'bylaws', limit, again } })
	world.clock.now += BETWEEN_LETTERS_MS - 1
	expect((await told()).to).toEqual([])
	world.clock.now += 1
	const letters = await told()
	expect(letters).toEqual({ to: EVERYBODY, line: expect.stringContaining('”Vanliga regler” gäller som förut') })
	expect(last).toContain('Det har ändrats 5 gånger sedan du fick veta det senast.')
	world.clock.now += DAY
	expect((await told()).to).toEqual([])
	granted(await choose('board'))
})

test('who uses up a day of other bylaws keeps nobody from taking the last back, and not back and forth again', async () => {
	const { deps, chair, clock } = world
	const personId = granted(await createPerson(deps, { name: 'Sara Sekreterare', emails: ['sara@example.org'] }))
	const seat = {
		personId,
		associationId: null,
		role: 'secretary',
		from: clock.now,
		until: null,
		invite: false,
	} as const
	granted(await giveSeat(deps, world.order(chair, seat)))
	const choose = (by: PersonId, preset: 'board' | 'standard' | 'secret') =>
		changeSettings(deps, world.order(by, { preset }))
	for (const preset of ['board', 'secret', 'board', 'secret', 'board', 'secret'] as const)
		granted(await choose(personId, preset))
	expect(await choose(chair, 'board')).toMatchObject({ reason: { code: 'toldTooOften' } })
	granted(await choose(chair, 'standard'))
	for (const by of [personId, chair])
		expect(await choose(by, 'board')).toMatchObject({ reason: { code: 'toldTooOften', limit: TOLD_A_DAY.bylaws } })
	expect((await told()).line).toContain('tagit tillbaka bytet av regler')
})

test('an association added and removed before anybody was told of it is told as that', async () => {
	granted(await addAssociation(world.deps, byChair({ name: 'Balans', area: '' })))
	await told()
	const { associationId } = granted(await addAssociation(world.deps, byChair({ name: 'Hjärnkoll', area: '' }))).value
	granted(await removeAssociation(world.deps, byChair({ associationId })))
	granted(await addAssociation(world.deps, byChair({ name: 'Tilia', area: '' })))
	granted(await removeAssociation(world.deps, byChair(member())))
	world.clock.now += BETWEEN_LETTERS_MS
	const { to, line } = await told()
	expect(to).toEqual(EVERYBODY)
	expect(line).toMatch(/lagt till Hjärnkoll i .* och tagit bort den igen\. .*lagt till Tilia .* Attention lämnar /)
})

test('while a coalition is set up associations are added without end; once it asked them something, so many a day', async () => {
	const { deps } = world
	const add = (name: string) => addAssociation(deps, byChair({ name, area: '' }))
	for (let number = 0; number < 2 * TOLD_A_DAY.members; number += 1) granted(await add(`Förening ${number}`))
	await draftInConsultation(world)
	expect(await add('En till')).toMatchObject({ reason: { code: 'toldTooOften', notice: 'members' } })
	world.clock.now += DAY
	for (let number = 1; number < TOLD_A_DAY.members; number += 1) granted(await add(`Ny förening ${number}`))
	// A list counts once, however long.
	const list = { text: 'Balans;bipolär sjukdom\nTilia;unga', columns: [], mark: null }
	granted(await takeInRoster(deps, byChair(list)))
	expect(await add('En till')).toMatchObject({ reason: { code: 'toldTooOften', notice: 'members' } })
	// What is taken back is not refused: it needs what is.
	granted(await keepAssociation(deps, byChair(member())))
})
