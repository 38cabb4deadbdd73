import type { Member } from '#domain/coalition/coalition.ts'
import type { Ballot } from '#domain/deciding/ballot.ts'
import type { EventType } from '#domain/event.ts'
import type { AssociationId, Instant, SeatId, StatementId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Statement } from '#domain/statement/statement.ts'
import type { TextChange } from '#domain/statement/text-history.ts'
import type { Model, ModelBallot, ModelStatement } from './model.ts'
import type { Reminders } from './model-amendment.ts'
import type { Entry, Of } from './model-entry.ts'

// What the entries of a log change in the model, for model-folds.ts.

export function get<Id, Thing>(things: ReadonlyMap<Id, Thing>, id: Id): Thing {
	const thing = things.get(id)
	if (thing === undefined) throw new Error(`${id} is not there`)
	return thing
}

export const statementOf = (model: Model, { statementId }: Entry) => get(model.statements, statementId as StatementId)

export function change(model: Model, entry: Entry, more: Partial<Statement>): void {
	const about = statementOf(model, entry)
	about.statement = { ...about.statement, ...more }
}

export function setMember(model: Model, id: AssociationId, more: Partial<Member>): void {
	const others = model.coalition.associations.filter((each) => each.id !== id)
	const member = { ...model.coalition.associations.find((each) => each.id === id), ...more } as Member
	const associations = [...others, member].sort((one, other) => one.order - other.order)
	model.coalition = { ...model.coalition, associations }
}

/** Its seats are over by then, too. */
export function leaveAt(model: Model, id: AssociationId, leavesAt: Instant | null): void {
	setMember(model, id, { leavesAt })
	for (const seat of model.seats) {
		if (seat.associationId === id) seat.until = earlier(seat.term, leavesAt)
	}
}

const earlier = (one: Instant | null, other: Instant | null) =>
	one === null ? other : other === null ? one : Math.min(one, other)

/** A change of the text, and of it the act that made it. */
export function noteChange(about: ModelStatement, entry: Entry & Pick<TextChange, 'type' | 'payload'>): void {
	about.changes.push({ ...entry } as TextChange)
}

/** By what associations are asked for something about a text, and by what they no longer are. */
const PUT_BY: readonly EventType[] = [
	...(['consultationOpened', 'ballotOpened', 'ballotExtended', 'ballotDecided'] as const),
	...(['meetingDecisionEntered', 'editorialChangeMade'] as const),
]
const OVER_BY: readonly EventType[] = ['referredBack', 'withdrawn', 'published']

/** Whatever is asked, the jobs look at it at once, and reckon themselves when a reminder goes. */
export function noteAsked(model: Model, { type, payload, statementId, at }: Entry): void {
	const reminding = statementId === null ? undefined : model.statements.get(statementId)?.reminding
	if (reminding === undefined) return
	if (PUT_BY.includes(type)) Object.assign(reminding, { askedAt: at, remindAt: at })
	if (OVER_BY.includes(type)) Object.assign(reminding, { remindAt: null })
	if (type === 'consultationOpened') reminding.consultationDueAt = payload.dueAt
}

export function noteReminded({ reminding }: ModelStatement, { payload, at }: Of<'reminded'>): void {
	reminding.remindAt = payload.nextAt
	if (payload.associations.length > 0) reminding.remindedAt = at
}

export function noteAmendmentReminder(reminders: Reminders, { payload, at }: AmendmentReminder): void {
	reminders.remindAt = payload.nextAt
	if (payload.associations.length > 0) reminders.lastAt = at
}
type AmendmentReminder = Of<'amendmentBallotReminded'> | Of<'consensusListReminded'>

export function write(about: ModelStatement, versions: readonly BlockVersion[]): void {
	for (const version of versions) about.versions.set(version.blockId, version)
}

export function addBallot(model: Model, entry: Entry, opened: Omit<Ballot, 'statementId'>): ModelBallot {
	const about = statementOf(model, entry)
	const { id: statementId } = about.statement
	const ballot: ModelBallot = {
		...{ ...opened, statementId },
		...{ meeting: null, votes: new Map(), turnout: new Set(), contests: new Map() },
		reminders: { remindAt: entry.at, lastAt: null },
	}
	about.ballots.push(ballot)
	if (opened.subject.kind === 'amendment') return ballot
	about.notes = []
	about.voted = about.fixed ?? []
	about.signoffDueAt = opened.signoffDueAt
	return ballot
}

export function ballotNamed({ ballots }: ModelStatement, id: string): ModelBallot {
	const ballot = ballots.find((candidate) => candidate.id === id)
	if (!ballot) throw new Error(`${id} is not there`)
	return ballot
}

export const roleOf = (model: Model, id: SeatId | null) => model.seats.find((seat) => seat.id === id)?.role ?? null

/** What a ballot has decided of an amendment stands. */
export function voidBallots({ ballots }: ModelStatement, at: Instant): void {
	for (const ballot of ballots) if (ballot.subject.kind === 'text' || ballot.outcome === null) ballot.voidedAt ??= at
}
