import { afterEach, beforeEach, expect, test } from 'vitest'
import { untoldQuery } from '#db/members/load-untold.ts'
import { BETWEEN_LETTERS_MS, BETWEEN_OUTCOMES_MS } from '#domain/kernel/telling.ts'
import type { Mail } from '#mail/port.ts'
import { BILL, followedStatement, publishedStatement } from '#test/support/followed.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, type Member, SLUG } from '#test/support/world.ts'
import { tellByHand } from '#usecases/members/tell-by-hand.ts'
import { correctOutcomes, recordOutcomes } from '#usecases/publication/follow-up.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

const byChair = <Command>(command: Command) => world.order(world.chair, command)

async function told(): Promise<Mail[]> {
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (mail) => {
		mails.push(mail)
	})
	return mails.filter(({ subject }) => subject.startsWith('Vad det blev')).sort((a, b) => a.to.localeCompare(b.to))
}

const to = (mails: readonly Mail[]) => mails.map((mail) => mail.to.split('@')[0])
const EVERYBODY = ['anbo', 'attention', 'shedo']

test('every association that had a vote is told what came of the positions, in words, with the public page', async () => {
	await followedStatement(world)
	const mails = await told()
	expect(to(mails)).toEqual(EVERYBODY)
	const [mail] = mails
	expect(mail?.text).toMatch(/^Nu är det känt vad det blev av ståndpunkter i ”.+” \(.+ 2022:1\)\.\nhttps:.*\/2022\/1\n/)
	expect(mail?.text).toContain('Ståndpunkt 1: fick delvis gehör.')
	expect(mail?.text).not.toContain('/sign-in/link/')
})

test('once a day about a statement, as it stands then; about another at once', async () => {
	const at = await followedStatement(world)
	expect(to(await told())).toEqual(EVERYBODY)
	const { statementId } = at
	world.clock.now += BETWEEN_LETTERS_MS
	granted(
		await correctOutcomes(
			world.deps,
			byChair({ ...at, ...BILL, outcomes: [{ ...BILL.outcomes[0], outcome: 'heeded' as const }] }),
		),
	)
	granted(await recordOutcomes(world.deps, byChair({ statementId, ...BILL })))
	expect(await told()).toEqual([])
	await followedStatement(world)
	const other = await told()
	expect(to(other)).toEqual(EVERYBODY)
	expect(other[0]?.text).toContain('2022:2')
	world.clock.now += BETWEEN_OUTCOMES_MS
	const [mail, ...others] = await told()
	expect(to(others)).toEqual(EVERYBODY.slice(1))
	expect(mail?.text.match(/Ståndpunkt 1: fick delvis gehör/g)).toHaveLength(1)
})

test('what was recorded and taken back before anybody was told is not told', async () => {
	granted(await correctOutcomes(world.deps, byChair({ ...(await followedStatement(world)), ...BILL, outcomes: [] })))
	expect(await told()).toEqual([])
})

test('whom no mail reaches is told by hand, of each statement by itself', async () => {
	const [silent] = world.members as readonly [Member]
	await publishedStatement(world)
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [silent.delegate] }])
	const untold = async () => {
		const [found] = await world.db.read(untoldQuery(SLUG, world.clock.now))
		return found.filter(({ notice }) => notice === 'outcomes')
	}
	await followedStatement(world)
	await followedStatement(world)
	const [last, first, ...more] = await untold()
	expect(more).toEqual([])
	if (!last || !first) throw new Error('two to tell')
	granted(await tellByHand(world.deps, byChair(last)))
	expect(await untold()).toEqual([first])
})
