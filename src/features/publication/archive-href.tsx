import type { ArchiveView } from '#read/publication/archive-view.ts'
import { href, routes } from '#routes'

/** What an archive's address asks for. */
type ArchiveQuery = {
	readonly [Name in 'search' | 'year' | 'authority' | 'inquiry' | 'language' | 'topic' | 'part']?: string | undefined
}

/** Where all that a coalition has published is, or a part of it. */
export function archiveHref(
	{ prefixed }: { readonly prefixed: boolean },
	slug: string,
	query: ArchiveQuery = {},
): string {
	return href(prefixed ? routes.archiveEnglish : routes.archive, { coalition: slug }, query)
}

/** What a view is asked for by. */
export function queryOf({ search, year, authority, inquiry, language, topic }: ArchiveView): ArchiveQuery {
	const given = (text: string) => (text === '' ? undefined : text)
	return {
		search: given(search),
		year: year?.toString(),
		authority: authority ?? undefined,
		inquiry: given(inquiry),
		language: language ?? undefined,
		topic: topic ?? undefined,
	}
}
