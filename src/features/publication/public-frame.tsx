import type { Child } from 'hono/jsx'
import type { AddendumKind } from '#domain/publication/addendum.ts'
import { addendumSegment } from '#domain/publication/addendum-segment.ts'
import type { Language } from '#i18n/language.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import { logoOf } from '#ui/logo.ts'
import type { Alternate, PageProps } from '#ui/page-props.ts'

/** What every public page is drawn in. Nothing of it depends on who looks. */
export type PublicFrame = {
	readonly lang: Language
	/** The page stands under `/en`, in English though the coalition's language is another. */
	readonly prefixed: boolean
	/** The public address, without a path. */
	readonly origin: string
	readonly sourceCode: string | undefined
}

/** `number`: as it stands in an address, `a1` of what never had one. */
export type Numbered = { readonly year: number; readonly number: number | string }

export function coalitionHref({ prefixed }: Pick<PublicFrame, 'prefixed'>, slug: string, year?: number): string {
	const path = prefixed ? routes.coalitionEnglish : routes.coalition
	return href(path, { coalition: slug }, { year: year?.toString() })
}

export function statementHref(
	{ prefixed }: Pick<PublicFrame, 'prefixed'>,
	slug: string,
	{ year, number }: Numbered,
): string {
	const path = prefixed ? routes.publishedEnglish : routes.published
	return href(path, { coalition: slug, year: String(year), number: String(number) })
}

/** Where one of its positions is, `9b`, by itself. */
export function positionHref(
	{ prefixed }: Pick<PublicFrame, 'prefixed'>,
	slug: string,
	{ year, number }: Numbered,
	place: string,
): string {
	const path = prefixed ? routes.publishedPositionEnglish : routes.publishedPosition
	return href(path, { coalition: slug, year: String(year), number: String(number), place })
}

/** Where a correction of it is, or its withdrawal. */
export function addendumHref(
	{ prefixed }: Pick<PublicFrame, 'prefixed'>,
	slug: string,
	{ year, number }: Numbered,
	{ kind, ordinal }: { readonly kind: AddendumKind; readonly ordinal: number },
	part = 1,
): string {
	const path = prefixed ? routes.publishedAddendumEnglish : routes.publishedAddendum
	const query = { part: part === 1 ? undefined : String(part) }
	const entry = addendumSegment(kind, ordinal)
	return href(path, { coalition: slug, year: String(year), number: String(number), entry }, query)
}

/** Where a coalition's list is for the frames of other sites. */
export function embedHref({ prefixed }: Pick<PublicFrame, 'prefixed'>, slug: string): string {
	return href(prefixed ? routes.embedEnglish : routes.embed, { coalition: slug })
}

/** What a page says of where other sites learn how to show it. */
export function oembedOf({ origin }: Pick<PublicFrame, 'origin'>, path: string, title: string): Alternate {
	return { type: 'application/json+oembed', title, href: origin + href(routes.oembed, {}, { url: origin + path }) }
}

/** Where each association's answer is, in parts. */
export function answersHref(
	{ prefixed }: Pick<PublicFrame, 'prefixed'>,
	slug: string,
	{ year, number }: Numbered,
	part = 1,
): string {
	const path = prefixed ? routes.publishedAnswersEnglish : routes.publishedAnswers
	const query = { part: part === 1 ? undefined : String(part) }
	return href(path, { coalition: slug, year: String(year), number: String(number) }, query)
}

/** Where it says what came of all that the coalition has published. */
export function ledgerHref(
	{ prefixed }: Pick<PublicFrame, 'prefixed'>,
	slug: string,
	query: Readonly<Record<'year' | 'outcome' | 'part', string | undefined>> | Record<never, never> = {},
): string {
	return href(prefixed ? routes.ledgerEnglish : routes.ledger, { coalition: slug }, query)
}

type CoalitionFrameProps = Omit<PageProps, 'lang' | 'coalition' | 'otherLanguage' | 'sourceCode' | 'canonical'> & {
	readonly frame: PublicFrame
	readonly coalition: PublicCoalition
	/** The path of this very page under a frame. */
	readonly path: (frame: Pick<PublicFrame, 'prefixed'>) => string
	readonly children: Child
}

/** A public page of a coalition, with its name, the way to the other language and whether it may be indexed. */
export function CoalitionFrame({ frame, coalition, path, children, ...page }: CoalitionFrameProps) {
	const { lang, prefixed, origin, sourceCode } = frame
	return (
		<Page
			lang={lang}
			sourceCode={sourceCode}
			coalition={{
				name: coalition.name,
				href: coalitionHref(frame, coalition.slug),
				language: coalition.language,
				accent: coalition.accent,
				logo: logoOf(coalition),
			}}
			demo={coalition.demo}
			canonical={origin + path(frame)}
			otherLanguage={coalition.language === 'en' || !coalition.english ? undefined : path({ prefixed: !prefixed })}
			robots={coalition.listed ? undefined : 'noindex'}
			{...page}
		>
			{children}
		</Page>
	)
}
