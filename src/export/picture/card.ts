import { encode } from 'fast-png'
import { type Hex, PALETTE } from '#domain/coalition/colour.ts'
import { inkOf } from './ink.ts'
import { CARD } from './shape.ts'
import { brokenInto, draw, type Weight } from './words.ts'

export type Card = {
	/** Null: Samsvar's own. White can be read on it. */
	readonly accent: Hex | null
	readonly coalition: string
	/** A title, or what a position says; cut where there is no room for it. */
	readonly text: string
	/** Number and date. */
	readonly foot: string
}

const MARGIN = 72
const WIDTH = CARD.width - 2 * MARGIN
const HEAD = { height: 132, size: 38 } as const
const FOOT = { height: 110, size: 32 } as const
const BODY = CARD.height - HEAD.height - FOOT.height
/** The largest in which all of it has room; the last cuts it. Pixels. */
const SIZES = [68, 56, 46, 40] as const
const LEADING = 1.24
/** How much of a line of that size stands above what it stands on. */
const ASCENT = 0.8
/** Shades between a ground and what is written on it. */
const SHADES = 32

type Line = { readonly text: string; readonly weight: Weight; readonly size: number; readonly y: number }

/** A strip of the card, in shades of its own: their first in the palette. */
type Strip = { readonly height: number; readonly first: number; readonly lines: readonly Line[] }

/** What is shown where a page is shared, as PNG. The same card always has the same bytes. */
export function cardOf(card: Card): Uint8Array<ArrayBuffer> {
	const accent = card.accent ?? PALETTE.sea
	const strips: readonly Strip[] = [
		{ height: HEAD.height, first: 0, lines: oneLine(card.coalition, 'bold', HEAD) },
		{ height: BODY, first: SHADES, lines: bodyOf(card.text) },
		{ height: FOOT.height, first: 2 * SHADES, lines: oneLine(card.foot, 'regular', FOOT) },
	]
	const data = new Uint8Array(CARD.width * CARD.height)
	let from = 0
	for (const strip of strips) {
		data.set(shadesOf(strip), from)
		from += CARD.width * strip.height
	}
	const palette = [...between(accent, '#ffffff'), ...between('#ffffff', '#1a1f20'), ...between('#ffffff', '#4a5254')]
	return new Uint8Array(encode({ ...CARD, data, depth: 8, channels: 1, palette }))
}

function oneLine(text: string, weight: Weight, { height, size }: typeof HEAD | typeof FOOT): Line[] {
	const { lines } = brokenInto(text, { weight, size, width: WIDTH, most: 1 })
	return lines.map((line) => ({ text: line, weight, size, y: height / 2 + size * 0.34 }))
}

function bodyOf(text: string): Line[] {
	for (const size of SIZES) {
		const leading = size * LEADING
		const most = Math.floor((BODY - MARGIN / 2) / leading)
		const { lines, cut } = brokenInto(text, { weight: 'bold', size, width: WIDTH, most })
		if (cut && size !== SIZES.at(-1)) continue
		return lines.map((line, index) => ({
			text: line,
			weight: 'bold',
			size,
			y: MARGIN / 2 + size * ASCENT + index * leading,
		}))
	}
	return []
}

function shadesOf({ height, first, lines }: Strip): Uint8Array {
	const ink = inkOf(CARD.width, height)
	for (const { text, ...line } of lines) draw(ink, text, { ...line, x: MARGIN })
	return Uint8Array.from(ink.covered(), (covered) => first + Math.round(covered * (SHADES - 1)))
}

/** Evenly from one colour to another. */
function between(one: Hex, other: Hex): number[][] {
	const rgb = (hex: Hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
	const to = rgb(other)
	return Array.from({ length: SHADES }, (_, shade) =>
		rgb(one).map((value, at) => Math.round(value + (((to[at] ?? 0) - value) * shade) / (SHADES - 1))),
	)
}
