import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growth, LESS_THAN_CUBE } from '#test/support/growth.ts'
import { HOSTILE_MARKUP, hostileIn } from '#test/support/hostile-markup.ts'
import { inlineHtml, inlineText } from './inline.ts'
import { allowedHref, sanitise } from './sanitise.ts'

const shown = (html: string): string =>
	html
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&')

const note = (label: string) => (label === '1' ? { number: 3, href: '#fn3', refId: 'fnref3' } : null)

test('emphasis, code and links are markup', () => {
	expect(inlineHtml('Vi *kräver* **mer** av `§ 3` enligt [lagen](https://lagen.se/?a=1&b=2).')).toBe(
		'Vi <em>kräver</em> <strong>mer</strong> av <code>§ 3</code> enligt <a href="https://lagen.se/?a=1&amp;b=2">lagen</a>.',
	)
	expect(inlineHtml('[skriv](mailto:a@b.se) [se 7](#p7)')).toBe(
		'<a href="mailto:a@b.se">skriv</a> <a href="#p7">se 7</a>',
	)
})

test('a whole web address becomes a link, and nothing else does by itself', () => {
	expect(inlineHtml('Se https://nsph.se/a_b_c.')).toBe('Se <a href="https://nsph.se/a_b_c">https://nsph.se/a_b_c</a>.')
	expect(inlineText('”https://a.se/x”, (https://a.se/y(z)) https://a.se/?.')).toBe(
		'”https://a.se/x”, (https://a.se/y(z)) https://a.se/?.',
	)
	expect(
		[
			...inlineHtml('”https://a.se/x”, (https://a.se/y(z)) https://a.se/?. [https://a.se]').matchAll(/href="([^"]*)"/g),
		].map((match) => match[1]),
	).toEqual(['https://a.se/x', 'https://a.se/y(z)', 'https://a.se/', 'https://a.se'])
	expect(inlineHtml('https://. http://')).toBe('https://. http://')
	expect(inlineHtml('<https://nsph.se>')).toBe('<a href="https://nsph.se">https://nsph.se</a>')
	for (const plain of ['www.nsph.se', 'a@b.se', 'ftp://b.se', 'mailto:a@b.se', 'NSPH.se'])
		expect(inlineHtml(plain)).toBe(plain)
	expect(inlineHtml('Anna <a@b.se>')).toBe('Anna &lt;a@b.se&gt;')
})

test.each([
	'1984. Året då',
	'1. punkt',
	'a. punkt',
	'- streck',
	'# rubrik',
	'> 5 procent',
	'+ 3 %',
	'| a | b |',
	'---',
	'”Citat” – med tankstreck … och ”stängda rum”',
	'snake_case_name och x__init__y',
	'3 * 4 * 5',
	'priset* är högt',
	'~5 till ~10, ~~struket~~',
	'[Skriv här] [a][b] [^1] ![x]',
	'&copy; &amp; &#65; R&D',
	'<b>fet</b> <!-- x -->',
	'C:\\mapp\\fil',
	'NSPH:s 2\u00a0063\u202fkr\u00ad',
	'två  mellanslag',
	'',
	'\n\n',
	'rad ett\nrad två\n\n',
])('%j is shown as typed', (text) => {
	expect(shown(inlineHtml(text))).toBe(text)
	expect(inlineText(text)).toBe(text)
})

