import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalPath, toCanonical } from './canonical-path.ts'

test.each([
	['/', '/'],
	['/en/nsph-stockholm/2022/1.md', '/en/nsph-stockholm/2022/1.md'],
	['/NSPH-Stockholm/2022/1.pdf', '/nsph-stockholm/2022/1.pdf'],
	['/%65n/xyz', '/en/xyz'],
	['/%65%6E/%78yz', '/en/xyz'],
	['/en//xyz', '/en/xyz'],
	['//evil.example', '/evil.example'],
	['///', '/'],
	['/en/./xyz', '/en/xyz'],
	['/en/xyz/%2e%2E/abc', '/en/abc'],
	['/en/xyz/..', '/en'],
	['/../../en', '/en'],
	['/en/', '/en'],
	['/api/v1/me/', '/api/v1/me/'],
	['/nsph-stockholm/', '/nsph-stockholm'],
	['/NSPH-Stockholm', '/nsph-stockholm'],
	['/EN/NSPH-Stockholm/2022/1/Associations/', '/en/nsph-stockholm/2022/1/associations'],
	['/NSPH/2022/1/P/9B', '/nsph/2022/1/p/9b'],
	['/NSPH/2022/1.MD', '/nsph/2022/1.md'],
	['/NSPH/2017/A1', '/nsph/2017/a1'],
	['/NSPH/2017/A1.MD', '/nsph/2017/a1.md'],
	['/NSPH/2017/3/Files/ABC', '/nsph/2017/3/files/abc'],
	['/Nsph/Feed.atom', '/nsph/feed.atom'],
	['/Nsph/Feed.JSON', '/nsph/feed.json'],
	['/Nsph/Open-data.jsonl', '/nsph/open-data.jsonl'],
	['/en/Nsph/Embed', '/en/nsph/embed'],
	['/Nsph/2022/1.AKN.xml', '/nsph/2022/1.akn.xml'],
	['/Nsph/Sitemap.xml', '/nsph/sitemap.xml'],
	['/sign-in/link/AbC', '/sign-in/link/AbC'],
	['/nsph/files/AbC/', '/nsph/files/AbC'],
	['/%C3%85', '/%C3%85'],
	['/%c3%a5', '/%C3%A5'],
	['/a%2fb', '/a%2Fb'],
	['/%2565n', '/%2565n'],
	['/%zz%', '/%zz%'],
	['/%65n/%ff', '/en/%ff'],
])('%s is written %s', (path, canonical) => {
	expect(canonicalPath(path)).toBe(canonical)
})

const segment = fc.stringMatching(/^[a-z0-9.~_-]{1,6}$/).filter((text) => !/^\.{1,2}$/.test(text))
const path = fc.array(segment, { maxLength: 5 }).map((segments) => `/${segments.join('/')}`)

/** Another way to write each character, or what stands between two segments. */
const written = fc.tuple(path, fc.infiniteStream(fc.nat(5))).map(([canonical, draws]) => {
	const spelt = [...canonical].map((character) => {
		const { value: drawn } = draws.next()
		if (character === '/') return ['/', '//', '/./', '/x/../', '/%2e/', '/x/.%2E/'][drawn] ?? '/'
		const hex = (character.codePointAt(0) ?? 0).toString(16)
		return drawn < 3 ? character : `%${drawn === 3 ? hex : hex.toUpperCase()}`
	})
	return [canonical, spelt.join('')] as const
})

test('however a path is written, there is one way to write it, and writing it so changes nothing more', () => {
	fc.assert(
		fc.property(written, ([canonical, spelt]) => {
			expect(canonicalPath(spelt)).toBe(canonical)
			expect(canonicalPath(canonical)).toBe(canonical)
		}),
	)
	fc.assert(
		fc.property(fc.string(), (text) => {
			const once = canonicalPath(`/${text}`)
			expect(canonicalPath(once)).toBe(once)
			// Never another site's address.
			expect(once).toMatch(/^\/(?!\/)/)
		}),
	)
})

test('whoever asks otherwise is sent there with their question, and nobody else', () => {
	expect(toCanonical('https://samsvar.test/en/xyz?q=%65//')).toBeNull()
	const sent = toCanonical('https://samsvar.test/%65n//xyz?q=%65//#a')
	expect([sent?.status, sent?.headers.get('location')]).toEqual([308, '/en/xyz?q=%65//'])
	const typed = toCanonical('https://samsvar.test/NSPH/2022/1/?search=Vård')
	expect([typed?.status, typed?.headers.get('location')]).toEqual([308, '/nsph/2022/1?search=Vård'])
})
