import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { granted } from '#test/support/result.ts'
import { type Accent, accentFrom, BACKGROUNDS, contrast, ON_ACCENT, PALETTE, readHex } from './colour.ts'

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

/** Told once more and apart from the code: text on all it stands on. */
function worst({ light, dark }: Accent): number {
	return Math.min(
		...Object.values(BACKGROUNDS.light).map((paper) => contrast(light.accent, paper)),
		contrast(light.accent, light.tint),
		contrast('#ffffff', light.accent),
		...Object.values(BACKGROUNDS.dark).map((paper) => contrast(dark.accent, paper)),
		contrast(dark.accent, dark.tint),
		contrast(ON_ACCENT.dark, dark.accent),
	)
}

test('measures contrast as WCAG has it', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
	expect(contrast('#0d5561', '#ffffff')).toBe(contrast('#ffffff', '#0d5561'))
})

test('whatever colour can be used has an accent that reads on light and on dark', () => {
	fc.assert(
		fc.property(anyColour, (colour) => {
			const made = accentFrom(colour)
			if (made.ok) {
				expect(made.value.light.accent).toBe(colour)
				expect(worst(made.value)).toBeGreaterThanOrEqual(4.5)
			} else {
				// Refused only for what its own tint asks beyond the paper.
				expect(contrast(colour, BACKGROUNDS.light.paper)).toBeLessThan(5)
			}
		}),
		{ numRuns: 2000 },
	)
})

test('what is too pale has a nearest that can be used, darker and of the same hue', () => {
	fc.assert(
		fc.property(anyColour, (colour) => {
			const made = accentFrom(colour)
			if (made.ok) return
			const nearest = made.reason.code === 'accentTooPale' ? made.reason.nearest : ''
			expect(accentFrom(nearest).ok).toBe(true)
			expect(contrast(nearest, '#ffffff')).toBeGreaterThan(contrast(colour, '#ffffff'))
			// No darker than it has to be, but for the step it was sought in.
			expect(contrast(nearest, BACKGROUNDS.light.paper)).toBeLessThan(5.6)
		}),
		{ numRuns: 1000 },
	)
	expect(accentFrom('#ffd400')).toEqual({
		ok: false,
		reason: { code: 'accentTooPale', field: 'accent', nearest: '#7f6800' },
	})
})

test('the palette can be used, and no two of it look alike', () => {
	for (const colour of Object.values(PALETTE)) expect(worst(granted(accentFrom(colour)))).toBeGreaterThanOrEqual(4.5)
	expect(new Set(Object.values(PALETTE)).size).toBe(8)
})

test('reads colours as people write them', () => {
	expect(readHex(' #0D5561 ')).toBe('#0d5561')
	expect(readHex('0d5561')).toBe('#0d5561')
	expect(readHex('#ABC')).toBe('#aabbcc')
	for (const other of ['', '#', '#12345', 'red', '#12345g', '#0d5561;}', 'rgb(1,2,3)'])
		expect(readHex(other)).toBeNull()
})

test('the style sheet has the backgrounds that the rule goes by', () => {
	const css = readFileSync(new URL('../../ui/style/base.css', import.meta.url), 'utf8')
	const pair = (name: string) => new RegExp(`--${name}: light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)`).exec(css)?.slice(1)
	const both = (light: string, dark: string) => [light, dark].map((colour) => readHex(colour))
	expect(both(...(pair('paper') as [string, string]))).toEqual([BACKGROUNDS.light.paper, BACKGROUNDS.dark.paper])
	expect(both(...(pair('sheet') as [string, string]))).toEqual([BACKGROUNDS.light.sheet, BACKGROUNDS.dark.sheet])
	expect(both(...(pair('on-accent') as [string, string]))).toEqual([ON_ACCENT.light, ON_ACCENT.dark])
	expect(pair('accent')?.[0]).toBe(PALETTE.sea)
})
