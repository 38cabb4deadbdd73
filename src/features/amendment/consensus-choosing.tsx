import { isDoubted } from '#domain/amendment/doubts.ts'
import { DAY_MS } from '#domain/deciding/least-time.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import { amendmentWords, consensusWords } from '#i18n/amendments.ts'
import type { ConsensusListsView } from '#read/amendment/consensus.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { ButtonRow, SubmitRow } from '#ui/parts/button.tsx'
import { ChangedParts } from '#ui/parts/changed-parts.tsx'
import { Checkboxes } from '#ui/parts/choices.tsx'
import { DateField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Written } from '#ui/parts/written.tsx'
import type { Choosable, ListChoice } from './consensus-choice.tsx'
import { LeftOut } from './left-out.tsx'
import { chosenValue } from './merging-fields.tsx'
import { PartButtons } from './part-buttons.tsx'
import { saidDoubts } from './said-doubts.tsx'
import { standingOf } from './standing.tsx'

type Props = PageView<ConsensusListsView, StatementParams> & {
	readonly choice: ListChoice
	/** How many days associations are to have at least. */
	readonly days: number
}

/** Characters of what stays the same, on either side of a change. */
const AROUND = 120

/** Which amendments all are asked about, each with what it changes, and until when. What is ticked in other parts comes along. */
export function Choosing(props: Props) {
	const { data, form, lang, now, params, choice, days } = props
	const { part, ticked } = choice
	const t = consensusWords(lang)
	const unopposed = part.items.filter(({ doubts }) => !isDoubted(doubts))
	const doubtful = part.items.filter(({ doubts }) => isDoubted(doubts))
	const elsewhere = ticked.filter((each) => !part.items.some(({ amendment }) => amendment === each))
	const values = ticked.map(chosenValue)
	return (
		<Form action={href(routes.consensusLists, params)} form={form} values={{ part: String(part.number) }}>
			{unopposed.length > 0 && (
				<Checkboxes
					name="chosen[]"
					id="chosen"
					label={t.unopposed}
					values={values}
					options={unopposed.map((each) => option(each, props))}
				/>
			)}
			{doubtful.length > 0 && (
				<Checkboxes
					name="chosen[]"
					id={unopposed.length > 0 ? 'chosen-doubtful' : 'chosen'}
					label={t.doubtful}
					hint={t.doubtfulHint}
					values={values}
					options={doubtful.map((each) => option(each, props))}
				/>
			)}
			{elsewhere.map((each) => (
				<input type="hidden" name="chosen[]" value={chosenValue(each)} />
			))}
			{part.count > 1 && (
				<>
					<p class="hint">{t.part(part.before + 1, part.before + part.items.length, part.total)}</p>
					<LeftOut why={t.elsewhere} amendments={elsewhere} lang={lang} params={params} />
					<ButtonRow>
						<PartButtons part={part} />
					</ButtonRow>
				</>
			)}
			<DateField
				name="objectBy"
				label={t.closesOn}
				hint={t.closesOnHint(days)}
				value={swedishDate(now + (days + 1) * DAY_MS)}
				min={swedishDate(now)}
			/>
			<p class="hint">{t.openMeans}</p>
			<SubmitRow cancel={href(routes.amendments, { coalition: params.coalition, statement: data.header.statement.id })}>
				{t.open}
			</SubmitRow>
		</Form>
	)
}

function option({ amendment, doubts }: Choosable, { data, lang, params }: Props) {
	const { from, read, changesNothing } = amendmentWords(lang)
	const name = from(amendment.number, amendment.association)
	const { changes } = standingOf(amendment, data.blocks, true)
	return {
		value: chosenValue(amendment),
		label: name,
		hint: (
			<>
				{isDoubted(doubts) && (
					<>
						<strong>{saidDoubts(doubts, lang).join(' ')}</strong>
						<br />
					</>
				)}
				<Written>{amendment.reason}</Written>{' '}
				<a href={href(routes.amendment, { ...params, amendment: amendment.id })}>
					{read}
					<span class="vh"> {name}</span>
				</a>
			</>
		),
		beneath:
			changes.length === 0 ? <p class="hint">{changesNothing}</p> : <ChangedParts changes={changes} around={AROUND} />,
	}
}
