import { Log, LogLevel, Miniflare, Response } from 'miniflare'
import * as z from 'zod'
import { bytesWithin } from '#http/bounded-body.ts'
import type { Bundle } from './build.ts'
import type { FileStore } from './files.ts'
import { answer } from './libsql/listen.ts'
import type { LibsqlServer } from './libsql/server.ts'
import type { Mailbox } from './mailbox.ts'
import type { LocalReader } from './reader/reader.ts'
import { sourcePlaces } from './stack.ts'
import { guardedWorkerd } from './workerd.ts'

export type LocalWorker = {
	/** Runs the Worker's `scheduled` as the cron trigger does, at this instant of the runner's clock. */
	readonly runScheduled: (instant: number) => Promise<void>
	/** Hands a mail to the Worker's `email`; why it was rejected, or null. */
	readonly receiveMail: (from: string, to: string, raw: Uint8Array<ArrayBuffer>) => Promise<string | null>
	readonly stop: () => Promise<void>
}

type Place = {
	readonly bundle: Bundle
	readonly port: number
	/** Settings, as `src/env.ts` reads them. */
	readonly settings: Record<string, string>
	readonly libsql: LibsqlServer
	readonly mailbox: Mailbox
	readonly files: FileStore
	readonly reader: LocalReader
	/** The directory in which rooms keep what is typed until the record has it. */
	readonly rooms: string
}

const mailOutcome = z.object({ outcome: z.string(), rejectReason: z.string().optional() })

/** More than the largest form comes to. Bytes. */
const ASKED_LIMIT = 64 * 1024 * 1024

const CRON = '* * * * *'

/** Miniflare starts workerd by itself and leaves it behind when this process is killed. */
function watchWorkerd(): Record<string, string> {
	const { file, variables } = guardedWorkerd()
	process.env.MINIFLARE_WORKERD_PATH = file
	return variables
}

/** Runs the bundle in workerd on 127.0.0.1; resolves when it answers. */
export async function startWorker({
	bundle,
	port,
	settings,
	libsql,
	mailbox,
	files,
	reader,
	rooms,
}: Place): Promise<LocalWorker> {
	const text = Object.entries(settings).map(([name, value]) => [name, { type: 'text' as const, value }] as const)
	// Shortest first: with each that Miniflare adds it copies all that came before.
	const shortestFirst = Object.entries(bundle.modules).sort(([, one], [, other]) => one.length - other.length)
	const modules = shortestFirst.map(([name, contents]) => [name, { type: 'esm' as const, contents }] as const)
	const readable = sourcePlaces(bundle)
	const miniflare = new Miniflare({
		host: '127.0.0.1',
		port,
		log: new Log(LogLevel.WARN),
		logRequests: false,
		handleStructuredLogs: ({ message }) => console.error(readable(message)),
		telemetry: { enabled: false },
		enableDevRegistry: false,
		cf: false,
		// The address by which mail is handed to the Worker. Miniflare answers there only what is no page of another site.
		unsafeTriggerHandlers: true,
		unsafeRuntimeEnv: watchWorkerd(),
		resourcePersistencePath: rooms,
		workers: [
			{
				config: {
					name: 'samsvar',
					compatibilityDate: bundle.compatibilityDate,
					compatibilityFlags: bundle.compatibilityFlags,
					manifest: { mainModule: bundle.mainModule, modules: Object.fromEntries(modules) },
					exports: { DraftRoom: { type: 'durable-object', storage: 'sqlite' } },
					env: {
						ROOMS: { type: 'durable-object', worker: 'samsvar', exportName: 'DraftRoom' },
						...Object.fromEntries(text),
						LIBSQL: {
							type: 'node-handler',
							handler: (incoming, outgoing) =>
								answer(libsql, incoming, outgoing).catch(() => void incoming.socket.destroy()),
						},
						FILE_STORE: {
							type: 'fetcher',
							handler: async (request) => {
								const { status, headers, body } = await files.answer(request)
								return new Response(body, { status, headers: [...headers] })
							},
						},
						READER: {
							type: 'fetcher',
							handler: async (request) => {
								const asked = await bytesWithin(request, ASKED_LIMIT)
								if (asked === null) return new Response(null, { status: 413 })
								const { status, bytes } = await reader.answer(new URL(request.url).pathname, asked)
								return new Response(bytes, { status })
							},
						},
						MAILBOX: {
							type: 'fetcher',
							handler: async (request) => {
								const { status, text } = await mailbox.receive(request)
								return new Response(text, { status })
							},
						},
					},
				},
			},
		],
	})
	try {
		await miniflare.ready
	} catch (error) {
		await miniflare.dispose()
		throw error
	}
	const worker = await miniflare.getWorker()
	return {
		runScheduled: async (instant) => {
			await worker.scheduled({ cron: CRON, scheduledTime: new Date(instant) })
		},
		receiveMail: async (from, to, raw) => {
			const asked = new URLSearchParams({ from, to, format: 'json' })
			const url = `http://localhost:${port}/cdn-cgi/local/email?${asked}`
			const response = await miniflare.dispatchFetch(url, { method: 'POST', body: raw })
			const answer = mailOutcome.safeParse(await response.json().catch(() => null))
			if (!answer.success || answer.data.outcome !== 'ok') throw new Error(`the mail was not taken: ${response.status}`)
			return answer.data.rejectReason ?? null
		},
		stop: () => miniflare.dispose(),
	}
}
