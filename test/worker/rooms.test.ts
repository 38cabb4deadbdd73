/// <reference types="@cloudflare/vitest-plugin/types" />
import {
	createExecutionContext,
	env,
	evictDurableObject,
	runDurableObjectAlarm,
	runInDurableObject,
	waitOnExecutionContext,
} from 'cloudflare:test'
import { createClient } from '@libsql/client/web'
import { expect, inject, onTestFinished, test } from 'vitest'
import worker from '#index'
import { ROOM_PATHS, VISITOR } from '#live/rooms.ts'
import { roomStore } from '#live/store.ts'
import { href, routes } from '#routes'
import { liveWriter } from '#test/support/live-writer.ts'
import type { Told } from '#writing/protocol.ts'
import { schema } from '#writing/schema.ts'
import { greeting, hear, toSay } from '#writing/session.ts'

const SLUG = 'nsph-stockholm'
const ORIGIN = 'https://samsvar.test'
const draft = inject('draft')
const { ROOMS } = env as { readonly ROOMS: DurableObjectNamespace }
const SETTINGS = { ORIGIN, CODE_KEYS: `1:${'k'.repeat(43)}`, LIBSQL_URL: draft.url, ROOMS }
const params = { coalition: SLUG, statement: draft.statementId }
const room = ROOMS.get(ROOMS.idFromName(draft.statementId))

async function ask(path: string, secret: string, init: RequestInit = {}): Promise<Response> {
	const context = createExecutionContext()
	const headers = { ...init.headers, cookie: `__Host-session=${secret}`, origin: ORIGIN }
	const request = new Request(new URL(path, ORIGIN), { ...init, redirect: 'manual', headers })
	const response = await worker.fetch(request as Parameters<typeof worker.fetch>[0], SETTINGS, context)
	await waitOnExecutionContext(context)
	return response
}

const posted = async (path: string, fields: Record<string, string>) =>
	(await ask(path, draft.chair, { method: 'POST', body: new URLSearchParams({ key: crypto.randomUUID(), ...fields }) }))
		.status

/** What another part of the Worker asks of the room. */
async function asked(path: string, hold?: string): Promise<unknown> {
	const visitor = encodeURIComponent(JSON.stringify({ coalition: SLUG, statementId: draft.statementId, hold }))
	return (await room.fetch(`https://room${path}`, { headers: { [VISITOR]: visitor } })).json()
}

/** The first part of the text as it stands in the record. */
async function recorded(): Promise<string> {
	const client = createClient({ url: draft.url })
	const { rows } = await client.execute({
		sql: `SELECT content ->> '$.text' AS text FROM block_version WHERE id =
			(SELECT version_id FROM block WHERE id = (SELECT block_order ->> '$[0]' FROM statement WHERE id = ?))`,
		args: [draft.statementId],
	})
	client.close()
	return String(rows[0]?.text)
}

let pages = 0

/** Somebody at a page, by a real connection. */
async function page(secret: string) {
	pages += 1
	const writer = liveWriter(pages, schema.nodes.doc.create(null, schema.nodes.paragraph.create({ id: 'x' })), true)
	const response = await ask(href(routes.room, params), secret, { headers: { upgrade: 'websocket' } })
	const socket = (response as { webSocket?: WebSocket & { accept: () => void } }).webSocket
	if (!socket) return null
	socket.accept()
	onTestFinished(() => socket.close())
	const told: Told[] = []
	socket.addEventListener('message', ({ data }) => {
		const message: Told = JSON.parse(String(data))
		told.push(message)
		for (const said of hear(writer, message)) socket.send(JSON.stringify(said))
	})
	const heard = (kind: Told['kind'], times = 1) =>
		expect.poll(() => told.filter((each) => each.kind === kind).length, { timeout: 20_000 }).toBe(times)
	return {
		told,
		heard,
		socket,
		come: async () => {
			socket.send(JSON.stringify(greeting(writer)))
			await heard('welcome')
		},
		type: (text: string) => {
			writer.dispatch(writer.state.tr.insertText(text, (writer.state.doc.firstChild?.nodeSize ?? 2) - 1))
			const said = toSay(writer)
			if (said) socket.send(JSON.stringify(said))
		},
		text: () => writer.state.doc.firstChild?.textContent ?? '',
	}
}

async function comeIn(secret = draft.writers[0] ?? '') {
	const come = await page(secret)
	if (!come) throw new Error('not let in')
	await come.come()
	return come
}

