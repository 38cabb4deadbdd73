import { isoInstant } from '#domain/kernel/calendar.ts'
import { type Followed, nameOf } from './followed.ts'

/** The same as a JSON feed (https://www.jsonfeed.org/version/1.1/). Its entries go by the names they have in Atom. */
export function jsonFeed({ title, author, language, page, self, entries }: Followed): string {
	return JSON.stringify({
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: page,
		feed_url: self,
		language,
		authors: [{ name: author, url: page }],
		items: entries.map((entry) => ({
			id: nameOf(entry.recordHash),
			url: entry.address,
			title: `${entry.label}: ${entry.title}`,
			// An entry has to have some text.
			content_text: entry.lede ?? entry.title,
			date_published: isoInstant(entry.publishedAt),
			date_modified: isoInstant(entry.changedAt),
			language: entry.language,
			...(entry.topics.length > 0 && { tags: entry.topics }),
		})),
	})
}
