import { expect, test } from 'vitest'
import { articleHtml } from '#markup/blocks-html.ts'
import { diffWords } from '#markup/diff.ts'
import { inlineHtml } from '#markup/inline.ts'
import { blocksFromMarkdown } from '#markup/markdown-text.ts'
import { blocksFromPastedText } from '#markup/pasted-text.ts'
import { sanitise } from '#markup/sanitise.ts'
import { golden, goldenPaste } from '#test/support/golden.ts'
import { HOSTILE_MARKUP, hostileIn } from '#test/support/hostile-markup.ts'

const labels = { footnotes: 'Fotnoter', backToText: 'Tillbaka', table: 'Tabell' }

test('hostile texts do nothing where the pages are made', () => {
	for (const text of HOSTILE_MARKUP) {
		expect(hostileIn(inlineHtml(text))).toEqual([])
		const { blocks } = blocksFromPastedText(text)
		expect(hostileIn(articleHtml(blocks, { labels }).html)).toEqual([])
		expect(hostileIn(articleHtml(blocksFromMarkdown(text).blocks, { labels }).html)).toEqual([])
	}
})

test('canary: the sanitiser changes bad HTML here too', () => {
	// Another sanitiser did nothing at all in workerd, and no test that only looks at finished pages would have told.
	expect(sanitise('<img src=x onerror=alert(1)>')).not.toContain('<img')
	expect(sanitise('<a href="javascript:alert(1)" onclick="alert(1)">x</a>')).not.toMatch(/javascript|onclick/)
})

test('the golden example is read alike here', () => {
	expect(blocksFromPastedText(goldenPaste)).toEqual(golden)
})

test('texts that have nothing in common are compared in bounded work', () => {
	const text = (prefix: string) => Array.from({ length: 20_000 }, (_, index) => `${prefix}${index}. `).join('')
	expect(diffWords(text('a'), text('b')).length).toBeGreaterThan(0)
})
