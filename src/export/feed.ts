import { Feed } from 'feed'
import type { Instant } from '#domain/kernel/id.ts'

export type AtomFeed = {
	readonly title: string
	/** Who publishes: the coalition, never a person. */
	readonly author: string
	/** Absolute addresses of the page the feed is of, and of the feed. */
	readonly page: string
	readonly self: string
	/** Of the feed as a whole while it has no entries. */
	readonly since: Instant
	readonly entries: readonly AtomEntry[]
}

export type AtomEntry = {
	readonly label: string
	readonly title: string
	readonly address: string
	/** SHA-256 in lower-case hex. The entry is known by it, so that a renamed coalition's old entries stay read. */
	readonly recordHash: string
	readonly publishedAt: Instant
	readonly changedAt: Instant
	/** Plain text. */
	readonly lede: string | null
}

/** The latest statements as Atom (RFC 4287), the same bytes as long as nothing was published or withheld. */
export function atomFeed({ title, author, page, self, since, entries }: AtomFeed): string {
	const feed = new Feed({
		id: page,
		title: plain(title),
		link: page,
		feed: self,
		updated: new Date(Math.max(since, ...entries.map(({ changedAt }) => changedAt))),
		author: { name: plain(author), link: page },
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
		})
	}
	return feed.atom1()
}

/** A name for bytes by their hash (RFC 6920). */
function nameOf(hash: string): string {
	const bytes = (hash.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16)))
	return `ni:///sha-256;${btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** Characters that no XML document may hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const plain = (text: string): string => text.replace(NOT_XML, '').toWellFormed()

const html = (text: string): string =>
	plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
