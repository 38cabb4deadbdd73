import { type Client, createClient } from '@libsql/client/web'
import { createLibsqlServer, type LibsqlServer, type LibsqlServerOptions } from './server.ts'

export type OpenDatabase = {
	/** The official client, whose requests the server in this process answers. */
	readonly client: Client
	readonly server: LibsqlServer
	readonly close: () => void
}

/** Opens a database file as it is. */
export function openDatabase(options: LibsqlServerOptions): OpenDatabase {
	const server = createLibsqlServer(options)
	const client = createClient({ url: 'http://libsql', fetch: (request: Request) => server.handle(request) })
	const close = () => {
		client.close()
		server.close()
	}
	return { client, server, close }
}
