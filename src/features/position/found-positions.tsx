import type { Child } from 'hono/jsx'
import { catalogue } from '#i18n/index.ts'
import type { BankedPosition, PositionBank } from '#read/position/positions.ts'
import { href, routes } from '#routes'
import { dated } from '#ui/dated.ts'
import { useLanguage } from '#ui/language.ts'
import { AddedMark } from '#ui/parts/added-mark.tsx'
import { Button } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { InlineText } from '#ui/parts/statement-text.tsx'

type FoundPositionsProps = {
	readonly coalition: string
	readonly bank: PositionBank
	/** What was searched for; empty when nothing was. */
	readonly search: string
	/** The page itself, and what its search must carry along. */
	readonly here: string
	readonly carried?: Readonly<Record<string, string>>
	/** What can be done with each. */
	readonly act?: (position: BankedPosition) => Child
}

/** The search of the position bank, and what it found. */
export function FoundPositions(props: FoundPositionsProps) {
	const { bank, search, here, carried = {} } = props
	const t = catalogue(useLanguage()).positions
	if (bank.total === 0) return <EmptyState title={t.empty}>{t.emptyWhat}</EmptyState>
	return (
		<>
			<search class="search">
				<Form action={here} method="get" values={carried}>
					<TextField
						type="search"
						name="search"
						label={t.searchFor}
						hint={t.searchHint}
						optional={false}
						value={search}
					/>
					<Button look="secondary">{t.search}</Button>
				</Form>
			</search>
			<Found {...props} />
		</>
	)
}

function Found({ coalition, bank, search, here, carried, act }: FoundPositionsProps) {
	const t = catalogue(useLanguage()).positions
	const { positions, more } = bank
	const all = search !== '' && <a href={`${here}?${new URLSearchParams(carried)}`}>{t.showAll}</a>
	if (positions.length === 0) {
		return (
			<EmptyState title={t.notFound(search)} action={all}>
				{t.tryAgain}
			</EmptyState>
		)
	}
	return (
		<>
			{search !== '' && <h2>{t.found(positions.length, search, more)}</h2>}
			<ul class="bank">
				{positions.map((position) => (
					<li>
						<Position coalition={coalition} position={position} />
						{act?.(position)}
					</li>
				))}
			</ul>
			{more && <p>{t.more}</p>}
			{all && <p>{all}</p>}
		</>
	)
}

type PositionProps = { readonly coalition: string; readonly position: BankedPosition }

function Position({ coalition, position }: PositionProps) {
	const lang = useLanguage()
	const { text, subPoints, label, number, year, statementNumber, title, language, signed, uses } = position
	const t = catalogue(lang).positions
	const published = { coalition, year: String(year), number: String(statementNumber) }
	return (
		<>
			<blockquote lang={language}>
				<p>
					<InlineText text={text} />
				</p>
				{subPoints.length > 0 && (
					<ol type="a">
						{subPoints.map((point) => (
							<li>
								<InlineText text={point} />
							</li>
						))}
					</ol>
				)}
			</blockquote>
			<p class="about">
				<a href={`${href(routes.published, published)}#p${number}`}>{t.source(label, number)}</a>
				{' · '}
				<span lang={language}>{title}</span>
				{' · '}
				{dated(lang, position)} <AddedMark {...position} />
			</p>
			<p class="about">{[signed === null ? [] : t.signedBy(signed), t.usedIn(uses)].flat().join(' · ')}</p>
		</>
	)
}
