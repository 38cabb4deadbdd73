import { isoInstant } from '#domain/kernel/calendar.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { xml } from './xml.ts'

/** The most addresses that one file may name (https://www.sitemaps.org/protocol.html). */
export const SITEMAP_LIMIT = 50_000

/** A page in each of its languages, by its absolute address in it. */
export type MappedPage = {
	readonly in: readonly { readonly language: string; readonly address: string }[]
	readonly changedAt: Instant
}

const DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** Pages for search engines: each address once, with those of the same page in other languages. */
export function sitemap(pages: readonly MappedPage[]): string {
	const urls = pages.flatMap(({ in: versions, changedAt }) => {
		const others = versions.length < 2 ? '' : versions.map(alternate).join('')
		return versions.map(({ address }) => `<url>${located(address, changedAt)}${others}</url>`)
	})
	return `${DECLARED}\n<urlset ${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}

/** Where the files are that `sitemap` writes. */
export function sitemapIndex(files: readonly { readonly address: string; readonly changedAt: Instant }[]): string {
	const named = files.map(({ address, changedAt }) => `<sitemap>${located(address, changedAt)}</sitemap>`)
	return `${DECLARED}\n<sitemapindex ${NAMESPACE}>\n${named.join('\n')}\n</sitemapindex>\n`
}

const located = (address: string, changedAt: Instant) =>
	`<loc>${xml(address)}</loc><lastmod>${isoInstant(changedAt)}</lastmod>`

const alternate = ({ language, address }: MappedPage['in'][number]) =>
	`<xhtml:link rel="alternate" hreflang="${xml(language)}" href="${xml(address)}"/>`
