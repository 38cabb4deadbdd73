import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { catalogue, type Language } from '#i18n/index.ts'
import { InLanguage } from '#ui/language.ts'
import { styleSheet } from '#ui/style.ts'

type BarePageProps = {
	readonly lang: Language
	readonly title: string
	/** Where the same stands on a page of its own. */
	readonly canonical: string
	readonly children: Child
}

/** A page to be drawn into one of another site: without head, foot, menu and forms. Its links leave the frame. */
export function BarePage({ lang, title, canonical, children }: BarePageProps) {
	return (
		<InLanguage value={lang}>
			{raw('<!doctype html>')}
			<html lang={lang}>
				<head>
					<meta charset="utf-8" />
					<title>{`${title} – ${catalogue(lang).common.product}`}</title>
					<meta name="viewport" content="width=device-width, initial-scale=1" />
					<meta name="robots" content="noindex" />
					<base target="_top" />
					<style>{raw(styleSheet)}</style>
					<link rel="canonical" href={canonical} />
				</head>
				<body>
					<main id="content">
						<h1>{title}</h1>
						{children}
					</main>
				</body>
			</html>
		</InLanguage>
	)
}
