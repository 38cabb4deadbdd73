const ENCODED = /%([0-9a-f]{2})/gi
const ENCODED_RUN = /(?:%[0-9a-f]{2})+/gi
const UNRESERVED = /[\w.~-]/

/** Most paths are as they should be, and seen to be so at once. */
const DOUBTFUL = /%|\/\/|\/\.{1,2}(?:\/|$)|.\/$|[A-Z]/

const anyOf = (...paths: readonly RegExp[]) => `(?:${paths.map(({ source }) => source).join('|')})`
const OF_STATEMENT = anyOf(
	/\.(?:md|json|pdf|docx|png|akn\.xml)/,
	/\/associations/,
	/\/files\/[0-9a-f]+/,
	/\/p\/\d+[a-z]*(?:\.png)?/,
	/\/(?:rattelse-\d+|aterkallelse)(?:\.(?:json|md|pdf|docx))?/,
)
const OF_COALITION = anyOf(
	/\/feed\.(?:atom|json)/,
	/\/sitemap\.xml/,
	/\/embed/,
	/\/archive/,
	/\/open-data\.jsonl/,
	new RegExp(`/\\d{4}(?:/a?\\d+${OF_STATEMENT}?)?`),
)

/** What everybody reads: people write such an address down, and type it as they remember it. In others, capitals are told apart. */
const READ_BY_ALL = new RegExp(`^(?:/en)?/[\\w.~-]+${OF_COALITION}?$`, 'i')

/**
 * The one way to write a path (RFC 3986, 6.2.2): nothing encoded that need not be, upper-case hex, no dot segments; and no
 * empty segments either, also at the end; and in the addresses of public pages no capitals. What is answered, kept or refused is decided by this one alone: where two ways to write an address
 * reach the same page, they would be taken for two by all that compares addresses.
 */
export function canonicalPath(path: string): string {
	if (!DOUBTFUL.test(path)) return path
	const decoded = path.replace(ENCODED_RUN, (run) => {
		// Bytes that are no text lead nowhere, and are not found as they were written.
		const isText = readable(run)
		return run.replace(ENCODED, (triplet, hex: string) => {
			const character = String.fromCharCode(Number.parseInt(hex, 16))
			if (UNRESERVED.test(character)) return character
			return isText ? triplet.toUpperCase() : triplet
		})
	})
	const segments: string[] = []
	for (const segment of decoded.split('/')) {
		if (segment === '..') segments.pop()
		else if (segment !== '' && segment !== '.') segments.push(segment)
	}
	// A program is told that it asks for something else.
	const ends = segments[0] === 'api' && segments.length > 1 && /\/\.{0,2}$/.test(decoded)
	const bare = `/${segments.join('/')}${ends ? '/' : ''}`
	return READ_BY_ALL.test(bare) ? bare.toLowerCase() : bare
}

function readable(run: string): boolean {
	try {
		decodeURIComponent(run)
		return true
	} catch {
		return false
	}
}

/** Sends whoever asks under another way to write an address to the one way, with what they sent; null where it is that one. */
export function toCanonical(url: string): Response | null {
	const start = url.indexOf('/', url.indexOf('://') + 3)
	const path = (/^[^?#]*/.exec(url.slice(start)) ?? ['/'])[0]
	const canonical = canonicalPath(path)
	if (canonical === path) return null
	const rest = url.slice(start + path.length).replace(/#.*$/s, '')
	return new Response(null, { status: 308, headers: { location: canonical + rest } })
}
