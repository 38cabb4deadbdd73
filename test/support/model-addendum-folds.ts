import type { EventType } from '#domain/event.ts'
import type { Addendum } from '#domain/publication/addendum.ts'
import type { Model } from './model.ts'
import { roleOf, statementOf } from './model-changes.ts'
import type { Entry, Of } from './model-entry.ts'

type AddendumType = Extract<EventType, `addendum${string}`>
type Folds = { readonly [Type in AddendumType]: (model: Model, entry: Of<Type>) => void }

function mend(model: Model, entry: Of<AddendumType>, more: (addendum: Addendum) => Partial<Addendum>): void {
	const about = statementOf(model, entry as Entry)
	about.addenda = about.addenda.map((each) => {
		return each.id === entry.payload.addendumId ? { ...each, ...more(each) } : each
	})
}

/** What is added to a published text, in memory. */
export const addendumFolds: Folds = {
	addendumProposed: (model, entry) => {
		const { addendumId: id, ...text } = entry.payload
		const about = statementOf(model, entry)
		about.addenda = [
			...about.addenda,
			{ ...text, id, openedAt: entry.at, takenBackAt: null, ordinal: null, answers: [] },
		]
	},
	addendumAnswered: (model, entry) => {
		const { addendumId: _, ...given } = entry.payload
		const answer = { ...given, role: roleOf(model, entry.seatId), at: entry.at }
		mend(model, entry, ({ answers }) => ({
			answers: [...answers.filter(({ associationId }) => associationId !== given.associationId), answer],
		}))
	},
	addendumTakenBack: (model, entry) => mend(model, entry, () => ({ takenBackAt: entry.at })),
	addendumPublished: (model, entry) => mend(model, entry, () => ({ ordinal: entry.payload.ordinal })),
}
