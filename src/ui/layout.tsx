import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Hex } from '#domain/coalition/colour.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import { href, routes } from '#routes'
import { type Described, Description } from '#ui/described.tsx'
import { InLanguage, useLanguage } from '#ui/language.ts'
import type { logoOf } from '#ui/logo.ts'
import type { Part } from '#ui/part.ts'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { type FormErrors, TextArea } from '#ui/parts/field.tsx'
import { Icon, Mark } from '#ui/parts/icon.tsx'
import { MEMBER_SCRIPTS } from '#ui/scripts.ts'
import { accentStyle, memberStyleSheet, styleSheet } from '#ui/style.ts'

/**
 * The look of Samsvar and the parts its pages are made of.
 *
 * - `Page` (here) is every page: head, header, one `h1`, main, footer. `ErrorPage` is a whole page for what went wrong.
 * - `parts/` holds what stands in a page. Each takes plain data, decides nothing, and works without script.
 *     `useLanguage` tells it the page's language; a field finds its form's part in it by `useField`.
 *   - Where am I, what waits on me, when, what then: `Overview` (with `LifecycleBar`, `TaskList`, `Deadline`), `Tabs`.
 *   - Asking: `Form`, `TextField`, `EmailField`, `DateField`, `TextArea`, `Select`, `Radios`, `Checkboxes`,
 *     `Checkbox`, `Button`, `LinkButton`, `ButtonRow`, `BigChoice`, `VoteChoice`; refused: `ErrorSummary`.
 *   - Telling: `SummaryList` (check your answers), `Confirmation`, `Notice`, `Inset`, `Details`, `EmptyState`, `Tag`.
 *   - Showing: `Sheet`, `Masthead`, `StatementText`, `Columns`, `DiffView`, `StanceMark`, `Matrix`, `VoteBars`, `InParts`.
 * - `style.css` styles plain elements first, so headings, paragraphs, lists, links and tables need no class. `wide` lets
 *   a child of `main` pass the measure of 66 characters; `vh` hides words that only need to be heard; `print-only` and
 *   `no-print` are for paper. No `style` attribute and no inline script passes the Content-Security-Policy.
 */

export type Alternate = {
	readonly href: string
	/** `application/atom+xml`, `text/markdown`, `application/json`. */
	readonly type: string
	readonly title: string
}

export type Crumb = { readonly label: string; readonly href: string }

export type PageProps = {
	readonly lang: Language
	/** The page's `h1`, and first in the title of the window. */
	readonly title: string
	/** The part that is shown of a list too long for one page: the title of the window says which. */
	readonly part?: Pick<Part<unknown>, 'number' | 'count'> | undefined
	/** `own`: the children hold the `h1` themselves. */
	readonly heading?: 'shown' | 'own' | undefined
	/** Said before the heading, small: what kind of thing this is, which statement it belongs to. */
	readonly eyebrow?: Child
	readonly coalition?:
		| {
				readonly name: string
				readonly href: string
				/** The colour it chose for links and buttons, if any. */
				readonly accent?: Hex | null
				readonly logo?: ReturnType<typeof logoOf>
		  }
		| undefined
	/** What is shown belongs to a demonstration, and every page says so. */
	readonly demo?: boolean | undefined
	/** Who is signed in. `waiting`: how many tasks wait on them; `id`: what the browser keeps their unsent text under. */
	readonly person?:
		| { readonly name: string; readonly waiting?: number | undefined; readonly id?: string | undefined }
		| undefined
	/** The way here from the coalition's page, without this page itself. */
	readonly where?: readonly Crumb[] | undefined
	/** What is wrong with a refused form on it: the title says so first, before the page is read, and then the page. */
	readonly errors?: FormErrors | undefined
	/** The ids of fields in `errors`, where they are not their names. */
	readonly errorIds?: Readonly<Record<string, string>> | undefined
	/** What stands before the errors: where in the work one is. */
	readonly above?: Child
	/** The page's full address, also printed at its foot. */
	readonly canonical?: string | undefined
	/** Other forms of the same page. */
	readonly alternates?: readonly Alternate[] | undefined
	/** The same page in the other language, or what changes the language and comes back here. */
	readonly otherLanguage?: string | undefined
	/** For search engines and previews. Pages for members are never indexed. */
	readonly description?: string | undefined
	readonly described?: Described | undefined
	readonly robots?: 'noindex' | undefined
	/** Module scripts that enhance the page. Of pages for the public only the one that checks a statement has any. */
	readonly script?: readonly string[] | undefined
	/** What was written in a form that is not on this page any more: to be copied from here. */
	readonly kept?: readonly string[] | undefined
	/** Leave out “Logga in”, as on the sign-in page itself. */
	readonly noSignIn?: boolean | undefined
	/** Where the source of the running version is kept, as the licence asks. */
	readonly sourceCode?: string | undefined
	readonly children: Child
}

