import { expect, test } from 'vitest'
import { goldenPaste } from '#test/support/golden.ts'
import { growth, LESS_THAN_SQUARE } from '#test/support/growth.ts'
import { blocksFromPastedText } from './pasted-text.ts'

test('a text of one megabyte takes what eight of an eighth of it take, and not their square', async () => {
	for (const piece of [goldenPaste, '1. a\n', `${'ord '.repeat(18)}\n`]) {
		const times = await growth(
			(length) => piece.repeat(Math.ceil(length / piece.length)),
			1_000_000,
			blocksFromPastedText,
		)
		expect(times, JSON.stringify(piece.slice(0, 20))).toBeLessThan(LESS_THAN_SQUARE)
	}
})

test('no text takes the square of its length', async () => {
	const pieces = [
		'a',
		' ',
		'\n',
		'\t',
		'a\tb\n',
		'”',
		'” ',
		'(',
		'A (b)\n',
		'x:\n',
		'1. a\n',
		'1. a\nb\n',
		'a. ',
		'> ',
		'>\n',
		'• ',
		'- a\n',
		'– a\n',
		'[1] ',
		'[1] a\n',
		'[^a]: b\n',
		'#',
		'# a\n',
		'För a; ',
		'Hem > ',
		'Lämna ett svar\n',
		'Anna Ek\n',
		'För X\n',
		'Rubrik\n\n',
		'Ord utan slut ',
		`${'ord '.repeat(18)}\n`,
		'\u0301\u0323',
		'å\u0323\u0301',
		'\u00ad',
		'\ufeff\n',
		'Å ',
		'1',
		'12.',
		'Stockholm den 3 ',
		'a-\n',
		'a\t"b\n',
		'"\t',
		'§\ta\n',
		'\uf0b7\ta\n',
		'Exempel 4(5)\n',
		'Sida 1\nDatum Sida\n',
		'sam\u00ad\n',
		'\u202e',
		'א\u202e',
		'Region a ',
	]
	for (const piece of pieces) {
		const times = await growth(
			(length) => piece.repeat(Math.ceil(length / piece.length)),
			150_000,
			blocksFromPastedText,
		)
		expect(times, JSON.stringify(piece)).toBeLessThan(LESS_THAN_SQUARE)
	}
})
