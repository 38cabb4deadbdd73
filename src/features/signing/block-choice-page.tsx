import { ACTS } from '#domain/acts.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import { offers } from '#domain/members/authority.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { catalogue } from '#i18n/index.ts'
import { standardWords } from '#i18n/standard-texts.ts'
import { inlineText } from '#markup/inline.ts'
import type { SignoffView } from '#read/deciding/deciding.ts'
import type { RedactableView } from '#read/publication/redactable.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { DateField, Select, TextArea, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { Written } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

type EditorialProps = PageView<SignoffView, StatementParams>
type RedactionProps = PageView<RedactableView, StatementParams>

const DAY = 24 * 60 * 60 * 1000
const SIGNING_DAYS = 7
const GLIMPSE = 80

/** Mends a slip after the vote: which block, its new text, and why. */
export function EditorialChangePage(props: EditorialProps) {
	const { data, form, lang, now, params, query, viewer } = props
	const { header, blocks } = data
	const t = catalogue(lang).signoff.editorial
	const allowed =
		offers(ACTS.makeEditorialChange, viewer, header.statement) && data.ballot?.bylaws.editorialChanges === true
	const editable = blocks.filter((block) => 'text' in block.content)
	const chosen = editable.find((block) => block.blockId === typedValue(form, 'blockId', query.get('block') ?? ''))
	return (
		<StatementPage view={props} header={header} tab="signoffs" title={t.title}>
			{!allowed && <EmptyState title={t.notAllowed}>{t.notAllowedHint}</EmptyState>}
			{allowed && !chosen && (
				<>
					<p>{t.means}</p>
					<h2>{t.whichBlock}</h2>
					<ol>
						{editable.map((block) => (
							<li>
								<a href={href(routes.editorialChange, params, { block: block.blockId })}>
									<Written>{glimpse(block)}</Written>
								</a>
							</li>
						))}
					</ol>
				</>
			)}
			{allowed && chosen && (
				<>
					<Sentence tone="warning">{t.means}</Sentence>
					<Form action={href(routes.editorialChange, params)} form={form} values={{ blockId: chosen.blockId }}>
						<TextArea name="text" label={t.text} rows={6} value={'text' in chosen.content ? chosen.content.text : ''} />
						<TextField name="note" label={t.note} hint={t.noteHint} />
						<DateField
							name="signoffDueOn"
							label={catalogue(lang).ballot.signoffDueOn}
							value={swedishDate(now + SIGNING_DAYS * DAY)}
						/>
						<SubmitRow cancel={href(routes.signoffs, params)}>{t.button}</SubmitRow>
					</Form>
				</>
			)}
		</StatementPage>
	)
}

/** Withholds a block of a published text. */
export function RedactionPage(props: RedactionProps) {
	const { data, form, lang, params, query } = props
	const { header, blocks, salted } = data
	const t = catalogue(lang).signoff.redaction
	const { namesStay, namesGuessed } = catalogue(lang).publication
	return (
		<StatementPage view={props} header={header} tab="history" title={t.title}>
			{query.get('done') === 'redacted' && (
				<Sentence tone="success" live>
					{t.done}
				</Sentence>
			)}
			<p>{t.means}</p>
			<p>{salted ? namesStay : namesGuessed}</p>
			{data.repeatedIn.length > 0 && (
				<Sentence tone="warning">
					{standardWords(lang).withheld}{' '}
					{data.repeatedIn.map(({ id, name }, index) => (
						<>
							{index > 0 && ', '}
							<a href={href(routes.standardText, { coalition: params.coalition, text: id })}>{name}</a>
						</>
					))}
				</Sentence>
			)}
			<Form action={href(routes.redactions, params)} form={form}>
				<Select
					name="blockId"
					label={t.whichBlock}
					options={blocks.map((block) => ({ value: block.blockId, label: glimpse(block) }))}
				/>
				<TextField name="ground" label={t.ground} hint={t.groundHint} />
				<SubmitRow look="danger">{t.button}</SubmitRow>
			</Form>
		</StatementPage>
	)
}

/** Enough of a block to know it by. */
function glimpse({ content }: BlockVersion): string {
	const text = inlineText(textsOf(content).join(' '))
	return text.length > GLIMPSE ? `${text.slice(0, GLIMPSE)} …` : text
}
