import { type Client, createClient } from '@libsql/client/web'
import type { KillableServer } from './killable-server.ts'

/** A client whose server is killed while its nth request is on its way, or when that is answered. */
export function killedAtRequest(server: KillableServer, nth: number, moment: 'during' | 'after'): Client {
	let requests = 0
	const send = async (request: Request) => {
		requests += 1
		if (requests !== nth) return fetch(request)
		const answered = fetch(request)
		const over = answered.catch(() => {})
		if (moment === 'after') await over
		await server.kill()
		return answered
	}
	return createClient({ url: server.url, fetch: send })
}
