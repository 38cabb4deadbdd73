import { ACTS } from '#domain/acts.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue } from '#i18n/index.ts'
import type { FollowUpView } from '#read/publication/follow-up.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { DateField, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { SoFar } from './outcomes-so-far.tsx'

type Props = PageView<FollowUpView, StatementParams>

/** What came of each position, over the years; and for chair and secretary the form in which it is recorded. */
export function OutcomesPage(props: Props) {
	const { viewer, data, form, lang, now, params, query } = props
	const { header, positions, documents, expected } = data
	const t = catalogue(lang).outcomes
	const may = offers(ACTS.recordOutcomes, viewer, header.statement)
	const told = new Map(Object.entries(t.done)).get(query.get('done') ?? '')
	return (
		<StatementPage view={props} header={header} tab="signoffs" title={t.title} does={ACTS.recordOutcomes}>
			{told !== undefined && (
				<Sentence tone="success" live>
					{told}
				</Sentence>
			)}
			{expected && <p>{t.awaits(expected.what, expected.on)}</p>}
			{positions.length === 0 ? (
				<EmptyState title={t.noPositions}>{t.noPositionsWhat}</EmptyState>
			) : (
				<>
					{may && <p class="lead">{t.lead}</p>}
					<SoFar
						language={header.statement.language}
						positions={positions}
						documents={documents}
						correction={may ? (document) => href(routes.outcomeCorrection, { ...params, document }) : null}
					/>
					{may && (
						<section class="wide">
							<h2>{t.record}</h2>
							<OutcomeForm action={href(routes.outcomes, params)} form={form} now={now} positions={positions} />
						</section>
					)}
				</>
			)}
			{may && <Expectation {...props} />}
		</StatementPage>
	)
}

function Expectation({ data: { expected }, form, lang, now, params }: Props) {
	const t = catalogue(lang).outcomes
	return (
		<section>
			<h2>{t.expect}</h2>
			<p>{t.expectWhat}</p>
			<Form action={href(routes.outcomeExpectation, params)} form={form}>
				<TextField name="expected" label={t.expected} hint={t.expectedHint} optional value={expected?.what} />
				<DateField name="expectedOn" label={t.expectedOn} optional value={expected?.on} min={swedishDate(now)} />
				<SubmitRow look="secondary">{t.expectSave}</SubmitRow>
			</Form>
		</section>
	)
}

/** What a document tells, to be recorded anew. */
export function CorrectionPage(props: PageView<FollowUpView, StatementParams & { readonly document: string }>) {
	const { data, form, lang, now, params } = props
	const t = catalogue(lang).outcomes
	const before = data.documents.find(({ documentId }) => documentId === params.document)
	const title = before?.document.title ?? ''
	return (
		<StatementPage
			view={props}
			header={data.header}
			tab="signoffs"
			title={t.correct(title)}
			does={ACTS.correctOutcomes}
		>
			<p>{t.correctWhat}</p>
			<section class="wide">
				<OutcomeForm
					action={href(routes.outcomeCorrection, params)}
					form={form}
					now={now}
					positions={data.positions}
					{...(before && { before })}
					cancel={href(routes.outcomes, params)}
				/>
			</section>
		</StatementPage>
	)
}