test('a room that sleeps while somebody is in it wakes as it was, and gives the record what was typed', async () => {
	const anna = await comeIn()
	const bo = await comeIn(draft.writers[1])
	anna.type(' Före.')
	await anna.heard('entries')
	await evictDurableObject(room)
	bo.type(' Efter.')
	await anna.heard('entries', 2)
	await bo.heard('entries', 2)
	expect([anna.text(), bo.text()]).toEqual(Array(2).fill('Vi är positiva till förslaget. Före. Efter.'))
	expect(await recorded()).not.toContain('Efter.')
	await evictDurableObject(room)
	expect(await runDurableObjectAlarm(room)).toBe(true)
	expect(await recorded()).toBe('Vi är positiva till förslaget. Före. Efter.')
})

test('what an act holds is held through sleep too, until the act is over', async () => {
	const anna = await comeIn()
	expect(await asked(ROOM_PATHS.settle, 'act-1')).toBe(true)
	await anna.heard('held')
	await evictDurableObject(room)
	anna.type(' Väntar.')
	await anna.heard('held', 2)
	await asked(ROOM_PATHS.released, 'act-1')
	await anna.heard('open')
	await expect.poll(() => anna.told.some((each) => each.kind === 'entries')).toBe(true)
	expect(anna.text()).toContain('Väntar.')
})

test('a text that was fixed and sent back is typed in the same room, which wakes of itself', async () => {
	const anna = await comeIn()
	expect(await posted(href(routes.consultation, params), { viewsDueOn: '' })).toBe(303)
	await anna.heard('frozen')
	expect(await recorded()).toContain('Väntar.')
	expect(await posted(href(routes.referral, params), { reason: 'Mer att göra.' })).toBe(303)
	const again = await comeIn()
	again.type(' Igen.')
	await again.heard('entries')
	await expect.poll(recorded, { timeout: 30_000 }).toContain('Väntar. Igen.')
})

test('nobody has more than twenty tabs in it, and who speaks another language is told to load anew', async () => {
	const first = await comeIn()
	first.socket.send('{"kind":"dance"}')
	first.socket.send(JSON.stringify({ kind: 'hello', protocol: 0, client: 'a' }))
	await first.heard('reload', 2)
	const more = []
	for (let tab = 1; tab < 20; tab += 1) more.push(await page(draft.writers[0] ?? ''))
	expect(more.every((each) => each !== null)).toBe(true)
	expect(await page(draft.writers[0] ?? '')).toBeNull()
	expect(await page(draft.writers[1] ?? '')).not.toBeNull()
})

test('when all have left and nothing is waiting, it forgets all, a day after', async () => {
	await runInDurableObject(room, (_object, { storage }) => {
		expect(roomStore(storage).read()).not.toBeNull()
	})
	await expect.poll(() => runInDurableObject(room, (_object, state) => state.getWebSockets().length)).toBe(0)
	await runDurableObjectAlarm(room)
	await runInDurableObject(room, (_object, { storage }) => {
		expect(roomStore(storage).read()).not.toBeNull()
		expect(Number(roomStore(storage).noted('forgetAt'))).toBeGreaterThan(Date.now() + 23 * 60 * 60 * 1_000)
		roomStore(storage).note('forgetAt', '0')
	})
	await runDurableObjectAlarm(room)
	await runInDurableObject(room, async (_object, { storage }) => {
		expect(roomStore(storage).read()).toBeNull()
		expect(roomStore(storage).noted('holds')).toBeNull()
		expect(storage.kv.get('place')).toBeUndefined()
		expect(await storage.getAlarm()).toBeNull()
	})
})

test('what is longer than the platform keeps in a row is kept in pieces', async () => {
	const other = ROOMS.get(ROOMS.newUniqueId())
	const long = 'å'.repeat(1_200_000)
	await runInDurableObject(other, (_object, { storage }) => roomStore(storage).begin(long, '{}'))
	await evictDurableObject(other)
	await runInDurableObject(other, (_object, { storage }) => {
		const store = roomStore(storage)
		expect(store.read()).toEqual({ snapshot: long, base: '{}', entries: [] })
		store.append(1, 'a')
		store.append(2, 'b')
		store.compact(1, 'short')
		expect(store.read()).toEqual({ snapshot: 'short', base: '{}', entries: ['b'] })
		store.note('fixed', 'kept')
		store.clear()
		expect([store.read(), store.noted('fixed')]).toEqual([null, 'kept'])
	})
})
