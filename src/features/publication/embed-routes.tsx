import type { Context } from '#http/context.ts'
import { FRAMED } from '#http/security.ts'
import { feedQuery } from '#read/publication/public-feed.ts'
import type { Params, routes } from '#routes'
import { EmbedPage } from './embed-page.tsx'
import { embedHref } from './public-frame.tsx'
import { frameOf, html, ofCoalition } from './serve.ts'

/** The latest statements for a frame of any site: the one page that another may draw into its own. */
export function embedded(context: Context<Params<typeof routes.embed>>, english: boolean): Promise<Response> {
	const { coalition: slug } = context.params
	const query = () => feedQuery(slug)
	return ofCoalition(context, embedHref({ prefixed: english }, slug), query, async (data) => {
		const frame = frameOf(context, data.coalition, english)
		const { body, headers } = await html(frame.lang, <EmbedPage frame={frame} data={data} />)
		return { body, headers: { ...headers, [FRAMED]: 'anywhere', 'cross-origin-resource-policy': 'cross-origin' } }
	})
}
