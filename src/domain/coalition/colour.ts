import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'

/** Red, green and blue of sRGB, each from 0 to 1. */
type Rgb = readonly [number, number, number]

/** Lightness 0 to 1, chroma from 0, hue in degrees (OKLCH, CSS Color 4). */
type Oklch = { readonly l: number; readonly c: number; readonly h: number }

/** A colour as it stands in a style sheet, `#rrggbb`. */
export type Hex = string

/** What stands behind links, buttons and tags, as the style sheet has it. */
export const BACKGROUNDS = {
	light: { paper: '#f7f5f0', sheet: '#ffffff' },
	dark: { paper: '#14191a', sheet: '#1c2324' },
} as const

/** What is written on a button in the accent. */
export const ON_ACCENT = { light: '#ffffff', dark: '#0c1819' } as const

/** Least contrast of text and its background (WCAG 2.2, 1.4.3); what is no text asks for 3 (1.4.11), and is below it. */
const TEXT_CONTRAST = 4.5

/** An accent for both light and dark, each with a tint to lay behind it. */
export type Accent = {
	readonly light: { readonly accent: Hex; readonly tint: Hex }
	readonly dark: { readonly accent: Hex; readonly tint: Hex }
}

/** Colours to choose from, as they are on light; the first is Samsvar's own. */
export const PALETTE = {
	sea: '#0d5561',
	blue: '#1f4e8c',
	violet: '#5a3a8e',
	plum: '#7a2468',
	wine: '#8a1f3d',
	brown: '#75420f',
	forest: '#1f5f38',
	slate: '#3d4a55',
} as const satisfies Record<string, Hex>

/** `#RGB`, `RRGGBB` and the like as `#rrggbb`; null for what is no such colour. */
export function readHex(typed: string): Hex | null {
	const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed.trim()) ?? []
	if (digits === '') return null
	const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
	return `#${whole.toLowerCase()}`
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrast(one: Hex, other: Hex): number {
	const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
	return (lighter + 0.05) / (darker + 0.05)
}

/**
 * The accent that a colour makes: as it is on light backgrounds, and its like on dark ones. Refuses a colour that text
 * could not be read in on light, with the nearest darker one of the same hue that can be.
 */
export function accentFrom(colour: Hex): Result<Accent, Rejection> {
	if (reads(lightOf(colour), 'light')) return ok({ light: lightOf(colour), dark: darkOf(colour) })
	return refuse({ code: 'accentTooPale', field: 'accent', nearest: nearestTo(colour) })
}

type Shade = Accent['light']

/** Whether text in the accent can be read on everything it stands on, and text on the accent too. */
function reads({ accent, tint }: Shade, scheme: 'light' | 'dark'): boolean {
	const { paper, sheet } = BACKGROUNDS[scheme]
	return [paper, sheet, tint, ON_ACCENT[scheme]].every((other) => contrast(accent, other) >= TEXT_CONTRAST)
}

/** How light and how strong tints and the accent on dark are at most; hue is the colour's own. */
const LIGHT_TINT = { l: 0.94, c: 0.02 }
const DARK_TINT = { l: 0.31, c: 0.035 }
const ON_DARK = { l: 0.8, c: 0.11 }

const inHue = ({ c, h }: Oklch, wanted: { readonly l: number; readonly c: number }): Hex =>
	hexOf({ l: wanted.l, c: Math.min(c, wanted.c), h })

const lightOf = (colour: Hex): Shade => ({ accent: colour, tint: inHue(oklchOf(colour), LIGHT_TINT) })

/** No darker than the rule allows: lightened a little at a time where the hue is one that looks dark. */
function darkOf(colour: Hex): Shade {
	const own = oklchOf(colour)
	const tint = inHue(own, DARK_TINT)
	let l = ON_DARK.l
	let accent = inHue(own, ON_DARK)
	while (!reads({ accent, tint }, 'dark') && l < 1) {
		l = Math.min(1, l + STEP)
		accent = inHue(own, { ...ON_DARK, l })
	}
	return { accent, tint }
}

const STEP = 0.004

function nearestTo(colour: Hex): Hex {
	const own = oklchOf(colour)
	let { l } = own
	let darker = colour
	while (!reads(lightOf(darker), 'light') && l > 0) {
		l = Math.max(0, l - STEP)
		darker = hexOf({ ...own, l })
	}
	return darker
}

function rgbOf(hex: Hex): Rgb {
	const number = Number.parseInt(hex.slice(1), 16)
	return [(number >> 16) / 255, ((number >> 8) & 255) / 255, (number & 255) / 255]
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const encoded = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)

function luminance(hex: Hex): number {
	const [r, g, b] = rgbOf(hex)
	return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/** Björn Ottosson’s matrices, as CSS Color 4 has them. */
function oklchOf(hex: Hex): Oklch {
	const [red, green, blue] = rgbOf(hex)
	const [r, g, b] = [linear(red), linear(green), linear(blue)]
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
	const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
	const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
	return {
		l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		c: Math.hypot(a, y),
		h: (Math.atan2(y, a) * 180) / Math.PI,
	}
}

/** Linear light, which may lie outside of what sRGB can show. */
function lightsOf({ l: lightness, c, h }: Oklch): Rgb {
	const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
	return [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	]
}

/** The colour, or one of the same lightness and hue that is as strong as sRGB can show. */
function hexOf(colour: Oklch): Hex {
	let strength = colour.c
	if (!lightsOf(colour).every(isShown)) {
		let [least, most] = [0, colour.c]
		for (let round = 0; round < 16; round += 1) {
			const c = (least + most) / 2
			if (lightsOf({ ...colour, c }).every(isShown)) least = c
			else most = c
		}
		strength = least
	}
	const lights = lightsOf({ ...colour, c: strength })
	const part = (light: number) => Math.round(255 * encoded(Math.min(1, Math.max(0, light))))
	return `#${lights.map((light) => part(light).toString(16).padStart(2, '0')).join('')}`
}

const isShown = (light: number): boolean => light >= -0.0001 && light <= 1.0001
