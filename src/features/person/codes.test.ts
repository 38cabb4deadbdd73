import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEnvironment } from '#env'
import { runJobs } from '#jobs/run-jobs.ts'
import { routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { ask } from '#test/support/sign-in.ts'
import { type CoalitionWorld, createCoalitionWorld, granted } from '#test/support/world.ts'
import { sha256 } from '#usecases/hashing.ts'
import { issueCard } from '#usecases/person/cards.ts'

let world: CoalitionWorld

beforeEach(async () => {
	world = await createCoalitionWorld(['Attention', 'AnBo'])
	await world.db.write(["DELETE FROM address WHERE email LIKE 'a%'"])
})
afterEach(() => world[Symbol.asyncDispose]())

type Keys = CoalitionWorld['deps']['codeKeys']
const [OLD, NEW] = ['1', '2'].map((id) => ({ id, secret: `secret ${id}`.padEnd(40, id) })) as unknown as [
	Keys[number],
	Keys[number],
]

/** The same place with other keys. */
const withKeys = (...codeKeys: Keys) => ({ ...world, deps: { ...world.deps, codeKeys } })

const issue = async (at: CoalitionWorld = world, member = 0) =>
	granted(await issueCard(at.deps, at.order(at.chair, { seatId: at.members[member]?.delegateSeat as never })))

const use = async (at: CoalitionWorld, { handle, codes }: Awaited<ReturnType<typeof issue>>, which = 0) =>
	(
		await testApp(at)
			.browser()
			.post(routes.signInCard, { handle, code: codes[which] ?? '' })
	).status

const hashes = async () =>
	(await allRows(world.server.client, 'SELECT code_hash FROM card_code')).map(({ code_hash }) => String(code_hash))

const plain = (handle: string, code = '') => sha256(`card:${handle}:${code.replace('-', '')}`)

test('whoever has the database and not the key cannot try codes of a card or a mail', async () => {
	const { handle, codes } = await issue()
	const plainOnes = await Promise.all(codes.map((code) => plain(handle, code)))
	const kept = await hashes()
	expect(kept).toHaveLength(10)
	for (const hash of kept) expect(hash).toMatch(/^1\.[0-9a-f]{64}$/)
	for (const hash of plainOnes) expect(JSON.stringify(kept)).not.toContain(hash)
	expect(await use(withKeys(NEW), { handle, codes } as never)).toBe(422)

	await world.db.write([{ sql: "UPDATE address SET email = 'ove@example.org'" }])
	const app = testApp(world)
	const { code } = await ask(app, app.browser(), 'ove@example.org')
	const [asked] = await allRows(world.server.client, 'SELECT id, code_hash FROM sign_in WHERE code_hash IS NOT NULL')
	expect(String(asked?.code_hash)).toMatch(/^1\.[0-9a-f]{64}$/)
	expect(String(asked?.code_hash)).not.toContain(await sha256(`code:${asked?.id}:${code.replace('-', '')}`))
})

test('with a new key first, cards printed by the old go on working, and new ones go by the new', async () => {
	const before = await issue(withKeys(OLD))
	const after = await issue(withKeys(NEW, OLD), 1)
	expect((await hashes()).map((hash) => hash.slice(0, 2)).sort()).toEqual([
		...Array.from({ length: 10 }, () => '1.'),
		...Array.from({ length: 10 }, () => '2.'),
	])
	expect(await use(withKeys(NEW, OLD), before)).toBe(303)
	expect(await use(withKeys(NEW, OLD), after)).toBe(303)
	expect(await use(withKeys(NEW), before, 1)).toBe(422)
	expect(await use(withKeys(NEW), after, 1)).toBe(303)
})

test('a card from before there was a key works, is keyed by the next job, and works after it', async () => {
	const card = await issue()
	for (const [index, hash] of (await hashes()).entries()) {
		const made = await plain(card.handle, card.codes[index])
		await world.db.write([{ sql: 'UPDATE card_code SET code_hash = ? WHERE code_hash = ?', args: [made, hash] }])
	}
	expect(await use(world, card, 0)).toBe(303)
	await runJobs({ ...world.deps, mail: async () => {}, origin: ORIGIN })
	for (const hash of await hashes()) expect(hash).toMatch(/^1\.[0-9a-f]{64}$/)
	expect(await use(world, card, 0)).toBe(422)
	expect(await use(world, card, 1)).toBe(303)
})

test('nothing starts without a key, or with one that can be guessed', () => {
	const settings = { ORIGIN: 'https://samsvar.test', LIBSQL_URL: 'https://libsql.test' }
	expect(() => readEnvironment(settings)).toThrow('CODE_KEYS')
	expect(() => readEnvironment({ ...settings, CODE_KEYS: '1:hemligt' })).toThrow('CODE_KEYS: must be ID:SECRET')
	const [one, two] = ['a'.repeat(32), 'b:'.repeat(20)]
	expect(readEnvironment({ ...settings, CODE_KEYS: `2:${two} 1:${one}` }).CODE_KEYS).toEqual([
		{ id: '2', secret: two },
		{ id: '1', secret: one },
	])
})
