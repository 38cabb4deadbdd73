import type { Socket } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { connect, endServers, serve, servers } from '#test/support/smtp.ts'
import { type Mail, Unanswered } from './port.ts'
import { type Connect, smtpSender, smtpServerOf } from './smtp.ts'

afterEach(endServers)

const SENDER = { name: 'Samsvar', address: 'samsvar@example.org' }
const MAIL: Mail = {
	id: '0123456789abcdef',
	to: 'disa@example.org',
	subject: 'Rösta: Ett svar om vård',
	text: `Rösta för Attention senast fredag:\nhttps://samsvar.test/${'länk/'.repeat(40)}\n\n.En punkt först.\n..Två.\n\nSlut \n`,
}

const send = (url: string, mail = MAIL) => smtpSender(smtpServerOf(url), SENDER, connect)(mail)

/** What a reader's program makes of the body. */
function bodyOf(source: string): string {
	const body = source.slice(source.indexOf('\r\n\r\n') + 4)
	const bytes = body
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
	return new TextDecoder()
		.decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)))
		.replaceAll('\r\n', '\n')
}

test('a mail arrives as it was written, on lines no mail server breaks', async () => {
	const { port, taken } = await serve()
	await send(`smtp://127.0.0.1:${port}`)
	expect(taken).toMatchObject([{ from: 'samsvar@example.org', to: ['disa@example.org'] }])
	const source = taken[0]?.source ?? ''
	expect(bodyOf(source).replace(/\n$/, '')).toBe(MAIL.text)
	expect(source.split('\r\n').every((line) => line.length <= 78)).toBe(true)
	expect(source).toContain('From: Samsvar <samsvar@example.org>\r\n')
	expect(source).toContain('To: disa@example.org\r\n')
	expect(source).toMatch(/Subject: =\?UTF-8\?B\?[\w+/=]+\?=\r\n/)
	expect(source).toMatch(/Date: \w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000\r\n/)
	expect(source).toContain('Message-ID: <0123456789abcdef@example.org>\r\n')
	expect(source).toContain('Auto-Submitted: auto-generated\r\n')
})

test('with a name and a password, it signs in, also where these hold odd characters', async () => {
	const { port, taken } = await serve({ authOptional: false, allowInsecureAuth: true })
	await send(`smtp://disa%40x:${encodeURIComponent('lösen ord')}@127.0.0.1:${port}`)
	expect(taken).toMatchObject([{ user: 'disa@x' }])
	const login = await serve({ authOptional: false, allowInsecureAuth: true, authMethods: ['LOGIN'] })
	await send(`smtp://disa:${encodeURIComponent('lösen ord')}@127.0.0.1:${login.port}`)
	expect(login.taken).toMatchObject([{ user: 'disa' }])
})

test('where the server offers encryption, it is used before anything is told', async () => {
	const { port, taken } = await serve({ hideSTARTTLS: false, authOptional: false })
	await send(`smtp://disa:${encodeURIComponent('lösen ord')}@127.0.0.1:${port}`)
	expect(taken).toMatchObject([{ secure: true, user: 'disa' }])
})

test('smtps encrypts from the first byte', async () => {
	const { port, taken } = await serve({ secure: true })
	await send(`smtps://127.0.0.1:${port}`)
	expect(taken).toMatchObject([{ secure: true }])
})

test('a password is not sent in the clear over a network', async () => {
	const { port, taken } = await serve({ allowInsecureAuth: true })
	const elsewhere: Connect = (address, options) => connect({ ...address, hostname: '127.0.0.1' }, options)
	const sender = smtpSender(smtpServerOf(`smtp://disa:hemlig@mail.example:${port}`), SENDER, elsewhere)
	await expect(sender(MAIL)).rejects.toThrow('no encryption')
	expect(taken).toEqual([])
})

test('what the server refuses is told by step and code, without its words or any address', async () => {
	const refusing: SMTPServerOptions = {
		onRcptTo: ({ address }, _session, done) => {
			const refused = Object.assign(new Error(`No such user ${address}`), { responseCode: 550 })
			done(refused)
		},
	}
	const { port } = await serve(refusing)
	await expect(send(`smtp://127.0.0.1:${port}`)).rejects.toThrow(/^the mail server answered 550 to RCPT$/)
	const locked = await serve({ authOptional: false, allowInsecureAuth: true })
	await expect(send(`smtp://disa:fel@127.0.0.1:${locked.port}`)).rejects.toThrow(
		/^the mail server answered 535 to AUTH$/,
	)
})

function hangUp({ id }: { readonly id: string }) {
	for (const server of servers) {
		for (const connection of server.connections as Set<{ id: string; _socket?: Socket }>) {
			if (connection.id === id) connection._socket?.destroy()
		}
	}
}

/** What sending rejects with. */
const faultOf = (port: number) => send(`smtp://127.0.0.1:${port}`).catch((error: unknown) => error)

test('a server that hangs up in the middle is an error, not a wait, and has not taken the mail', async () => {
	const { port } = await serve({ onMailFrom: (_address, session) => hangUp(session) })
	const fault = await faultOf(port)
	expect(fault).toBeInstanceOf(Error)
	expect(fault).not.toBeInstanceOf(Unanswered)
})

test('a server that hangs up when it has the whole mail may have taken it; one that then says no has not', async () => {
	const mute = await serve({ onData: (stream, session) => void stream.on('end', () => hangUp(session)).resume() })
	expect(await faultOf(mute.port)).toBeInstanceOf(Unanswered)
	const full = Object.assign(new Error('Mailbox full'), { responseCode: 452 })
	const refusing = await serve({ onData: (stream, _session, done) => void stream.on('end', () => done(full)).resume() })
	expect(await faultOf(refusing.port)).not.toBeInstanceOf(Unanswered)
	expect(String(await faultOf(refusing.port))).toBe('Error: the mail server answered 452 to message')
})

test('nobody there is an error', async () => {
	const { port } = await serve()
	await endServers()
	await expect(send(`smtp://127.0.0.1:${port}`)).rejects.toThrow()
})

test('an address cannot add a command or another recipient', async () => {
	const { port, taken } = await serve()
	for (const to of ['a@b.c>\r\nRCPT TO:<x@y.z', 'a@b.c> <x@y.z', 'a@b.se\n', 'a,b@c.se', 'a\u0000@b.se']) {
		await expect(send(`smtp://127.0.0.1:${port}`, { ...MAIL, to })).rejects.toThrow('not one address')
	}
	await send(`smtp://127.0.0.1:${port}`, { ...MAIL, subject: 'Hej\r\nBcc: x@y.z' })
	expect(taken).toHaveLength(1)
	expect(taken[0]?.source).not.toMatch(/^Bcc/m)
})

test.each([
	['smtp://mail.example', { hostname: 'mail.example', port: 587, tls: false, credentials: null }],
	['smtps://a:b@mail.example', { port: 465, tls: true, credentials: { user: 'a', password: 'b' } }],
	['smtp://mail.example:465', { port: 465, tls: true }],
	['smtp://mail.example:25', { port: 25, tls: false }],
])('%s', (url, expected) => {
	expect(smtpServerOf(url)).toMatchObject(expected)
})
