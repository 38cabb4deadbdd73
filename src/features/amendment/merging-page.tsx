import { ACTS } from '#domain/acts.ts'
import { amendmentWords, mergingWords } from '#i18n/amendments.ts'
import { formatDateTime, formatList } from '#i18n/format.ts'
import type { AmendmentRow } from '#read/amendment/amendments.ts'
import type { MergingView } from '#read/amendment/merging.ts'
import { href, routes } from '#routes'
import type { Typed } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { type Part, partRead } from '#ui/part.ts'
import { Button, ButtonRow } from '#ui/parts/button.tsx'
import { Checkbox, Checkboxes } from '#ui/parts/choices.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details, EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { Written } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { AskedCollisions, isWithoutChoice } from './asked-collisions.tsx'
import { LeftOut } from './left-out.tsx'
import { MergedText } from './merged-text.tsx'
import { chosenValue, OPEN_AT_ONCE, partAsked } from './merging-fields.tsx'
import { type MergingState, mergingState } from './merging-view.tsx'
import { PartButtons } from './part-buttons.tsx'
import { Unticked } from './unticked.tsx'

export type MergingProps = PageView<MergingView, StatementParams>
type Props = MergingProps & { readonly state: MergingState }

/** The part of the open ones that is shown. */
const openPart = ({ open }: MergingView, typed: Typed | null): Part<AmendmentRow> =>
	partRead([], open, partAsked(typed), OPEN_AT_ONCE)

/** Amendments put into the text: which, what is to stand where they collide, how the text becomes, and then all of it at once. */
export function MergingPage(props: MergingProps) {
	const { data, form, lang, params, query } = props
	const { asked, blocks, header } = data
	const t = mergingWords(lang)
	const state = mergingState(data, form.typed, lang)
	const done = query.get('done') ?? ''
	const part = openPart(data, form.typed)
	const any = state.adopted.length + state.open.length > 0 || part.count > 1
	return (
		<StatementPage view={props} header={header} tab="amendments" title={t.title} does={ACTS.mergeAmendments}>
			{Object.hasOwn(t.done, done) && form.typed === null && (
				<Sentence tone="success" live>
					{t.done[done as keyof typeof t.done]}{' '}
					<a href={href(routes.statement, params)}>{amendmentWords(lang).toText}</a>
				</Sentence>
			)}
			<p>{t.lead}</p>
			<LeftOut why={t.asked} amendments={asked} lang={lang} params={params} />
			{any ? (
				<Form
					action={href(routes.amendmentMerging, params)}
					form={form}
					values={{ seen: blocks.map(({ id }) => id).join(' '), shown: state.shown, part: String(part.number) }}
				>
					<Unticked amendments={state.unticked} form={form} lang={lang} says={t.unticked} />
					<Choosing {...props} state={state} part={part} />
					{state.made.asked.length > 0 && <AskedCollisions {...props} state={state} />}
					{state.chosen.length > 0 && <Result {...props} state={state} />}
				</Form>
			) : (
				<EmptyState title={t.noneToMerge}>
					{asked.length + state.inTheWay.length + state.there.length > 0 ? t.noneNowHint : t.noneToMergeHint}
				</EmptyState>
			)}
			<Apart {...props} what="inTheWay" state={state} isPart={part.count > 1} />
			<Apart {...props} what="there" state={state} isPart={part.count > 1} />
			<Earlier {...props} />
			<p>
				<a href={href(routes.amendments, params)}>{amendmentWords(lang).toAll}</a>
			</p>
		</StatementPage>
	)
}

/** Which amendments: those that were adopted first. */
function Choosing({ lang, params, state, part }: Props & { readonly part: Part<AmendmentRow> }) {
	const t = mergingWords(lang)
	const { from } = amendmentWords(lang)
	const option = (each: AmendmentRow) => ({
		value: chosenValue(each),
		label: from(each.number, each.association),
		hint: (
			<>
				{each.state === 'adoptedWithChanges' && `${t.changedBefore}. `}
				<Written>{each.reason}</Written>{' '}
				<a href={href(routes.amendment, { ...params, amendment: each.id })}>{amendmentWords(lang).read}</a>
			</>
		),
	})
	const values = state.chosen.map(chosenValue)
	return (
		<>
			{state.adopted.length > 0 && (
				<Checkboxes
					name="chosen[]"
					label={t.adopted}
					hint={state.onlyFirst === null ? undefined : t.onlyFirst(state.onlyFirst)}
					values={values}
					options={state.adopted.map(option)}
				/>
			)}
			{state.open.length > 0 && (
				<Checkboxes
					name="chosen[]"
					id="chosen-open"
					label={t.open}
					hint={t.openHint}
					values={values}
					options={state.open.map(option)}
				/>
			)}
			{part.count > 1 && (
				<p class="hint">{t.part(part.before + 1, Math.min(part.total, part.before + OPEN_AT_ONCE), part.total)}</p>
			)}
			<ButtonRow>
				<Button look="secondary">{t.see}</Button>
				<PartButtons part={part} />
			</ButtonRow>
		</>
	)
}

