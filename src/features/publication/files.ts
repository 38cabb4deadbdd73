import { aknOf } from '#export/akoma-ntoso.ts'
import type { Followed } from '#export/followed.ts'
import { jsonFeed } from '#export/json-feed.ts'
import { shownBlocks } from '#export/letter/published-file.ts'
import { toMarkdown } from '#export/markdown.ts'
import { recordFile } from '#export/record.ts'
import type { Context } from '#http/context.ts'
import type { Rendered } from '#http/public-cache.ts'
import { formatDate } from '#i18n/format.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import type { AddedEntry } from '#read/publication/added.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import { FEED_LENGTH, feedQuery } from '#read/publication/public-feed.ts'
import { statementPageQuery } from '#read/publication/public-statement.ts'
import { recordFileQuery } from '#read/publication/record-file.ts'
import type { PageQuery } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import { excerpt } from './plain-text.tsx'
import { addendumHref, statementHref } from './public-frame.tsx'
import { file, frameOf, noStatement, numberOf, ofCoalition } from './serve.ts'

/** Longest lede of a feed's entry. Characters. */
const LEDE_LIMIT = 400

const FEEDS = {
	atom: {
		route: routes.feed,
		type: 'application/atom+xml; charset=utf-8',
		// Its XML library takes longer to load than most pages to answer, and is for this alone.
		write: async (followed: Followed) => (await import('#export/feed.ts')).atomFeed(followed),
	},
	json: { route: routes.jsonFeed, type: 'application/feed+json', write: jsonFeed },
} as const

/** The latest statements, as Atom or as a JSON feed. */
export function feed(context: Context<Params<typeof routes.feed>>, kind: keyof typeof FEEDS): Promise<Response> {
	const { route, type, write } = FEEDS[kind]
	const { coalition: slug } = context.params
	const { origin } = context.deps
	const self = href(route, { coalition: slug })
	const query = () => feedQuery(slug)
	return ofCoalition(context, self, query, async ({ coalition, since, entries, added }) => {
		const { language } = coalition
		const body = await write({
			title: publicWords(language).publicPages.feed(coalition.name),
			author: coalition.name,
			language,
			page: origin + href(routes.coalition, { coalition: slug }),
			self: origin + self,
			since,
			entries: [
				...entries.map((entry) => ({
					...entry,
					address: origin + statementHref({ prefixed: false }, slug, entry),
					lede: entry.lede === null ? null : excerpt(entry.lede, LEDE_LIMIT),
					topics: entry.topics.map(({ name }) => name),
				})),
				...added.map((each) => addedEntry(each, origin, slug)),
			]
				.sort((one, other) => other.publishedAt - one.publishedAt)
				.slice(0, FEED_LENGTH),
		})
		return file(type, language, coalition.listed, body)
	})
}

/** What was added to a statement, as an entry of its own. */
function addedEntry(each: AddedEntry, origin: string, slug: string) {
	const { kind, ordinal, recordHash, publishedAt, title, label, language, reason } = each
	return {
		...{ label: publicWords(language).added.titled(kind, ordinal, label), title, language, recordHash, publishedAt },
		changedAt: publishedAt,
		address: origin + addendumHref({ prefixed: false }, slug, each, each),
		lede: excerpt(reason, LEDE_LIMIT),
		topics: [],
	}
}

type FileContext = Context<Params<typeof routes.publishedMarkdown>>

/** The text alone, as Markdown. */
export function markdown(context: FileContext): Promise<Response> {
	return published(
		context,
		routes.publishedMarkdown,
		statementPageQuery,
		async ({ coalition, statement, imported }) => {
			if (statement === null) {
				if (imported === null) return null
				const { olderMarkdown } = await import('./older-shown.ts')
				return olderMarkdown({ coalition, older: imported })
			}
			const { language } = statement.text
			const body = toMarkdown({ ...statement.text, blocks: shownBlocks(statement) })
			return { type: 'text/markdown; charset=utf-8', language, body }
		},
	)
}

/** The text alone, as the programs of parliaments and authorities read it. */
export function akomaNtoso(context: FileContext): Promise<Response> {
	const { origin } = context.deps
	return published(context, routes.publishedAkn, statementPageQuery, ({ coalition, statement }) => {
		if (statement === null) return null
		const { record, text } = statement
		const body = aknOf({
			slug: coalition.slug,
			coalition: record.coalition,
			coalitionAddress: origin + href(routes.coalition, { coalition: coalition.slug }),
			label: record.label,
			number: record.number,
			publishedOn: record.publishedOn,
			saidOn: formatDate(text.language, record.publishedOn),
			title: text.title,
			language: text.language,
			blocks: shownBlocks(statement),
		})
		return { type: 'application/akn+xml', language: text.language, body }
	})
}

/** The record and the text, in the bytes that were hashed. */
export function record(context: FileContext): Promise<Response> {
	return published(context, routes.publishedRecord, recordFileQuery, ({ file }) => {
		return file && { type: 'application/json', language: file.language, body: recordFile(file) }
	})
}

type Written = { readonly type: string; readonly language: Language; readonly body: string }

function published<Data extends { readonly coalition: PublicCoalition }>(
	context: FileContext,
	path: typeof routes.publishedMarkdown | typeof routes.publishedRecord | typeof routes.publishedAkn,
	query: (slug: string, year: number, number: number) => PageQuery<Data | null>,
	write: (data: Data) => Written | Rendered | null | Promise<Written | Rendered | null>,
): Promise<Response> {
	const { coalition: slug, year, file: name } = context.params
	const number = name.slice(0, name.indexOf('.'))
	const asked = () => query(slug, Number(year), numberOf(number))
	return ofCoalition(context, href(path, context.params), asked, async (data) => {
		const { coalition } = data
		const written = await write(data)
		if (written === null) return noStatement(frameOf(context, coalition, false), coalition, year, number)
		return 'headers' in written ? written : file(written.type, written.language, coalition.listed, written.body)
	})
}
