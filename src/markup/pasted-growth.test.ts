import { expect, test } from 'vitest'
import { goldenPaste } from '#test/support/golden.ts'
import { blocksFromPastedText } from './pasted-text.ts'

/** Milliseconds of processor time, so that other work on the machine does not count. The best of up to three, of which one is enough that is `good`. */
function fastest(run: () => void, good = 1_000): number {
	let best = Number.POSITIVE_INFINITY
	for (let round = 0; round < 3 && best >= good; round += 1) {
		const before = process.threadCpuUsage()
		run()
		const { user, system } = process.threadCpuUsage(before)
		best = Math.min(best, (user + system) / 1_000)
	}
	return best
}

test('a text of one megabyte takes what eight of an eighth of it take, and not their square', () => {
	for (const piece of [goldenPaste, '1. a\n', `${'ord '.repeat(18)}\n`]) {
		const reading = (length: number) => {
			const raw = piece.repeat(Math.ceil(length / piece.length))
			return fastest(() => blocksFromPastedText(raw), 0)
		}
		// Sixty-four times, were it the square.
		expect(reading(1_000_000) / reading(125_000), JSON.stringify(piece.slice(0, 20))).toBeLessThan(24)
	}
})

test('no text takes the square of its length', () => {
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
	]
	for (const piece of pieces) {
		const raw = piece.repeat(Math.ceil(150_000 / piece.length))
		expect(
			fastest(() => blocksFromPastedText(raw)),
			JSON.stringify(piece),
		).toBeLessThan(1_000)
	}
})
