import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import { build } from 'esbuild'
import { Log, LogLevel, Miniflare } from 'miniflare'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MailSettings } from './adapters.ts'

/** A Worker that sends what it is sent, by the settings it is given. */
const WORKER = `
	import { mailAdapter } from '#mail/adapters.ts'
	import { Unanswered } from '#mail/port.ts'
	export default {
		fetch: async (request) => {
			const { settings, mail } = await request.json()
			try {
				await mailAdapter(settings)(mail)
				return new Response('taken')
			} catch (error) {
				return new Response((error instanceof Unanswered ? 'perhaps ' : '') + String(error))
			}
		},
	}`

let miniflare: Miniflare
const taken: string[] = []
const smtp = new SMTPServer({
	authOptional: true,
	hideSTARTTLS: true,
	disableReverseLookup: true,
	logger: false,
	onData: (stream, _session, done) => {
		let source = ''
		stream.on('data', (part: Uint8Array) => {
			source += String(part)
		})
		stream.on('end', () => {
			taken.push(source)
			done()
		})
	},
})
/** Greets and leaves. */
const rude = createTcpServer((socket) => socket.end('220 mail.example ESMTP\r\n'))
const api = createServer((request, response) => {
	let body = ''
	request.on('data', (part) => {
		body += part
	})
	request.on('end', () => {
		taken.push(`${request.headers.authorization} ${request.headers['idempotency-key']} ${body}`)
		if (body.includes('mute@')) {
			request.socket.destroy()
			return
		}
		const status = body.includes('refused@') ? 422 : body.includes('late@') ? 504 : 200
		response.writeHead(status).end('{"error":"refused@example.org is unknown"}')
	})
})

const portOf = (server: Pick<Server, 'address'>) => (server.address() as AddressInfo).port
const listen = (server: Server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
let smtpPort = 0

beforeAll(async () => {
	const bundle = await build({
		stdin: { contents: WORKER, resolveDir: process.cwd(), loader: 'ts' },
		bundle: true,
		write: false,
		format: 'esm',
		external: ['cloudflare:sockets'],
	})
	await Promise.all([listen(rude), listen(api)])
	smtpPort = await new Promise<number>((resolve) => {
		const server = smtp.listen(0, '127.0.0.1', () => resolve(portOf(server)))
	})
	const contents = bundle.outputFiles[0]?.text ?? ''
	miniflare = new Miniflare({
		log: new Log(LogLevel.NONE),
		telemetry: { enabled: false },
		enableDevRegistry: false,
		cf: false,
		workers: [
			{
				config: {
					name: 'mail',
					compatibilityDate: '2026-10-01',
					compatibilityFlags: ['nodejs_compat'],
					manifest: { mainModule: 'index.js', modules: { 'index.js': { type: 'esm', contents } } },
				},
			},
		],
	})
	await miniflare.ready
})

afterAll(async () => {
	await miniflare.dispose()
	smtp.close()
	rude.close()
	api.close()
})

async function send(settings: Omit<MailSettings, 'MAIL_FROM'>, to = 'disa@example.org'): Promise<string> {
	const mail = { id: 'one', to, subject: 'Rösta: Ett svar', text: 'Rösta senast fredag.\n' }
	const body = JSON.stringify({ settings: { MAIL_FROM: 'Samsvar <samsvar@example.org>', ...settings }, mail })
	const response = await miniflare.dispatchFetch('http://worker.local/', { method: 'POST', body })
	return response.text()
}

test('mail leaves the Worker by SMTP', async () => {
	expect(await send({ MAIL_URL: `smtp://127.0.0.1:${smtpPort}` })).toBe('taken')
	expect(taken.at(-1)).toContain('To: disa@example.org\r\n')
	expect(taken.at(-1)).toContain('R=C3=B6sta senast fredag.')
})

test('a server that greets and leaves is an error, and the Worker goes on', async () => {
	expect(await send({ MAIL_URL: `smtp://127.0.0.1:${portOf(rude)}` })).toMatch(/^Error: /)
	expect(await send({ MAIL_URL: `smtp://127.0.0.1:${smtpPort}` })).toBe('taken')
})

test('mail leaves by an HTTP API, whose refusals name nobody', async () => {
	const settings = { MAIL_URL: `http://127.0.0.1:${portOf(api)}/emails`, MAIL_TOKEN: 'nyckel' }
	expect(await send(settings)).toBe('taken')
	expect(taken.at(-1)).toBe(
		`Bearer nyckel one ${JSON.stringify({ from: 'Samsvar <samsvar@example.org>', to: 'disa@example.org', subject: 'Rösta: Ett svar', text: 'Rösta senast fredag.\n' })}`,
	)
	expect(await send(settings, 'refused@example.org')).toBe('Error: the mail service answered 422')
})

test('an API that does not answer may have taken the mail, unless it knows a repetition', async () => {
	const settings = { MAIL_URL: `http://127.0.0.1:${portOf(api)}/emails` }
	const noAnswer = 'Error: the mail service did not answer'
	expect(await send(settings, 'mute@example.org')).toBe(`perhaps ${noAnswer}`)
	expect(await send(settings, 'late@example.org')).toBe('perhaps Error: the mail service answered 504')
	expect(await send({ ...settings, MAIL_KNOWS_REPEATS: 'yes' }, 'mute@example.org')).toBe(noAnswer)
})

test('settings that say no way are told', async () => {
	for (const MAIL_URL of [undefined, 'ftp://mail.example']) {
		expect(await send(MAIL_URL === undefined ? {} : { MAIL_URL })).toBe(
			'Error: MAIL_URL: must say where mail leaves by: smtp://, smtps:// or https://',
		)
	}
})
