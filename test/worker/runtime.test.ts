/// <reference types="@cloudflare/vitest-plugin/types" />
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { expect, onTestFinished, test, vi } from 'vitest'
import { idsBy } from '#db/new-id.ts'
import { swedishDate, swedishInstant, swedishYear } from '#domain/kernel/calendar.ts'
import {
	formatCount,
	formatDaysLeft,
	formatList,
	formatLongDateTime,
	formatNumber,
	formatPercent,
} from '#i18n/format.ts'
import worker from '#index'
import { href, routes } from '#routes'
import { styleHashes, styleSheet } from '#ui/style.ts'
import { canonical, draftHashOf, hex, sha256, sha256OfBytes, sha256OfPieces } from '#usecases/hashing.ts'
import { textHashOf } from '#usecases/sealing.ts'

/** A database that is down: it answers nothing but that. */
const LIBSQL = { fetch: async () => new Response('upstream 10.0.0.7 is away', { status: 503 }) }
const SETTINGS = { ORIGIN: 'https://samsvar.test', CODE_KEYS: `1:${'k'.repeat(43)}`, LIBSQL }

async function get(path: string, settings: object = SETTINGS): Promise<Response> {
	const context = createExecutionContext()
	// The browser's and the Worker's types of one and the same class differ in what Cloudflare adds to it.
	const request = new Request(new URL(path, SETTINGS.ORIGIN)) as Parameters<typeof worker.fetch>[0]
	const response = await worker.fetch(request, settings, context)
	await waitOnExecutionContext(context)
	return response
}

test('the Worker answers what needs no database, with the headers of every page', async () => {
	const script = await get(href(routes.script, { file: 'autosave.js' }))
	expect(script.status).toBe(200)
	expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
	expect(await script.text()).toContain('localStorage')
	expect(script.headers.get('content-security-policy')).toContain(`style-src ${await styleHashes(null)}`)
	expect(script.headers.get('content-security-policy')).not.toContain('unsafe')
	expect((await get(href(routes.script, { file: 'other.js' }))).status).toBe(404)
	expect((await get(href(routes.robots))).status).toBe(200)
	expect((await get(href(routes.icon))).headers.get('content-type')).toBe('image/svg+xml')
})

test('without its database a page says so and nothing of why, under the reference that the log has', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	onTestFinished(() => log.mockRestore())
	const response = await get(href(routes.coalition, { coalition: 'nsph-stockholm' }))
	expect(response.status).toBe(500)
	const page = await response.text()
	expect(page).toContain('<h1>')
	expect(page).not.toMatch(/10\.0\.0\.7|libsql|SELECT|at .*\.ts|Error:/)
	const { reference } = JSON.parse(String(log.mock.calls[0]?.[0]))
	expect(reference).toMatch(/^[0-9a-f]{8}$/)
	expect(page).toContain(reference)
})

test('the style sheet that is allowed is the one that is sent', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	onTestFinished(() => log.mockRestore())
	const page = await (await get(href(routes.coalition, { coalition: 'nsph-stockholm' }))).text()
	const sent = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
	expect(sent).toBe(styleSheet)
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sent))
	expect(await styleHashes(null)).toContain(`'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`)
})

test('hashes are what any other program gets', async () => {
	expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
	expect(await sha256('åäö ”–\u00a0🙂')).toBe('03ed227c45af21d1f0e4353fe53c3faaea5712ecda6e35948f26ef315d71cc1a')
	expect(canonical({ b: 1, a: 'ö', é: [1e21, -0, 0.1] })).toBe('{"a":"ö","b":1,"é":[1e+21,0,0.1]}')
	const text = { title: 'Ett svar', language: 'sv', blocks: [{ kind: 'paragraph', text: 'Vi är positiva.' }] } as const
	expect(await draftHashOf(text)).toBe('56f5fad3718a02a7d2fc5a78bd6f2df8a18935b8f06430ef73cdd80a70ad7829')
	const salts = { title: '00'.repeat(16), blocks: ['ff'.repeat(16)] }
	expect(await textHashOf(text, salts)).toBe('88074b1b8e20a7a768c94002e15e43b7d8008ad15cf6f60b45b62ab292a1a7d3')
	expect(await textHashOf(text, null)).toBe(await draftHashOf(text))
})

test('ids made one after the other sort by their time, and random ones tell none', () => {
	let now = Date.UTC(2022, 9, 14)
	const newId = idsBy(() => now)
	const first = newId<'act'>()
	now += 1
	const second = newId<'act'>()
	expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
	expect(Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2022, 9, 14))
	expect(first < second).toBe(true)
	expect(newId('random')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
	expect(new Set(Array.from({ length: 1_000 }, () => newId('random'))).size).toBe(1_000)
})

test('dates, numbers and lists are written in Swedish and English as in any browser', () => {
	const at = swedishInstant('2022-10-14', '16:00')
	expect(formatLongDateTime('sv', at)).toBe('fredag 14 oktober 2022 kl. 16.00')
	expect(formatLongDateTime('en', at)).toBe('Friday 14 October 2022, 16:00')
	expect(formatDaysLeft('sv', '2022-10-15', at)).toBe('i morgon')
	expect(formatDaysLeft('sv', '2022-10-17', at)).toBe('om 3 dagar')
	expect(formatNumber('sv', 1_000)).toBe('1\u00a0000')
	expect(formatPercent('sv', 0.67)).toBe('67\u00a0%')
	expect(formatList('sv', ['Anna', 'Bo', 'Cecilia'])).toBe('Anna, Bo och Cecilia')
	expect(formatCount('en', 1, 'vote', 'votes')).toBe('1 vote')
})

test('the days are those of Sweden, through summer time and new year', () => {
	expect(swedishInstant('2022-10-30', '03:00') - swedishInstant('2022-10-30', '01:00')).toBe(3 * 60 * 60 * 1000)
	expect(swedishDate(Date.UTC(2022, 5, 30, 22, 30))).toBe('2022-07-01')
	expect(swedishYear(Date.UTC(2022, 11, 31, 23, 0))).toBe(2023)
	expect(swedishYear(Date.UTC(2022, 11, 31, 22, 59))).toBe(2022)
})

test('a large file is hashed in pieces, and others go on between two of them', async () => {
	const bytes = Uint8Array.from({ length: 5_000_001 }, (_, index) => index % 253)
	let between = 0
	const others = setInterval(() => {
		between += 1
	})
	onTestFinished(() => clearInterval(others))
	expect(await sha256OfBytes(bytes)).toBe(hex(await crypto.subtle.digest('SHA-256', bytes)))
	const pieces = [bytes.slice(0, 700_000), new Uint8Array(), bytes.slice(700_000)]
	expect(await sha256OfPieces(pieces)).toBe(await sha256OfBytes(bytes))
	expect(between).toBeGreaterThan(2)
})
