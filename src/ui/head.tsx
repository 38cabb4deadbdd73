import { raw } from 'hono/html'
import { publicWords } from '#i18n/public.ts'
import { href, routes } from '#routes'
import { Description } from '#ui/described.tsx'
import type { PageProps } from '#ui/page-props.ts'
import { accentStyle, memberStyleSheet, styleSheet } from '#ui/style.ts'

/** What a page says of itself to browsers, programs and search engines, and how it looks. */
export function Head({
	lang,
	title,
	part,
	coalition,
	person,
	errors = {},
	canonical,
	alternates = [],
	otherLanguage,
	description,
	described,
	robots,
	script = [],
}: PageProps) {
	const t = publicWords(lang)
	const other = lang === 'sv' ? 'en' : 'sv'
	const whole = part === undefined || part.count === 1
	const titled = whole ? title : t.ui.part.inTitle(title, part.number, part.count)
	const named = [
		Object.keys(errors).length > 0 ? t.ui.errorTitle(titled) : titled,
		coalition?.name,
		t.common.product,
	].filter((one) => one !== undefined)
	return (
		<head>
			<meta charset="utf-8" />
			<title>{[...new Set(named)].join(' – ')}</title>
			<meta name="viewport" content="width=device-width, initial-scale=1" />
			{description !== undefined && <meta name="description" content={description} />}
			{(robots !== undefined || person !== undefined) && <meta name="robots" content="noindex" />}
			<style>{raw(styleSheet)}</style>
			{person !== undefined && <style>{raw(memberStyleSheet)}</style>}
			{coalition?.accent && <style data-accent={coalition.accent}>{raw(accentStyle(coalition.accent))}</style>}
			<link rel="icon" href={href(routes.icon)} type="image/svg+xml" />
			{canonical !== undefined && <link rel="canonical" href={canonical} />}
			{otherLanguage !== undefined && canonical !== undefined && (
				<link rel="alternate" hreflang={other} href={otherLanguage} />
			)}
			{alternates.map(({ href: to, type, title }) => (
				<link rel="alternate" type={type} href={to} title={title} />
			))}
			{described && <Description {...described} />}
			{script.map((src) => (
				<script type="module" src={src} />
			))}
		</head>
	)
}
