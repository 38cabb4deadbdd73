import type { Child } from 'hono/jsx'
import { publicWords } from '#i18n/public.ts'
import type { Reader } from '#i18n/sv/publication/help.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PublicFrame } from './public-frame.tsx'

/** Whom there is a guide for. */
export const READERS: readonly Reader[] = ['steward', 'delegate', 'contributor', 'reader']

const aboutHref = (prefixed: boolean) => href(prefixed ? routes.aboutEnglish : routes.about)
const guideHref = (prefixed: boolean, reader: Reader) => href(prefixed ? routes.guideEnglish : routes.guide, { reader })

/** What Samsvar is, and the way to what each does in it. */
export function AboutPage({ frame }: { readonly frame: PublicFrame }) {
	const { about, guides } = publicWords(frame.lang).help
	return (
		<Told frame={frame} title={about.title} lead={about.lead} path={aboutHref} parts={about.parts}>
			<h2>{about.guides}</h2>
			<ul>
				{READERS.map((reader) => (
					<li>
						<a href={guideHref(frame.prefixed, reader)}>{guides[reader].title}</a>
					</li>
				))}
			</ul>
		</Told>
	)
}

/** What somebody does in Samsvar, in the order in which it happens. */
export function GuidePage({ frame, reader }: { readonly frame: PublicFrame; readonly reader: Reader }) {
	const t = publicWords(frame.lang).help
	const { title, lead, steps } = t.guides[reader]
	const path = (prefixed: boolean) => guideHref(prefixed, reader)
	const where = [{ label: t.back, href: aboutHref(frame.prefixed) }]
	return <Told frame={frame} title={title} lead={lead} path={path} parts={steps} where={where} />
}

type ToldProps = {
	readonly frame: PublicFrame
	readonly title: string
	readonly lead: string
	readonly path: (prefixed: boolean) => string
	readonly parts: readonly { readonly what: string; readonly how: string }[]
	readonly where?: Parameters<typeof Page>[0]['where']
	readonly children?: Child
}

function Told({ frame, title, lead, path, parts, where, children }: ToldProps) {
	const { lang, prefixed, origin, sourceCode } = frame
	return (
		<Page
			lang={lang}
			title={title}
			description={lead}
			canonical={origin + path(prefixed)}
			otherLanguage={path(!prefixed)}
			sourceCode={sourceCode}
			where={where}
		>
			<p class="lead">{lead}</p>
			{parts.map(({ what, how }) => (
				<>
					<h2>{what}</h2>
					<p>{how}</p>
				</>
			))}
			{children}
		</Page>
	)
}
