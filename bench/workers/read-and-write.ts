import { type Client, createClient } from '@libsql/client/web'

type Settings = { readonly LIBSQL_URL: string }

let client: Client | undefined

/** The least that any act asks of the database: one read, and one write of two rows of which the second needs the first. */
export default {
	fetch: async (_request: Request, { LIBSQL_URL }: Settings) => {
		client ??= createClient({ url: LIBSQL_URL, concurrency: Number.MAX_SAFE_INTEGER })
		const id = crypto.randomUUID()
		await client.batch([{ sql: 'SELECT count(*) FROM bench_act WHERE id = ?', args: [id] }], 'read')
		await client.batch(
			[
				{
					sql: 'INSERT INTO bench_act (id, at) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM bench_act WHERE id = ?)',
					args: [id, Date.now(), id],
				},
				{ sql: 'INSERT INTO bench_event (act_id) VALUES ((SELECT id FROM bench_act WHERE id = ?))', args: [id] },
			],
			'write',
		)
		return new Response(null, { status: 204 })
	},
}
