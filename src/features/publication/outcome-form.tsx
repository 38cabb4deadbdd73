import { swedishDate } from '#domain/kernel/calendar.ts'
import { DOCUMENT_KINDS, type DocumentOutcomes, POSITION_OUTCOMES } from '#domain/publication/outcome.ts'
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
import { plainText } from './plain-text.tsx'

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
	return (
		<Form action={action} form={form}>
			<Radios
				name="kind"
				label={t.kind}
				value={document?.kind ?? 'decision'}
				options={DOCUMENT_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
			/>
			<TextField name="title" label={t.documentTitle} hint={t.documentTitleHint} value={document?.title} />
			<TextField name="url" type="url" label={t.url} hint={t.urlHint} optional value={document?.url} />
			<DateField name="datedOn" label={t.datedOn} value={document?.datedOn} max={swedishDate(now)} />
			{positions.map(({ number, text, subPoints }) => {
				const was = recorded.get(number)
				const [page, note] = [`page-${number}`, `note-${number}`]
				const said = typedValue(form, page, was?.page) || typedValue(form, note, was?.note)
				return (
					<>
						<Radios
							name={`outcome-${number}`}
							label={`${number}. ${plainText(text)}`}
							about={subPoints.length > 0 && <SubPoints points={subPoints.map(plainText)} />}
							value={was?.outcome ?? ''}
							options={[
								...POSITION_OUTCOMES.map((value) => ({ value, label: t.names[value] })),
								{ value: '', label: t.notInIt },
							]}
						/>
						<Details summary={t.more(number)} open={Boolean(said)}>
							<TextField
								name={page}
								width="short"
								label={t.page(number)}
								hint={t.pageHint}
								optional
								value={was?.page}
							/>
							<TextArea name={note} rows={3} label={t.note(number)} optional value={was?.note} />
						</Details>
					</>
				)
			})}
			<SubmitRow {...(cancel === undefined ? {} : { cancel })}>{t.save}</SubmitRow>
		</Form>
	)
}
