import { expect, test } from 'vitest'
import * as z from 'zod'
import type { BlockId, StatementId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { testApp } from '#test/support/app.ts'
import { checkRecord, compact, leafOf, sha256 } from '#test/support/check-record.ts'
import { createGoldenWorld, type Publishing, publish } from '#test/support/published.ts'
import { type CoalitionWorld, granted } from '#test/support/world.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'

const PAGE = '/nsph-stockholm/2022/1'
const TITLE = 'Ett svar'
const signedBy = (name: string): Block => ({ kind: 'signature', text: `För NSPH; ${name}, Ordförande` })
const others: readonly Block[] = [
	{ kind: 'paragraph', text: 'Vi är positiva till förslaget.' },
	{ kind: 'position', text: 'Vi tillstyrker.' },
]
const FIRST = ['Anna', 'Bo', 'Cecilia', 'David', 'Eva', 'Fatima', 'Gun', 'Hassan', 'Ingrid', 'Jan', 'Karin', 'Siv']
const LAST = ['Andersson', 'Berg', 'Carlsson', 'Dahl', 'Ek', 'Fors', 'Gran', 'Holm', 'Signatär', 'Ström', 'Åberg']
const NAMES = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`))
const NAME = 'Siv Signatär'

/** Everything that anyone is served of the statement once its signature is withheld. */
async function publicAfterWithholding(world: CoalitionWorld, publishing: Publishing): Promise<string> {
	const statementId = await publish(world, { title: TITLE, blocks: [...others, signedBy(NAME)], ...publishing })
	await withholdSignature(world, statementId)
	const { get } = testApp(world).browser()
	const slug = '/nsph-stockholm'
	const paths = [PAGE, `/en${PAGE}`, `${PAGE}.md`, `${PAGE}.json`, slug, `/en${slug}`, `${slug}/feed.atom`, '/']
	const served = await Promise.all(paths.map(async (path) => (await get(path)).text()))
	return served.join('\n')
}

async function withholdSignature(world: CoalitionWorld, statementId: StatementId): Promise<void> {
	const sql = 'SELECT block_id FROM block_version WHERE statement_id = ? AND content LIKE ?'
	const { rows } = await world.server.client.execute({ sql, args: [statementId, `%${NAME}%`] })
	const [row] = z
		.array(z.object({ block_id: z.string() }))
		.length(1)
		.parse(rows)
	const command = { statementId, blockId: row?.block_id as BlockId, ground: 'samtycket togs tillbaka' }
	granted(await redactBlock(world.deps, world.order(world.chair, command)))
}

/** The names that anything public confirms: each is put where the signature was, and hashed in every way there is. */
function confirmed(served: string, names: readonly string[]): string[] {
	const hashes = new Set(served.match(/\b[0-9a-f]{64}\b/g))
	const salts = new Set(['', ...(served.match(/\b[0-9a-f]{32}\b/g) ?? []), ...hashes])
	const sealed = /"text":(\{"blocks":\["[^}]*\})/.exec(served)?.[1]
	return names.filter((name) => {
		const block = signedBy(name)
		const whole = { title: TITLE, language: 'sv', blocks: [...others, block] }
		const bare = [compact(whole), compact(block), compact(block.kind), 'text' in block ? block.text : '', name].map(
			sha256,
		)
		const leaves = [...salts].flatMap((salt) => [
			leafOf(salt, block),
			leafOf(salt, name),
			sha256(salt + compact(block)),
		])
		const texts = leaves.map((leaf) => sealed && sha256(sealed.replace(/"[0-9a-f]{64}"\]/, `"${leaf}"]`)))
		return [...bare, ...leaves, ...texts].some((hash) => hash !== undefined && hashes.has(hash))
	})
}

test('a name that is withheld cannot be guessed from anything that is served', async () => {
	await using world = await createGoldenWorld()
	const served = await publicAfterWithholding(world, {})
	expect(served).toContain('"format":"samsvar-record/3"')
	expect(served).not.toContain(NAME)
	expect(confirmed(served, NAMES)).toEqual([])
})

test('the same guesses find it where the text was fixed without salts, and where its salt is known', async () => {
	await using earlier = await createGoldenWorld()
	const before = await publicAfterWithholding(earlier, { fixedBefore: true })
	expect(before).toContain('"format":"samsvar-record/2"')
	expect(before).not.toContain(NAME)
	expect(confirmed(before, NAMES)).toEqual([NAME])

	await using world = await createGoldenWorld()
	const served = await publicAfterWithholding(world, {})
	const { rows } = await world.server.client.execute("SELECT json_extract(salts, '$.blocks[2]') AS salt FROM revision")
	expect(confirmed(`${served} ${rows[0]?.salt}`, NAMES)).toEqual([NAME])
})

test('neither salt nor part of what is withheld is left in the file, and the rest of it can be checked', async () => {
	await using world = await createGoldenWorld()
	const answers = { 1: { choice: 'no' as const, dissent: { kind: 'reservation' as const, text: 'Vi ansåg annat.' } } }
	const statementId = await publish(world, { title: TITLE, blocks: [...others, signedBy(NAME)], answers })
	const { get } = testApp(world).browser()
	const file = async () => (await get(`${PAGE}.json`)).text()
	const whole = checkRecord(await file())
	expect(whole.text).toEqual({ title: TITLE, language: 'sv', blocks: [...others, signedBy(NAME)] })
	expect(JSON.stringify(whole.record)).toContain('"dissent":{"kind":"reservation","text":"Vi ansåg annat."}')

	await withholdSignature(world, statementId)
	world.clock.now += 61_000
	const rest = checkRecord(await file())
	expect(rest.text).toEqual({ ...whole.text, blocks: [...others, null] })
	expect(rest.record).toEqual(whole.record)
	const { rows } = await world.server.client.execute('SELECT salts FROM revision')
	const { blocks } = z.object({ blocks: z.array(z.string()) }).parse(JSON.parse(String(rows[0]?.salts)))
	const [first = '', , withheld = ''] = blocks
	expect(await file()).toContain(first)
	expect(await file()).not.toContain(withheld)
	expect(Object.keys(whole.revealed).length - Object.keys(rest.revealed).length).toBe(1)
})
