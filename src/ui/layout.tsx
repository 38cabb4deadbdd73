import { raw } from 'hono/html'
import { publicWords } from '#i18n/public.ts'
import { href, routes } from '#routes'
import { Head } from '#ui/head.tsx'
import { Header } from '#ui/header.tsx'
import { InLanguage, InWriting, useLanguage, useWriting } from '#ui/language.ts'
import type { PageProps } from '#ui/page-props.ts'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { MEMBER_SCRIPTS } from '#ui/scripts.ts'

/**
 * The look of Samsvar and the parts its pages are made of.
 *
 * - `Page` (here) is every page: head, header, one `h1`, main, footer. `ErrorPage` is a whole page for what went wrong.
 * - `parts/` holds what stands in a page. Each takes plain data, decides nothing, and works without script.
 *     `useLanguage` tells it the page's language; a field finds its form's part in it by `useField`. `Written` and
 *     `useWriting` say the language of what members wrote.
 *   - Where am I, what waits on me, when, what then: `Overview` (with `LifecycleBar`, `TaskList`, `Deadline`), `Tabs`.
 *   - Asking: `Form`, `TextField`, `EmailField`, `DateField`, `TextArea`, `Select`, `Radios`, `Checkboxes`,
 *     `Checkbox`, `Button`, `LinkButton`, `ButtonRow`, `BigChoice`, `VoteChoice`; refused: `ErrorSummary`.
 *   - Telling: `SummaryList` (check your answers), `Confirmation`, `Notice`, `Inset`, `Details`, `EmptyState`, `Tag`.
 *   - Showing: `Sheet`, `Masthead`, `StatementText`, `Columns`, `DiffView`, `StanceMark`, `Matrix`, `VoteBars`, `InParts`.
 * - `style.css` styles plain elements first, so headings, paragraphs, lists, links and tables need no class. `wide` lets
 *   a child of `main` pass the measure of 66 characters; `vh` hides words that only need to be heard; `print-only` and
 *   `no-print` are for paper. No `style` attribute and no inline script passes the Content-Security-Policy.
 */

const licence = 'https://www.gnu.org/licenses/agpl-3.0.html'

/** A whole page, from doctype to end. */
export function Page(props: PageProps) {
	const {
		lang,
		title,
		titleWritten = false,
		writtenIn,
		coalition,
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
			<InWriting value={writtenIn ?? coalition?.language ?? null}>
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
							{heading === 'shown' && <Heading title={title} written={titleWritten} />}
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
			</InWriting>
		</InLanguage>
	)
}

function Heading({ title, written }: { readonly title: string; readonly written: boolean }) {
	const theirs = useWriting()
	return <h1 lang={written ? theirs : undefined}>{title}</h1>
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
