import { publicWords } from '#i18n/public.ts'
import type { PublicCoalition } from '#read/publication/public-coalition.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { coalitionHref, type PublicFrame } from './public-frame.tsx'

type NotFoundPageProps = {
	readonly frame: PublicFrame
	readonly coalition: PublicCoalition
	/** What there is not. */
	readonly message: string
	/** A year of which it has statements, to lead to them. */
	readonly year: number | null
}

/** No such statement or year; the way to the coalition's own page. */
export function NotFoundPage({ frame, coalition, message, year }: NotFoundPageProps) {
	const { name, slug, demo } = coalition
	return (
		<ErrorPage lang={frame.lang} status={404} coalition={{ name, href: coalitionHref(frame, slug) }} demo={demo}>
			<p>{message}</p>
			{year !== null && (
				<p>
					<a href={coalitionHref(frame, slug, year)}>{publicWords(frame.lang).publicPages.coalition.ofYear(year)}</a>
				</p>
			)}
		</ErrorPage>
	)
}
