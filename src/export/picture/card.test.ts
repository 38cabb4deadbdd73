import { decode } from 'fast-png'
import { expect, test } from 'vitest'
import { golden } from '#test/support/golden.ts'
import { type Card, cardOf } from './card.ts'
import { CARD } from './shape.ts'

const card: Card = {
	accent: null,
	coalition: 'NSPH Stockholms län',
	text: golden.title,
	foot: 'NSPH-SL 2022:1 · 14 oktober 2022',
}

/** In which columns and rows something is written, from the first to the last. */
function writtenIn(png: Uint8Array) {
	const { data, width } = decode(png)
	const columns = new Set<number>()
	const rows = new Set<number>()
	for (const [at, shade] of data.entries()) {
		if (shade % 32 === 0) continue
		columns.add(at % width)
		rows.add(Math.floor(at / width))
	}
	return { left: Math.min(...columns), right: Math.max(...columns), rows: rows.size }
}

test('a card is a picture of the size that networks ask for, and always the same bytes', () => {
	const png = cardOf(card)
	expect(decode(png)).toMatchObject({ ...CARD, channels: 1 })
	expect(cardOf(card)).toEqual(png)
	expect(png.length).toBeLessThan(60_000)
	expect(writtenIn(png).rows).toBeGreaterThan(100)
})

test.each([
	['a long name', { coalition: 'Riksförbundet '.repeat(300) }],
	['a word without end', { text: 'a'.repeat(5_000), coalition: 'W'.repeat(5_000), foot: 'w'.repeat(400) }],
	['a long position', { text: 'Att brukare ska vara med från början. '.repeat(100) }],
	['nothing', { text: '', coalition: '', foot: '' }],
	['what the font lacks', { text: '健康 👩‍👩‍👧 \u202e\u0000' }],
] as const)('%s stays inside the margins', (_name, changed) => {
	const { left, right } = writtenIn(cardOf({ ...card, ...changed }))
	expect(left).toBeGreaterThanOrEqual(64)
	expect(right).toBeLessThanOrEqual(CARD.width - 64)
})
