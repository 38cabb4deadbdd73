import { catalogue } from '#i18n/index.ts'
import { topicWords } from '#i18n/topics.ts'
import type { Archive, ArchiveEntry, Choice } from '#read/publication/archive.ts'
import type { ArchiveView } from '#read/publication/archive-view.ts'
import type { Part } from '#ui/part.ts'
import { Button } from '#ui/parts/button.tsx'
import { Columns } from '#ui/parts/columns.tsx'
import { Select, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { archiveHref, queryOf } from './archive-href.tsx'
import { ArchiveResult, type Marking } from './archive-result.tsx'
import type { PublicFrame } from './public-frame.tsx'
import { CoalitionFrame } from './public-frame.tsx'

export type ArchivePageProps = {
	readonly frame: PublicFrame
	readonly data: Archive
	/** What was asked for. */
	readonly view: ArchiveView
	readonly part: Part<ArchiveEntry>
	readonly marking: Marking
}

/** Everything that a coalition has published: by year, who asked, topic, inquiry and words. */
export function ArchivePage(props: ArchivePageProps) {
	const { frame, data, view, part } = props
	const { coalition } = data
	const t = catalogue(frame.lang).archive
	return (
		<CoalitionFrame
			frame={frame}
			coalition={coalition}
			path={(of) => archiveHref(of, coalition.slug, { ...queryOf(view), part: partName(part.number) })}
			title={t.title}
			description={t.description(coalition.name)}
			part={part}
			{...(view.search === '' ? {} : { robots: 'noindex' })}
		>
			{data.published === 0 ? (
				<EmptyState title={catalogue(frame.lang).publicPages.coalition.nothing}>
					{catalogue(frame.lang).publicPages.coalition.nothingYet}
				</EmptyState>
			) : (
				<Columns label={t.years} aside={<Years {...props} />}>
					<Search {...props} />
					<Results {...props} />
				</Columns>
			)}
		</CoalitionFrame>
	)
}

const partName = (number: number) => (number === 1 ? undefined : String(number))

function Search({ frame, data, view }: ArchivePageProps) {
	const t = catalogue(frame.lang).archive
	const topic = topicWords(frame.lang).archive
	const { year } = queryOf(view)
	const counted = ({ value, name, count }: Choice) => ({ value, label: t.counted(name, count) })
	const authorities = data.authorities.filter(({ value }) => value !== '')
	return (
		<search class="search">
			<Form action={archiveHref(frame, data.coalition.slug)} method="get">
				<TextField type="search" name="search" label={t.search} hint={t.searchHint} value={view.search} />
				{(authorities.length > 0 || view.authority !== null) && (
					<Select
						name="authority"
						label={t.authority}
						noEmpty
						value={view.authority ?? ''}
						options={[{ value: '', label: t.anyAuthority }, ...withChosen(authorities, view.authority).map(counted)]}
					/>
				)}
				{(data.topics.length > 0 || view.topic !== null) && (
					<Select
						name="topic"
						label={topic.label}
						noEmpty
						value={view.topic ?? ''}
						options={[
							{ value: '', label: topic.any },
							...withChosen(data.topics, view.topic, data.topic ?? undefined).map(counted),
						]}
					/>
				)}
				<TextField name="inquiry" label={t.inquiry} hint={t.inquiryHint} value={view.inquiry} />
				{(data.languages.length > 1 || view.language !== null) && (
					<Select
						name="language"
						label={t.language}
						noEmpty
						value={view.language ?? ''}
						options={[
							{ value: '', label: t.anyLanguage },
							...data.languages.map(({ value, count }) => {
								const { languages } = catalogue(frame.lang).common
								return { value, label: t.counted(value === 'en' ? languages.en : languages.sv, count) }
							}),
						]}
					/>
				)}
				{year !== undefined && <input type="hidden" name="year" value={year} />}
				<Button look="secondary">{t.show}</Button>
			</Form>
		</search>
	)
}

/** What was chosen stands among the choices, though nothing is left of it. */
const withChosen = (choices: readonly Choice[], chosen: string | null, name = chosen ?? ''): readonly Choice[] =>
	chosen === null || choices.some(({ value }) => value === chosen)
		? choices
		: [...choices, { value: chosen, name, count: 0 }]

function Results(props: ArchivePageProps) {
	const { frame, data, view, part, marking } = props
	const t = catalogue(frame.lang).archive
	const { slug } = data.coalition
	const all = <a href={archiveHref(frame, slug)}>{t.showAll}</a>
	if (data.total === 0) {
		return (
			<EmptyState title={view.search === '' ? t.none : t.notFound(view.search)} action={all}>
				{t.tryAgain}
			</EmptyState>
		)
	}
	const query = queryOf(view)
	const isChosen = Object.values(query).some((value) => value !== undefined)
	return (
		<>
			<h2>{view.search === '' ? t.shown(data.total) : t.found(data.total, view.search)}</h2>
			{view.search !== '' && <p class="about">{t.order}</p>}
			<InParts part={part} to={(number) => archiveHref(frame, slug, { ...query, part: number })} label={t.list}>
				<ul class="tasks">
					{part.items.map((entry) => (
						<ArchiveResult frame={frame} slug={slug} entry={entry} marking={view.search === '' ? null : marking} />
					))}
				</ul>
			</InParts>
			{isChosen && <p class="no-print">{all}</p>}
		</>
	)
}

/** Years to go to, each with how many it gives of what is asked for otherwise. */
function Years({ frame, data, view }: ArchivePageProps) {
	const t = catalogue(frame.lang).archive
	const query = queryOf(view)
	/** What is chosen leads nowhere. */
	const choice = (year: string | undefined, text: string) =>
		year === query.year ? (
			<strong aria-current="true">{text}</strong>
		) : (
			<a href={archiveHref(frame, data.coalition.slug, { ...query, year })}>{text}</a>
		)
	return (
		<div class="beside no-print">
			<h2>{t.years}</h2>
			<ul class="links">
				<li>{choice(undefined, t.anyYear)}</li>
				{data.years.map(({ value, name, count }) => (
					<li>{choice(value, t.counted(name, count))}</li>
				))}
			</ul>
		</div>
	)
}
