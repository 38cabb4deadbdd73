import { createClient, type InStatement, type ResultSet } from '@libsql/client/web'
import { database } from '#db/client.ts'
import type { BallotSituation } from '#domain/planning/situation.ts'
import type { Route } from '#http/route.ts'
import { sha256 } from '#usecases/hashing.ts'
import { allRoutes, createApp } from './app.ts'
import { routes } from './routes.ts'
import type { Given } from './routing.ts'

const ORIGIN = 'https://samsvar.invalid'

/** What members most often ask for first; most of it is in all their pages. */
const FIRST: readonly string[] = [routes.workspace, routes.me]
const PAGES: readonly Route[] = allRoutes.filter(({ method, path }) => method === 'GET' && FIRST.includes(path))
/** Twice as often saves a request little more, and costs a start a tenth of a second. */
const TIMES = 10

const BALLOT = {
	id: 'x' as BallotSituation['id'],
	subject: { kind: 'text' },
	track: 'full',
	opensAt: 0,
	bylaws: { officersVote: true },
	closesAt: 1,
	closedAt: null,
	outcome: null,
	electorate: [],
	voted: [],
	allVoted: true,
	allAnswered: true,
	signoffDueAt: 1,
	meeting: false,
	contested: [],
	put: [],
} satisfies BallotSituation

const columns = <Value>(value: Value, names: string) =>
	Object.fromEntries(names.split(' ').map((name) => [name, value] as const))

/** What stands in a column of the example, wherever it is asked for; null in all others. */
const CELLS: Readonly<Record<string, unknown>> = {
	...columns(
		'x',
		'id act_id name title slug label sender area association series_prefix person_id seat_id coalition_id statement_id email',
	),
	...columns(
		0,
		'at authenticated_at changed_at from given_at joined_at opens_at published_at received_at year number order',
	),
	...columns(0, 'threads unanswered amendments undecided missing represented ended_unreached count'),
	...columns(1, 'demo english has_positions invented listed operator reachable sent written'),
	...columns(0, 'own created_at'),
	...columns('[]', 'stanced answered commented new_answers former addenda lists prepared put reworded'),
	accent: '#1f5f8b',
	preset: 'standard',
	language: 'sv',
	role: 'chair',
	stage: 'deciding',
	status: 'received',
	due_on: '1970-01-02',
	notice: 'ballot',
	ballots: JSON.stringify([BALLOT]),
}

const row = new Proxy<ResultSet['rows'][number]>({ length: 0 }, { get: (_, column) => CELLS[String(column)] ?? null })

/** One row, among several as `rows` asks for them, or by itself. */
function answerTo(statement: InStatement): ResultSet {
	const sql = typeof statement === 'string' ? statement : statement.sql
	const wanted = [...sql.matchAll(/found\."(\w+)"/g)].map(([, column = '']) => CELLS[column] ?? null)
	const rows = wanted.length === 0 ? [row] : [{ 0: JSON.stringify([wanted]), length: 1 }]
	return { columns: [], columnTypes: [], rows, rowsAffected: 0, lastInsertRowid: undefined, toJSON: () => null }
}

const never = () => Promise.reject(new Error('nothing leaves while an isolate starts'))

/** The client makes ready what it would send, which the runtime then refuses. */
function exampleDatabase(): Given['db'] {
	const client = createClient({ url: ORIGIN, fetch: never })
	return database({
		batch: async (statements, mode) => {
			await client.batch(statements, mode).catch(() => null)
			return statements.map(answerTo)
		},
	})
}

/**
 * Draws pages as for a member, from an example, so that the first who asks does not wait for what is compiled and made at its
 * first use. Gives the bodies; null where there is none: the runtime makes no response while an isolate starts.
 */
export async function warmUp(): Promise<(string | null)[]> {
	const given: Given = {
		db: exampleDatabase(),
		now: () => 0,
		newId: () => 'x' as never,
		newSalt: () => 'x' as never,
		mail: never,
		run: { requests: 0, ms: 0 },
		codeKeys: [],
		files: null,
		origin: ORIGIN,
		sourceCode: undefined,
	}
	const app = createApp(() => given)
	const drawn: (string | null)[] = []
	for (let time = 0; time < TIMES; time += 1) {
		// Answered without a body, through all that stands before a page.
		await app.fetch(new Request(ORIGIN + routes.language, { headers: { cookie: 'session=x' } }))
		for (const { path, handle } of PAGES) {
			const url = new URL(path, ORIGIN)
			const page = handle({
				request: new Request(url),
				url,
				params: { coalition: 'x' },
				deps: { ...given, background: (work) => void work.catch(() => null) },
				now: 0,
				actor: { by: 'session', hash: await sha256('x') },
			})
			const response = await page.catch(() => null)
			drawn.push(response && (await response.text()))
		}
	}
	return drawn
}
