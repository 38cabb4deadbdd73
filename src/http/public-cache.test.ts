import { expect, test } from 'vitest'
import { PUBLIC_SECONDS, publicCache, type Render } from './public-cache.ts'

const START = Date.parse('2022-10-14T08:00:00Z')
const page = (body: string): Render => {
	return () => Promise.resolve({ body, headers: { 'content-type': 'text/plain' } })
}
const textOf = (found: Awaited<ReturnType<ReturnType<typeof publicCache>['find']>>) =>
	'otherwise' in found ? null : new TextDecoder().decode(found.bytes)

test('a page is made again when its minute is over, not before', async () => {
	const cache = publicCache()
	await cache.find('a', START, page('old'))
	const within = START + (PUBLIC_SECONDS - 1) * 1000
	expect(textOf(await cache.find('a', within, page('new')))).toBe('old')
	expect(textOf(await cache.find('a', START + PUBLIC_SECONDS * 1000, page('new')))).toBe('new')
})

test('a page of another time than now is made again', async () => {
	const cache = publicCache()
	await cache.find('a', START, page('old'))
	expect(textOf(await cache.find('a', START - 5000, page('new')))).toBe('new')
})

test('those who ask at once share one rendering', async () => {
	const cache = publicCache()
	let made = 0
	const render: Render = async () => {
		made += 1
		await new Promise((resolve) => setTimeout(resolve, 5))
		return { body: `made ${made}`, headers: {} }
	}
	const found = await Promise.all(Array.from({ length: 20 }, () => cache.find('a', START, render)))
	expect(found.map(textOf)).toEqual(Array(20).fill('made 1'))
})

test('the page least recently asked for gives way, by count and by bytes', async () => {
	const cache = publicCache({ entries: 2, bytes: 10 })
	for (const key of ['a', 'b']) await cache.find(key, START, page(`${key}…`))
	await cache.find('a', START, page('never made'))
	await cache.find('c', START, page('c'))
	expect(cache.size()).toEqual({ entries: 2, bytes: 5 })
	expect(textOf(await cache.find('a', START, page('made again')))).toBe('a…')
	expect(textOf(await cache.find('b', START, page('made ag.')))).toBe('made ag.')
	expect(cache.size()).toEqual({ entries: 1, bytes: 8 })
	expect(textOf(await cache.find('d', START, page('far too long a page')))).toBe('far too long a page')
	expect(cache.size()).toEqual({ entries: 1, bytes: 8 })
})

test('what is missing is never kept, and neither is a failure', async () => {
	const cache = publicCache()
	expect(textOf(await cache.find('a', START, async () => ({ otherwise: () => new Response('no') })))).toBeNull()
	await expect(cache.find('a', START, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
	expect(cache.size()).toEqual({ entries: 0, bytes: 0 })
	expect(textOf(await cache.find('a', START, page('here')))).toBe('here')
})

test('the tag is of the bytes', async () => {
	const tagOf = async (body: string) => {
		const found = await publicCache().find('a', START, page(body))
		return 'otherwise' in found ? '' : found.etag
	}
	expect(await tagOf('one')).toMatch(/^"[0-9a-f]{32}"$/)
	expect(await tagOf('one')).toBe(await tagOf('one'))
	expect(await tagOf('one')).not.toBe(await tagOf('two'))
})
