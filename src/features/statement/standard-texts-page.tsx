import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { STANDARD_USES } from '#domain/statement/standard-use.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import { inlineText } from '#markup/inline.ts'
import type { ListedText, StandardTextsView } from '#read/statement/standard-texts.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { LinkButton } from '#ui/parts/button.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { Written } from '#ui/parts/written.tsx'
import { trail } from '#ui/trail.ts'

type Props = PageView<StandardTextsView, { readonly coalition: string }>

/** What the coalition keeps to use again, for members to see; for chair and secretary to write. */
export function StandardTextsPage({ data, lang, frame, params, viewer }: Props) {
	const t = standardWords(lang)
	const may = offers(ACTS.keepStandardText, viewer)
	const write = may && <LinkButton href={href(routes.newStandardText, params)}>{t.write}</LinkButton>
	const list = (texts: readonly ListedText[]) => <Listed texts={texts} coalition={params.coalition} />
	return (
		<Page {...frame} title={t.title} where={trail(lang, params.coalition, 'workspace')}>
			<p class="lead">{t.lead}</p>
			{data.texts.length === 0 ? (
				<EmptyState title={t.none} action={write}>
					{may ? t.noneHint : t.nobody}
				</EmptyState>
			) : (
				write && <p>{write}</p>
			)}
			{STANDARD_USES.map((use) => {
				const texts = data.texts.filter((text) => text.use === use)
				if (texts.length === 0) return null
				return (
					<section>
						<h2>{t.uses[use]}</h2>
						{list(texts)}
					</section>
				)
			})}
			{data.away.length > 0 && (
				<section>
					<h2>{t.away}</h2>
					{list(data.away)}
				</section>
			)}
		</Page>
	)
}

type ListedProps = { readonly texts: readonly ListedText[]; readonly coalition: string }

function Listed({ texts, coalition }: ListedProps) {
	return (
		<ul class="tasks">
			{texts.map(({ id, name, begins, parts }) => (
				<li>
					<div>
						<a class="verb" href={href(routes.standardText, { coalition, text: id })}>
							<Written>{name}</Written>
						</a>
						<span class="about">
							<Begins parts={parts} begins={begins} />
						</span>
					</div>
				</li>
			))}
		</ul>
	)
}

/** How long a standard text is, and how it begins. */
export function Begins({ parts, begins }: Pick<ListedText, 'parts' | 'begins'>) {
	const t = standardWords(useLanguage())
	return (
		<>
			{t.parts(parts)}
			{begins !== null && (
				<>
					{' · '}
					<Written>{inlineText(begins)}</Written>
				</>
			)}
		</>
	)
}
