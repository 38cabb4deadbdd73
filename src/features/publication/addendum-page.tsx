import { ACTS } from '#domain/acts.ts'
import type { Elector } from '#domain/deciding/ballot.ts'
import { hindrance } from '#domain/deciding/entitled.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { ADDENDUM_LAPSES_MS, agreement, answerOf, stateOf } from '#domain/publication/addendum.ts'
import { addendumSegment } from '#domain/publication/addendum-segment.ts'
import { readyToAdd } from '#domain/publication/publish-addendum.ts'
import type { Block } from '#domain/statement/block.ts'
import { addendumWords } from '#i18n/addenda.ts'
import { formatDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import type { AddendumView } from '#read/publication/addenda.ts'
import { href, routes } from '#routes'
import { formFor } from '#ui/form-state.ts'
import { useLanguage } from '#ui/language.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { type Part, partOf } from '#ui/part.ts'
import { BigChoice } from '#ui/parts/big-choice.tsx'
import { Button, ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { AddendumText } from './addendum-text.tsx'

type Props = PageView<AddendumView, StatementParams & { readonly addendum: string }> & {
	/** The published text, with a notice in the place of what is withheld. */
	readonly whole: readonly Block[]
}

/** One correction or withdrawal: what it says, who is asked, and what can be done with it. */
export function AddendumPage(props: Props) {
	const { data, viewer, lang, now, params, query, whole } = props
	const { header, about, addendum } = data
	const t = addendumWords(lang)
	const { kind } = addendum
	const state = stateOf(addendum, now)
	const part = partOf(about.ballot.electorate, query)
	const told = new Map(Object.entries({ ...t.done, answered: t.answered })).get(query.get('done') ?? '')
	const open = state === 'open'
	const electorate = new Set(about.ballot.electorate.map(({ associationId }) => associationId))
	const own = viewer.associations.filter(({ id }) => open && electorate.has(id))
	const asked = { opensAt: addendum.openedAt, bylaws: about.ballot.bylaws }
	const hinders = (id: AssociationId) => hindrance(ACTS.answerAddendum, viewer.seats, asked, id)
	return (
		<StatementPage
			view={props}
			header={header}
			tab="signoffs"
			part={part}
			title={t.proposed(kind, addendum.openedAt)}
			here={href(routes.addendum, params)}
		>
			{told !== undefined && (
				<Sentence tone="success" live>
					{told}
				</Sentence>
			)}
			<Where {...props} />
			<AddendumText
				language={header.statement.language}
				kind={kind}
				reason={addendum.reason}
				whole={whole}
				stretch={addendum.stretch}
				blocks={addendum.blocks.map(({ content }) => content)}
			/>
			{own.map((association) => {
				const why = hinders(association.id)
				if (why === null) return <AnswerForm {...props} association={association} />
				return why === 'since' ? <p>{t.since(association.name)}</p> : null
			})}
			<Answers {...props} part={part} />
			<ForChair {...props} />
		</StatementPage>
	)
}

/** Where it is in its course, and what silence means. */
function Where({ data: { about, addendum, header }, lang, now, params }: Props) {
	const t = addendumWords(lang)
	const { kind, ordinal } = addendum
	const state = stateOf(addendum, now)
	const { agreed, needed } = agreement(about, addendum)
	if (state === 'published' && header.published) {
		const { year, number } = header.published
		const entry = addendumSegment(kind, ordinal ?? 1)
		const at = { coalition: params.coalition, year: String(year), number: String(number), entry }
		return (
			<p>
				<a href={href(routes.publishedAddendum, at)}>{t.seePublished}</a>
			</p>
		)
	}
	return (
		<>
			<p class="lead">{state === 'open' ? t.until(addendum.closesAt) : `${t.states[state]}.`}</p>
			{(state === 'open' || state === 'settled') && (
				<p>{kind === 'correction' ? t.silenceCorrection : t.silenceWithdrawal(agreed, needed)}</p>
			)}
			{addendum.urgent !== null && <p>{t.urgent(addendum.urgent)}</p>}
		</>
	)
}

type AnswerProps = Props & { readonly association: { readonly id: AssociationId; readonly name: string } }

function AnswerForm({ data: { addendum }, form, lang, params, association }: AnswerProps) {
	const t = addendumWords(lang)
	const { kind } = addendum
	const current = answerOf(addendum, association.id)
	const option = (answer: 'agreed' | 'objected') => (current?.answer === answer ? t.answerNow : undefined)
	return (
		<section id={`addendum-${association.id}`} class="vote no-print">
			<h2>{t.question[kind](association.name)}</h2>
			<Form
				action={href(routes.addendumAnswers, params)}
				form={formFor(association.id, form)}
				values={{ associationId: association.id }}
			>
				<TextArea
					id={`reason-${association.id}`}
					name="reason"
					label={catalogue(lang).signoff.reason}
					hint={t.reasonHint}
					optional
					rows={3}
					value={current?.reason}
					autosave={`addendum-${addendum.id}-${association.id}`}
				/>
				<BigChoice
					name="answer"
					legend={t.until(addendum.closesAt)}
					options={[
						{
							value: 'agreed',
							label: t.agree[kind],
							sentence: t.agreeFor[kind](association.name),
							icon: 'check',
							current: option('agreed'),
						},
						{
							value: 'objected',
							label: t.object[kind],
							sentence: t.objectFor[kind](association.name),
							icon: 'cross',
							current: option('objected'),
						},
					]}
				/>
			</Form>
		</section>
	)
}

function Answers({ data: { addendum, about }, now, params, part }: Props & { readonly part: Part<Elector> }) {
	const lang = useLanguage()
	const t = addendumWords(lang)
	const { kind } = addendum
	const open = stateOf(addendum, now) === 'open'
	return (
		<section>
			<h2>{t.whoAnswered}</h2>
			<InParts part={part} to={(number) => href(routes.addendum, params, { part: number })} label={t.whoAnswered}>
				<Table
					caption={t.whoAnswered}
					captionHidden
					columns={[{ label: t.association }, { label: t.answer }, { label: catalogue(lang).ballot.when }]}
					rows={part.items.map(({ associationId, name }) => {
						const given = answerOf(addendum, associationId)
						const without = about.members.includes(associationId) ? 'silent' : 'left'
						const said = given?.answer ?? without
						const tone = said === 'agreed' ? 'good' : said === 'objected' ? 'bad' : open ? 'wait' : 'plain'
						const label = said === 'silent' && open ? t.waiting : t.answers[kind][said]
						return [
							name,
							<>
								<Tag tone={tone}>{label}</Tag>
								{given && given.reason !== '' && <p class="hint">{given.reason}</p>}
							</>,
							given ? formatDateTime(lang, given.at) : '–',
						]
					})}
				/>
			</InParts>
		</section>
	)
}

/** To publish it once that holds; and to take it back until then. */
function ForChair({ data: { about, addendum, header }, viewer, form, lang, now, params }: Props) {
	const t = addendumWords(lang)
	const state = stateOf(addendum, now)
	const may = offers(ACTS.publishAddendum, viewer, header.statement)
	if (!may || state === 'published' || state === 'takenBack') return null
	const ready = readyToAdd(about, addendum, now)
	const awaits = !ready.ok && ready.reason.code === 'awaitingAnswers'
	return (
		<section class="no-print">
			{ready.ok ? (
				<>
					<h2>{t.ready}</h2>
					<p>{t.publishMeans}</p>
					{state === 'settled' && <p>{t.lapses(addendum.closesAt + ADDENDUM_LAPSES_MS)}</p>}
					<Form action={href(routes.addendumPublication, params)} form={form}>
						<SubmitRow>{t.publish[addendum.kind]}</SubmitRow>
					</Form>
				</>
			) : (
				!awaits && <Sentence tone="warning">{refusalSentence(lang, ready.reason)}</Sentence>
			)}
			<Form action={href(routes.addendumTakingBack, params)} form={form}>
				<ButtonRow>
					<Button look="secondary">{t.takeBack}</Button>
					<LinkButton look="quiet" href={href(routes.addenda, params)}>
						{t.title}
					</LinkButton>
				</ButtonRow>
			</Form>
		</section>
	)
}