test('text without marks is shown as typed, whatever its characters', () => {
	const unmarked = fc
		.string({ unit: 'binary', maxLength: 200 })
		.map((text) => text.replace(/[*_`[\]\\<]/g, '¤').replace(/https?:/gi, ''))
	fc.assert(fc.property(unmarked, (text) => shown(inlineHtml(text)) === text && inlineText(text) === text))
})

test('no character that is not a mark disappears', () => {
	const source = fc
		.array(
			fc.oneof(
				fc.constantFrom('*', '**', '_', '`', '[', '](', ')', '\\', '<', '!', 'https://a.se', '[^1]'),
				fc.string({ maxLength: 5 }),
			),
			{ maxLength: 30 },
		)
		.map((parts) => parts.join(''))
	const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
	// The address of a link is behind its text, so it is left out of the count.
	fc.assert(fc.property(source, (text) => text.includes('](') || letters(inlineText(text)) === letters(text)))
})

test('a line feed is a line break, and each line is read by itself', () => {
	expect(inlineHtml('Anna *Ek\nOrdförande*')).toBe('Anna *Ek<br>\nOrdförande*')
})

test('a footnote that exists is a reference, another stays as typed', () => {
	expect(inlineHtml('Se[^1] och[^2].', { footnote: note })).toBe(
		'Se<sup id="fnref3"><a href="#fn3">3</a></sup> och[^2].',
	)
	expect(inlineHtml('Se[^1].')).toBe('Se[^1].')
	expect(inlineHtml('[a[^1]](https://a.se)', { footnote: note })).toBe(
		'<a href="https://a.se">a<sup id="fnref3">3</sup></a>',
	)
})

test('rendering within rendering keeps the outer footnotes', () => {
	const nested = (label: string) => {
		inlineHtml('x')
		return note(label)
	}
	expect(inlineHtml('a[^1] b[^1]', { footnote: nested }).match(/<sup/g)).toHaveLength(2)
})

test('an image is a link with its description, and loads nothing', () => {
	expect(inlineHtml('![Karta](https://a.se/k.png)')).toBe('<a href="https://a.se/k.png">Karta</a>')
	expect(inlineHtml('![](https://a.se/k.png)')).toBe('<a href="https://a.se/k.png">https://a.se/k.png</a>')
	expect(inlineHtml('[![Karta](https://a.se/k.png)](https://b.se)')).toBe('<a href="https://b.se">Karta</a>')
})

test('a link that may not be followed stays as typed, so that its writer sees it', () => {
	expect(inlineHtml('[x](javascript:alert(1))')).toBe('[x](javascript:alert(1))')
	expect(inlineHtml('[x](&#104;ttps://a.se)')).toBe('<a href="https://a.se">x</a>')
	expect(allowedHref('javascript&colon;alert(1)')).toBeNull()
})

test.each(HOSTILE_MARKUP.map((text) => [text.slice(0, 60), text] as const))(
	'hostile text does nothing: %j',
	(_, text) => {
		expect(hostileIn(inlineHtml(text))).toEqual([])
		expect(hostileIn(inlineHtml(text, { footnote: () => ({ number: 1, href: '#fn1', refId: 'fnref1' }) }))).toEqual([])
		expect(() => inlineText(text)).not.toThrow()
	},
)

test('hostile texts put together do nothing', () => {
	const piece = fc.oneof(
		fc.constantFrom(...HOSTILE_MARKUP.filter((text) => text.length < 100)),
		fc.constantFrom(
			'[',
			']',
			'(',
			')',
			'](',
			'![',
			'`',
			'*',
			'_',
			'<',
			'>',
			'"',
			"'",
			'\\',
			'&',
			'#',
			':',
			'\n',
			' ',
			'https://a.se',
		),
		fc.string({ unit: 'binary', maxLength: 4 }),
	)
	const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''))
	fc.assert(
		fc.property(text, (source) => {
			expect(hostileIn(inlineHtml(source))).toEqual([])
		}),
		{ numRuns: 2_000 },
	)
})

test('what inlineHtml makes passes the sanitiser unchanged', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...HOSTILE_MARKUP),
			fc.constantFrom('*a* [b](https://a.se/?c&d) `e`', '"\'&'),
			(hostile, plain) => {
				const html = inlineHtml(`${plain} ${hostile}`)
				expect(sanitise(html)).toBe(html)
			},
		),
	)
})

test('canary: the sanitiser itself changes bad HTML, also where the renderer would have failed', () => {
	for (const bad of [
		'<img src=x onerror=alert(1)>',
		'<script>alert(1)</script>',
		'<svg onload=alert(1)>',
		'<a href="javascript:alert(1)">x</a>',
		'<a href="java&Tab;script:alert(1)">x</a>',
		'<a href="https://a.se" onclick="alert(1)">x</a>',
		'<em onmouseover="alert(1)">x</em>',
		'<a href="data:text/html,x">x</a>',
		'<iframe src="https://a.se"></iframe>',
	]) {
		expect(hostileIn(bad)).not.toEqual([])
		expect(sanitise(bad)).not.toBe(bad)
		expect(hostileIn(sanitise(bad).replace(/ (?:href|id)>/g, '>'))).toEqual([])
	}
})

test('long and tangled texts take no more than the square of their marks, of which a line has a thousand', async () => {
	const marks = ['[', '*a ', '_a ', '`a', '<a ', '![', '\\', '](', '[a](', '*a_', '**a']
	const tangles = marks.map((mark) => `${mark}${'ord '.repeat(4)}`)
	for (const piece of [...HOSTILE_MARKUP.filter((text) => text.length < 100), ...marks, ...tangles]) {
		const each = Math.max(piece.match(/[[\]()*_`<\\!~]/g)?.length ?? 0, Math.ceil(piece.length / 20))
		const make = (size: number) => piece.repeat(Math.max(1, Math.floor(size / Math.max(each, 1))))
		const times = await growth(make, 990, (text) => inlineHtml(text), LESS_THAN_CUBE)
		expect(times, JSON.stringify(piece)).toBeLessThan(LESS_THAN_CUBE)
	}
	for (const text of HOSTILE_MARKUP) inlineHtml(text)
})
