import type { Block } from '#domain/statement/block.ts'
import { linkedStatement } from '#export/linked-data.ts'
import { CARD } from '#export/picture/shape.ts'
import { href, routes } from '#routes'
import type { Described } from '#ui/described.tsx'
import { descriptionOf } from './plain-text.tsx'
import { addendumHref, type PublicFrame, statementHref } from './public-frame.tsx'
import type { PublishedData } from './statement-page.tsx'

const LOCALES = { sv: 'sv_SE', en: 'en_GB' } as const

type Shared = {
	readonly title: string
	readonly path: string
	readonly description: string
	/** Where its picture is. */
	readonly picture: string
}

/** What a preview of a page shows. The words in the picture are those of the title and the description. */
export function shared(frame: PublicFrame, { coalition, statement }: PublishedData, page: Shared): Described['shared'] {
	const { lang, origin } = frame
	return {
		'og:type': 'article',
		'og:title': page.title,
		'og:description': page.description,
		'og:url': origin + page.path,
		'og:site_name': coalition.name,
		'og:locale': LOCALES[lang],
		'article:published_time': statement.record.publishedAt,
		'og:image': origin + page.picture,
		'og:image:width': String(CARD.width),
		'og:image:height': String(CARD.height),
		'og:image:alt': page.title,
		'twitter:card': 'summary_large_image',
	}
}

/** What is said of a statement's page: for previews, catalogues and search engines. */
export function describedStatement(frame: PublicFrame, data: PublishedData, blocks: readonly Block[]): Described {
	const { coalition, statement, added } = data
	const { record, text } = statement
	const topics = data.topics.map(({ name }) => name)
	const own = frame.origin + statementHref({ prefixed: false }, coalition.slug, record)
	const path = statementHref(frame, coalition.slug, record)
	const { year, number } = record
	const picture = href(routes.publishedPicture, {
		...{ coalition: coalition.slug, year: String(year), file: `${number}.png` },
	})
	return {
		shared: shared(frame, data, { title: text.title, path, description: descriptionOf(text.title, blocks), picture }),
		catalogued: {
			title: text.title,
			creator: record.coalition,
			issued: record.publishedOn,
			language: text.language,
			identifier: record.label,
			type: 'Text',
			...(topics.length > 0 && { subject: topics }),
		},
		linked: linkedStatement({
			address: own,
			title: text.title,
			label: record.label,
			language: text.language,
			publishedOn: record.publishedOn,
			coalition: {
				name: record.coalition,
				address: frame.origin + href(routes.coalition, { coalition: coalition.slug }),
			},
			inquiry: record.inquiry,
			corrections: added
				.filter(({ kind }) => kind === 'correction')
				.map((each) => frame.origin + addendumHref({ prefixed: false }, coalition.slug, record, each)),
			withdrawn: added.some(({ kind }) => kind === 'withdrawal'),
			topics,
			files: {
				'application/pdf': `${own}.pdf`,
				'text/markdown': `${own}.md`,
				'application/json': `${own}.json`,
			},
		}),
	}
}
