import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { database } from '#db/client.ts'
import { openDatabase } from '#local/libsql/open.ts'
import { countOf } from '#test/support/all-rows.ts'
import { programOf } from '#test/support/api.ts'
import { hiddenFields } from '#test/support/app.ts'
import { SIGNED_YES, voteCommand } from '#test/support/signing.ts'
import { voting } from '#test/support/voting.ts'
import { codeOf, DAY, type Member } from '#test/support/world.ts'
import { holdWriteLock } from '#test/support/write-lock.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'

const BUSY = 'Det är mycket att göra just nu. Inget är sparat än. Tryck igen om en stund.'
const DISSENT = 'Vi anser att texten går för långt i sin kritik.'

/** Somebody at a ballot's page with a form to send, and a program of another association. */
async function twoVoters() {
	const { world, app, browser, at, ballot, base } = await voting()
	const form = {
		...hiddenFields(await (await browser.get(at)).text(), `${at}/votes`),
		choice: 'no',
		dissentKind: 'reservation',
		dissent: DISSENT,
	}
	const other = world.members[1] as Member
	const program = await programOf(app, other.delegate)
	const path = `statements/${ballot.statementId}/ballots/${ballot.ballotId}/votes`
	const vote = { associationId: other.associationId, choice: 'yes', textHash: ballot.textHash }
	return {
		world,
		read: () => browser.get(base),
		press: () => browser.post(`${at}/votes`, form),
		send: () => program.post(path, vote, 'the-same-key'),
		signOut: () => browser.post('/sign-out', {}),
	}
}

// Each waits, for a lock in a database of its own.

test.concurrent('while another process writes for a while pages are read, and what is sent meanwhile is saved when it lets go', async () => {
	const { world, read, press, send } = await twoVoters()
	await using _world = world
	await using lock = await holdWriteLock(world.server.file)
	let answered = 0
	const sent = Promise.all([press(), send()].map((each) => each.finally(() => (answered += 1))))
	for (let reader = 0; reader < 10; reader += 1) expect((await read()).status).toBe(200)
	expect(answered).toBe(0)
	await lock.release()
	expect((await sent).map(({ status }) => status)).toEqual([303, 201])
	expect(await countOf(world.server.client, 'FROM vote')).toBe(2)
})

test.concurrent('when it is too long, who sent something is told so with what was typed, and pressed again it is saved once', async () => {
	const { world, press, send, signOut } = await twoVoters()
	await using _world = world
	const lock = await holdWriteLock(world.server.file)
	const [page, answer, other] = await Promise.all([press(), send(), signOut()])
	const text = await page.text()
	expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10'])
	expect(text).toContain(BUSY)
	expect(text).toContain(DISSENT)
	expect(answer).toMatchObject({ status: 503, body: { code: 'busy', title: 'Upptaget', detail: BUSY } })
	expect(answer.headers.get('retry-after')).toBe('10')
	// What is no act of a coalition has no form to show again.
	expect([other.status, other.headers.get('retry-after')]).toEqual([503, '10'])
	expect(await other.text()).toContain('Inget är sparat än.')
	await lock.release()
	await sleep(100)
	expect(await countOf(world.server.client, "FROM event WHERE type = 'voteCast'")).toBe(0)
	const again = await Promise.all([press(), press(), send(), send()])
	expect(again.map(({ status }) => status).sort()).toEqual([200, 201, 303, 303])
	expect(await countOf(world.server.client, "FROM event WHERE type = 'voteCast'")).toBe(2)
}, 60_000)

test.concurrent('where the server itself waits no longer the act is tried again, and decided by how things stand when it gets through', async () => {
	const { world, ballot, member } = await voting()
	await using _world = world
	const { client, close } = openDatabase({ file: world.server.file, lasting: false, busyMs: 50 })
	world.atEnd.push(async () => close())
	const deps = { ...world.deps, db: database(client) }
	const [first, second] = [member, world.members[1] as Member].map(({ delegate, ...of }) =>
		world.order(delegate, voteCommand(ballot, { delegate, ...of }, SIGNED_YES)),
	)
	if (!first || !second) throw new Error('two are to vote')
	const held = async <Value>(act: Promise<Value>, meanwhile: () => void): Promise<Value> => {
		await using _lock = lock
		await sleep(300)
		meanwhile()
		// Longer than any one attempt.
		await sleep(300)
		await lock.release()
		return act
	}
	let lock = await holdWriteLock(world.server.file)
	expect(codeOf(await held(castVote(deps, first), () => {}))).toBe('granted')
	lock = await holdWriteLock(world.server.file)
	const over = () => {
		world.clock.now += 8 * DAY
	}
	expect(codeOf(await held(castVote(deps, second), over))).toBe('ballotOver')
	expect(await countOf(world.server.client, 'FROM vote')).toBe(1)
})
