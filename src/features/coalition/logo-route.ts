import { errorResponse } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { nothing, readPage } from '#read/viewer.ts'
import { routes } from '#routes'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * The coalition's picture, to anyone. Its name is the hash of its bytes, so it can be kept for good. Nothing else among the
 * coalition's files can be had here, and neither can a picture that is no longer its logo.
 */
export const logoRoute: Route = route('GET', routes.logo, 'public', async (context) => {
	const { deps, params, now } = context
	const { viewer } = await readPage(deps.db, null, params.coalition, now, nothing)
	const { id, logo } = viewer.coalition ?? { id: null, logo: null }
	const named = logo !== null && params.file === `${logo.sha256}.${logo.type}`
	const found = named && id !== null ? await deps.files?.get({ coalitionId: id, sha256: logo.sha256 }) : null
	if (!named || !found) return errorResponse(context, { ...viewer, coalition: null }, 404)
	return new Response(found.body, {
		headers: {
			'content-type': `image/${logo.type}`,
			'content-length': String(found.size),
			'cache-control': `public, max-age=${YEAR_SECONDS}, immutable`,
			'content-security-policy': "default-src 'none'; sandbox",
			'cross-origin-resource-policy': 'same-origin',
		},
	})
})
