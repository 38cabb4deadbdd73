import type { Context } from '#http/context.ts'
import { type Route, route } from '#http/route.ts'
import { ARCHIVE_PART, archiveQuery, marking } from '#read/publication/archive.ts'
import { archiveView } from '#read/publication/archive-view.ts'
import { type Params, routes } from '#routes'
import { partIn, partRead } from '#ui/part.ts'
import { archiveHref } from './archive-href.tsx'
import { ArchivePage } from './archive-page.tsx'
import { frameOf, html, ofCoalition } from './serve.ts'

function archive(context: Context<Params<typeof routes.archive>>, english: boolean): Promise<Response> {
	const { searchParams, search } = context.url
	const { coalition: slug } = context.params
	const view = archiveView(searchParams)
	const key = search === '' ? archiveHref({ prefixed: english }, slug) : null
	const query = () => archiveQuery(slug, view, partIn(searchParams, ARCHIVE_PART))
	return ofCoalition(context, key, query, async (data) => {
		const frame = frameOf(context, data.coalition, english)
		const part = partRead(data.entries, data.total, searchParams, ARCHIVE_PART)
		return html(
			frame.lang,
			<ArchivePage frame={frame} data={data} view={view} part={part} marking={marking(view.search)} />,
		)
	})
}

/** Loaded beside what starts: words are found by their stems, which few ask for. */
export const archiveRoutes: readonly Route[] = [
	route('GET', routes.archiveEnglish, 'public', (context) => archive(context, true)),
	route('GET', routes.archive, 'public', (context) => archive(context, false)),
]
