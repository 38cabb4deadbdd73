const HERE = 'http://localhost'
const LONGEST = 2000

/**
 * A path of our own that came from outside, as browsers will read it; null for what would lead anywhere else. Browsers
 * take `//host` and `/\host` for another host, drop tabs and line breaks, and resolve `/..//host` to `//host`.
 */
export function localPath(text: string | null | undefined): string | null {
	if (!text?.startsWith('/') || text.length > LONGEST || !URL.canParse(text, HERE)) return null
	const { origin, pathname, search, hash } = new URL(text, HERE)
	return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : null
}
