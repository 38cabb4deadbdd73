import { objectsField, reasonField } from '#domain/amendment/consensus-answering.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { amendmentWords, consensusWords } from '#i18n/amendments.ts'
import { formatDateTime } from '#i18n/format.ts'
import { href, routes } from '#routes'
import { formFor, typedValue } from '#ui/form-state.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Checkbox } from '#ui/parts/choices.tsx'
import { TextArea } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details } from '#ui/parts/notice.tsx'
import { type ConsensusListProps, ListedAmendment } from './listed-amendment.tsx'

type Props = ConsensusListProps & {
	readonly association: { readonly id: AssociationId; readonly name: string }
	/** The amendments' words stand in the form. */
	readonly words: boolean
}

/** One form for an association: yes to all that is not ticked. */
export function ConsensusAnswer(props: Props) {
	const { data, form, lang, params, association, words } = props
	const { list, amendments } = data
	const t = consensusWords(lang)
	const { from, number: numbered } = amendmentWords(lang)
	const mine = formFor(association.id, form)
	const current = list.answers.find(({ associationId }) => associationId === association.id)
	return (
		<section id={`list-${association.id}`} class="no-print">
			<h2>{t.answerFor(association.name)}</h2>
			{current && (
				<p>
					{current.objections.length === 0
						? t.answeredAll(association.name, formatDateTime(lang, current.at))
						: t.answeredSome(
								association.name,
								current.objections.length,
								amendments.length - current.objections.length,
								formatDateTime(lang, current.at),
							)}
				</p>
			)}
			<Form action={href(routes.consensusAnswers, params)} form={mine} values={{ associationId: association.id }}>
				<p>{t.answerHint}</p>
				{amendments.map((amendment) => {
					const { id, number } = amendment
					const objection = current?.objections.find(({ amendmentId }) => amendmentId === id)
					const [objects, reason] = [objectsField(id), reasonField(id)]
					return (
						<>
							{words && <ListedAmendment {...props} amendment={amendment} />}
							<Checkbox
								id={`${objects}-${association.id}`}
								name={objects}
								label={t.objectTo(association.name, words ? numbered(number) : from(number, amendment.association))}
								checked={objection !== undefined}
							/>
							<Details
								summary={t.reason(numbered(number))}
								open={typedValue(mine, reason, objection?.reason) !== '' || mine.errors[reason] !== undefined}
							>
								<TextArea
									id={`${reason}-${association.id}`}
									name={reason}
									label={t.reason(numbered(number))}
									hint={t.reasonHint}
									optional
									rows={2}
									value={objection?.reason}
									autosave={`list-${list.id}-${id}-${association.id}`}
								/>
							</Details>
						</>
					)
				})}
				<p class="hint">{t.answerMeans}</p>
				<SubmitRow>{t.answer(association.name)}</SubmitRow>
			</Form>
		</section>
	)
}
