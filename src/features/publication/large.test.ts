import { expect, test } from 'vitest'
import { newSalt } from '#db/new-salt.ts'
import { overviewOf } from '#domain/publication/overview.ts'
import type { PublicationRecord } from '#domain/publication/record.ts'
import { PUBLIC_SECONDS } from '#http/public-cache.ts'
import { rebuild } from '#local/rebuild.ts'
import { testApp } from '#test/support/app.ts'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { publishedRecord } from '#test/support/published-record.ts'
import { SLUG } from '#test/support/world.ts'
import { firstOf } from '#ui/part.ts'
import { sealRecord } from '#usecases/sealing.ts'

/** An answer of a coalition so large that its answers are not shown on one page. */
const answer = (number: number): PublicationRecord['associations'][number] => ({
	name: `Förening ${number}`,
	area: '',
	vote: 'yes',
	dissent: number % 5 === 0 ? { kind: 'reservation', text: `Vi tvekar, ${number}.` } : null,
	signoff: number % 7 === 0 ? 'declined' : 'signed',
	signoffMethod: null,
	reason: number % 7 === 0 ? `Inte vi, ${number}.` : '',
	stances: [
		{ position: 1, stance: 'support', reason: number % 3 === 0 ? `För oss, ${number}.` : '', stale: false },
		{ position: 2, stance: number % 2 === 0 ? 'oppose' : 'partial', reason: '', stale: false },
	],
})

const PATHS = ['2022/1', '2022/1/associations', '2022/1/associations?part=2', '2022/1/associations?part=4', '2022/1.md']

test('a large record is shown from its overview as from itself, and the overview is made anew with the tables', async () => {
	await using world = await createGoldenWorld()
	await publish(world)
	const { client } = world.server
	const before = await publishedRecord(client)
	const record = {
		...before,
		associations: [...before.associations, ...Array.from({ length: 60 }, (_, n) => answer(n))],
	}
	const { bytes, hash, revealed } = await sealRecord(record as PublicationRecord, newSalt)
	const [event] = (await client.execute("SELECT payload FROM event WHERE type = 'published'")).rows
	const payload = JSON.parse(String(event?.payload))
	const parts = JSON.stringify({ ...JSON.parse(payload.revealed), ...revealed })
	const published = JSON.stringify({ ...payload, record: bytes, recordHash: hash, revealed: parts })
	await client.execute({ sql: "UPDATE event SET payload = ? WHERE type = 'published'", args: [published] })
	await rebuild(client)

	const browser = testApp(world).browser()
	const shown = () => {
		// What was kept is made anew.
		world.clock.now += PUBLIC_SECONDS * 1_000
		return Promise.all(PATHS.map(async (path) => (await browser.get(`/${SLUG}/${path}`)).text()))
	}
	const kept = async () => (await client.execute('SELECT overview FROM publication')).rows[0]?.overview
	const [made, fromOverview] = [await kept(), await shown()]
	expect(String(made)).toContain('"associations":69')
	expect(fromOverview[0]).toContain('Vi tvekar, 5.')
	expect(fromOverview[0]).not.toContain('För oss')
	expect(fromOverview[2]).toContain('För oss, 12.')
	expect(fromOverview[2]).not.toContain('För oss, 3.')
	await client.execute('UPDATE publication SET overview = NULL')
	expect(await shown()).toEqual(fromOverview)
	await rebuild(client)
	expect(await kept()).toBe(made)
})

test('answers have an overview where a list of them would be in parts', () => {
	const answer = { name: 'Anbo', signoff: 'signed', dissent: null, reason: '', stances: [] } as const
	for (const [count, parts] of [
		[50, 1],
		[51, 2],
	] as const) {
		const answers = Array.from({ length: count }, () => answer)
		expect(firstOf(answers).count).toBe(parts)
		expect(overviewOf(answers) === null).toBe(parts === 1)
	}
})
