import { connect, type Socket } from 'node:net'
import type { Job, Load } from './load.ts'

// Sends requests over kept-alive connections, one at a time on each, and counts the answers. A process of its own, and as
// plain as can be, so that what is measured is workerd and not this.

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const END_OF_CHUNKS = Buffer.from('0\r\n\r\n')

/** Calls `done` with the status when one whole response has come. */
function responses(done: (status: string) => void): (chunk: Buffer) => void {
	let status = ''
	/** Bytes of the response that are still to come; null: until the last chunk has come. */
	let left: number | null = 0
	let inBody = false
	let before = Buffer.alloc(0)
	const finish = () => {
		inBody = false
		done(status)
	}
	return (chunk) => {
		let body = chunk
		if (!inBody) {
			before = before.length === 0 ? chunk : Buffer.concat([before, chunk])
			const end = before.indexOf(END_OF_HEAD)
			if (end < 0) return
			const head = before.latin1Slice(0, end)
			status = head.slice(9, 12)
			const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
			const empty = status === '204' || status === '304'
			left = length !== undefined ? Number(length) : /\r\ntransfer-encoding: chunked/i.test(head) && !empty ? null : 0
			body = before.subarray(end + END_OF_HEAD.length)
			before = Buffer.alloc(0)
			inBody = true
		}
		if (left === null) {
			if (body.subarray(-END_OF_CHUNKS.length).equals(END_OF_CHUNKS)) finish()
		} else {
			left -= body.length
			if (left <= 0) finish()
		}
	}
}

function run({ port, requests, repeat, connections, seconds }: Job): Promise<Load> {
	const texts = requests.map((request) => Buffer.from(request))
	const statuses: Record<string, number> = {}
	const started = performance.now()
	const end = started + seconds * 1000
	let next = 0
	let count = 0
	let last = started
	const takeNext = () => {
		if (performance.now() >= end || (!repeat && next >= texts.length)) return undefined
		next += 1
		return texts[(next - 1) % texts.length]
	}
	const one = () =>
		new Promise<void>((resolve, reject) => {
			const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
			const send = () => {
				const text = takeNext()
				if (text) socket.write(text)
				else socket.end(() => resolve())
			}
			const answered = (status: string) => {
				count += 1
				last = performance.now()
				statuses[status] = (statuses[status] ?? 0) + 1
				send()
			}
			socket.on('data', responses(answered))
			socket.once('error', reject)
			socket.once('connect', send)
		})
	const cpu = process.cpuUsage()
	return Promise.all(Array.from({ length: connections }, one)).then(() => {
		const { user, system } = process.cpuUsage(cpu)
		const took = last - started
		return { count, seconds: took / 1000, statuses, busy: (user + system) / 1000 / took }
	})
}

process.on('message', (job: Job) => {
	run(job).then(
		(load) => process.send?.(load),
		(error: unknown) => {
			console.error(error)
			process.exit(1)
		},
	)
})
process.on('disconnect', () => process.exit(0))
