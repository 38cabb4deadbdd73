/** A renamed coalition's old URLs lead to the new ones for ever. */
export function movedTo(url: URL, oldSlug: string, newSlug: string): Response {
	const segments = url.pathname.split('/')
	const at = segments.indexOf(encodeURIComponent(oldSlug))
	segments[at] = newSlug
	return new Response(null, { status: 308, headers: { location: segments.join('/') + url.search } })
}
