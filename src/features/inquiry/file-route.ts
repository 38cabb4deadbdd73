import { COALITION_ROLES, MEMBERS } from '#domain/members/seats.ts'
import { fileDisposition } from '#http/disposition.ts'
import { refuseEntry } from '#http/page.tsx'
import { errorResponse } from '#http/respond.tsx'
import { route } from '#http/route.ts'
import { type StoredFile, storedFileQuery } from '#read/inquiry/incoming.ts'
import { hasRole, readPage } from '#read/viewer.ts'
import { routes } from '#routes'

/** A file to be saved: never shown as a page of ours, whatever is in it. What waits to be checked is for those who check. */
export const fileRoute = route('GET', routes.file, MEMBERS, async (context) => {
	const { deps, actor, now, params, request } = context
	const query = storedFileQuery(params.coalition, params.file)
	const { viewer, data: file } = await readPage(deps.db, actor, params.coalition, now, query)
	const refused = await refuseEntry(context, viewer, MEMBERS, null, [])
	if (refused) return refused
	if (file === null || (file.waiting && !hasRole(viewer, COALITION_ROLES))) return errorResponse(context, viewer, 404)
	const headers = headersOf(file)
	if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
	const kept = await deps.files?.get(file)
	return kept ? new Response(kept.body, { headers }) : errorResponse(context, viewer, 404)
})

function headersOf({ name, mediaType, size, sha256 }: StoredFile) {
	return {
		'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
		'content-length': String(size),
		'content-disposition': fileDisposition('attachment', name),
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
		// Asked for anew each time, since a seat can end; the bytes need not be sent anew.
		'cache-control': 'private, no-cache',
		etag: `"${sha256}"`,
	}
}
