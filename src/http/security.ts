import { styleHash } from '#ui/style.ts'

/** Whether a request that changes something came from our own pages. Browsers say so; what does not say is no browser. */
export function comesFromUs(request: Request, origin: string): boolean {
	const from = request.headers.get('origin')
	if (from !== null) return from === origin
	const site = request.headers.get('sec-fetch-site')
	return site === 'same-origin'
}

/** The headers every response carries, set where it does not set them itself. */
export async function secure(response: Response): Promise<Response> {
	const policy = [
		"default-src 'none'",
		`style-src ${await styleHash()}`,
		"script-src 'self'",
		"connect-src 'self'",
		"img-src 'self'",
		"form-action 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
	].join('; ')
	const secured = new Response(response.body, response)
	const set = (name: string, value: string) => {
		if (!secured.headers.has(name)) secured.headers.set(name, value)
	}
	set('content-security-policy', policy)
	set('x-content-type-options', 'nosniff')
	// With `no-referrer`, browsers would post forms with `Origin: null`.
	set('referrer-policy', 'same-origin')
	set('strict-transport-security', 'max-age=63072000')
	set('cross-origin-opener-policy', 'same-origin')
	set('permissions-policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()')
	return secured
}
