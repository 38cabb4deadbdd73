import { publicWords } from '#i18n/public.ts'
import type { CoalitionPageData } from '#read/publication/public-coalition.ts'
import type { PublicEntry } from '#read/publication/public-search.ts'
import { href, routes } from '#routes'
import { dated } from '#ui/dated.ts'
import { AddedMark } from '#ui/parts/added-mark.tsx'
import { Button } from '#ui/parts/button.tsx'
import { Columns } from '#ui/parts/columns.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { archiveHref } from './archive-href.tsx'
import { Embedding } from './embedding.tsx'
import {
	CoalitionFrame,
	coalitionHref,
	ledgerHref,
	oembedOf,
	type PublicFrame,
	statementHref,
} from './public-frame.tsx'

export type CoalitionPageProps = {
	readonly frame: PublicFrame
	readonly data: CoalitionPageData
	/** The year asked for, or null. */
	readonly year: number | null
}

/** A coalition for the public: what it has published, and who its members are. */
export function CoalitionPage({ frame, data, year }: CoalitionPageProps) {
	const { lang } = frame
	const { coalition, associations } = data
	const t = publicWords(lang).publicPages.coalition
	const of = { coalition: coalition.slug }
	const feeds = [
		{ type: 'application/atom+xml', title: t.feed, href: href(routes.feed, of) },
		{ type: 'application/feed+json', title: t.jsonFeed, href: href(routes.jsonFeed, of) },
	]
	return (
		<CoalitionFrame
			frame={frame}
			coalition={coalition}
			path={(of) => coalitionHref(of, coalition.slug)}
			title={coalition.name}
			description={t.description(coalition.name)}
			alternates={[...feeds, oembedOf(frame, coalitionHref(frame, coalition.slug), coalition.name)]}
		>
			{associations.length > 0 && <p class="lead">{t.lead(associations.length)}</p>}
			<Columns
				label={t.members}
				aside={
					<div class="beside">
						<Members {...data} frame={frame} />
						<h2>{t.follow}</h2>
						<ul class="links">
							{feeds.map(({ href: to, title }) => (
								<li>
									<a href={to}>{title}</a>
								</li>
							))}
							{data.years.length > 0 && (
								<li>
									<a href={ledgerHref(frame, coalition.slug)}>{publicWords(lang).outcomes.ledger.link}</a>
								</li>
							)}
						</ul>
						<p>
							<a href={href(routes.openData, of)}>{t.openData}</a>
						</p>
						<Embedding frame={frame} coalition={coalition} statements={data.statements} />
						<h2>{t.forMembers}</h2>
						<p>
							<a href={href(routes.workspace, { coalition: coalition.slug })}>{t.forMembersWhat}</a>
						</p>
					</div>
				}
			>
				{data.years.length > 0 && (
					<search class="search">
						<Form action={archiveHref(frame, coalition.slug)} method="get">
							<TextField type="search" name="search" label={t.searchIn} hint={t.words} />
							<Button look="secondary">{t.search}</Button>
						</Form>
					</search>
				)}
				<Published frame={frame} data={data} year={year} />
			</Columns>
		</CoalitionFrame>
	)
}

function Members({ frame, coalition, associations }: CoalitionPageData & { readonly frame: PublicFrame }) {
	const t = publicWords(frame.lang).publicPages.coalition
	return (
		<>
			<h2>{t.members}</h2>
			{associations.length === 0 ? (
				<p>{t.noMembers}</p>
			) : (
				<ul lang={coalition.language}>
					{associations.map(({ name, area }) => (
						<li>
							{name} {area !== '' && <span class="about">({area})</span>}
						</li>
					))}
				</ul>
			)}
		</>
	)
}

function Published({ frame, data, year }: Pick<CoalitionPageProps, 'frame' | 'data' | 'year'>) {
	const { coalition, statements, years } = data
	const t = publicWords(frame.lang).publicPages.coalition
	if (years.length === 0) return <EmptyState title={t.nothing}>{t.nothingYet}</EmptyState>
	const shown = [...new Set(statements.map((statement) => statement.year))]
	const total = years.reduce((sum, { count }) => sum + count, 0)
	return (
		<>
			<h2>{year === null ? t.latest : t.ofYear(year)}</h2>
			{shown.map((each) => (
				<>
					{year === null && <h3>{each}</h3>}
					<ul class="tasks">
						{statements
							.filter((statement) => statement.year === each)
							.map((statement) => (
								<StatementItem frame={frame} slug={coalition.slug} statement={statement} />
							))}
					</ul>
				</>
			))}
			<p class="no-print">
				<a href={archiveHref(frame, coalition.slug)}>{publicWords(frame.lang).archive.link(total)}</a>
			</p>
			{statements.length < total && (
				<nav aria-label={t.older}>
					<h3>{t.older}</h3>
					<ul class="links">
						{years.map(({ year: each, count }) => (
							<li>
								<a href={coalitionHref(frame, coalition.slug, each)} aria-current={each === year ? 'page' : undefined}>
									{t.year(each, count)}
								</a>
							</li>
						))}
					</ul>
				</nav>
			)}
		</>
	)
}

type StatementItemProps = { readonly frame: PublicFrame; readonly slug: string; readonly statement: PublicEntry }

function StatementItem({ frame, slug, statement }: StatementItemProps) {
	const { label, title, language } = statement
	return (
		<li>
			<div>
				<a class="verb" href={statementHref(frame, slug, statement)} lang={language}>
					{title}
				</a>
				<span class="about">
					{label} · {dated(frame.lang, statement)}
				</span>
			</div>
			<AddedMark {...statement} />
		</li>
	)
}
