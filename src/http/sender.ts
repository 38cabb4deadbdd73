import { withKnownBrowser } from '#read/person/known-browser.ts'
import { type PageQuery, readPage, type Viewer } from '#read/viewer.ts'
import { sha256 } from '#usecases/hashing.ts'
import type { Context } from './context.ts'
import { knownOf } from './cookies.ts'

/**
 * Who sent a form, with the data of its page, in one round trip. `stranger`: not signed in, and in a browser in which nobody has
 * signed in before. A member whose session has ended is none, so that what they wrote is given back to them.
 */
export async function readSender<Data>(
	{ deps, actor, now, request }: Context,
	slug: string | null,
	query: PageQuery<Data>,
): Promise<{ readonly viewer: Viewer; readonly data: Data; readonly stranger: boolean }> {
	const both = withKnownBrowser(query, await sha256(knownOf(request) ?? ''), now)
	const { viewer, data: found } = await readPage(deps.db, actor, slug, now, both)
	return { viewer, data: found.data, stranger: viewer.person === null && found.known !== true }
}
