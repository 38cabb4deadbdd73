import { swedishDate } from '#domain/kernel/calendar.ts'
import {
	DOCUMENT_KINDS,
	type DocumentOutcomes,
	POSITION_OUTCOMES,
	type RecordedOutcome,
} from '#domain/publication/outcome.ts'
import { catalogue } from '#i18n/index.ts'
import type { FollowUpView } from '#read/publication/follow-up.ts'
import { type FormState, typedValue } from '#ui/form-state.ts'
import { useLanguage } from '#ui/language.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { DateField, TextArea, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details } from '#ui/parts/notice.tsx'
import { SubPoints } from '#ui/parts/sub-points.tsx'
import { Written } from '#ui/parts/written.tsx'
import { excerpt, plainText } from './plain-text.tsx'

type OutcomeFormProps = {
	readonly action: string
	readonly form: FormState
	readonly now: number
	readonly positions: FollowUpView['positions']
	/** What is recorded from the document, where it is read again. */
	readonly before?: DocumentOutcomes
	readonly cancel?: string
}

/** One document, and what it says of each position. */
export function OutcomeForm({ action, form, now, positions, before, cancel }: OutcomeFormProps) {
	const t = catalogue(useLanguage()).outcomes
	const recorded = new Map((before?.outcomes ?? []).map((outcome) => [outcome.number, outcome]))
	const document = before?.document
	// Where it says something else of a document it stands right under the page's own title.
	const Heading = before === undefined ? 'h3' : 'h2'
	return (
		<Form action={action} form={form}>
			<Radios
				name="kind"
				label={t.kind}
				value={document?.kind ?? 'decision'}
				options={DOCUMENT_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
				row={null}
			/>
			<TextField name="title" label={t.documentTitle} hint={t.documentTitleHint} value={document?.title} />
			<TextField name="url" type="url" label={t.url} hint={t.urlHint} optional value={document?.url} />
			<DateField name="datedOn" label={t.datedOn} value={document?.datedOn} max={swedishDate(now)} />
			<Heading>{t.each}</Heading>
			<div class="choice-rows">
				{positions.map((position) => (
					<PositionRow form={form} position={position} was={recorded.get(position.number)} />
				))}
			</div>
			<SubmitRow {...(cancel === undefined ? {} : { cancel })}>{t.save}</SubmitRow>
		</Form>
	)
}

/** How much of a position is read beside the choices: enough to know it by. The whole is behind the fold. Characters. */
const KNOWN_BY = 60

type PositionRowProps = {
	readonly form: FormState
	readonly position: FollowUpView['positions'][number]
	/** What is recorded of it from the document, where that is read again. */
	readonly was: RecordedOutcome | undefined
}

/** What the document says of a position, in a row; and behind a fold where it says so, and the position whole. */
function PositionRow({ form, position: { number, text, subPoints }, was }: PositionRowProps) {
	const t = catalogue(useLanguage()).outcomes
	const [page, note] = [`page-${number}`, `note-${number}`]
	const said = typedValue(form, page, was?.page) || typedValue(form, note, was?.note)
	return (
		<Radios
			name={`outcome-${number}`}
			label={`${number}. ${excerpt(text, KNOWN_BY)}`}
			labelWritten
			value={was?.outcome ?? ''}
			options={[
				...POSITION_OUTCOMES.map((value) => ({ value, label: t.names[value] })),
				{ value: '', label: t.notInIt },
			]}
			row={
				<Details summary={t.more(number)} open={Boolean(said)}>
					<p>
						<Written>{plainText(text)}</Written>
					</p>
					{subPoints.length > 0 && <SubPoints points={subPoints.map(plainText)} />}
					<TextField name={page} width="short" label={t.page(number)} hint={t.pageHint} optional value={was?.page} />
					<TextArea name={note} rows={2} label={t.note(number)} optional value={was?.note} />
				</Details>
			}
		/>
	)
}
