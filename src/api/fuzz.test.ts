import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Program, programOf } from '#test/support/api.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { filtered } from '#test/support/curl.ts'
import { HOSTILE_TEXTS, nearValid } from '#test/support/near-valid.ts'
import { createCoalitionWorld, draftStatement, openedBallot, SLUG } from '#test/support/world.ts'
import { endpoints } from './routes.ts'

/** Requests to each address. A bug that answers one in three of a kind wrongly is found with near certainty. */
const RUNS = 20

type Fuzzed = { readonly app: TestApp; readonly programs: readonly Program[]; readonly known: readonly string[] }

let at: Fuzzed
beforeAll(async () => {
	const world = await createCoalitionWorld()
	const app = testApp(world)
	const [member] = world.members
	if (!member) throw new Error('there are members')
	const chair = await programOf(app, world.chair)
	const drafted = await draftStatement(world)
	const open = await draftStatement(world)
	const { ballotId, textHash } = await openedBallot(world, open)
	const inquiry = await chair.post('inquiries', { title: 'En remiss' })
	const { body } = await chair.get(`statements/${drafted}`)
	at = {
		app,
		programs: [chair, await programOf(app, member.delegate)],
		known: [
			drafted,
			open,
			ballotId,
			textHash,
			filtered(inquiry.body, '.inquiryId'),
			filtered(body, '.textHash'),
			filtered(body, '.blocks[1].blockId'),
			filtered(body, '.blocks[1].versionId'),
			member.associationId,
			member.delegateSeat,
			member.delegate,
		],
	}
	return () => world[Symbol.asyncDispose]()
})

const guarded = endpoints.filter(({ access }) => access !== 'public')

test.each(guarded)(
	'$method $path answers anything with a result or a problem, never with a fault of ours',
	async (endpoint) => {
		const { method, path, about } = endpoint
		const segment = fc.oneof(
			{ weight: 6, arbitrary: fc.constantFrom(...at.known) },
			{
				weight: 1,
				arbitrary: fc.constantFrom('%00', '%E0%A4%A', '%ff', '~', encodeURIComponent("' OR 1=1 --"), 'x'.repeat(3000)),
			},
		)
		const ids = fc.array(segment, { minLength: 3, maxLength: 3 })
		const body = about.input === null ? fc.constant(undefined) : nearValid(about.input, at.known)
		const search = fc.dictionary(
			fc.constantFrom('limit', 'before', 'stage'),
			fc.constantFrom(...at.known, ...HOSTILE_TEXTS),
		)
		const language = fc.constantFrom('sv', 'en;q=x', ',,;', '*')
		const asked = fc.tuple(fc.constantFrom(...at.programs), ids, body, search, language)
		await fc.assert(
			fc.asyncProperty(asked, async ([program, given, sent, searched, accepted]) => {
				const left = [...given]
				const url = path.replace(':coalition', SLUG).replace(/:\w+/g, () => left.shift() ?? '')
				const headers = { 'accept-language': accepted }
				const wellFormed = Object.entries(searched).map(([name, value]) => [name, value.toWellFormed()])
				const query = new URLSearchParams(Object.fromEntries(wellFormed))
				const { status } =
					method === 'GET'
						? await program.get(`${url}?${query}`, headers)
						: await program.post(url, sent, crypto.randomUUID(), headers)
				expect(status).toBeLessThan(500)
			}),
			{ numRuns: RUNS },
		)
	},
)

test('any bytes as a body are answered with a result or a problem', async () => {
	const [program] = at.programs
	const [statement] = at.known
	const type = fc.constantFrom(
		'application/json',
		'text/plain',
		'text/markdown',
		'text/html',
		'',
		';;',
		'application/json;charset=x',
	)
	const body = fc.oneof(fc.json(), fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...HOSTILE_TEXTS))
	await fc.assert(
		fc.asyncProperty(body, type, async (sent, given) => {
			const path = `statements/${statement}/text`
			const answer = await program?.post(path, sent, crypto.randomUUID(), { 'content-type': given })
			expect(answer?.status).toBeLessThan(500)
		}),
		{ numRuns: 60 },
	)
})