const licence = 'https://www.gnu.org/licenses/agpl-3.0.html'

/** A whole page, from doctype to end. */
export function Page(props: PageProps) {
	const {
		lang,
		title,
		heading = 'shown',
		eyebrow,
		demo,
		canonical,
		sourceCode,
		script = [],
		errors = {},
		errorIds,
		kept = [],
		above,
		children,
	} = props
	const t = publicWords(lang).ui
	return (
		<InLanguage value={lang}>
			{raw('<!doctype html>')}
			<html lang={lang}>
				<Head {...props} />
				<body>
					<a class="skip" href="#content">
						{t.skipToContent}
					</a>
					<Header {...props} />
					{script.some((each) => MEMBER_SCRIPTS.includes(each)) && <AutosaveWords />}
					<main id="content" tabindex={-1}>
						{eyebrow && <p class="eyebrow">{eyebrow}</p>}
						{heading === 'shown' && <h1>{title}</h1>}
						{kept.map((text, index) => (
							<TextArea name={`kept-${index}`} label={publicWords(lang).errors.whatYouWrote} value={text} optional />
						))}
						{above}
						<ErrorSummary errors={errors} ids={errorIds} />
						{children}
					</main>
					<footer class="site">
						<p>
							{t.footer.about} <a href={href(lang === 'en' ? routes.aboutEnglish : routes.about)}>{t.footer.more}</a>
						</p>
						<p>
							<a href={licence}>{t.footer.licence}</a>
							{sourceCode !== undefined && (
								<>
									{' '}
									· <a href={sourceCode}>{t.footer.source}</a>
								</>
							)}
						</p>
					</footer>
					{(canonical !== undefined || demo) && (
						<p class="print-only">
							{canonical !== undefined && `${t.printedFrom(canonical)} `}
							{demo && t.demonstration}
						</p>
					)}
				</body>
			</html>
		</InLanguage>
	)
}

/** What the script that keeps unsent text says, for it has no catalogue of its own. */
function AutosaveWords() {
	const t = publicWords(useLanguage()).ui.autosave
	return (
		<div
			hidden
			data-autosave-words
			data-kept={t.kept}
			data-found={t.found}
			data-restore={t.restore}
			data-restored={t.restored}
			data-drop={t.drop}
		/>
	)
}

function Head({
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

function Header({ lang, coalition, demo, person, where = [], otherLanguage, noSignIn }: PageProps) {
	const t = publicWords(lang)
	const other = lang === 'sv' ? 'en' : 'sv'
	return (
		<header class="site">
			{demo && <p class="demo">{t.ui.demonstration}</p>}
			<div class="bar">
				<a class="brand" href={href(routes.home)}>
					<Mark />
					<span>{t.common.product}</span>
				</a>
				{coalition && (
					<a class="coalition" href={coalition.href}>
						{coalition.logo && <img class="logo" {...coalition.logo} alt={coalition.logo.alt} />}
						{coalition.name}
					</a>
				)}
				<nav aria-label={t.ui.menu}>
					<ul>
						{person && (
							<li>
								<a href={href(routes.me)}>
									{t.ui.myTasks}
									{person.waiting !== undefined && person.waiting > 0 && (
										<span class="badge">
											<span aria-hidden="true">{person.waiting}</span>
											<span class="vh">, {t.ui.tasksWaiting(person.waiting)}</span>
										</span>
									)}
								</a>
							</li>
						)}
						{otherLanguage !== undefined && (
							<li>
								<a href={otherLanguage} hreflang={other} lang={other}>
									{t.ui.otherLanguage}
								</a>
							</li>
						)}
						{person && (
							<li>
								<form action={href(routes.signOut)} method="post" data-sign-out={person.id ?? ''}>
									<button type="submit">
										{t.ui.signOut}
										<span class="vh"> {person.name}</span>
									</button>
								</form>
							</li>
						)}
						{!person && !noSignIn && (
							<li>
								<a href={href(routes.signIn)}>{t.ui.signIn}</a>
							</li>
						)}
					</ul>
				</nav>
			</div>
			{where.length > 0 && (
				<nav class="crumbs" aria-label={t.ui.youAreHere}>
					<ol>
						{where.map(({ label, href: to }, index) => (
							<li>
								{index === 0 && <Icon name="back" />}
								<a href={to}>{label}</a>
							</li>
						))}
					</ol>
				</nav>
			)}
		</header>
	)
}
