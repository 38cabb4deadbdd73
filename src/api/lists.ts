import * as z from 'zod'
import { href, type Params } from '#routes'
import type { Asked } from './endpoint.ts'

/** Which part of a list is asked for. */
export const listSearch = {
	limit: z.coerce.number().int().min(1).max(200).default(100),
	before: z.string().min(1).max(100).optional().meta({ description: 'The last id of the part before.' }),
}

export const nextText = z.url().nullable().meta({ description: 'Where the list goes on; null at its end.' })

/** Where a list goes on after a part of it. */
export function nextOf<Path extends string>(
	path: Path,
	{ deps, params, context }: Asked<Path>,
	part: readonly { readonly id: string }[],
	limit: number,
): string | null {
	const last = part.at(-1)
	if (part.length < limit || !last) return null
	const search = new URLSearchParams(context.url.searchParams)
	search.set('before', last.id)
	// The parameters are those of the path that was asked for.
	const here = href(path as string, params as Params<string>)
	return `${deps.origin}${here}?${search}`
}
