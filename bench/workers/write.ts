import { type Client, createClient } from '@libsql/client/web'

type Settings = { readonly LIBSQL_URL: string }

let client: Client | undefined

export default {
	fetch: async (_request: Request, { LIBSQL_URL }: Settings) => {
		client ??= createClient({ url: LIBSQL_URL, concurrency: Number.MAX_SAFE_INTEGER })
		const sql = 'INSERT INTO bench_write (id, at) VALUES (?, ?)'
		await client.batch([{ sql, args: [crypto.randomUUID(), Date.now()] }], 'write')
		return new Response(null, { status: 204 })
	},
}
