import { GROUPS_OF_ONE } from '#domain/position/sorting.ts'
import { bankWords } from '#i18n/bank.ts'
import { catalogue } from '#i18n/index.ts'
import type { ListedPosition, PositionSortingView } from '#read/position/sorting.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { partRead } from '#ui/part.ts'
import { LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Checkboxes, Radios } from '#ui/parts/choices.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { InlineText } from '#ui/parts/statement-text.tsx'
import { trail } from '#ui/trail.ts'
import { LEVEL_CHOICES, NO_LEVEL, sortedAs } from './sorting-fields.tsx'
import { SortingHistory } from './sorting-history.tsx'

type Props = PageView<PositionSortingView, { readonly coalition: string }> & { readonly size: number }

/** The bank with what each position is sorted by beside it, to be chosen for many and saved at once. */
export function SortingPage({ data, form, lang, frame, params, query, size }: Props) {
	const t = bankWords(lang).sorting
	const { coalition } = params
	const part = partRead(data.positions, data.listed, query, size)
	const at = (asked: { readonly show: string | undefined; readonly part?: string | undefined }) =>
		href(routes.positionSorting, { coalition }, asked)
	const show = data.isRest ? 'rest' : undefined
	const own = href(routes.positions, { coalition })
	const where = [...trail(lang, coalition, 'workspace'), { label: catalogue(lang).positions.bank, href: own }]
	const choice = (label: string, isHere: boolean, to: string) => (
		<a href={to} aria-current={isHere ? 'page' : undefined}>
			{label}
		</a>
	)
	return (
		<Page {...frame} title={t.title} where={where} part={part}>
			{form.typed === null && query.get('done') === 'sorted' && (
				<Sentence tone="success" live>
					{t.done}
				</Sentence>
			)}
			<p class="lead">{t.lead}</p>
			<p>
				{data.groups.length === 0 && t.noGroups} <a href={href(routes.settingsGroups, { coalition })}>{t.toGroups}</a>
			</p>
			{data.all > 0 && (
				<nav class="filters no-print" aria-label={t.which}>
					<ul>
						<li>{choice(t.all(data.all), !data.isRest, at({ show: undefined }))}</li>
						<li>{choice(t.rest(data.unsorted), data.isRest, at({ show: 'rest' }))}</li>
					</ul>
				</nav>
			)}
			{data.positions.length === 0 && (
				<EmptyState
					title={data.all === 0 ? t.empty : t.allSorted}
					action={<LinkButton href={own}>{catalogue(lang).positions.bank}</LinkButton>}
				/>
			)}
			{data.positions.length > 0 && (
				<InParts part={part} to={(number) => at({ show, part: number })} label={t.title}>
					<Form action={at({ show, part: part.number === 1 ? undefined : String(part.number) })} form={form}>
						<ul class="bank">
							{data.positions.map((position) => (
								<Row {...{ coalition, position, lang }} groups={data.groups} />
							))}
						</ul>
						<SubmitRow cancel={own}>{t.save}</SubmitRow>
					</Form>
				</InParts>
			)}
			<SortingHistory lang={lang} entries={data.history} />
		</Page>
	)
}

type RowProps = Pick<Props, 'lang'> & {
	readonly coalition: string
	readonly position: ListedPosition
	readonly groups: PositionSortingView['groups']
}

/** A position with its choices. What it was sorted as goes along, so that what nobody touched is left alone. */
function Row({ coalition, position, lang, groups }: RowProps) {
	const words = bankWords(lang)
	const t = words.sorting
	const { adoptedIn, number, text, label, year, statementNumber, language, level, groupIds } = position
	const name = `${adoptedIn}.${number}`
	const published = { coalition, year: String(year), number: String(statementNumber) }
	const source = catalogue(lang).positions.source(label, number)
	const offered = groups.filter(({ id, awayAt }) => awayAt === null || groupIds.includes(id))
	return (
		<li>
			<blockquote lang={language}>
				<p>
					<InlineText text={text} />
				</p>
			</blockquote>
			<p class="about">
				<a href={`${href(routes.published, published)}#p${number}`}>{source}</a>
			</p>
			<input type="hidden" name={`was-${name}`} value={sortedAs({ level, groupIds })} />
			<Radios
				name={`level-${name}`}
				label={words.level}
				optional={false}
				value={level ?? NO_LEVEL}
				options={LEVEL_CHOICES.map((value) => ({ value, label: value === NO_LEVEL ? t.noLevel : words.levels[value] }))}
				about={<span class="vh">{source}</span>}
				row={null}
			/>
			{offered.length > 0 && (
				<Checkboxes
					name={`groups-${name}[]`}
					label={t.groupsOf}
					about={<span class="vh">{source}</span>}
					hint={offered.length > GROUPS_OF_ONE ? t.atMost(GROUPS_OF_ONE) : undefined}
					optional={false}
					row
					values={groupIds}
					options={offered.map(({ id, name: called, awayAt }) => ({
						value: id,
						label: awayAt === null ? called : `${called} (${t.isAway})`,
					}))}
				/>
			)}
		</li>
	)
}
