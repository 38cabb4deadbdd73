import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

export type Job = {
	readonly port: number
	/** Whole HTTP requests, as they go over the line. */
	readonly requests: readonly string[]
	/** From the first again after the last; otherwise each is sent once. */
	readonly repeat: boolean
	readonly connections: number
	readonly seconds: number
}

const load = z.object({
	/** Responses that came, and in how long. */
	count: z.int(),
	seconds: z.number(),
	/** How many of each status. */
	statuses: z.record(z.string(), z.int()),
	/** The part of the time that the generator's own processor time was: at 1 it would be what limits. */
	busy: z.number(),
})

export type Load = z.output<typeof load>

export type Generator = Disposable & { readonly drive: (job: Job) => Promise<Load> }

/** The load generator, in a process of its own. */
export function startGenerator(): Generator {
	const child = fork(fileURLToPath(new URL('load.child.ts', import.meta.url)), { stdio: 'inherit' })
	const drive = (job: Job) =>
		new Promise<Load>((resolve, reject) => {
			const failed = () => reject(new Error('the load generator ended'))
			child.once('exit', failed)
			child.once('message', (message) => {
				child.off('exit', failed)
				resolve(load.parse(message))
			})
			child.send(job)
		})
	return { drive, [Symbol.dispose]: () => void child.kill('SIGKILL') }
}

/** A GET as it goes over the line. */
export function get(path: string, headers: Readonly<Record<string, string>> = {}): string {
	return request('GET', path, headers, '')
}

/** A sent form as it goes over the line. */
export function form(path: string, headers: Readonly<Record<string, string>>, fields: Record<string, string>): string {
	const type = { 'content-type': 'application/x-www-form-urlencoded' }
	return request('POST', path, { ...headers, ...type }, new URLSearchParams(fields).toString())
}

function request(method: string, path: string, headers: Readonly<Record<string, string>>, body: string): string {
	const length: Record<string, string> = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
	const lines = Object.entries({ host: 'samsvar.test', ...headers, ...length }).map(
		([name, value]) => `${name}: ${value}`,
	)
	return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}
