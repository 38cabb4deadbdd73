import { expect, test } from 'vitest'
import type { Block } from '#domain/statement/block.ts'
import { golden, goldenShownLines } from '#test/support/golden.ts'
import { HOSTILE_MARKUP, hostileIn } from '#test/support/hostile-markup.ts'
import { type Article, type ArticleOptions, articleHtml } from './blocks-html.ts'

const labels = { footnotes: 'Fotnoter', backToText: 'Tillbaka till texten', table: 'Tabell' }

const article = (blocks: readonly Block[], options: Partial<ArticleOptions> = {}): Article =>
	articleHtml(blocks, { labels, ...options })

/** The lines a browser shows, without the numbers that list markup gives. */
const shown = ({ html }: Article): string[] =>
	html
		.split('\n')
		.map((line) => line.replace(/<[^>]*>/g, '').trim())
		.filter((line) => line !== '')

const ids = ({ html }: Article): string[] => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id)

const position = (text: string): Block => ({ kind: 'position', text })
const subPoint = (text: string): Block => ({ kind: 'subPoint', text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

test('the golden article shows its own lines and nothing else', () => {
	expect([golden.title, ...shown(article(golden.blocks))]).toEqual(goldenShownLines)
})

test('positions and sub-points are numbered by list markup and have anchors', () => {
	const { html } = article(golden.blocks)
	for (let number = 1; number <= 10; number += 1) expect(html).toContain(`<li id="p${number}" value="${number}">`)
	expect(html).toContain('<ol class="sub-points" type="a">\n<li id="p9a" value="1"><p>Personer med samsjuklighet')
	expect(html).toContain('<li id="p9d" value="4">')
	expect(html.match(/<ol class="positions">/g)).toHaveLength(1)
})

test('numbering goes on after what stands between', () => {
	const blocks = [
		position('A'),
		subPoint('aa'),
		paragraph('mellan'),
		subPoint('bb'),
		position('B'),
		paragraph('x'),
		position('C'),
	]
	expect(article(blocks).html).toBe(
		[
			'<ol class="positions">',
			'<li id="p1" value="1"><p>A</p>',
			'<ol class="sub-points" type="a">',
			'<li id="p1a" value="1"><p>aa</p></li>',
			'</ol></li>',
			'</ol>',
			'<p>mellan</p>',
			'<ol class="sub-points" type="a">',
			'<li id="p1b" value="2"><p>bb</p></li>',
			'</ol>',
			'<ol class="positions">',
			'<li id="p2" value="2"><p>B</p></li>',
			'</ol>',
			'<p>x</p>',
			'<ol class="positions">',
			'<li id="p3" value="3"><p>C</p></li>',
			'</ol>',
		].join('\n'),
	)
})

test('a sub-point without a position is listed, without an anchor', () => {
	expect(article([subPoint('x')]).html).toBe('<ol class="sub-points" type="a">\n<li value="1"><p>x</p></li>\n</ol>')
})

test('what the page adds to a position comes last in its item', () => {
	const { html } = article([position('A'), subPoint('b')], {
		afterPosition: ({ id, number, letter }) => `<span data-at="${id}-${number}-${letter ?? ''}"></span>`,
	})
	expect(html).toContain('<p>A</p><span data-at="p1-1-"></span>\n<ol')
	expect(html).toContain('<p>b</p><span data-at="p1a-1-a"></span></li>')
})

test('the source of a quote stands outside the text, and the quote names it', () => {
	const quotes: Block[] = [
		{ kind: 'quote', text: '”Ett”' },
		{ kind: 'quote', text: '”Två”', source: 'SKR, [handbok](https://skr.se)' },
		{ kind: 'quote', text: '”Tre”', source: ' ' },
	]
	const made = article(quotes, { idPrefix: 'x-' })
	expect(made.html).toContain(
		'<figure class="quote" id="x-q2" aria-describedby="x-source2"><blockquote><p>”Två”</p></blockquote></figure>',
	)
	expect(shown(made)).toEqual(['”Ett”', '”Två”', '”Tre”'])
	expect(made.sources).toEqual([
		{
			id: 'x-source2',
			quoteId: 'x-q2',
			quoteIndex: 2,
			text: 'SKR, handbok',
			html: 'SKR, <a href="https://skr.se">handbok</a>',
		},
	])
})

test('footnotes come last, numbered in their own order, with a way back from each reference', () => {
	const made = article([
		{ kind: 'footnote', label: 'b', text: 'Not *b*' },
		paragraph('Ett[^a], två[^b] och tre[^b], fyra[^c].'),
		{ kind: 'footnote', label: 'a', text: 'Not a' },
		{ kind: 'footnote', label: 'a', text: 'Dubblett' },
	])
	expect(made.html).toBe(
		[
			'<p>Ett<sup id="fnref2"><a href="#fn2">2</a></sup>, två<sup id="fnref1"><a href="#fn1">1</a></sup> och tre<sup id="fnref1-2"><a href="#fn1">1</a></sup>, fyra[^c].</p>',
			'<section class="footnotes" aria-label="Fotnoter">',
			'<ol>',
			'<li id="fn1"><p>Not <em>b</em> <a class="back" href="#fnref1" aria-label="Tillbaka till texten"></a> <a class="back" href="#fnref1-2" aria-label="Tillbaka till texten"></a></p></li>',
			'<li id="fn2"><p>Not a <a class="back" href="#fnref2" aria-label="Tillbaka till texten"></a></p></li>',
			'<li id="fn3"><p>Dubblett</p></li>',
			'</ol>',
			'</section>',
		].join('\n'),
	)
})

test('tables have header cells with a scope, lists and member lists are lists', () => {
	const { html } = article([
		{ kind: 'table', header: ['År', 'Kr'], rows: [['2024', '1 800']] },
		{ kind: 'list', items: ['*ett*', 'två'] },
		{
			kind: 'memberList',
			heading: 'Medlemmar:',
			members: [
				{ name: 'Sane', area: 'PANS/PANDAS, R&D' },
				{ name: 'FMN', area: '' },
			],
		},
	])
	expect(html).toContain('<th scope="col">År</th><th scope="col">Kr</th>')
	expect(html).toContain('<tr><td>2024</td><td>1 800</td></tr>')
	expect(html).toContain('<ul>\n<li><em>ett</em></li>\n<li>två</li>\n</ul>')
	expect(html).toContain('<h2>Medlemmar:</h2>\n<ul>\n<li>Sane (PANS/PANDAS, R&amp;D)</li>\n<li>FMN</li>\n</ul>')
})

test('hostile text in any kind of block does nothing, and no id stands twice', () => {
	for (const text of HOSTILE_MARKUP.filter((hostile) => hostile.length < 10_000)) {
		const made = article([
			{ kind: 'heading', text },
			paragraph(`${text} [^${text}] [^n]`),
			{ kind: 'quote', text, source: text },
			{ kind: 'quote', text, source: text },
			{ kind: 'list', items: [text] },
			position(text),
			subPoint(text),
			{ kind: 'footnote', label: text, text },
			{ kind: 'footnote', label: 'n', text: `${text} [^n]` },
			{ kind: 'signature', text },
			{ kind: 'memberList', heading: text, members: [{ name: text, area: text }] },
			{ kind: 'table', header: [text], rows: [[text]] },
		])
		expect(hostileIn(made.html)).toEqual([])
		expect(made.sources.flatMap((source) => hostileIn(source.html))).toEqual([])
		expect(new Set(ids(made)).size).toBe(ids(made).length)
	}
})
