import { KNOWN_OUTCOMES, type KnownOutcome } from '#domain/publication/outcome.ts'
import { catalogue } from '#i18n/index.ts'
import { olderWords } from '#i18n/older.ts'
import type { Ledger, LedgerEntry, LedgerView } from '#read/publication/ledger.ts'
import type { Part } from '#ui/part.ts'
import { Button } from '#ui/parts/button.tsx'
import { Select } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { OutcomeBars, totalOf } from '#ui/parts/outcome-bars.tsx'
import { OutcomeList } from '#ui/parts/outcome-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { plainText } from './plain-text.tsx'
import { CoalitionFrame, ledgerHref, type PublicFrame, statementHref } from './public-frame.tsx'

export type LedgerPageProps = {
	readonly frame: PublicFrame
	readonly data: Ledger
	/** What was asked for. */
	readonly view: LedgerView
	readonly part: Part<LedgerEntry>
}

/** What came of every position that a coalition has published, with a picture over the years. */
export function LedgerPage(props: LedgerPageProps) {
	const { frame, data, part } = props
	const { coalition, years } = data
	const t = catalogue(frame.lang).outcomes
	const total = years.reduce((sum, { counts }) => sum + totalOf(counts), 0)
	const known = years.reduce((sum, { counts }) => sum + totalOf(counts) - counts.none, 0)
	return (
		<CoalitionFrame
			frame={frame}
			coalition={coalition}
			path={(of) => ledgerHref(of, coalition.slug, queryOf(props, part.number))}
			title={t.ledger.title}
			part={part}
			description={t.ledger.lead(total, known)}
		>
			{total === 0 ? (
				<EmptyState title={t.ledger.empty}>{t.ledger.emptyWhat}</EmptyState>
			) : (
				<>
					<p class="lead">{t.ledger.lead(total, known)}</p>
					<OutcomeBars years={years} />
					<section class="wide">
						<h2>{t.ledger.list}</h2>
						<Filter {...props} />
						<Entries {...props} />
					</section>
				</>
			)}
		</CoalitionFrame>
	)
}

const queryOf = ({ view: { year, known } }: Pick<LedgerPageProps, 'view'>, part = 1) => ({
	year: year?.toString(),
	outcome: known ?? undefined,
	part: part === 1 ? undefined : String(part),
})

function Filter({ frame, data, view }: LedgerPageProps) {
	const t = catalogue(frame.lang).outcomes
	const nameOf = (known: KnownOutcome) => (known === 'none' ? t.none : t.names[known])
	return (
		<search class="search">
			<Form action={ledgerHref(frame, data.coalition.slug)} method="get">
				<Select
					name="year"
					label={t.ledger.year}
					noEmpty
					value={view.year?.toString() ?? ''}
					options={[
						{ value: '', label: t.ledger.allYears },
						...data.years.map(({ year }) => ({ value: String(year), label: String(year) })),
					]}
				/>
				<Select
					name="outcome"
					label={t.outcome}
					noEmpty
					value={view.known ?? ''}
					options={[
						{ value: '', label: t.ledger.anyOutcome },
						...KNOWN_OUTCOMES.map((value) => ({ value, label: nameOf(value) })),
					]}
				/>
				<Button look="secondary">{t.ledger.filter}</Button>
			</Form>
		</search>
	)
}

function Entries(props: LedgerPageProps) {
	const { frame, data, part } = props
	const { slug } = data.coalition
	const t = catalogue(frame.lang).outcomes
	if (part.items.length === 0) return <EmptyState title={t.ledger.notFound}>{t.ledger.tryAgain}</EmptyState>
	return (
		<InParts
			part={part}
			to={(number) => ledgerHref(frame, slug, queryOf(props, Number(number ?? 1)))}
			label={t.ledger.list}
		>
			<Table
				caption={t.ledger.list}
				captionHidden
				columns={[{ label: t.position }, { label: t.outcome }]}
				rows={part.items.map(({ label, title, year, place, language, number, text, latest, ...source }) => [
					<>
						<a href={`${statementHref(frame, slug, { year, number: place })}#p${number}`} lang={language}>
							{plainText(text)}
						</a>
						<small class="about">
							{t.positionOf(label, number)} · <span lang={language}>{title}</span>
							{source.imported && ` · ${catalogue(frame.lang).publicPages.coalition.imported}`}
						</small>
						{source.contestedBy.length > 0 && (
							<small class="about">{olderWords(frame.lang).contestedBy(source.contestedBy)}</small>
						)}
					</>,
					<OutcomeList language={language} outcomes={latest === null ? [] : [latest]} />,
				])}
			/>
		</InParts>
	)
}
