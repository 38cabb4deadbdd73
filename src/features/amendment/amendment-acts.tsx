import { ACTS } from '#domain/acts.ts'
import { AMENDMENT_OUTCOMES, isDecided } from '#domain/amendment/state.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { VOTERS } from '#domain/members/seats.ts'
import { amendmentBallotWords, amendmentWords } from '#i18n/amendments.ts'
import { href, routes } from '#routes'
import { formFor } from '#ui/form-state.ts'
import { Button, SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { isAsked, isPreferred, isVotedOnInSecret } from './ballots-on-it.tsx'
import type { AmendmentProps } from './props.tsx'

/** What the viewer can do about an amendment: put it forward, reword it, withdraw it; join it; decide on it. */
export function AmendmentActs(props: AmendmentProps) {
	const { data, viewer } = props
	const { amendment, header } = data
	const may = (act: DeclaredAct, associationId: AssociationId | null) =>
		offers(act, viewer, { stage: header.statement.stage, associationId })
	// While associations are asked about it, its words stand; what all have adopted nobody takes back.
	const isFree = !isAsked(amendment) && amendment.adoptedBy === null
	return (
		<div class="no-print">
			{isFree && may(ACTS.withdrawAmendment, amendment.associationId) && <Own {...props} />}
			{amendment.state === 'open' &&
				viewer.associations
					.filter(
						({ id }) => id !== amendment.associationId && may(ACTS.joinAmendment, id) && !isVotedOnInSecret(amendment),
					)
					.map((association) => <Join {...props} association={association} />)}
			{may(ACTS.decideAmendment, null) && isFree && <Decide {...props} />}
		</div>
	)
}

/** What those of the association whose it is can do. */
function Own({ data, form, lang, params, viewer }: AmendmentProps) {
	const { amendment } = data
	const t = amendmentWords(lang)
	const prepared = amendment.state === 'prepared'
	const speaks = viewer.seats.some(
		({ role, associationId }) => associationId === amendment.associationId && VOTERS.includes(role),
	)
	const mine = amendment.personId === viewer.person?.id
	if (!prepared && !(speaks && amendment.state === 'open')) return null
	return (
		<>
			{prepared && speaks && (
				<Form action={href(routes.amendmentForwarding, params)} form={form} values={{ versionId: amendment.versionId }}>
					<p class="hint">{t.putForwardMeans}</p>
					<SubmitRow>{t.putForward}</SubmitRow>
				</Form>
			)}
			<p class="acts">
				<a href={href(routes.amendmentWording, params)}>{t.change}</a>
				{(speaks || mine) && <a href={href(routes.amendmentWithdrawal, params)}>{prepared ? t.discard : t.withdraw}</a>}
			</p>
		</>
	)
}

type JoinProps = AmendmentProps & { readonly association: { readonly id: AssociationId; readonly name: string } }

/** An association joins, joins the new words, or leaves: one button of each. */
function Join({ data: { amendment }, form, lang, params, association: { id, name } }: JoinProps) {
	const t = amendmentWords(lang)
	const joined = amendment.joined.find(({ associationId }) => associationId === id)
	const values = { associationId: id, versionId: amendment.versionId }
	const own = formFor(id, form)
	return (
		<>
			{joined?.versionId !== amendment.versionId && (
				<Form action={href(routes.amendmentJoinings, params)} form={own} values={values}>
					{joined ? <Sentence>{t.askedAgain}</Sentence> : <p class="hint">{t.joinMeans}</p>}
					<SubmitRow>{(joined ? t.joinAgain : t.join)(name)}</SubmitRow>
				</Form>
			)}
			{joined && (
				<Form action={href(routes.amendmentLeavings, params)} form={own} values={{ associationId: id }}>
					<Button look="secondary">{t.leave(name)}</Button>
				</Form>
			)}
		</>
	)
}

/** Chair and secretary note what becomes of it, or take that back. */
function Decide({ data: { amendment }, form, lang, params }: AmendmentProps) {
	const t = amendmentWords(lang)
	if (isDecided(amendment.state)) {
		if (amendment.decidedIn !== null) return null
		return (
			<Form action={href(routes.amendmentReopening, params)} form={form}>
				<Button look="secondary">{t.reopen}</Button>
			</Form>
		)
	}
	if (amendment.state !== 'open' || isAsked(amendment)) return null
	const preferred = isPreferred(amendment)
	const values = { versionId: amendment.versionId, ...(preferred && { outcome: 'adopted' }) }
	return (
		<section>
			<h2>{t.decide}</h2>
			<Form action={href(routes.amendmentDecision, params)} form={form} values={values}>
				{preferred && <p>{amendmentBallotWords(lang).isPreferred}</p>}
				{!preferred && (
					<Radios
						name="outcome"
						label={t.fields.outcome}
						options={AMENDMENT_OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }))}
					/>
				)}
				<TextArea
					name="note"
					label={preferred ? amendmentBallotWords(lang).adoptNote : t.fields.note}
					hint={preferred ? amendmentBallotWords(lang).adoptNoteHint : t.fields.noteHint}
					rows={3}
					optional
					autosave={`decision-${amendment.id}`}
				/>
				<p class="hint">{t.decideMeans}</p>
				<SubmitRow>{preferred ? amendmentBallotWords(lang).adopt : t.decideNow}</SubmitRow>
			</Form>
		</section>
	)
}
