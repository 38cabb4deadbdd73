import { expect, test } from 'vitest'
import { holdLinear, PATIENCE } from '#test/support/repetitive.ts'
import { articleHtml } from './blocks-html.ts'
import { diffWords } from './diff.ts'
import { inlineHtml } from './inline.ts'
import { blocksFromMarkdown } from './markdown-text.ts'
import { blocksFromPastedText } from './pasted-text.ts'

const LINES = ['a', 'Å', ' ', '  ', '\t', '\n', '\n\n', '1', '. ', ')', '(', ':', '-', '–', '•', '>', '”', '"', ',']
const MARKS = ['#', '*', '_', '`', '[', ']', '^', '|', '~', '<', '!', '\\', '&', '=', '+', '<!--', '-->', '<br>']

/** Longest text of a statement that a form takes. Characters. */
const LONGEST = 400_000

test('pasted text of one piece over and over is read in proportion to its length', PATIENCE, async () => {
	const words = ['För ', 'Anna Ek', 'Hej då.', 'Rubrik\n', '[1]', '[^a]: ', '3 maj 2022', '\u0301', '\u00ad', 'Sida 1']
	await holdLinear({ alphabet: [...LINES, ...words], longest: LONGEST, read: blocksFromPastedText }, 40)
})

test('Markdown of one piece over and over is read in proportion to its length', PATIENCE, async () => {
	await holdLinear({ alphabet: [...LINES, ...MARKS], longest: LONGEST, read: blocksFromMarkdown }, 40)
})

test('inline Markdown of one piece over and over is written in proportion to its length', PATIENCE, async () => {
	const alphabet = ['a', ' ', '\n', ...MARKS, '](', 'https://a.se', ')', '(']
	await holdLinear({ alphabet, longest: 50_000, read: (text) => inlineHtml(text) }, 40)
})

const LABELS = { footnotes: '', backToText: '', table: '' }

test('an article of one block over and over is written in proportion to its length', PATIENCE, async () => {
	const alphabet = ['1. a\n', '   a. b\n', '- c\n', '\n', '> d\n', '[^1]: e\n', 'f[^1]\n', '# g\n', '| h |\n', '|-|\n']
	const read = (text: string) => articleHtml(blocksFromMarkdown(text).blocks, { labels: LABELS })
	await holdLinear({ alphabet, longest: 100_000, read }, 40)
})

test('texts of one piece over and over are compared in proportion to their length', PATIENCE, async () => {
	const read = (text: string) => diffWords(text, `${text.slice(0, text.length / 2)}b ${text.slice(text.length / 2)}`)
	await holdLinear({ alphabet: ['a', ' ', '\n', '. ', '”', 'b', ':', 'ord'], longest: 100_000, read }, 40)
})

test('canary: a reader that takes the square of its length is found', PATIENCE, async () => {
	const read = (text: string) => {
		let sum = 0
		for (let at = 0; at < text.length; at += 1) for (let on = at; on < text.length; on += 1) sum ^= on
		return sum
	}
	await expect(holdLinear({ alphabet: ['a'], longest: 100_000, read }, 3)).rejects.toThrow()
})
