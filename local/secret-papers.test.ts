import { readFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { CHOICES, type Choice } from '#domain/deciding/ballot.ts'
import { allRows } from '#test/support/all-rows.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type OfBallot,
	openedBallot,
} from '#test/support/world.ts'
import { castPaper } from '#usecases/deciding/cast-paper.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'
import { referBack } from '#usecases/statement/move-statement.ts'

// The attack: whoever has the file knows from the log of events in what order associations voted. Were it told as well in what
// order their papers came, the first paper would be the first voter's, and so on. How a paper lies in the file tells that: a page is
// filled from its end, so that of two papers the earlier lies behind the later; the write-ahead log has the page once for each paper;
// and where a paper was taken out, the room it leaves between papers of other ballots is as wide as its choice was long.

/** So many that their papers in two ballots fill a page and do not split it. */
const VOTERS = 20
const PAGE = 4096
/** A guess between three is right this often, or more, once in a million runs. */
const LUCKY = 17

type SecretWorld = { readonly world: CoalitionWorld; readonly ballots: readonly [OfBallot, OfBallot] }

async function secretWorld(): Promise<SecretWorld> {
	const world = await createCoalitionWorld(
		Array.from({ length: VOTERS }, (_, index) => `Forening${index}`),
		'secret',
	)
	onTestFinished(() => world[Symbol.asyncDispose]())
	const opened = async () => openedBallot(world, await draftStatement(world))
	return { world, ballots: [await opened(), await opened()] }
}

/** The first so many associations vote in both ballots, so that papers of the two lie among each other. Gives what came, in order. */
async function vote({ world, ballots }: SecretWorld, voters = VOTERS): Promise<readonly [Choice[], Choice[]]> {
	const cast: readonly [Choice[], Choice[]] = [[], []]
	for (const [index, { associationId, delegate }] of world.members.slice(0, voters).entries()) {
		for (const which of [0, 1] as const) {
			const choice = CHOICES[(index * 7 + which + (index % 5)) % 3] ?? 'yes'
			granted(await castPaper(world.deps, world.order(delegate, { ...ballots[which], associationId, choice })))
			cast[which].push(choice)
		}
	}
	return cast
}

async function bytesOf({ world }: SecretWorld) {
	const { file } = world.server
	return { database: await readFile(file), log: await readFile(`${file}-wal`) }
}

/** Without closing anything: what was written last goes into the file itself. */
const settled = ({ world }: SecretWorld) => world.server.client.execute('PRAGMA wal_checkpoint(TRUNCATE)')

/** The ballot's papers in the bytes: where each lies, and what it says. A row is the key, the ballot's id and the choice. */
function papersIn(bytes: Buffer, { ballotId }: OfBallot): { at: number; choice: Choice }[] {
	const text = bytes.toString('latin1')
	const row = new RegExp(
		`[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}${ballotId}(yes|no|abstain)`,
		'g',
	)
	return [...text.matchAll(row)].map((found) => ({ at: found.index, choice: found[1] as Choice }))
}

/** The order in which papers came, read from where they lie: the last in a page came first. */
const recovered = (bytes: Buffer, ballot: OfBallot): Choice[] =>
	papersIn(bytes, ballot)
		.sort((a, b) => Math.floor(a.at / PAGE) - Math.floor(b.at / PAGE) || b.at - a.at)
		.map(({ choice }) => choice)

const agreeing = (one: readonly Choice[], other: readonly Choice[]) =>
	one.filter((choice, index) => other[index] === choice).length

/** How far apart neighbours lie: with papers of the other ballot between them, how wide those are, in the order they came. */
function distances(bytes: Buffer, ballot: OfBallot): number[] {
	const places = papersIn(bytes, ballot).map(({ at }) => at)
	return places.slice(1).map((at, index) => at - (places[index] ?? 0))
}

test('while a secret ballot is open, the file tells every vote to whoever has it', async () => {
	const secret = await secretWorld()
	const cast = await vote(secret)
	const { log } = await bytesOf(secret)
	expect(papersIn(log, secret.ballots[0]).length).toBeGreaterThan(VOTERS)
	await settled(secret)
	const { database } = await bytesOf(secret)
	expect(recovered(database, secret.ballots[0])).toEqual(cast[0])
	expect(recovered(database, secret.ballots[1])).toEqual(cast[1])
})

test('once it is counted, neither the file nor its log tells in what order the papers came', async () => {
	const secret = await secretWorld()
	const { world, ballots } = secret
	const cast = await vote(secret)
	for (const which of [0, 1] as const) {
		granted(await closeBallot(world.deps, world.order(world.chair, ballots[which])))
		const { database, log } = await bytesOf(secret)
		expect(log).toHaveLength(0)
		const found = recovered(database, ballots[which])
		expect(found.toSorted()).toEqual(cast[which].toSorted())
		expect(agreeing(found, cast[which])).toBeLessThan(LUCKY)
		expect(agreeing(found.toReversed(), cast[which])).toBeLessThan(LUCKY)
	}
})

test('nor does the room that they leave between papers of a ballot that is open still', async () => {
	const secret = await secretWorld()
	const { world, ballots } = secret
	await vote(secret)
	granted(await closeBallot(world.deps, world.order(world.chair, ballots[0])))
	const { database } = await bytesOf(secret)
	expect(new Set(distances(database, ballots[1])).size).toBe(1)
})

test('of a ballot without quorum, and of one that lost its effect, no paper is found in any byte', async () => {
	const secret = await secretWorld()
	const { world, ballots } = secret
	await vote(secret, 5)
	const { statementId } = ballots[0]
	granted(await referBack(world.deps, world.order(world.chair, { statementId, reason: 'Skriv om.' })))
	world.clock.now += 30 * DAY
	expect(await closeDueBallots(world.deps)).toBe(1)
	const { database, log } = await bytesOf(secret)
	expect(log).toHaveLength(0)
	for (const ballot of ballots) expect(papersIn(database, ballot)).toEqual([])
	expect(await allRows(world.server.client, 'SELECT outcome FROM ballot ORDER BY opens_at, id')).toEqual(
		expect.arrayContaining([
			{ outcome: null },
			{ outcome: JSON.stringify({ electorate: VOTERS, quorum: 11, result: 'noQuorum' }) },
		]),
	)
})