/** A text of more parts is shown as a whole to whoever asks for it. */
const WHOLE = 120

/** How the text becomes, and what becomes of each amendment by it. */
function Result(props: Props) {
	const { data, form, lang, state } = props
	const { made, chosen, unchosen } = state
	const t = mergingWords(lang)
	const numbered = amendmentWords(lang).number
	const cameOf = ({ id }: AmendmentRow) => made.came.get(id)?.how ?? 'none'
	const changed = chosen.some((each) => cameOf(each) === 'changed')
	const unasked = made.asked.filter(({ choice }) => choice === null)
	const stuck = unasked.every((each) => isWithoutChoice(each, data, lang))
	const isWhole = made.wanted.length <= WHOLE || form.typed?.whole !== undefined
	const isLetGo = form.rejection?.code === 'losesPlace' || form.typed?.letGo !== undefined
	return (
		<section aria-labelledby="result">
			<h2 id="result">{t.result}</h2>
			<p class="hint">
				{t.resultHint}
				{unchosen > 0 && ` ${t.standsUntilChosen}`}
			</p>
			<MergedText {...props} state={state} />
			{!isWhole && (
				<ButtonRow>
					<Button look="quiet" name="whole" value="1">
						{t.showWhole}
					</Button>
				</ButtonRow>
			)}
			{isWhole && (
				<Details summary={t.wholeText} open={form.typed?.whole !== undefined}>
					<Sheet>
						<StatementText
							language={data.header.statement.language}
							blocks={made.wanted.map(({ content }) => content)}
							idPrefix="w-"
						/>
					</Sheet>
				</Details>
			)}
			{unchosen > 0 ? (
				<Sentence tone="warning">{stuck ? t.untickFirst : t.notYet}</Sentence>
			) : (
				<>
					<h2>{t.becomes}</h2>
					<ul>
						{chosen.map((each) => (
							<li>
								<strong>{amendmentWords(lang).from(each.number, each.association)}</strong>: {t.outcomes[cameOf(each)]}
							</li>
						))}
					</ul>
					{state.apartAfter.length > 0 && <p>{t.apartAfter(state.apartAfter.map(({ number }) => numbered(number)))}</p>}
				</>
			)}
			{(changed || form.typed?.note !== undefined) && (
				<TextArea name="note" label={t.note} hint={t.noteHint} rows={3} optional={!changed} />
			)}
			{isLetGo && <Checkbox name="letGo" label={t.letGo} hint={t.letGoHint} />}
			{unchosen === 0 && <p class="hint">{t.saveMeans}</p>}
			<ButtonRow>
				{unchosen === 0 ? (
					<Button name="save" value="1">
						{t.save}
					</Button>
				) : (
					<Button>{stuck ? t.see : t.seeChosen}</Button>
				)}
			</ButtonRow>
		</section>
	)
}

type ApartProps = Props & { readonly what: 'inTheWay' | 'there'; readonly isPart: boolean }

/** Those that do not go with the text, and those whose words stand in it already; of the open ones those of the part that is shown. */
function Apart({ lang, params, state, what, isPart }: ApartProps) {
	if (state[what].length === 0) return null
	const t = mergingWords(lang)
	return (
		<section>
			<h2>{t[what]}</h2>
			<p class="hint">
				{t[`${what}Hint`]}
				{isPart && ` ${t.onlyPart}`}
			</p>
			<ul>
				{state[what].map(({ id, number, association }) => (
					<li>
						<a href={href(routes.amendment, { ...params, amendment: id })}>
							{amendmentWords(lang).from(number, association)}
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}

/** What was merged before, each act with the way back. */
function Earlier({ data, form, lang, params }: MergingProps) {
	const t = mergingWords(lang)
	const { number } = amendmentWords(lang)
	if (data.earlier.length === 0) return null
	const acts = [...Map.groupBy(data.earlier, ({ actId }) => actId)]
	return (
		<section>
			<h2>{t.earlier}</h2>
			<p class="hint">{t.undoMeans}</p>
			<ul>
				{acts.map(([actId, all]) => {
					const what = formatList(
						lang,
						all.map((each) => number(each.number)),
					)
					return (
						<li>
							{t.mergedOn(what, formatDateTime(lang, all[0]?.at ?? 0))}
							<Form action={href(routes.mergingUndoing, { ...params, merging: actId })} form={form}>
								<Button look="quiet">
									{t.undo}
									<span class="vh">{t.undoOf(what)}</span>
								</Button>
							</Form>
						</li>
					)
				})}
			</ul>
		</section>
	)
}
