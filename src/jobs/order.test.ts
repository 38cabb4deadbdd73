import { afterEach, beforeEach, expect, test } from 'vitest'
import { type IdleJobs, idleJobsOn } from '#test/support/jobs.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	openedBallot,
} from '#test/support/world.ts'
import { createCoalition } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

const MINUTE = 60_000
let world: CoalitionWorld
let outbox: IdleJobs

beforeEach(async () => {
	world = await createCoalitionWorld()
	outbox = await idleJobsOn(world)
})
afterEach(() => world[Symbol.asyncDispose]())

async function openBallots(count: number) {
	for (let text = 0; text < count; text += 1) await openedBallot(world, await draftStatement(world))
}

async function openConsultations(count: number) {
	const { deps, order, chair } = world
	for (let text = 0; text < count; text += 1) {
		const statementId = await draftStatement(world)
		granted(await openConsultation(deps, order(chair, { statementId, dueAt: null })))
	}
}

/** Another coalition, whose chair is invited. */
async function invite(name: string) {
	const { deps, order, operator } = world
	const chair = granted(await createPerson(deps, { name, emails: [`${name}@example.org`] }))
	const settings = { name, seriesPrefix: 'X', preset: 'standard', language: 'sv', listed: true } as const
	granted(await createCoalition(deps, order(operator, { settings, demo: false, chair }, undefined, name), []))
}

/** The letters of one run that may send so many, a word for each, in the order in which they were sent. */
async function runOf(letters: number): Promise<string[]> {
	// Six round trips stand around the letters, and two requests are kept for the database's client.
	await outbox.deliver(undefined, { requests: 2 * letters + 8, ms: MINUTE })
	return outbox.mails.splice(0).map(({ to, subject }) => (to.includes('ada') ? 'ada' : subject.split(/[ :]/)[0]) ?? '')
}

test('coalitions take turns: one invitation does not wait for what another coalition put there before it', async () => {
	await openBallots(8)
	world.clock.now += MINUTE
	await invite('ada')
	expect(await runOf(4)).toContain('ada')
	// The other's go on at once, without the pause of what was not taken.
	world.clock.now += MINUTE
	expect(await runOf(100)).toHaveLength(24 - 3)
})

test('what is urgent goes first, and of the rest one after every third of it, so that none of it starves', async () => {
	await openConsultations(4)
	world.clock.now += MINUTE
	await openBallots(6)
	const count = (letters: readonly string[], word: string) => letters.filter((each) => each === word).length
	const first = await runOf(8)
	expect([count(first, 'Rösta'), count(first, 'Vad')]).toEqual([6, 2])
	const second = await runOf(8)
	expect([count(second, 'Rösta'), count(second, 'Vad')]).toEqual([6, 2])
	const rest = await runOf(100)
	expect([count(rest, 'Rösta'), count(rest, 'Vad')]).toEqual([6, 8])
})

test('an invitation goes before the consultations of its own coalition', async () => {
	await openConsultations(8)
	world.clock.now += MINUTE
	await openBallots(1)
	expect((await runOf(4)).sort()).toEqual(['Rösta', 'Rösta', 'Rösta', 'Vad'])
})
