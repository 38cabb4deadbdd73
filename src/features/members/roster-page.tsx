import type { Doubt, PlannedRow, RosterPlan } from '#domain/members/planned-roster.ts'
import type { ReadRoster } from '#domain/members/roster.ts'
import { MEANINGS } from '#domain/members/roster-columns.ts'
import { formatNumber } from '#i18n/format.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import type { MembersView } from '#read/members/members.ts'
import { href, routes } from '#routes'
import { blankForm, typedValue } from '#ui/form-state.ts'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Select, TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details, Sentence } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { trail } from '#ui/trail.ts'

type Props = PageView<MembersView, { readonly coalition: string }> & {
	/** The list as it was read; null before one was pasted. */
	readonly read: ReadRoster | null
	/** The mark of what it would make. */
	readonly mark: string
}

/** Takes a list in: first pasted, then shown as what it becomes, then entered. */
export function RosterPage(props: Props) {
	const { lang, frame, params, read } = props
	const t = catalogue(lang)
	return (
		<Page
			{...frame}
			title={read ? t.roster.check : t.roster.paste}
			where={trail(lang, params.coalition, 'workspace', 'members')}
		>
			{read ? <Check {...props} read={read} /> : <Paste {...props} />}
		</Page>
	)
}

function Paste({ form, lang, params }: Props) {
	const t = catalogue(lang).roster
	return (
		<>
			<p class="lead">{t.lead}</p>
			<Form action={href(routes.roster, params)} form={form}>
				<TextArea name="text" label={t.text} hint={t.textHint} rows={12} autosave={`roster-${params.coalition}`} />
				<SubmitRow cancel={href(routes.members, params)}>{t.next}</SubmitRow>
			</Form>
			<section class="wide">
				<h2>{t.example}</h2>
				<p>{t.exampleWhat}</p>
				<Table
					caption={t.example}
					captionHidden
					columns={t.exampleColumns.map((label) => ({ label }))}
					rows={t.exampleRows.map((row) => row.map((cell) => (cell === '' ? '–' : cell)))}
				/>
			</section>
		</>
	)
}

/** What is made here is sent on; its fields stand in the same form, so that a changed list is read before it is taken in. */
function Check({ form, lang, params, read, mark }: Props & { readonly read: ReadRoster }) {
	const t = catalogue(lang).roster
	const { plan, table, meanings, headed } = read
	const makes = plan.associations.length > 0 || plan.seats.length > 0
	return (
		<>
			<p class="lead">{t.nothingYet}</p>
			<Outcome plan={plan} />
			<Form action={href(routes.roster, params)} form={blankForm(form.key)} values={{ mark }}>
				{makes ? (
					<SubmitRow name="confirmed" value="1" cancel={href(routes.members, params)}>
						{t.takeIn}
					</SubmitRow>
				) : (
					<Sentence tone="warning">{t.nothingNew}</Sentence>
				)}
				<Details summary={t.change} open={!makes || !headed}>
					<p>{t.changeWhat}</p>
					<TextArea name="text" label={t.text} rows={8} value={typedValue(form, 'text')} />
					{meanings.map((meaning, index) => (
						<Select
							id={`column-${index + 1}`}
							name="columns[]"
							label={t.column(index + 1)}
							hint={exampleOf(table, index) === '' ? t.columnEmpty : t.columnHolds(exampleOf(table, index))}
							noEmpty
							value={meaning}
							options={MEANINGS.map((value) => ({ value, label: t.meanings[value] }))}
						/>
					))}
					<SubmitRow look="secondary">{t.readAgain}</SubmitRow>
				</Details>
			</Form>
			<section class="wide">
				<h2>{t.rows}</h2>
				<Rows plan={plan} />
			</section>
		</>
	)
}

/** Something that stands in the column; its heading where nothing else does. */
function exampleOf(table: ReadRoster['table'], index: number): string {
	const cells = table.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '')
	return (cells[1] ?? cells[0] ?? '').slice(0, 60)
}

type PlanProps = { readonly plan: RosterPlan }

function Outcome({ plan }: PlanProps) {
	const lang = useLanguage()
	const t = catalogue(lang).roster
	const { associations, seats, rows } = plan
	const count = (number: number) => (number === 0 ? t.noneMade : formatNumber(lang, number))
	const people = (mail: boolean) => {
		const reached = seats.filter(({ emails }) => emails.length > 0 === mail)
		return new Set(reached.map(({ person }) => (person.is === 'there' ? person.id : person.index))).size
	}
	const doubtful = rows.filter(({ doubts, makes }) => doubts.length > 0 && makes !== 'nothing').length
	const leftOut = rows.filter((row) => isLeftOut(row)).length
	return (
		<section>
			<h2>{t.makes}</h2>
			<SummaryList
				rows={[
					{ label: t.associations, value: count(associations.length) },
					{ label: t.seats, value: count(seats.length) },
					{ label: t.invited, value: count(people(true)) },
					{ label: t.needCards, value: count(people(false)) },
				]}
			/>
			{(doubtful > 0 || leftOut > 0) && (
				<Sentence tone="warning">
					<strong>
						{[doubtful > 0 ? t.toLookAt(doubtful) : '', leftOut > 0 ? t.leftOut(leftOut) : '']
							.filter((part) => part !== '')
							.join(', ')}
						.
					</strong>{' '}
					{t.toLookAtWhat}
				</Sentence>
			)}
		</section>
	)
}

/** Nothing comes of the row, and not because it is there already. */
function isLeftOut({ makes, doubts }: PlannedRow): boolean {
	return makes === 'nothing' && !doubts.some(({ code }) => code === 'alreadySeated' || code === 'repeated')
}

function Rows({ plan }: PlanProps) {
	const lang = useLanguage()
	const t = catalogue(lang)
	const { columns, nobody, isNew, card, nothingHere } = t.roster
	return (
		<Table
			caption={t.roster.rows}
			captionHidden
			columns={[
				{ label: columns.association },
				{ label: columns.person },
				{ label: columns.role },
				{ label: columns.reached },
				{ label: columns.doubt },
			]}
			rows={plan.rows.map((row) => [
				<>
					{row.association === '' ? '–' : row.association} {row.associationIsNew && <Tag tone="good">{isNew}</Tag>}
					<small class="about">{t.roster.row(row.number)}</small>
				</>,
				row.person === '' ? <span class="about">{nobody}</span> : row.person,
				row.role === null ? '–' : t.members.roles[row.role],
				row.role === null ? '–' : row.emails.length > 0 ? <span class="address">{row.emails.join(', ')}</span> : card,
				<>
					{row.makes === 'nothing' && <Tag tone={isLeftOut(row) ? 'bad' : 'plain'}>{nothingHere}</Tag>}
					{row.doubts.map((doubt) => (
						<span class="doubt">{doubtSentence(lang, doubt)}</span>
					))}
					{row.makes !== 'nothing' && row.doubts.length === 0 && '–'}
				</>,
			])}
		/>
	)
}

function doubtSentence<Code extends Doubt['code']>(lang: Language, doubt: Extract<Doubt, { code: Code }>): string {
	const sentences: { readonly [C in Code]: (about: Extract<Doubt, { code: C }>) => string } =
		catalogue(lang).roster.doubts
	return sentences[doubt.code as Code](doubt)
}
