import { expect, test } from 'vitest'
import { paragraphsOf } from './paragraphs.ts'

test('paragraphs of Markdown stand between empty lines, and keep their own line feeds', () => {
	expect(paragraphsOf('\nEtt\nrad två\n\n \n- punkt  \n\n\nTre\n')).toEqual({
		shape: 'markdown',
		paragraphs: ['Ett\nrad två', '- punkt', 'Tre'],
		between: '\n\n',
	})
	expect(paragraphsOf('')).toMatchObject({ paragraphs: [] })
	expect(paragraphsOf('a < b, **fet** <strong>')).toMatchObject({ shape: 'markdown' })
})

test('the outermost elements of HTML are its paragraphs, each to the letter', () => {
	const html =
		'<p class="x">Ett <strong>två</strong><br>tre</p>\n<ul><li>a<ul><li>b</li></ul></li></ul><hr>Löst<p>fyra</p>'
	const { shape, paragraphs } = paragraphsOf(html)
	expect(shape).toBe('html')
	expect(paragraphs).toEqual([
		'<p class="x">Ett <strong>två</strong><br>tre</p>',
		'<ul><li>a<ul><li>b</li></ul></li></ul>',
		'<hr>',
		'Löst',
		'<p>fyra</p>',
	])
})

test('no letter is lost of HTML whose tags do not match', () => {
	for (const html of [
		'<p>a',
		'<p>a</b></p></p><p>b</p>',
		'<p><b>a</p><p>b',
		'<ul><li>a<li>b</ul>',
		'<!-- <p> --><p>a</p>',
		'<p>a</p></div>',
	]) {
		expect(paragraphsOf(html).paragraphs.join('')).toBe(html)
	}
})

test('what lies between the elements is kept apart by a line feed where it was', () => {
	expect(paragraphsOf('<p>a</p>\n<p>b</p>').between).toBe('\n')
	expect(paragraphsOf('<p>a</p><p>b</p>').between).toBe('')
})
