import { formatDate } from '#i18n/format.ts'
import { publicWords } from '#i18n/public.ts'
import type { ListedCoalition } from '#read/publication/public-coalition.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { coalitionHref, type PublicFrame } from './public-frame.tsx'

type HomePageProps = {
	readonly frame: PublicFrame
	/** What was searched for; empty when nothing was. */
	readonly search: string
	readonly coalitions: readonly ListedCoalition[]
	/** There are more than those. */
	readonly more: boolean
}

/** The front page: what Samsvar is, find a coalition, sign in. */
export function HomePage({ frame, search, coalitions, more }: HomePageProps) {
	const { lang, prefixed, origin, sourceCode } = frame
	const t = publicWords(lang).publicPages.home
	const paths = prefixed
		? { own: href(routes.homeEnglish), other: href(routes.home) }
		: { own: href(routes.home), other: href(routes.homeEnglish) }
	return (
		<Page
			lang={lang}
			title={t.title}
			description={t.what.join(' ')}
			canonical={origin + paths.own}
			otherLanguage={paths.other}
			sourceCode={sourceCode}
		>
			<p class="lead">{t.what.join(' ')}</p>
			<h2>{t.find}</h2>
			<search class="search">
				<Form action={paths.own} method="get">
					<TextField type="search" name="search" label={t.name} value={search} />
					<Button look="secondary">{t.search}</Button>
				</Form>
			</search>
			<Found frame={frame} search={search} coalitions={coalitions} more={more} />
			<h2>{t.forMembers}</h2>
			<p>{t.forMembersWhat}</p>
			<ButtonRow>
				<LinkButton href={href(routes.signIn)}>{publicWords(lang).ui.signIn}</LinkButton>
			</ButtonRow>
		</Page>
	)
}

function Found({ frame, search, coalitions, more }: HomePageProps) {
	const { lang, prefixed } = frame
	const t = publicWords(lang).publicPages.home
	const all = href(prefixed ? routes.homeEnglish : routes.home)
	if (coalitions.length === 0 && search === '') return <EmptyState title={t.none} />
	if (coalitions.length === 0) {
		return (
			<EmptyState title={t.notFound(search)} action={<a href={all}>{t.showAll}</a>}>
				{t.tryAgain}
			</EmptyState>
		)
	}
	return (
		<>
			<ul class="tasks">
				{coalitions.map((coalition) => (
					<CoalitionItem frame={frame} coalition={coalition} />
				))}
			</ul>
			{more && <p>{t.more}</p>}
			{search !== '' && (
				<p>
					<a href={all}>{t.showAll}</a>
				</p>
			)}
		</>
	)
}

function CoalitionItem({ frame, coalition }: { readonly frame: PublicFrame; readonly coalition: ListedCoalition }) {
	const { lang } = frame
	const t = publicWords(lang).publicPages.home
	const { slug, name, language, demo, statements, latestAt } = coalition
	const facts = latestAt === null ? t.nothing : `${t.statements(statements)}, ${t.latest(formatDate(lang, latestAt))}`
	return (
		<li>
			<div>
				<a class="verb" href={coalitionHref({ prefixed: frame.prefixed && language !== 'en' }, slug)}>
					{name}
				</a>
				<span class="about">{facts}</span>
			</div>
			{demo && <Tag>{t.demo}</Tag>}
		</li>
	)
}
