import { create, type Font } from 'fontkit'
import { drawable, FACES } from '#export/pdf/faces.ts'
import type { Ink, Point } from './ink.ts'

export type Weight = 'regular' | 'bold'

/** Pieces of which a curve is drawn. */
const STEPS = 6

const fonts = new Map<Weight, Font>()

function fontOf(weight: Weight): Font {
	const known = fonts.get(weight)
	if (known) return known
	const font = create(Buffer.from(FACES[weight]))
	if (!('layout' in font)) throw new Error('a face is one font')
	fonts.set(weight, font)
	return font
}

const shownOf = (text: string) =>
	drawable(text)
		.map((piece) => piece.text)
		.join('')

/** How wide a text is. Pixels. */
function widthOf(text: string, weight: Weight, size: number): number {
	const font = fontOf(weight)
	return (font.layout(shownOf(text)).advanceWidth * size) / font.unitsPerEm
}

/**
 * A text in lines of at most that width, broken between words, and in a word that is longer; cut with … after `most` lines.
 */
export function brokenInto(
	text: string,
	room: { readonly weight: Weight; readonly size: number; readonly width: number; readonly most: number },
): { readonly lines: readonly string[]; readonly cut: boolean } {
	const fits = (line: string) => widthOf(line, room.weight, room.size) <= room.width
	const lines: string[] = []
	let line = ''
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const together = line === '' ? word : `${line} ${word}`
		if (fits(together)) {
			line = together
			continue
		}
		if (line !== '') lines.push(line)
		if (lines.length > room.most) break
		line = ''
		for (const character of word) {
			if (line !== '' && !fits(line + character)) {
				lines.push(line)
				line = ''
				if (lines.length > room.most) break
			}
			line += character
		}
	}
	if (line !== '') lines.push(line)
	if (lines.length <= room.most) return { lines, cut: false }
	const kept = lines.slice(0, room.most)
	let last = kept.pop() ?? ''
	while (last !== '' && !fits(`${last}…`)) last = [...last].slice(0, -1).join('')
	return { lines: [...kept, `${last.trimEnd()}…`], cut: true }
}

/** Draws a line of text. `x`, `y`: where it begins, and on what it stands. */
export function draw(
	ink: Ink,
	text: string,
	{ weight, size, x, y }: { readonly weight: Weight; readonly size: number; readonly x: number; readonly y: number },
): void {
	const font = fontOf(weight)
	const scale = size / font.unitsPerEm
	const { glyphs, positions } = font.layout(shownOf(text))
	let pen = x
	for (const [index, { path }] of glyphs.entries()) {
		const position = positions[index]
		const left = pen + (position?.xOffset ?? 0) * scale
		for (const outline of outlinesOf(path.commands)) {
			ink.add(outline.map(([ax, ay]) => [left + ax * scale, y - ay * scale]))
		}
		pen += (position?.xAdvance ?? 0) * scale
	}
}

type Command = { readonly command: string; readonly args: readonly number[] }

/** The outlines of a glyph, in the units of its font, with curves as short lines. */
function outlinesOf(commands: readonly Command[]): Point[][] {
	const outlines: Point[][] = []
	for (const { command, args } of commands) {
		const outline = outlines.at(-1)
		const points = Array.from({ length: args.length / 2 }, (_, at): Point => [args[2 * at] ?? 0, args[2 * at + 1] ?? 0])
		if (command === 'moveTo') outlines.push(points)
		else if (outline) outline.push(...curveTo([outline.at(-1) ?? [0, 0], ...points]))
	}
	return outlines
}

/** A line, or a Bézier curve of any degree by those points, as points after its first (de Casteljau). */
function curveTo(points: readonly Point[]): readonly Point[] {
	if (points.length <= 2) return points.slice(1)
	return Array.from({ length: STEPS }, (_, step) => {
		const t = (step + 1) / STEPS
		let between = points
		while (between.length > 1) {
			between = between.slice(1).map(([x, y], at): Point => {
				const [fromX, fromY] = between[at] ?? [x, y]
				return [fromX + (x - fromX) * t, fromY + (y - fromY) * t]
			})
		}
		return between[0] ?? [0, 0]
	})
}
