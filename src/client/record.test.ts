import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import script from '#client/record.js'
import type { Block } from '#domain/statement/block.ts'
import { testApp } from '#test/support/app.ts'
import { createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'
import { withholdBlocks } from '#test/support/withheld.ts'
import type { CoalitionWorld } from '#test/support/world.ts'

type Checked = {
	readonly textHash: string
	readonly recordHash: string
	readonly findings: readonly { readonly what: string; readonly is: string; readonly count: number }[]
	readonly told: Readonly<Record<string, unknown>> | null
}

/** What readers' browsers run, as it is served: a script has no types of its own. */
const { checkRecord }: { readonly checkRecord: (file: string) => Promise<Checked | null> } = await import(
	`data:text/javascript,${encodeURIComponent(script)}`
)

const TEXT: readonly Block[] = [
	{ kind: 'paragraph', text: 'Siv Signatär skriver: vården brister.' },
	{ kind: 'position', text: 'Den första ståndpunkten.' },
	{ kind: 'signature', text: 'För NSPH; Siv Signatär, Ordförande' },
]

let world: CoalitionWorld
let files: Readonly<Record<'whole' | 'withheld' | 'earlier' | 'earlierWithheld', string>>

beforeAll(async () => {
	world = await createGoldenWorld()
	const { get } = testApp(world).browser()
	const fileOf = async (number: number) => (await get(`/nsph-stockholm/2022/${number}.json`)).text()
	const sealed = await publish(world, { blocks: TEXT, inquiry: INQUIRY })
	const earlier = await publish(world, { blocks: TEXT, fixedBefore: true, on: '2022-11-30' })
	const [whole, plain] = await Promise.all([fileOf(1), fileOf(2)])
	for (const statementId of [sealed, earlier]) await withholdBlocks(world, statementId, 'Siv Signatär')
	world.clock.now += 61_000
	files = { whole, earlier: plain, withheld: await fileOf(1), earlierWithheld: await fileOf(2) }
})
afterAll(() => world[Symbol.asyncDispose]())

const foundIn = async (file: string) =>
	(await checkRecord(file))?.findings.map(({ what, is, count }) => `${what} ${is} ${count}`)

test('a file as it is served is right, whole or with parts withheld, in this format and the one before', async () => {
	const whole = await checkRecord(files.whole)
	expect(whole?.told).toMatchObject({
		coalition: 'NSPH Stockholms län',
		label: 'NSPH-SL 2022:1',
		publishedOn: '2022-10-14',
		signed: expect.arrayContaining(['Attention Stockholms län']),
	})
	const { textHash, recordHash } = JSON.parse(files.whole)
	expect(whole).toMatchObject({ textHash, recordHash })
	const sums = ['text right 1', 'record right 1', 'binds right 1']
	const parts = Object.keys(JSON.parse(files.whole).revealed).length
	expect(await foundIn(files.whole)).toEqual([...sums, `parts right ${parts}`])
	expect(await foundIn(files.withheld)).toEqual([...sums, `parts right ${parts - 2}`, 'withheld right 2'])
	expect(await foundIn(files.earlier)).toEqual(sums)
	const [, ...others] = sums
	expect(await foundIn(files.earlierWithheld)).toEqual(['text unknown 1', ...others, 'withheld unknown 2'])
	for (const file of Object.values(files)) expect((await checkRecord(file))?.told).not.toBeNull()
})

/** Every place in a file that holds a value, as the way there. */
function placesIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
	if (typeof value !== 'object' || value === null) return [at]
	return Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))
}

/** The same with the value there made another, or taken out. */
function changed(file: string, [...way]: readonly string[], otherwise: unknown): string {
	const read = JSON.parse(file)
	const last = way.pop() ?? ''
	const holder = way.reduce((inner, key) => inner[key], read)
	if (otherwise === undefined && Array.isArray(holder)) holder.splice(Number(last), 1)
	else if (otherwise === undefined) delete holder[last]
	else holder[last] = otherwise
	return JSON.stringify(read)
}

test('of a file in which one value was changed or taken out, nothing is told', async () => {
	const file = fc.constantFrom(...Object.values(files))
	const to = fc.constantFrom<unknown>('annat', '', 7, null, true, undefined, 'a'.repeat(64), [], {})
	await fc.assert(
		fc.asyncProperty(file, fc.nat(), to, async (whole, place, value) => {
			const read = JSON.parse(whole)
			// Why a part is withheld, and without leaves which, is said beside what was hashed, by whoever serves the file.
			const saidOnly = (way: readonly string[]) => way[0] === 'redacted' && (way.at(-1) === 'ground' || !read.revealed)
			const places = placesIn(read).filter((way) => !saidOnly(way))
			const other = changed(whole, places[place % places.length] ?? [], value)
			fc.pre(other !== JSON.stringify(read))
			expect((await checkRecord(other))?.told ?? null).toBeNull()
		}),
		{ numRuns: 300 },
	)
})

test('words that pass for a part, a part that is not the text’s, and more than is hashed are not right', async () => {
	const file = JSON.parse(files.whole)
	const [leaf = ''] = Object.keys(file.revealed)
	const forged = { ...file.revealed, [leaf]: { ...file.revealed[leaf], value: 'Vi tillstyrker.' } }
	expect(await foundIn(JSON.stringify({ ...file, revealed: forged }))).toContainEqual(
		expect.stringMatching(/^parts wrong/),
	)
	const { earlier, withheld } = files
	const foreign = { ...JSON.parse(withheld).revealed, ...file.revealed }
	const more = JSON.stringify({ ...JSON.parse(withheld), revealed: foreign })
	expect(await foundIn(more)).toContainEqual(expect.stringMatching(/^withheld wrong/))
	expect(await checkRecord(JSON.stringify({ ...file, said: 'Vi tillstyrker.' }))).toBeNull()
	expect(await checkRecord(JSON.stringify({ ...JSON.parse(earlier), revealed: file.revealed }))).toBeNull()
})

test.each(['', 'Ett svar.', 'null', '[]', '{}', '{"record":{}}', '<!doctype html>'])(
	'%j is no file of a statement',
	async (file) => {
		expect(await checkRecord(file)).toBeNull()
	},
)
