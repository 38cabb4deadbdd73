import type { AssociationId } from '#domain/kernel/id.ts'
import { type Signing, standingSignoffs } from '#domain/signing/signoff.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { SignoffView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import { type FormState, formFor } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { BigChoice } from '#ui/parts/big-choice.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'

type SignoffFormProps = PageView<SignoffView, StatementParams> & {
	readonly signing: Signing
	readonly association: { readonly id: AssociationId; readonly name: string }
}

/** One association's answer about the decided text. */
export function SignoffForm({ form, lang, params, signing, association }: SignoffFormProps) {
	const t = catalogue(lang).signoff
	const shown = formFor(association.id, withReason(form))
	const current = standingSignoffs(signing).find((each) => each.associationId === association.id)
	const now = t.yourAnswerNow
	const words = signing.ballot.track === 'light' ? t.objection : t
	return (
		<section id={`signoff-${association.id}`} class="vote no-print">
			<h2>{words.question(association.name)}</h2>
			<Form
				action={href(routes.signoffs, params)}
				form={shown}
				values={{ associationId: association.id, textHash: signing.statement.textHash ?? '' }}
			>
				<TextArea
					id={`reason-${association.id}`}
					name="reason"
					label={signing.ballot.track === 'light' ? t.reason : t.reasonLabel}
					hint={words.reasonHint}
					optional={signing.ballot.track === 'light'}
					rows={3}
					value={current?.reason}
					autosave={`signoff-${signing.statement.id}-${association.id}`}
				/>
				<BigChoice
					name="answer"
					legend={t.until(formatLongDateTime(lang, signing.dueAt))}
					options={[
						{
							value: 'signed',
							label: words.sign,
							sentence: words.signOff(association.name),
							icon: 'check',
							current: current?.answer === 'signed' ? now : undefined,
						},
						{
							value: 'declined',
							label: words.doNotSign,
							sentence: words.decline(association.name),
							icon: 'cross',
							current: current?.answer === 'declined' ? now : undefined,
						},
					]}
				/>
			</Form>
		</section>
	)
}

/** That a reason is asked for is said where it is to be given. */
function withReason(form: FormState): FormState {
	const whole = form.errors['']
	return form.rejection?.code === 'reasonRequired' && whole !== undefined
		? { ...form, errors: { ...form.errors, reason: whole } }
		: form
}
