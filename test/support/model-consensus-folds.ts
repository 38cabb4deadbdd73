import type { EventType } from '#domain/event.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import type { Model } from './model.ts'
import type { ModelList } from './model-amendment.ts'
import { noteAmendmentReminder, roleOf, statementOf } from './model-changes.ts'
import type { Entry, Of } from './model-entry.ts'

type ConsensusType = Extract<EventType, `consensusList${string}`>
type Folds = { readonly [Type in ConsensusType]: (model: Model, entry: Of<Type>) => void }

function listOf(model: Model, entry: Entry & { readonly payload: { readonly listId: string } }): ModelList {
	const list = statementOf(model, entry).lists.find(({ id }) => id === entry.payload.listId)
	if (!list) throw new Error(`${entry.payload.listId} is not there`)
	return list
}

/** What becomes of lists of amendments that are asked about in one question. */
export const consensusFolds: Folds = {
	consensusListOpened: (model, entry) => {
		const { listId: id, ...opened } = entry.payload
		const reminders = { remindAt: entry.at, lastAt: null }
		const asking = { answers: [], settledAt: null, cancelledAt: null, outcomes: new Map(), reminders }
		const statementId = entry.statementId as StatementId
		statementOf(model, entry).lists.push({ ...opened, ...asking, id, statementId, openedAt: entry.at })
	},
	consensusListAnswered: (model, entry) => {
		const { associationId, objections } = entry.payload
		const list = listOf(model, entry)
		const others = list.answers.filter((each) => each.associationId !== associationId)
		list.answers = [...others, { associationId, objections, role: roleOf(model, entry.seatId) }]
	},
	consensusListReminded: (model, entry) => noteAmendmentReminder(listOf(model, entry).reminders, entry),
	consensusListCancelled: (model, entry) => {
		listOf(model, entry).cancelledAt = entry.at
	},
	consensusListSettled: (model, entry) => {
		const outcomes = new Map(entry.payload.outcomes.map(({ amendmentId, outcome }) => [amendmentId, outcome]))
		Object.assign(listOf(model, entry), { settledAt: entry.at, outcomes })
	},
}
