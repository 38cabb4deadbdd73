import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Mail } from '#mail/port.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, granted, type Member } from '#test/support/world.ts'
import { changeSettings } from '#usecases/coalition/change-settings.ts'
import { addAssociation, keepAssociation, removeAssociation } from '#usecases/members/manage-coalition.ts'
import { takeInRoster } from '#usecases/members/take-in-roster.ts'

let world: CoalitionWorld
const mails: Mail[] = []

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
	const lines = new Set(sent.map(({ text }) => text.split('\n')[0]))
	expect(lines.size).toBeLessThan(2)
	return { to: sent.map(({ to }) => to.split('@')[0] ?? '').sort(), line: [...lines][0] }
}

const EVERYBODY = ['anbo', 'attention', 'shedo']
const member = () => world.members[0] as Member
const byChair = <Command>(command: Command) => world.order(world.chair, command)

test('every association is told of other bylaws, from when they count, and that they were taken back', async () => {
	granted(await changeSettings(world.deps, byChair({ preset: 'board' as const })))
	const { to, line } = await told()
	expect(to).toEqual(EVERYBODY)
	expect(line).toMatch(
		/^Ordföranden har valt andra regler .*”Som i en styrelse” i stället för ”Vanliga regler”.* från och med \p{L}+ \d+ \p{L}+ 20\d\d kl\. /u,
	)
	granted(await changeSettings(world.deps, byChair({ name: 'NSPH' })))
	expect((await told()).to).toEqual([])
	granted(await changeSettings(world.deps, byChair({ preset: 'standard' as const })))
	expect(await told()).toEqual({ to: EVERYBODY, line: expect.stringContaining('tagit tillbaka bytet av regler') })
})

test('every association is told that one leaves, the one that leaves too, and that it stays after all', async () => {
	granted(await removeAssociation(world.deps, byChair(member())))
	expect(await told()).toEqual({ to: EVERYBODY, line: expect.stringMatching(/Attention lämnar .* kl\. /) })
	granted(await keepAssociation(world.deps, byChair(member())))
	expect(await told()).toEqual({ to: EVERYBODY, line: expect.stringContaining('Attention stannar kvar') })
})

test('every other association is told once of those that an act added, and from when they are in ballots', async () => {
	granted(await addAssociation(world.deps, byChair({ name: 'Hjärnkoll', area: '' })))
	expect(await told()).toEqual({
		to: EVERYBODY,
		line: expect.stringMatching(/lagt till Hjärnkoll .* från och med \p{L}+ \d+ /u),
	})
	const list = { text: 'Balans;bipolär sjukdom\nTilia;unga', columns: [], mark: null }
	granted(await takeInRoster(world.deps, byChair(list)))
	expect(await told()).toEqual({
		to: EVERYBODY,
		line: expect.stringMatching(/lagt till 2 föreningar .*: Balans och Tilia\./),
	})
})
