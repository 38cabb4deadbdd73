import base from './style/base.css'
import charts from './style/charts.css'
import comments from './style/comments.css'
import controls from './style/controls.css'
import members from './style/members.css'
import parts from './style/parts.css'
import print from './style/print.css'
import publicPages from './style/public.css'
import text from './style/text.css'

/** The style sheet without comments and indentation, as it stands in the `<style>` of every page. */
export const styleSheet: string = [base, controls, parts, charts, text, comments, members, publicPages, print]
	.join('')
	.replace(/\/\*[\s\S]*?\*\//g, '')
	.replace(/\s+/g, ' ')
	.replace(/ ?([{};,]) ?/g, '$1')
	.replace(/([a-z-]): /g, '$1:')
	.replaceAll(';}', '}')
	.trim()

let hash: Promise<string> | undefined

/** What the Content-Security-Policy must allow: `style-src 'sha256-…'`, the quotes included. */
export function styleHash(): Promise<string> {
	hash ??= crypto.subtle
		.digest('SHA-256', new TextEncoder().encode(styleSheet))
		.then((digest) => `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`)
	return hash
}
