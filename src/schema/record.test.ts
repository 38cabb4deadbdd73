import { expect, test } from 'vitest'
import { createGoldenWorld, publish } from '#test/support/published.ts'
import { readRecord } from './record.ts'

/** The bytes of a published record, in which its first association took a stance, so changed. */
async function recordWith(change: object): Promise<string> {
	await using world = await createGoldenWorld()
	await publish(world)
	const { rows } = await world.server.client.execute('SELECT record_bytes FROM publication')
	const record = JSON.parse(String(rows[0]?.record_bytes))
	record.associations[0].stances = [{ position: 1, stance: 'support', reason: '', stale: false, ...change }]
	return JSON.stringify(record)
}

test('a stance that is none is refused wherever it stands in a record', async () => {
	expect(readRecord(await recordWith({}), null).associations[0]?.stances[0]).toHaveProperty('stance', 'support')
	for (const wrong of [{ stance: 'maybe' }, { position: '1' }, { reason: null }, { stale: 0 }]) {
		const bytes = await recordWith(wrong)
		expect(() => readRecord(bytes, null)).toThrow('stances')
	}
})
