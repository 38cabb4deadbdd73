import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { allRows } from '#test/support/all-rows.ts'
import { decode, type TestApp, testApp } from '#test/support/app.ts'
import { importedStatement } from '#test/support/imported.ts'
import { addGoldenCoalition, createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'
import { addedTopic, sortedUnder } from '#test/support/sorted.ts'
import { GROUND, withholdBlocks } from '#test/support/withheld.ts'
import { type CoalitionWorld, granted } from '#test/support/world.ts'
import { changeTopic, chooseTopics } from '#usecases/coalition/topics.ts'
import { indexWaiting } from '#usecases/publication/index-published.ts'

const HERE = '/nsph-stockholm'
let world: CoalitionWorld
let app: TestApp
beforeEach(async () => {
	world = await createGoldenWorld()
	app = testApp(world)
})
afterEach(() => world[Symbol.asyncDispose]())

/** A public page or file, as it is once what was kept of it is too old. */
const at = async (path: string) => {
	world.clock.now += 61_000
	return (await app.browser().get(HERE + path)).text()
}
const archive = (query: Record<string, string>) => at(`/archive?${new URLSearchParams(query)}`)
const statementsOn = (page: string) =>
	[...page.matchAll(/class="verb" href="[^"]*\/([0-9]{4}\/[0-9]+)"/g)].map(([, path]) => path)
/** What can be chosen in a select, with how many it gives. */
const offered = (page: string, name: string) => {
	const [, inner = ''] = new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`).exec(page) ?? []
	return [...inner.matchAll(/<option[^>]*>([^<]*)</g)].map(([, label]) => label)
}

/** 2022:1 under two topics, 2022:2 under one of them, and 2017:3 from before under the other. */
async function sorted() {
	const first = await publish(world, { inquiry: INQUIRY })
	const second = await publish(world, { on: '2022-11-01' })
	const { olderId } = await importedStatement(world)
	const [lss, unga] = [await addedTopic(world, 'LSS'), await addedTopic(world, 'Barn & unga')]
	const choose = async (sorted: Parameters<typeof sortedUnder>[1], topicIds: (typeof lss)[]) =>
		granted(await chooseTopics(world.deps, world.order(world.chair, { sorted, topicIds })))
	await choose({ kind: 'statement', id: first }, [lss, unga])
	await choose({ kind: 'statement', id: second }, [lss])
	await choose({ kind: 'older', id: olderId }, [unga])
	return { first, second, olderId, lss, unga }
}

test('the archive is narrowed by a topic, and each topic is counted under all that is asked for otherwise', async () => {
	await sorted()
	await indexWaiting(world.deps)
	const all = await archive({})
	expect(offered(all, 'topic')).toEqual(['Alla ämnen', 'Barn &amp; unga (2)', 'LSS (2)'])
	const unga = await archive({ topic: 'barn-och-unga' })
	expect(statementsOn(unga)).toEqual(['2022/1', '2017/3'])
	expect(unga).toContain('<option value="barn-och-unga" selected')
	expect(offered(unga, 'topic')).toEqual(offered(all, 'topic'))
	expect(unga).toContain('archive?year=2017&amp;topic=barn-och-unga">2017 (1)')
	expect(offered(unga, 'authority')).toContain(`${INQUIRY.sender} (1)`)
	expect(statementsOn(await archive({ topic: 'lss', year: '2022', search: 'brukarrörelsen' }))).toEqual([
		'2022/2',
		'2022/1',
	])
	const older = await archive({ year: '2017' })
	expect(offered(older, 'topic')).toEqual(['Alla ämnen', 'Barn &amp; unga (1)'])
	const nothing = await archive({ topic: 'lss', year: '2017' })
	expect(statementsOn(nothing)).toEqual([])
	expect(offered(nothing, 'topic')).toContain('LSS (0)')
	for (const topic of ['finnsinte', "'; DROP TABLE topic; --"]) expect(await archive({ topic })).not.toContain('DROP')
})

test('a statement leads to what else is sorted under its topics, in either language, and says that it is sorted', async () => {
	await sorted()
	for (const path of ['/2022/1', '/2017/3']) {
		const page = await at(path)
		expect(page, path).toMatch(
			/<dt>Sorterat under<\/dt><dd>.*<a href="\/nsph-stockholm\/archive\?topic=barn-och-unga">Barn &amp; unga</,
		)
	}
	expect(await at('/2022/2')).not.toContain('barn-och-unga')
	// The page arrives in the first round trip, as it does without them.
	expect(gzipSync(await at('/2022/1')).length).toBeLessThanOrEqual(14_000)
	world.clock.now += 61_000
	const english = await (await app.browser().get(`/en${HERE}/2022/1`)).text()
	expect(english).toContain('<dt>Sorted under</dt><dd><a href="/en/nsph-stockholm/archive?topic=barn-och-unga">')
	expect(await archive({})).toContain('Ämnen: <a href="/nsph-stockholm/archive?topic=barn-och-unga">')
})

test('programs are told of topics in the words that each of them has for it', async () => {
	await sorted()
	const page = await at('/2022/1')
	expect([...page.matchAll(/name="dcterms.subject" content="([^"]*)"/g)].map(([, name = '']) => decode(name))).toEqual([
		'Barn & unga',
		'LSS',
	])
	const [, linked = ''] = /application\/ld\+json">([^<]*)</.exec(page) ?? []
	expect(JSON.parse(linked)).toMatchObject({ keywords: ['Barn & unga', 'LSS'] })
	expect(await at('/feed.atom')).toContain('<category term="Barn &amp; unga"/>')
	const { items } = JSON.parse(await at('/feed.json'))
	expect(items.map(({ tags }: { tags?: string[] }) => tags)).toEqual([['LSS'], ['Barn & unga', 'LSS']])
	const lines = (await at('/open-data.jsonl'))
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line))
	expect(lines.filter(({ kind }) => kind === 'statement').map(({ year, topics }) => [year, topics])).toEqual([
		[2022, ['LSS']],
		[2022, ['Barn & unga', 'LSS']],
		[2017, ['Barn & unga']],
	])
})

test('what was hashed and what is sent stay as they were, whatever a statement is sorted under', async () => {
	const statementId = await publish(world)
	const files = ['/2022/1.json', '/2022/1.md']
	const before = await Promise.all(files.map(at))
	const rows = () => allRows(world.server.client, 'SELECT * FROM publication')
	const kept = await rows()
	await sortedUnder(world, { kind: 'statement', id: statementId }, 'Ministern ljuger')
	expect(await Promise.all(files.map(at))).toEqual(before)
	expect(await rows()).toEqual(kept)
})

test('a topic that is renamed or put away goes on under its address, and a withheld text keeps its topics', async () => {
	const { first, lss } = await sorted()
	const change = world.order(world.chair, { topicId: lss, name: 'Stöd och service', away: true })
	granted(await changeTopic(world.deps, change))
	await withholdBlocks(world, first, 'Peer')
	const page = await at('/2022/1')
	expect(page).toContain(GROUND)
	expect(page).toContain('archive?topic=lss">Stöd och service<')
	expect(statementsOn(await archive({ topic: 'lss' }))).toEqual(['2022/2', '2022/1'])
})

test('nothing is told of topics that nothing published is sorted under, nor of another coalition’s', async () => {
	await publish(world)
	await addedTopic(world, 'Hemligt')
	expect(await archive({ topic: 'hemligt' })).not.toContain('Hemligt')
	const other = await addGoldenCoalition(world, { slug: 'annan' })
	expect(other).toBeDefined()
	const page = await (await app.browser().get('/annan/archive?topic=hemligt')).text()
	expect(page).not.toContain('Hemligt')
})
