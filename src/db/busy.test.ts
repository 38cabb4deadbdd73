import { createClient } from '@libsql/client/web'
import { expect, test } from 'vitest'
import { isBusy } from './busy.ts'

/** What a batch fails with where the server answers its first step so, or the whole request. */
async function failure(error: { message: string; code: string }, status = 200): Promise<unknown> {
	const answer = async (request: Request) => {
		if (request.method === 'GET') return new Response(null)
		if (status !== 200) return Response.json({ error: error.message }, { status })
		const asked: { requests: { type: string; batch?: { steps: unknown[] } }[] } = await request.json()
		const results = asked.requests.map(({ type, batch }) => {
			if (type !== 'batch') return { type: 'ok', response: { type } }
			const steps = batch?.steps ?? []
			const result = {
				step_results: steps.map(() => null),
				step_errors: steps.map((_, index) => (index === 0 ? error : null)),
			}
			return { type: 'ok', response: { type, result } }
		})
		return Response.json({ baton: null, base_url: null, results })
	}
	const client = createClient({ url: 'http://libsql.test', fetch: answer })
	return client.batch(['SELECT 1'], 'write').then(
		() => undefined,
		(reason: unknown) => reason,
	)
}

/** As libsql-server words them: libsql-server/src/error.rs, libsql-server/src/hrana/stmt.rs. */
test.each([
	['SQLITE_BUSY', 'SQLite error: database is locked'],
	['SQLITE_LOCKED', 'SQLite error: database table is locked'],
	['TRANSACTION_TIMEOUT', 'Transaction timed-out'],
	['TRANSACTION_BUSY', "Server can't handle additional transactions"],
])('a server that says %s was busy', async (code, message) => {
	expect(isBusy(await failure({ message, code }))).toBe(true)
})

test('a server with too many requests was busy; one that refuses for another reason, or is out of reach, was not', async () => {
	expect(isBusy(await failure({ message: 'Too many concurrent requests', code: '' }, 429))).toBe(true)
	expect(isBusy(await failure({ message: 'Internal Error', code: '' }, 500))).toBe(false)
	expect(isBusy(await failure({ message: 'no such table: t', code: 'SQLITE_ERROR' }))).toBe(false)
	expect(isBusy(await failure({ message: 'UNIQUE constraint failed: t.a', code: 'SQLITE_CONSTRAINT' }))).toBe(false)
	expect(isBusy(new TypeError('fetch failed'))).toBe(false)
})
