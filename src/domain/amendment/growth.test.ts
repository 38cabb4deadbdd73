import { expect, test } from 'vitest'
import { BLOCK_LIMIT } from '#domain/statement/block-texts.ts'
import { growth, LESS_THAN_SQUARE } from '#test/support/growth.ts'
import { diff } from './diff.ts'
import { collisions, merge } from './merging.ts'

const half = (text: string) => Math.floor(text.length / 2)
const changed = (text: string) => `${text.slice(0, half(text))}x ${text.slice(half(text) + 5)} y`

test('no paragraph takes the square of its length', async () => {
	const pieces = [
		'ord ',
		'a b. ',
		'**a ',
		'**a** ',
		'[a](b) ',
		'[',
		'](',
		'*a_',
		'`',
		'<b>a</b> ',
		'<',
		'a.',
		'@a',
		'a-',
		'https://a. ',
		'1 000 ',
		'5 maj ',
		'{{',
		'(',
		'&a',
		'\u0301',
	]
	for (const piece of pieces) {
		const times = await growth(
			(length) => piece.repeat(Math.ceil(length / piece.length)),
			BLOCK_LIMIT,
			(text) =>
				merge(
					[text],
					[
						{ id: 'a', wanted: [changed(text)] },
						{ id: 'b', wanted: [`${text}z`] },
					],
				),
		)
		expect(times, JSON.stringify(piece)).toBeLessThan(LESS_THAN_SQUARE)
	}
})

/** Words in an order that is another for each `by`. */
const mixed = (count: number, by: number) =>
	Array.from({ length: count }, (_, at) => `w${(at * 7919 * by + by) % 5000}`).join(' ')

test('paragraphs that have nothing in common take no square of their length', async () => {
	const times = await growth(
		(count) => [mixed(count, 1), mixed(count, 3)] as const,
		16_000,
		([one, other]) => diff([one], [other]),
	)
	expect(times).toBeLessThan(LESS_THAN_SQUARE)
})

const paragraphs = (count: number) => Array.from({ length: count }, (_, at) => `Stycke ${at} ${mixed(8, at + 1)}`)

test('texts that were turned round, or written anew, take no square of their paragraphs', async () => {
	const turned = (base: readonly string[]) =>
		base.map((text, at) => (at % 3 === 0 ? `${text} nytt` : text)).toReversed()
	const anew = (base: readonly string[]) => base.map((_, at) => `helt annat ${mixed(8, at + 77)}`)
	for (const other of [turned, anew]) {
		expect(await growth(paragraphs, 4_000, (base) => diff(base, other(base)))).toBeLessThan(LESS_THAN_SQUARE)
	}
})

test('amendments in one place take no square of their number', async () => {
	const ask = (wanted: (text: string) => readonly string[], base: readonly string[]) =>
		growth(paragraphs, 2_000, (texts) => {
			const amendments = texts.map((text, at) => ({ id: `${at}`, wanted: wanted(text) }))
			return [collisions(base, amendments), merge(base, amendments)]
		})
	expect(await ask((text) => ['Ett', `Nytt ${text}`, 'Två'], ['Ett', 'Två'])).toBeLessThan(LESS_THAN_SQUARE)
	expect(await ask((text) => [`Vi vill ha ${text.slice(7, 12)} nu`], ['Vi vill ha stöd nu'])).toBeLessThan(
		LESS_THAN_SQUARE,
	)
})
