import { randomUUID } from 'node:crypto'
import { open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { PRIVATE_FILE } from './private.ts'

/** A mail as the Worker's HTTP adapter sends it. */
const sentMail = z.object({
	/** Several where a letter goes to several. */
	to: z.union([z.string(), z.array(z.string()).transform((to) => to.join(', '))]),
	cc: z.array(z.string()).optional(),
	reply_to: z.string().optional(),
	attachments: z.array(z.object({ filename: z.string(), content_type: z.string(), content: z.base64() })).optional(),
	subject: z.string(),
	text: z.string(),
	headers: z.record(z.string(), z.string()).optional(),
})

const storedMail = sentMail.extend({ id: z.string(), receivedAt: z.number() })

/** `receivedAt` is an instant of the runner's clock, `id` the name of its file without `.json`. */
export type StoredMail = z.output<typeof storedMail>

export type Mailbox = {
	/** Answers the Worker's POST of one mail; 202 once it is on disk. */
	readonly receive: (request: { json: () => Promise<unknown> }) => Promise<{ status: number; text: string }>
	/** Newest first. */
	readonly list: () => Promise<StoredMail[]>
	readonly find: (id: string) => Promise<StoredMail | undefined>
}

/** Mail sent locally, kept as one JSON file each in `directory`. */
export function openMailbox(directory: string, now: () => number): Mailbox {
	let last = 0

	const receive: Mailbox['receive'] = async (request) => {
		const mail = sentMail.safeParse(await request.json().catch(() => undefined))
		if (!mail.success) return { status: 400, text: z.prettifyError(mail.error) }
		// Names sort by arrival, also within one millisecond and when the clock was set back.
		last = Math.max(last + 1, Date.now())
		const id = `${String(last).padStart(15, '0')}-${randomUUID()}`
		const file = join(directory, `${id}.json`)
		const handle = await open(`${file}.part`, 'w', PRIVATE_FILE)
		await handle.writeFile(JSON.stringify({ ...mail.data, id, receivedAt: now() }, null, '\t'))
		await handle.sync()
		await handle.close()
		await rename(`${file}.part`, file)
		return { status: 202, text: '' }
	}

	const find: Mailbox['find'] = async (id) => {
		if (!/^[\w-]+$/.test(id)) return undefined
		const text = await readFile(join(directory, `${id}.json`), 'utf8').catch(() => undefined)
		return text === undefined ? undefined : storedMail.parse(JSON.parse(text))
	}

	const list: Mailbox['list'] = async () => {
		const names = (await readdir(directory)).filter((name) => name.endsWith('.json')).sort()
		const mails = await Promise.all(names.reverse().map((name) => find(name.slice(0, -'.json'.length))))
		return mails.filter((mail) => mail !== undefined)
	}

	return { receive, list, find }
}
