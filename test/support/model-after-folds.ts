import type { EventType } from '#domain/event.ts'
import type { OlderId, SeatId, StatementId } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import type { OlderContested } from '#domain/publication/older.ts'
import type { DocumentOutcomes } from '#domain/publication/outcome.ts'
import type { After } from './model-after.ts'
import { get } from './model-changes.ts'
import type { Entry, Of } from './model-entry.ts'

type Told = { readonly after: After; readonly seats: readonly { readonly id: string; readonly role: Role }[] }

type AfterType =
	| Extract<
			EventType,
			`older${string}` | `withheld${string}` | `outcome${string}` | `response${string}` | `reply${string}`
	  >
	| 'markedAsSent'
	| 'redacted'

type Folds = { readonly [Type in AfterType]: (model: Told, entry: Of<Type>) => void }

const statementIn = ({ statementId }: Entry) => statementId as StatementId

function recorded({ documents }: After, source: StatementId | OlderId, told: DocumentOutcomes): void {
	const { documentId, document, outcomes } = told
	const known = documents.get(source) ?? []
	const other = known.filter((each) => each.documentId !== documentId)
	documents.set(source, [...other, { documentId, document, outcomes }])
}

type Words = {
	readonly standing: boolean
	readonly reason: string
	readonly seatId: SeatId | null
	readonly at: number
	readonly from?: OlderId
}

function said({ seats, after }: Told, { olderId, associationId }: OlderContested, words: Words): void {
	const older = get(after.older, olderId)
	const role = seats.find(({ id }) => id === words.seatId)?.role ?? null
	older.contests.set(associationId, { from: null, ...words, role, of: older.content })
}

/** `reason`: null where it is taken back. */
function ofWithheld(
	{ seats, after: { withheldWords } }: Told,
	entry: Of<'withheldContested'> | Of<'withheldContestTakenBack'>,
	reason: string | null,
): void {
	const words = withheldWords.get(statementIn(entry)) ?? new Map()
	const role = seats.find(({ id }) => id === entry.seatId)?.role ?? null
	words.set(entry.payload.associationId, { standing: reason !== null, reason: reason ?? '', role, at: entry.at })
	withheldWords.set(statementIn(entry), words)
}

export const afterFolds: Folds = {
	olderImported: ({ after }, { payload: { olderId: id, year, number, place, content }, at }) => {
		const placed = { id, year, number, place }
		after.older.set(id, { ...placed, content, importedAt: at, removedAt: null, contests: new Map() })
	},
	olderCorrected: ({ after: { older } }, { payload: { olderId, content } }) => {
		older.set(olderId, { ...get(older, olderId), content, removedAt: null })
	},
	olderRemoved: ({ after: { older } }, { payload: { olderId }, at: removedAt }) => {
		older.set(olderId, { ...get(older, olderId), removedAt })
	},
	olderContested: (model, { payload, seatId, at }) =>
		said(model, payload, { standing: true, reason: payload.reason, seatId, at }),
	olderContestTakenBack: (model, { payload, seatId, at }) =>
		said(model, payload, { standing: false, reason: '', seatId, at }),
	olderContestCarried: (model, { payload: { reason, seatId, saidAt: at, from, ...on } }) =>
		said(model, on, { standing: true, reason, seatId, at, from }),
	olderContestParted: (model, { payload, at }) =>
		said(model, payload, { standing: false, reason: '', seatId: null, at, from: payload.from }),
	olderOutcomesRecorded: ({ after }, { payload }) => recorded(after, payload.olderId, payload),
	olderOutcomesCorrected: ({ after }, { payload }) => recorded(after, payload.olderId, payload),
	outcomesRecorded: ({ after }, entry) => recorded(after, statementIn(entry), entry.payload),
	outcomesCorrected: ({ after }, entry) => recorded(after, statementIn(entry), entry.payload),
	outcomeExpected: ({ after }, entry) => void after.expected.set(statementIn(entry), entry.payload.on),
	redacted: ({ after: { withheld } }, entry) => {
		withheld.set(statementIn(entry), [...(withheld.get(statementIn(entry)) ?? []), entry.payload.blockId])
	},
	withheldContested: (model, entry) => ofWithheld(model, entry, entry.payload.reason),
	withheldContestTakenBack: (model, entry) => ofWithheld(model, entry, null),
	markedAsSent: ({ after }, entry) => void after.dispatched.set(statementIn(entry), entry.at),
	responseSent: ({ after }, entry) => {
		const { responseId: id } = entry.payload
		after.letters.set(id, { id, statementId: statementIn(entry), outcome: null, at: entry.at })
	},
	responseDelivered: ({ after: { letters } }, { payload: { responseId, outcome } }) => {
		letters.set(responseId, { ...get(letters, responseId), outcome })
	},
	replyTaken: ({ after }, entry) => {
		const { replyId: id, responseId } = entry.payload
		after.replies.set(id, { id, responseId, statementId: statementIn(entry), status: 'waiting' })
	},
	replyChecked: ({ after: { replies } }, { payload: { replyId, belongs } }) => {
		replies.set(replyId, { ...get(replies, replyId), status: belongs ? 'kept' : 'aside' })
	},
}
