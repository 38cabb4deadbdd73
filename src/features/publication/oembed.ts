import type { Block } from '#domain/statement/block.ts'
import { shownBlocks } from '#export/letter/published-file.ts'
import type { Context } from '#http/context.ts'
import { publicResponse, type Rendered } from '#http/public-cache.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { escapeHtml } from '#markup/sanitise.ts'
import type { ReadOlder } from '#read/publication/older.ts'
import { olderPageQuery } from '#read/publication/older-views.ts'
import { type PublicCoalition, publicCoalitionQuery } from '#read/publication/public-coalition.ts'
import { type PublishedStatement, statementPageQuery } from '#read/publication/public-statement.ts'
import { FRAME_SIZE, iframeOf } from '#ui/parts/iframe.ts'
import { findPosition } from './placed-positions.tsx'
import { descriptionOf, plainText } from './plain-text.tsx'
import {
	coalitionHref,
	embedHref,
	type Numbered,
	type PublicFrame,
	positionHref,
	statementHref,
} from './public-frame.tsx'
import { frameOf, numberOf } from './serve.ts'

type Size = { readonly width: number; readonly height: number }

/** What is shown of a page: its title, and the HTML that stands for it. */
type Shown = { readonly title: string; readonly html: string }

const PATH = /^(\/en)?\/([a-z0-9-]+)(?:\/([0-9]{4})\/(a?[0-9]+)(?:\/p\/([0-9]+[a-z]*))?)?\/?$/

/** Answers a site that wants to show one of our public pages in its own (https://oembed.com/): in JSON alone. */
export function oembed(context: Context): Promise<Response> {
	const { url, deps } = context
	const asked = url.searchParams
	if ((asked.get('format') ?? 'json') !== 'json') return refused(501)
	const address = URL.parse(asked.get('url') ?? '')
	const found = address?.origin === deps.origin ? PATH.exec(address.pathname.toLowerCase()) : null
	const [, english, slug, year, number, place] = found ?? []
	if (slug === undefined) return refused(404)
	const size = {
		width: Math.min(FRAME_SIZE.width, pixels(asked.get('maxwidth'))),
		height: Math.min(FRAME_SIZE.height, pixels(asked.get('maxheight'))),
	}
	return publicResponse(context, null, async () => {
		const frameIn = (coalition: PublicCoalition) => frameOf(context, coalition, english !== undefined)
		if (year === undefined) {
			const [coalition] = await deps.db.read(publicCoalitionQuery(slug))
			return coalition === null ? NOT_FOUND : answer(coalition, size, ofCoalition(frameIn(coalition), coalition, size))
		}
		const data = await textUnder(deps, slug, Number(year), number ?? '')
		if (!data?.text) return NOT_FOUND
		const shown = ofText(frameIn(data.coalition), data.coalition, data.text, place)
		return shown === null ? NOT_FOUND : answer(data.coalition, size, shown)

		function answer(coalition: PublicCoalition, { width, height }: Size, { title, html }: Shown): Rendered {
			const frame = frameIn(coalition)
			const body = JSON.stringify({
				version: '1.0',
				type: 'rich',
				title,
				author_name: coalition.name,
				author_url: frame.origin + coalitionHref(frame, coalition.slug),
				provider_name: catalogue(frame.lang).common.product,
				provider_url: frame.origin,
				cache_age: 60,
				html,
				width,
				height,
			})
			return { body, headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' } }
		}
	})
}

const refused = (status: number) => Promise.resolve(new Response(null, { status }))
const NOT_FOUND = { otherwise: () => refused(404) }

/** A number of pixels that was asked for; as many as may be where none was. */
function pixels(asked: string | null): number {
	return /^[1-9][0-9]{0,4}$/.test(asked ?? '') ? Number(asked) : Number.POSITIVE_INFINITY
}

function ofCoalition(frame: PublicFrame, { slug, name }: PublicCoalition, size: Size): Shown {
	const title = catalogue(frame.lang).publicPages.feed(name)
	return { title, html: iframeOf(frame.origin + embedHref(frame, slug), title, size) }
}

/** A statement as it is quoted, whether it was published here or before. */
type Quotable = {
	readonly label: string
	readonly title: string
	readonly language: Language
	readonly blocks: readonly Block[]
	readonly withheld: PublishedStatement['withheld']
	readonly at: Numbered
}

/** The text under that number. Null: no such coalition; `text` null: no such statement. */
async function textUnder({ db }: Context['deps'], slug: string, year: number, number: string) {
	if (number.startsWith('a')) {
		const [data] = await db.read(olderPageQuery(slug, year, number))
		return data && { coalition: data.coalition, text: olderText(data.older) }
	}
	const [data] = await db.read(statementPageQuery(slug, year, numberOf(number)))
	if (data === null) return null
	const { coalition, statement, imported } = data
	return { coalition, text: statement === null ? olderText(imported) : publishedText(statement) }
}

function publishedText(statement: PublishedStatement): Quotable {
	const { record, text, withheld } = statement
	const { title, language } = text
	return { label: record.label, title, language, blocks: shownBlocks(statement), withheld, at: record }
}

/** Of one that was taken away there is nothing to quote. */
function olderText(older: ReadOlder | null): Quotable | null {
	if (older === null || older.removedAt !== null) return null
	const { label, year, place, content } = older
	const { title, language, blocks } = content
	return { label, title, language, blocks, withheld: [], at: { year, number: place } }
}

/** A quote with its source. Null: there is no such position. */
function ofText(
	frame: PublicFrame,
	{ slug, name }: PublicCoalition,
	{ label, title, language, blocks, withheld, at }: Quotable,
	place: string | undefined,
): Shown | null {
	if (place === undefined) {
		const named = `${label}: ${title}`
		const to = frame.origin + statementHref(frame, slug, at)
		return { title: named, html: quote(language, descriptionOf(title, blocks), to, named, name) }
	}
	const found = findPosition(blocks, withheld, place)
	if (found === null) return null
	const named = `${label}: ${catalogue(frame.lang).publicPages.cite.positionName(found.name)}`
	const to = frame.origin + positionHref(frame, slug, at, place)
	return { title: named, html: quote(language, plainText(found.block.text), to, named, name) }
}

function quote(language: string, said: string, to: string, title: string, by: string): string {
	const source = `<a href="${escapeHtml(to)}">${escapeHtml(title)}</a>, ${escapeHtml(by)}`
	return `<blockquote lang="${language}"><p>${escapeHtml(said)}</p></blockquote><p>${source}</p>`
}
