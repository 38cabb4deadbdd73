import { seatsBefore } from '#domain/deciding/entitled.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { BallotView } from '#read/deciding/deciding.ts'
import { href, routes } from '#routes'
import { formFor, typedValue } from '#ui/form-state.ts'
import type { BallotParams, PageView } from '#ui/page-view.ts'
import { VoteChoice } from '#ui/parts/big-choice.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details, Notice } from '#ui/parts/notice.tsx'
import { choiceWordsOf, putIn } from './matter.tsx'

type VoteFormProps = PageView<BallotView, BallotParams> & {
	readonly association: { readonly id: AssociationId; readonly name: string }
}

/** One association's vote: what can be added first, the buttons last. */
export function VoteForm(props: VoteFormProps) {
	const { association, data, lang, params, viewer } = props
	const { ballot } = data
	const t = catalogue(lang).ballot
	const form = formFor(association.id, props.form)
	const vote = data.votes.find((each) => each.associationId === association.id)
	const secret = ballot.bylaws.secrecy === 'secret'
	const put = putIn(data.matter)
	const turnedOut = data.turnout.includes(association.id)
	const deputyOnly = !seatsBefore(viewer.seats, ballot).some(
		(seat) => seat.associationId === association.id && seat.role === 'delegate',
	)
	const id = (name: string) => `${name}-${association.id}`
	if (secret && turnedOut) {
		return (
			<section id={`vote-${association.id}`}>
				<Notice tone="success">{t.secretDone(association.name)}</Notice>
			</section>
		)
	}
	return (
		<section id={`vote-${association.id}`} class="vote no-print">
			<h2>{t.voteFor(association.name)}</h2>
			{deputyOnly && <p>{t.deputyHint}</p>}
			<Form
				action={href(secret ? routes.papers : routes.votes, params)}
				form={form}
				values={{ associationId: association.id, textHash: ballot.textHash }}
			>
				{!secret && put.length === 0 && (
					<Details summary={t.dissentSummary} open={Boolean(typedValue(form, 'dissent', vote?.dissent?.text))}>
						<Radios
							id={id('dissentKind')}
							name="dissentKind"
							label={t.dissentKind}
							value={vote?.dissent?.kind ?? 'reservation'}
							options={[
								{ value: 'reservation', label: t.reservation, hint: t.reservationHint },
								{ value: 'separateOpinion', label: t.separateOpinion, hint: t.separateOpinionHint },
							]}
						/>
						<TextArea
							id={id('dissent')}
							name="dissent"
							label={t.dissentText}
							hint={t.dissentHint}
							optional
							value={vote?.dissent?.text}
							autosave={`dissent-${ballot.id}-${association.id}`}
						/>
					</Details>
				)}
				{secret && <p>{t.secretHint}</p>}
				<VoteChoice
					legend={t.legend(formatLongDateTime(lang, ballot.closesAt))}
					association={association.name}
					current={vote?.signs ? 'yesAndSign' : vote?.choice}
					signs={!secret && ballot.bylaws.yesCarriesSignoff}
					words={choiceWordsOf(put, lang)}
				/>
			</Form>
		</section>
	)
}
