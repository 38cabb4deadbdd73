import { accentIn, styleHashes } from '#ui/style.ts'

/** A header by which a page tells `secureHeaders` its colour. It is removed before the response leaves. */
const DRESSED = 'x-samsvar-accent'

/** A header by which a page tells that any site may draw it into its own. It is removed too. */
export const FRAMED = 'x-samsvar-framed'

/** The header that says so of a finished page; none for a page in the usual colours. */
export function dressedIn(page: string): Record<string, string> {
	const accent = accentIn(page)
	return accent === null ? {} : { [DRESSED]: accent }
}

/**
 * Whether a request that changes something came from one of our own pages. Every browser says where a form was sent from, so
 * a request that does not say is taken for one from elsewhere.
 */
export function comesFromUs(request: Request, origin: string): boolean {
	const from = request.headers.get('origin')
	if (from !== null) return from === origin
	const site = request.headers.get('sec-fetch-site')
	return site === 'same-origin'
}

async function policy(accent: string | null, framed: boolean): Promise<string> {
	return [
		"default-src 'none'",
		`style-src ${await styleHashes(accent)}`,
		"script-src 'self'",
		"connect-src 'self'",
		"img-src 'self'",
		"form-action 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		`frame-ancestors ${framed ? '*' : "'none'"}`,
	].join('; ')
}

const HSTS = 'max-age=63072000'

const FIXED = Object.entries({
	'x-content-type-options': 'nosniff',
	// With `no-referrer`, browsers would post forms with `Origin: null`.
	'referrer-policy': 'same-origin',
	'strict-transport-security': HSTS,
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
})

/** Adds to a response's headers those that every response carries, where it does not set them itself. */
export async function secureHeaders(headers: Headers): Promise<Headers> {
	const set = (name: string, value: string) => {
		if (!headers.has(name)) headers.set(name, value)
	}
	set('content-security-policy', await policy(headers.get(DRESSED), headers.has(FRAMED)))
	headers.delete(DRESSED)
	headers.delete(FRAMED)
	for (const [name, value] of FIXED) set(name, value)
	return headers
}

/** The response with the headers that every response carries: the same object, since a copy costs more than most answers. */
export async function secure(response: Response): Promise<Response> {
	await secureHeaders(response.headers)
	return response
}

/** The same where whoever operates it says that every name below this one is served over HTTPS alone. */
export function secureBelow(response: Response): Response {
	response.headers.set('strict-transport-security', `${HSTS}; includeSubDomains`)
	return response
}
