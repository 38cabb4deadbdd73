import { accentFrom, type Hex, ON_ACCENT } from '#domain/coalition/colour.ts'
import base from './style/base.css'
import charts from './style/charts.css'
import comments from './style/comments.css'
import controls from './style/controls.css'
import drafting from './style/drafting.css'
import members from './style/members.css'
import parts from './style/parts.css'
import print from './style/print.css'
import publicPages from './style/public.css'
import text from './style/text.css'
import workspace from './style/workspace.css'

/** Without comments and indentation, as it stands in a `<style>`. */
function sheetOf(...files: readonly string[]): string {
	return files
		.join('')
		.replace(/\/\*[\s\S]*?\*\//g, '')
		.replace(/\s+/g, ' ')
		.replace(/ ?([{};,]) ?/g, '$1')
		.replace(/([a-z-]): /g, '$1:')
		.replaceAll(';}', '}')
		.trim()
}

/** The style sheet of every page. */
export const styleSheet: string = sheetOf(base, controls, parts, charts, text, publicPages, print)

/** What the pages of those who are signed in have beside it, and readers of the public are spared. */
export const memberStyleSheet: string = sheetOf(workspace, drafting, comments, members)

/** What a coalition's colour changes of it; empty where text could not be read in the colour. Paper stays black on white. */
export function accentStyle(accent: Hex): string {
	const made = accentFrom(accent)
	if (!made.ok) return ''
	const { light, dark } = made.value
	const pair = (name: string, one: Hex, other: Hex) => `--${name}:light-dark(${one},${other})`
	const pairs = [
		pair('accent', light.accent, dark.accent),
		pair('on-accent', ON_ACCENT.light, ON_ACCENT.dark),
		pair('tint', light.tint, dark.tint),
	]
	return `@media screen{:root{${pairs.join(';')}}}`
}

/** The colour a finished page is dressed in: none of what people write can stand so in a page. */
export function accentIn(page: string): Hex | null {
	return /<style data-accent="(#[0-9a-f]{6})">/.exec(page.slice(0, page.indexOf('</head>')))?.[1] ?? null
}

const hashes = new Map<string, Promise<string>>()
/** As many colours as are remembered at once. */
const REMEMBERED = 200

/** What the Content-Security-Policy must allow: `style-src 'sha256-…'`, the quotes included. */
export async function styleHashes(accent: Hex | null): Promise<string> {
	const sheets = [hashOf('', styleSheet), hashOf('members', memberStyleSheet)]
	const dressed = accent === null ? [] : [hashOf(accent, accentStyle(accent))]
	return (await Promise.all([...sheets, ...dressed])).join(' ')
}

function hashOf(key: string, style: string): Promise<string> {
	const known = hashes.get(key)
	if (known) return known
	const made = crypto.subtle
		.digest('SHA-256', new TextEncoder().encode(style))
		.then((digest) => `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`)
	if (hashes.size > REMEMBERED) hashes.clear()
	hashes.set(key, made)
	return made
}
