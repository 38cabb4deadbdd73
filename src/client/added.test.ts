import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import script from '#client/record.js'
import { addendumSegment } from '#domain/publication/addendum-segment.ts'
import { added, correctionAt, withdrawalAt } from '#test/support/amended.ts'
import { testApp } from '#test/support/app.ts'
import { createCoalitionWorld, SLUG } from '#test/support/world.ts'

type Checked = {
	readonly recordHash: string
	readonly findings: readonly { readonly what: string; readonly is: string; readonly count: number }[]
	readonly told: Readonly<Record<string, unknown>> | null
	readonly added: Readonly<Record<string, unknown>> | null
}

/** What readers' browsers run, as it is served. */
const { checkRecord }: { readonly checkRecord: (file: string) => Promise<Checked | null> } = await import(
	`data:text/javascript,${encodeURIComponent(script)}`
)

let files: Readonly<Record<'statement' | 'correction' | 'withdrawal', string>>
beforeAll(async () => {
	await using world = await createCoalitionWorld()
	const { statementId } = await added(world, correctionAt)
	await added(world, withdrawalAt, statementId)
	const { get } = testApp(world).browser()
	const [statement = '', correction = '', withdrawal = ''] = await Promise.all(
		['1.json', '1/rattelse-1.json', '1/aterkallelse.json'].map(async (file) =>
			(await get(`/${SLUG}/2022/${file}`)).text(),
		),
	)
	files = { statement, correction, withdrawal }
})

test('a correction and a withdrawal are right as they are served, and say which statement they are of', async () => {
	const { recordHash: statementHash } = JSON.parse(files.statement)
	for (const kind of ['correction', 'withdrawal'] as const) {
		const { recordHash, revealed } = JSON.parse(files[kind])
		const checked = await checkRecord(files[kind])
		expect(checked).toMatchObject({ recordHash, added: { kind, entry: addendumSegment(kind, 1), statementHash } })
		expect(checked?.told).toMatchObject({ coalition: 'NSPH Stockholms län', label: expect.stringMatching(/2022:1$/) })
		expect(checked?.findings.map(({ what, is, count }) => `${what} ${is} ${count}`)).toEqual([
			'added right 1',
			`parts right ${Object.keys(revealed).length}`,
		])
	}
	expect((await checkRecord(files.statement))?.added).toBeNull()
})

function placesIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
	if (typeof value !== 'object' || value === null) return [at]
	return Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))
}

test('of one in which a value was changed or taken out, nothing is told', async () => {
	const to = fc.constantFrom<unknown>('annat', '', 7, null, true, undefined, 'a'.repeat(64), [], {})
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(files.correction, files.withdrawal), fc.nat(), to, async (whole, place, value) => {
			const read = JSON.parse(whole)
			const places = placesIn(read)
			const way = [...(places[place % places.length] ?? [])]
			const last = way.pop() ?? ''
			const holder = way.reduce((inner, key) => inner[key], read)
			if (value === undefined && Array.isArray(holder)) holder.splice(Number(last), 1)
			else if (value === undefined) delete holder[last]
			else holder[last] = value
			const other = JSON.stringify(read)
			fc.pre(other !== JSON.stringify(JSON.parse(whole)))
			expect((await checkRecord(other))?.told ?? null).toBeNull()
		}),
		{ numRuns: 300 },
	)
})

test('a part that is missing must be said to be, and what is withheld is counted', async () => {
	const file = JSON.parse(files.correction)
	const { reason, blocks } = file.record
	const { [reason]: _reason, [blocks[0]]: _block, ...revealed } = file.revealed
	const found = async (redacted: object[]) =>
		(await checkRecord(JSON.stringify({ ...file, revealed, redacted })))?.findings.map(
			({ what, is }) => `${what} ${is}`,
		)
	const ground = 'Namn.'
	expect(
		await found([
			{ block: 0, ground },
			{ text: reason, ground },
		]),
	).toEqual([...['added right', 'parts right'], 'withheld right'])
	expect(await found([{ block: 0, ground }])).toContain('withheld wrong')
	expect(await found([])).toContain('withheld wrong')
	expect(await checkRecord(JSON.stringify({ ...file, said: 'Mer.' }))).toBeNull()
})
