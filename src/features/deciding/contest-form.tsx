import { type Contest, SAID_VOTES, type SaidVote } from '#domain/deciding/contest.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { catalogue } from '#i18n/index.ts'
import type { BallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import { formFor, typedValue } from '#ui/form-state.ts'
import type { BallotParams, PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details } from '#ui/parts/notice.tsx'
import type { Unsaid } from './forms.ts'

const UNSAID: Unsaid = 'unsaid'

type ContestFormProps = PageView<BallotView, BallotParams> & {
	readonly association: { readonly id: AssociationId; readonly name: string }
	/** How the association is said to have voted. */
	readonly entered: SaidVote
	/** What it said before, and took back. */
	readonly contest: Contest | undefined
}

/** One press says that the vote is not right; how it was can be added, and need not be. */
export function ContestForm({ association, data, lang, params, entered, contest, ...props }: ContestFormProps) {
	const t = catalogue(lang).meeting
	const form = formFor(association.id, props.form)
	const others = SAID_VOTES.filter((voted) => voted !== entered)
	const filled = typedValue(form, 'reason', contest?.reason) !== '' || typedValue(form, 'voted', UNSAID) !== UNSAID
	return (
		<Form action={href(routes.contests, params)} form={form} values={{ associationId: association.id }}>
			<Details summary={t.howItWas} open={filled}>
				<Radios
					id={`voted-${association.id}`}
					name="voted"
					label={t.howVoted}
					value={contest?.voted ?? UNSAID}
					options={[...others, UNSAID].map((value) => ({ value, label: t.options[value] }))}
				/>
				<TextArea
					id={`reason-${association.id}`}
					name="reason"
					label={t.reason}
					hint={t.reasonHint}
					optional
					rows={3}
					value={contest?.reason}
					autosave={`contest-${data.ballot.id}-${association.id}`}
				/>
			</Details>
			<SubmitRow look="danger">{t.notRight}</SubmitRow>
		</Form>
	)
}
