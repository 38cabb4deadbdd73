import type { EventType } from '#domain/event.ts'
import type { AmendmentId, AssociationId, StatementId } from '#domain/kernel/id.ts'
import { writtenIn } from '#domain/statement/text-history.ts'
import type { Model, ModelStatement } from './model.ts'
import type { ModelAmendment } from './model-amendment.ts'
import { ballotNamed, get, noteAmendmentReminder, statementOf } from './model-changes.ts'
import type { Entry, Of } from './model-entry.ts'

type AmendmentType = Extract<EventType, `amendment${string}`>
type Folds = { readonly [Type in AmendmentType]: (model: Model, entry: Of<Type>) => void }

const UNDECIDED = { note: null, decidedSeatId: null, decidedAt: null, own: false } as const

/** Something became of an amendment. */
function go(
	model: Model,
	entry: Entry & { readonly payload: { readonly amendmentId: AmendmentId } },
	change: (held: ModelAmendment) => Partial<ModelAmendment>,
): void {
	const { amendments } = statementOf(model, entry)
	const held = get(amendments, entry.payload.amendmentId)
	amendments.set(held.id, { ...held, lastPosition: entry.position, ...change(held) })
}

const without = ({ joined }: ModelAmendment, associationId: AssociationId) =>
	joined.filter((each) => each.associationId !== associationId)

function worded(about: ModelStatement, { payload }: Of<'amendmentMade'> | Of<'amendmentChanged'>) {
	const versions = new Map(about.changes.flatMap(writtenIn).map((version) => [version.id, version]))
	const seen = payload.seen.map(({ id }) => get(versions, id))
	return { versionId: payload.versionId, seen, wanted: payload.wanted }
}

/** What becomes of amendments. */
export const amendmentFolds: Folds = {
	amendmentMade: (model, entry) => {
		const about = statementOf(model, entry)
		const { amendmentId: id, number, associationId, prepared } = entry.payload
		about.amendments.set(id, {
			...{ id, number, associationId, personId: entry.personId, statementId: entry.statementId as StatementId },
			...{ state: prepared ? 'prepared' : 'open', putForward: !prepared, versions: 1, joined: [], merges: [] },
			...{ ...UNDECIDED, ...worded(about, entry), decidedIn: null, lastPosition: entry.position },
		})
	},
	amendmentPutForward: (model, entry) => go(model, entry, () => ({ state: 'open', putForward: true })),
	amendmentChanged: (model, entry) =>
		go(model, entry, ({ versions }) => ({ versions: versions + 1, ...worded(statementOf(model, entry), entry) })),
	amendmentWithdrawn: (model, entry) => go(model, entry, () => ({ state: 'withdrawn' })),
	amendmentJoined: (model, entry) => {
		const { associationId, versionId } = entry.payload
		go(model, entry, (held) => ({ joined: [...without(held, associationId), { associationId, versionId }] }))
	},
	amendmentLeft: (model, entry) => go(model, entry, (held) => ({ joined: without(held, entry.payload.associationId) })),
	amendmentDecided: (model, entry) => {
		const { outcome, note, own, ballotId } = entry.payload
		const by = ballotId === undefined ? { decidedSeatId: entry.seatId } : { decidedIn: ballotId }
		go(model, entry, () => ({ state: outcome, note, own, decidedAt: entry.at, ...by }))
	},
	amendmentPutToBallot: (model, entry) => go(model, entry, () => ({})),
	amendmentBallotReminded: (model, entry) =>
		noteAmendmentReminder(ballotNamed(statementOf(model, entry), entry.payload.ballotId).reminders, entry),
	amendmentReopened: (model, entry) => go(model, entry, () => ({ state: 'open', ...UNDECIDED, decidedIn: null })),
	amendmentMerged: (model, entry) => {
		const { versionId, outcome, note, own, parts, before } = entry.payload
		const { actId, at, position, seatId } = entry
		const asItWas = before.state === outcome && note === ''
		const decided = { state: outcome, note, own, decidedSeatId: seatId, decidedAt: at }
		go(model, entry, ({ merges }) => ({
			merges: [...merges, { actId, at, position, versionId, outcome, parts, before, undone: false }],
			...(asItWas ? {} : decided),
		}))
	},
	amendmentUnmerged: (model, entry) => {
		const { mergedBy, before } = entry.payload
		go(model, entry, ({ merges }) => ({
			merges: merges.map((each) => (each.actId === mergedBy ? { ...each, undone: true } : each)),
			...before,
		}))
	},
}
