import { ACTS } from '#domain/acts.ts'
import { STANCES, type StanceChoice } from '#domain/deciding/stance.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { adoptedPositions } from '#domain/position/adopted-position.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { amendmentWords } from '#i18n/amendments.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { inlineText } from '#markup/inline.ts'
import type { StancesPageView } from '#read/deciding/stances.ts'
import type { WithWaiting } from '#read/deciding/waiting.ts'
import { href, routes } from '#routes'
import { CommentFields, speakersOf } from '#ui/comment-fields.tsx'
import { blankForm, formFor, typedValue } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { acrossOf } from '#ui/part.ts'
import { Button, ButtonRow, EnterButton, SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details, EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { SubPoints } from '#ui/parts/sub-points.tsx'
import { WhoIsSilent } from '#ui/parts/who-is-silent.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { type Position, StanceTable } from './stance-table.tsx'

type Props = PageView<WithWaiting<StancesPageView>, StatementParams>

/** What each association thinks of each position: a table of all, and a form for one's own. */
export function StancesPage(props: Props) {
	const { viewer, data, lang, params, query } = props
	const { header, coalition, stances } = data
	const t = catalogue(lang).stances
	const positions = positionsOf(data.blocks)
	const part = acrossOf(coalition.associations, query)
	const own = offers(ACTS.recordStances, viewer, header.statement)
		? viewer.associations.filter(
				({ id }) =>
					offers(ACTS.recordStances, viewer, { associationId: id }) &&
					coalition.associations.some((each) => each.id === id),
			)
		: []
	const said = stances.filter((stance) => stance.associationId === query.get('association'))
	return (
		<StatementPage view={props} header={header} tab="stances" part={part}>
			{query.get('done') === 'stances' && said.length > 0 && (
				<Sentence tone="success" live>
					{t.saved(
						coalition.associations.find(({ id }) => id === query.get('association'))?.name ?? '',
						said.length,
						formatLongDateTime(lang, Math.max(...said.map(({ at }) => at))),
					)}
				</Sentence>
			)}
			{query.get('said') !== null && (
				<Sentence tone="success" live>
					{catalogue(lang).comments.done.made}
				</Sentence>
			)}
			{query.get('done') === 'consultation' && header.statement.stage === 'consulting' && (
				<Sentence tone="success" live>
					{t.sentOut}
				</Sentence>
			)}
			{part.number === 1 && header.statement.stage === 'consulting' && (
				<WhoIsSilent {...props} waiting={data.waiting} />
			)}
			{offers(ACTS.proposeAmendment, viewer, header.statement) && (
				<p class="no-print">
					<a href={href(routes.newAmendment, params, { way: 'position' })}>{amendmentWords(lang).proposePosition}</a>
				</p>
			)}
			{positions.length === 0 ? (
				<EmptyState title={t.noPositions}>{t.noPositionsHint}</EmptyState>
			) : (
				<>
					{own.length > 0 && part.number === 1 && (
						<Details summary={t.wholeText}>
							<Sheet>
								<StatementText
									language={header.statement.language}
									blocks={data.blocks.map(({ content }) => content)}
									idPrefix="text-"
								/>
							</Sheet>
						</Details>
					)}
					{part.number === 1 &&
						own.map((association) => <StancesForm {...props} association={association} positions={positions} />)}
					{part.number === 1 && own.length === 0 && <CommentForm {...props} />}
					<h2>{t.everyone}</h2>
					{header.statement.stage === 'drafting' && <p>{t.notYet}</p>}
					<StanceTable positions={positions} stances={stances} totals={data.totals} part={part} params={params} />
				</>
			)}
		</StatementPage>
	)
}

function StancesForm({
	data,
	form,
	lang,
	params,
	association,
	positions,
}: Props & {
	readonly association: { readonly id: AssociationId; readonly name: string }
	readonly positions: readonly Position[]
}) {
	const t = catalogue(lang).stances
	const mine = formFor(association.id, form)
	const versions = Object.fromEntries(positions.map(({ version }) => [`version-${version.blockId}`, version.id]))
	const taken = new Map(
		data.stances.flatMap((stance) =>
			stance.associationId === association.id ? [[stance.blockId, stance] as const] : [],
		),
	)
	return (
		<section>
			<h2>{t.formTitle(association.name)}</h2>
			<p>
				{t.formHint} {t.becomesPublic}
			</p>
			<Form action={href(routes.stances, params)} form={mine} values={{ associationId: association.id, ...versions }}>
				<EnterButton />
				<ButtonRow>
					<Button name="all" value="support">
						{t.supportAll}
					</Button>
				</ButtonRow>
				<p class="hint">{t.supportAllHint}</p>
				{positions.map(({ number, text, subPoints, version }) => {
					const stance = taken.get(version.blockId)
					const name = `stance-${version.blockId}`
					const reason = `reason-${version.blockId}`
					return (
						<>
							<Radios
								id={`${name}-${association.id}`}
								name={name}
								label={`${number}. ${text}`}
								labelWritten
								about={subPoints.length > 0 && <SubPoints points={subPoints} />}
								hint={stance && stance.versionId !== version.id ? catalogue(lang).ui.matrix.stale : undefined}
								value={stance?.stance}
								options={LARGE.map((value) => ({ value, label: t.names[value] }))}
								more={{ summary: t.otherAnswers, options: SHADES.map((value) => ({ value, label: t.names[value] })) }}
							/>
							<Details summary={t.addReason(number)} open={Boolean(typedValue(mine, reason, stance?.reason))}>
								<TextArea
									id={`${reason}-${association.id}`}
									name={reason}
									label={t.reason(number)}
									optional
									rows={3}
									value={stance?.reason}
									autosave={`stance-${version.blockId}-${association.id}`}
								/>
							</Details>
						</>
					)
				})}
				{data.header.statement.stage === 'consulting' && (
					<TextArea
						id={`text-${association.id}`}
						name="text"
						label={catalogue(lang).comments.yours}
						hint={catalogue(lang).comments.yoursHint}
						optional
						rows={4}
						autosave={`comment-${data.header.statement.id}-${association.id}`}
					/>
				)}
				<SubmitRow look="secondary">{t.save(association.name)}</SubmitRow>
			</Form>
		</section>
	)
}

/** What most answer, and the shades between and beside. */
const LARGE = ['support', 'partial', 'oppose'] as const satisfies readonly StanceChoice[]
const SHADES = STANCES.filter((stance) => !LARGE.some((large) => large === stance))

/** What is to be said of the text by those who comment and take no stance. */
function CommentForm({ data, lang, params, viewer, form }: Props) {
	const t = catalogue(lang).comments
	const { statement } = data.header
	if (viewer.associations.length === 0 || statement.stage !== 'consulting') return null
	return (
		<section>
			<h2>{t.yours}</h2>
			<Form action={href(routes.comments, params)} form={blankForm(form.key)}>
				<CommentFields
					speakers={speakersOf(viewer, lang)}
					label={t.fields.text}
					hint={t.yoursHint}
					autosave={`comment-${statement.id}`}
				/>
				<SubmitRow look="secondary">{t.submit}</SubmitRow>
			</Form>
		</section>
	)
}

function positionsOf(blocks: readonly BlockVersion[]): Position[] {
	return adoptedPositions(blocks.map(({ content }) => content)).flatMap(({ number, text, subPoints, first }) => {
		const version = blocks[first]
		return version
			? [{ number: String(number), text: inlineText(text), subPoints: subPoints.map(inlineText), version }]
			: []
	})
}
