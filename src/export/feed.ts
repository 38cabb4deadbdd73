import { Feed } from 'feed'
import { type Followed, nameOf } from './followed.ts'
import { xmlText } from './xml.ts'

/** The latest statements as Atom (RFC 4287), the same bytes as long as nothing was published or withheld. */
export function atomFeed({ title, author, page, self, since, entries }: Followed): string {
	const feed = new Feed({
		id: page,
		title: xmlText(title),
		link: page,
		feed: self,
		updated: new Date(Math.max(since, ...entries.map(({ changedAt }) => changedAt))),
		author: { name: xmlText(author), link: page },
		generator: false,
	})
	for (const entry of entries) {
		feed.addItem({
			id: nameOf(entry.recordHash),
			// Atom gets titles and summaries as HTML.
			title: html(`${entry.label}: ${entry.title}`),
			link: entry.address,
			date: new Date(entry.changedAt),
			published: new Date(entry.publishedAt),
			...(entry.lede === null ? {} : { description: html(entry.lede) }),
			category: entry.topics.map((name) => ({ term: xmlText(name) })),
		})
	}
	// The library leaves `<` as it is in an attribute, where no XML may have it; nowhere else does a tag begin so.
	return feed.atom1().replace(/(?<=<category term=")[^"]*/g, (term) => term.replaceAll('<', '&lt;'))
}

const html = (text: string): string =>
	xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
