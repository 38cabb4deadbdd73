import { afterEach, beforeEach, expect, test } from 'vitest'
import { untoldQuery } from '#db/members/load-untold.ts'
import { BETWEEN_LETTERS_MS, BETWEEN_OUTCOMES_MS } from '#domain/kernel/telling.ts'
import type { Mail } from '#mail/port.ts'
import { BILL } from '#test/support/followed.ts'
import { importedStatement } from '#test/support/imported.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { type CoalitionWorld, createCoalitionWorld, granted, type Member, SLUG } from '#test/support/world.ts'
import { tellByHand } from '#usecases/members/tell-by-hand.ts'
import { recordOlderOutcomes } from '#usecases/publication/follow-older.ts'
import { removeOlder } from '#usecases/publication/older.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

async function told(): Promise<Mail[]> {
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (mail) => {
		mails.push(mail)
	})
	return mails.filter(({ subject }) => subject.startsWith('Äldre svar')).sort((a, b) => a.to.localeCompare(b.to))
}

const to = (mails: readonly Mail[]) => mails.map((mail) => mail.to.split('@')[0])
const EVERYBODY = ['anbo', 'attention', 'shedo']

test('every association is told of what was brought in in its name, with a link to where it says that it does not know of it', async () => {
	await importedStatement(world)
	const mails = await told()
	expect(to(mails)).toEqual(EVERYBODY)
	expect(mails[0]?.text).toContain('har lagt in, rättat, följt upp eller tagit bort 1 äldre svar.')
	expect(mails[0]?.text).toContain('NSPH-SL 2017:3: Svar på Nationell strategi 2017')
	expect(mails[0]?.text).toContain('/sign-in/link/')
})

test('what a document says of one is told in the same letter', async () => {
	const { olderId } = await importedStatement(world)
	await told()
	world.clock.now += BETWEEN_OUTCOMES_MS
	granted(await recordOlderOutcomes(world.deps, world.order(world.chair, { olderId, ...BILL })))
	const [mail, ...others] = await told()
	expect(to(others)).toEqual(EVERYBODY.slice(1))
	expect(mail?.text).toContain('följt upp eller tagit bort 1 äldre svar.')
	expect(mail?.text).toContain('NSPH-SL 2017:3: Svar på Nationell strategi 2017')
})

test('once a day, of all that was done meanwhile, each as it stands', async () => {
	const { olderId } = await importedStatement(world)
	expect(to(await told())).toEqual(EVERYBODY)
	world.clock.now += BETWEEN_LETTERS_MS
	granted(await removeOlder(world.deps, world.order(world.chair, { olderId, reason: 'Fel.' })))
	for (let number = 10; number < 35; number += 1) await importedStatement(world, { number })
	expect(await told()).toEqual([])
	world.clock.now += BETWEEN_OUTCOMES_MS
	const [mail, ...others] = await told()
	expect(to(others)).toEqual(EVERYBODY.slice(1))
	expect(mail?.text).toContain('tagit bort 26 äldre svar.')
	expect(mail?.text).toContain('NSPH-SL 2017:3: Svar på Nationell strategi 2017 (borttaget)')
	expect(mail?.text).toContain('Och 6 till.')
})

test('whom no mail reaches is told by hand, once of all', async () => {
	const [silent] = world.members as readonly [Member]
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [silent.delegate] }])
	const untold = async () => {
		const [found] = await world.db.read(untoldQuery(SLUG, world.clock.now))
		return found.filter(({ notice }) => notice === 'older')
	}
	await importedStatement(world)
	await importedStatement(world, { number: 4 })
	const [last, ...more] = await untold()
	expect(more).toEqual([])
	if (!last) throw new Error('one to tell')
	granted(await tellByHand(world.deps, world.order(world.chair, last)))
	expect(await untold()).toEqual([])
})
