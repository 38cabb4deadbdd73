import type { Child } from 'hono/jsx'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageProps } from '#ui/page-props.ts'

/** The statuses that have a page. `signInFirst` is 401 for a page that members may open. */
const pages = {
	400: 'badRequest',
	401: 'signInFirst',
	403: 'forbidden',
	404: 'notFound',
	410: 'gone',
	413: 'tooLarge',
	429: 'tooMany',
	500: 'broken',
	503: 'busy',
} as const

export type ErrorStatus = keyof typeof pages

type ErrorPageProps = Pick<PageProps, 'coalition' | 'demo' | 'person' | 'otherLanguage' | 'kept'> & {
	readonly lang: Language
	readonly status: ErrorStatus
	/** For 500: what the operator can find the fault by. Says nothing about the person. */
	readonly reference?: string | undefined
	/** A sentence or a form that fits better than the general advice: a refusal, a button to sign in. */
	readonly children?: Child
}

/** What happened, what to do, and where to go. */
export function ErrorPage({ lang, status, reference, children, ...page }: ErrorPageProps) {
	const t = publicWords(lang)
	const text = t.errors[pages[status]]
	return (
		<Page lang={lang} title={text.title} robots="noindex" {...page}>
			<p class="lead">{text.what}</p>
			{children}
			<ul>
				{text.todo.map((advice) => (
					<li>{advice}</li>
				))}
			</ul>
			{reference !== undefined && <p class="hint">{t.errors.reference(reference)}</p>}
			<h2>{t.errors.goTo}</h2>
			<ul class="links">
				{page.person && (
					<li>
						<a href={href(routes.me)}>{t.ui.myTasks}</a>
					</li>
				)}
				{page.coalition && (
					<li>
						<a href={page.coalition.href}>{page.coalition.name}</a>
					</li>
				)}
				{!page.person && (
					<li>
						<a href={href(routes.signIn)}>{t.ui.signIn}</a>
					</li>
				)}
				<li>
					<a href={href(routes.home)}>{t.errors.startPage}</a>
				</li>
			</ul>
		</Page>
	)
}
