import { expect, onTestFinished, test } from 'vitest'
import { untoldQuery } from '#db/members/load-untold.ts'
import type { Preset } from '#domain/deciding/bylaws.ts'
import { href, routes } from '#routes'
import { programOf } from '#test/support/api.ts'
import { hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { idleJobsOn, voteIn } from '#test/support/jobs.ts'
import { all } from '#test/support/voting.ts'
import { createCoalitionWorld, DAY, draftStatement, openedBallot, SLUG } from '#test/support/world.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'

const NAMES = ['Attention', 'AnBo', 'Shedo', 'Tilia']
const TIMES = { closesOn: '2022-10-30', closesTime: '20:00', signoffDueOn: '2022-11-10' }

/** One of four has voted, and time is up. */
async function failed(preset: Preset = 'standard', track: 'full' | 'light' = 'full') {
	const world = await createCoalitionWorld(NAMES, preset)
	onTestFinished(() => world[Symbol.asyncDispose]())
	const ballot = await openedBallot(world, await draftStatement(world), track)
	if (preset !== 'secret') await voteIn(world, 0, ballot)
	world.clock.now += 8 * DAY
	await closeDueBallots(world.deps)
	const mails: string[] = []
	const app = testApp(world, async ({ subject }) => {
		mails.push(subject)
	})
	const params = { coalition: SLUG, statement: ballot.statementId, ballot: ballot.ballotId }
	const chair = await signedIn(app, world.chair)
	const at = href(routes.ballot, params)
	return {
		...{ world, app, mails, ballot, params, chair, at },
		show: async (path = at) => (await chair.get(path)).text(),
	}
}

async function extend({ chair, params }: Awaited<ReturnType<typeof failed>>, times = TIMES) {
	const path = href(routes.ballotExtension, params)
	const page = await (await chair.get(path)).text()
	return chair.post(path, { ...hiddenFields(page, path), ...times })
}

test('where too few voted the chair sees three ways on, each with what it means, and it is the next thing to do', async () => {
	const at = await failed()
	const page = await at.show()
	for (const name of ['ballotExtension', 'ballotRepetition'] as const)
		expect(page).toContain(`href="${href(routes[name], at.params)}"`)
	expect(page).toContain(`href="${href(routes.referral, at.params)}"`)
	expect(page).toContain('Rösterna som finns gäller och kan ändras.')
	expect(page).toContain('En ny omröstning om samma text')
	expect(page).toContain('Texten kan skrivas om')
	expect(await at.show(routes.me)).toContain('För få röstade: välj hur det går vidare')
	const delegate = await signedIn(at.app, at.world.members[1]?.delegate ?? at.world.chair)
	expect(await (await delegate.get(at.at)).text()).not.toContain(href(routes.ballotExtension, at.params))
})

test('an extended ballot goes on with its votes, tells all, and is closed and counted anew', async () => {
	const at = await failed()
	const { world, ballot } = at
	const soon = await extend(at, { ...TIMES, closesOn: '2022-10-12' })
	expect([soon.status, await soon.text()]).toEqual([422, expect.stringContaining('id="closesOn-error"')])
	await world.db.write(['DELETE FROM outbox'])
	expect((await extend(at)).headers.get('location')).toContain('done=extended')
	expect(await all(world, "SELECT kind FROM outbox WHERE kind = 'ballot'")).toHaveLength(4)
	const page = await at.show()
	expect(page).toContain('Omröstningen har därför förlängts 1 gång, och pågår nu till söndag 30 oktober 2022 kl. 20.00')
	expect(page).toContain('1 av 4 föreningar har röstat')
	expect(await at.show(href(routes.history, at.params))).toContain('Omröstningen förlängdes')
	await voteIn(world, 1, ballot)
	await voteIn(world, 2, ballot)
	world.clock.now += 30 * DAY
	expect(await closeDueBallots(world.deps)).toBe(1)
	expect(await closeDueBallots(world.deps)).toBe(0)
	expect(await all(world, "SELECT stage, outcome ->> '$.yes' AS yes FROM statement, ballot")).toEqual([
		{ stage: 'signing', yes: 3 },
	])
	expect(await all(world, 'SELECT method FROM signoff')).toHaveLength(3)
})

test('it is extended twice, and then held again or sent back', async () => {
	const at = await failed()
	for (const closesOn of ['2022-10-30', '2022-11-20']) {
		expect((await extend(at, { ...TIMES, closesOn, signoffDueOn: '2022-12-24' })).status).toBe(303)
		at.world.clock.now += 25 * DAY
		expect(await closeDueBallots(at.world.deps)).toBe(1)
	}
	const chair = await signedIn(at.app, at.world.chair)
	const page = await (await chair.get(at.at)).text()
	expect(page).not.toContain(href(routes.ballotExtension, at.params))
	expect(page).toContain('Omröstningen har redan förlängts två gånger.')
	expect(page).toContain(href(routes.ballotRepetition, at.params))
	const thrice = { key: 'thrice', track: 'full', ...TIMES, closesOn: '2022-12-30', signoffDueOn: '2023-01-20' }
	expect((await chair.post(href(routes.ballotExtension, at.params), thrice)).status).toBe(409)
})

test('held again it is a ballot of its own on the same text, and nothing waits for the first', async () => {
	const at = await failed()
	const path = href(routes.ballotRepetition, at.params)
	const page = await at.show(path)
	expect(page).toContain('Attention, AnBo, Shedo och Tilia')
	const done = await at.chair.post(path, { ...hiddenFields(page, path), ...TIMES })
	const to = done.headers.get('location') ?? ''
	expect(to).toContain('done=opened')
	expect(to).not.toContain(at.ballot.ballotId)
	const shown = await at.show(to.split('?')[0])
	expect(shown).toContain('0 av 4 föreningar har röstat')
	expect(shown).toContain('Vi är positiva')
	expect(await at.show()).toContain('För få röstade')
	expect(await at.show()).not.toContain(path)
	expect(await at.show(routes.me)).not.toContain('välj hur det går vidare')
	const again = await at.chair.post(path, { key: 'twice', track: 'full', ...TIMES })
	expect(again.status).toBe(409)
	expect(await all(at.world, 'SELECT text_hash FROM ballot GROUP BY text_hash')).toHaveLength(1)
	expect(await all(at.world, 'SELECT id FROM ballot')).toHaveLength(2)
})

test('a secret ballot is held again only, and says why', async () => {
	const at = await failed('secret')
	const page = await at.show()
	expect(page).toContain('En sluten omröstning går inte att förlänga')
	expect(page).not.toContain(href(routes.ballotExtension, at.params))
	expect(page).toContain(href(routes.ballotRepetition, at.params))
	const path = href(routes.ballotExtension, at.params)
	expect(await at.show(path)).not.toContain(`action="${path}"`)
	expect((await at.chair.post(path, { key: 'one', track: 'full', ...TIMES })).status).toBe(409)
})

test('of a hidden ballot without quorum nobody sees the votes, and whoever voted sees its own', async () => {
	const at = await failed('board')
	const { params } = at
	const page = await at.show()
	expect(page).toContain('När för få röstar visas rösterna inte')
	expect(page).not.toContain('<figure class="votes">')
	const chair = await programOf(at.app, at.world.chair)
	const { body } = await chair.get(`statements/${params.statement}/ballots/${params.ballot}`)
	expect(body).toMatchObject({ tally: null, extensions: 0, outcome: { result: 'noQuorum' } })
	expect(JSON.stringify(body)).not.toContain('"choice"')
	const own = await programOf(at.app, at.world.members[0]?.delegate ?? at.world.chair)
	const mine = await own.get(`statements/${params.statement}/ballots/${params.ballot}`)
	expect(JSON.stringify(mine.body)).toContain('"choice":"yes"')
})

test('a program extends a ballot, and holds one again', async () => {
	const at = await failed()
	const chair = await programOf(at.app, at.world.chair)
	const path = `statements/${at.params.statement}/ballots/${at.params.ballot}`
	const closesAt = new Date(at.world.clock.now + 8 * DAY).toISOString()
	expect((await chair.post(`${path}/extension`, { closesAt })).status).toBe(201)
	expect((await chair.get(path)).body).toMatchObject({ extensions: 1, closedAt: null, over: false, outcome: null })
	at.world.clock.now += 9 * DAY
	await closeDueBallots(at.world.deps)
	const later = new Date(at.world.clock.now + 8 * DAY).toISOString()
	expect((await chair.post(`${path}/repetition`, { closesAt: later, track: 'light' })).status).toBe(409)
	expect((await chair.post(`${path}/repetition`, { closesAt: later })).body).toMatchObject({
		ballotId: expect.any(String),
	})
})

test('also an association that has voted is told by mail that the ballot goes on, and by hand where no mail reaches', async () => {
	const at = await failed()
	const { world } = at
	await idleJobsOn(world)
	await extend(at)
	await at.app.settled()
	expect(at.mails).toEqual(Array(4).fill('Mer tid att rösta: Ett svar'))
	world.clock.now += 25 * DAY
	await closeDueBallots(world.deps)
	await idleJobsOn(world)
	at.mails.length = 0
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [world.members[0]?.delegate ?? ''] }])
	const chair = await signedIn(at.app, world.chair)
	const later = { ...TIMES, closesOn: '2022-11-20', signoffDueOn: '2022-12-24' }
	await extend({ ...at, chair }, later)
	await at.app.settled()
	expect(at.mails).toEqual(Array(3).fill('Mer tid att rösta: Ett svar'))
	const [untold] = await world.db.read(untoldQuery(SLUG, world.clock.now))
	const named = world.members[0]?.associationId
	expect(untold.filter(({ about, notice }) => about === named && notice === 'ballot')).toHaveLength(1)
})
