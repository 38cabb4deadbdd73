import type { Facts } from '#domain/event.ts'
import type { AssociationId, PersonId, SeatId, StatementId } from '#domain/kernel/id.ts'
import type { Stage } from '#domain/statement/statement.ts'
import type { Entry, Of } from './model-entry.ts'
import { DAY } from './rules.ts'

/** The life cycle, as the arrows between its stages. */
export function stageOf(log: readonly Entry[], statementId: StatementId | null): Stage {
	let stage: Stage = 'drafting'
	for (const entry of log) {
		if (entry.statementId !== statementId) continue
		if (entry.type === 'consultationOpened') stage = 'consulting'
		if (entry.type === 'ballotOpened' && entry.payload.subject.kind === 'text') stage = 'deciding'
		if (entry.type === 'ballotDecided' && isOnText(log, entry.payload.ballotId))
			stage = entry.payload.outcome.result === 'adopted' ? 'signing' : 'deciding'
		if (entry.type === 'meetingDecisionEntered')
			stage = entry.payload.outcome.result === 'adopted' ? 'signing' : 'deciding'
		if (entry.type === 'referredBack') stage = 'drafting'
		if (entry.type === 'withdrawn') stage = 'withdrawn'
		if (entry.type === 'published') stage = 'published'
	}
	return stage
}

/** The log before the act that the entry is of. */
export function beforeAct(log: readonly Entry[], { actId }: Entry): readonly Entry[] {
	return log.slice(0, log.findLastIndex((e) => e.actId !== actId) + 1)
}
/** Whether the text is put to the vote by it, or was at a meeting; not an amendment to it. */
export const putsText = (e: Entry): boolean =>
	e.type === 'meetingDecisionEntered' || (e.type === 'ballotOpened' && e.payload.subject.kind === 'text')

export const isOnText = (log: readonly Entry[], ballotId: string): boolean =>
	log.some((e) => putsText(e) && 'ballotId' in e.payload && e.payload.ballotId === ballotId)

export function isEnded(log: readonly Entry[], seatId: SeatId | null): boolean {
	const given = log.findIndex((e) => e.type === 'seatGiven' && e.payload.seatId === seatId)
	const seat = log[given]
	if (seat?.type !== 'seatGiven') return true
	const last = log.slice(given).findLast((e) => {
		if (e.type === 'seatEnded' || e.type === 'seatTakenBack') return e.payload.seatId === seatId
		return e.type === 'associationLeft' && e.payload.associationId === seat.payload.associationId
	})
	return last !== undefined && last.type !== 'seatTakenBack'
}

export function heldBy(log: readonly Entry[], seatId: SeatId | null, at: number): Facts['seatGiven'] | null {
	const given = seatGivenIn(log, seatId)?.payload
	if (!given || isEnded(log, seatId) || at < given.from || (given.until !== null && at >= given.until)) return null
	return given.associationId !== null && at >= leavesAt(log, given.associationId) ? null : given
}

/** When the association left, or was last said to leave: a week after that was said. */
export function leavesAt(log: readonly Entry[], id: AssociationId): number {
	let leaves = Infinity
	for (const entry of log) {
		if (!('associationId' in entry.payload) || entry.payload.associationId !== id) continue
		if (entry.type === 'associationLeft') leaves = entry.at
		if (entry.type === 'associationLeaving') leaves = entry.at + 7 * DAY
		if (entry.type === 'associationKept') leaves = Infinity
	}
	return leaves
}

export function seatGivenIn(log: readonly Entry[], seatId: SeatId | null): Of<'seatGiven'> | undefined {
	return log.find((e): e is Of<'seatGiven'> => e.type === 'seatGiven' && e.payload.seatId === seatId)
}

export function roleOfSeat(log: readonly Entry[], seatId: SeatId | null): string | undefined {
	return seatGivenIn(log, seatId)?.payload.role
}

/** Whether the person has a seat for the coalition at that time. */
export function inOffice(log: readonly Entry[], personId: PersonId, at: number): boolean {
	return log.some((e) => {
		const own = e.type === 'seatGiven' && e.payload.personId === personId && e.payload.associationId === null
		return own && heldBy(log, e.payload.seatId, at) !== null
	})
}

/** As it was opened, with the times it was given since. */
/** The entry that opened a ballot on a text or an amendment; a meeting's decision was opened by none. */
export const openingOf = (log: readonly Entry[], ballotId: string | null | undefined): Of<'ballotOpened'> | undefined =>
	log.find((e): e is Of<'ballotOpened'> => e.type === 'ballotOpened' && e.payload.ballotId === ballotId)

export function openedIn(log: readonly Entry[], ballotId: string): Facts['ballotOpened'] {
	const opened = openingOf(log, ballotId)
	if (!opened) throw new Error(`${ballotId} was never opened`)
	const extended = log.findLast((e): e is Of<'ballotExtended'> => {
		return e.type === 'ballotExtended' && e.payload.ballotId === ballotId
	})
	return extended ? { ...opened.payload, ...extended.payload, urgent: null } : opened.payload
}

/** All since the ballot was extended, if it was; or since ever. */
export function sinceExtended(log: readonly Entry[], ballotId: string): readonly Entry[] {
	return log.slice(log.findLastIndex((e) => e.type === 'ballotExtended' && e.payload.ballotId === ballotId) + 1)
}

export function lastVotes(log: readonly Entry[], ballotId: string | null): Map<AssociationId, Facts['voteCast']> {
	const cast = log.filter((e): e is Of<'voteCast'> => e.type === 'voteCast' && e.payload.ballotId === ballotId)
	return new Map(cast.map(({ payload }) => [payload.associationId, payload]))
}

type Given = {
	readonly answer: string
	readonly textHash: string
	readonly seatId: SeatId | null
	readonly associationId: AssociationId
}

/** All since the text was last put to the vote: by ballot or at a meeting. */
export function roundOf(log: readonly Entry[], statementId: StatementId | null) {
	const own = log.filter((entry) => entry.statementId === statementId)
	const start = own.findLastIndex(putsText)
	const opening = own[start]
	if (opening?.type !== 'ballotOpened' && opening?.type !== 'meetingDecisionEntered')
		throw new Error('never decided on')
	const { bylaws, electorate, ballotId, textHash } = opening.payload
	const hashes = [textHash]
	let changedAt = opening.at
	const given: Given[] = []
	let dueAt = opening.payload.signoffDueAt
	let closesAt = opening.type === 'ballotOpened' ? opening.payload.closesAt : opening.at
	for (const entry of own.slice(start)) {
		if (entry.type === 'revisionFixed') hashes.push(entry.payload.textHash)
		if (entry.type === 'ballotExtended') {
			dueAt = entry.payload.signoffDueAt
			closesAt = entry.payload.closesAt
		}
		if (entry.type === 'editorialChangeMade') {
			dueAt = entry.payload.signoffDueAt
			changedAt = entry.at
		}
		if (entry.type === 'signoffGiven') given.push({ ...entry.payload, seatId: entry.seatId })
		for (const carried of entry.type === 'ballotDecided' ? (entry.payload.signing?.carried ?? []) : []) {
			given.push({ ...carried, answer: 'signed', textHash })
		}
	}
	const track = opening.type === 'ballotOpened' ? opening.payload.track : 'full'
	const meetingVotes = opening.type === 'ballotOpened' ? [] : opening.payload.votes
	const round = { bylaws, electorate, ballotId, hashes, given, dueAt, changedAt, track, meetingVotes }
	return { ...round, openedAt: opening.at, closesAt }
}

/** Each association's last answer, where it is about that text. */
export function answersIn(
	{ given }: { readonly given: readonly Given[] },
	textHash: string,
): Map<AssociationId, Given> {
	const last = new Map(given.map((each) => [each.associationId, each]))
	return new Map([...last].filter(([, each]) => each.textHash === textHash))
}

const years = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm', year: 'numeric' })
/** Read off the calendar of the machine, not by the rules’ own. */
export const stockholmYear = (at: number) => Number(years.format(at))
const days = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })
export const stockholmDay = (at: number) => days.format(at)

/** The highest number there is of a year, of those given here and those brought in; 0 where there is none. */
export function highestNumber(log: readonly Entry[], year: number): number {
	const numbers = log.map((e) => {
		const numbered = e.type === 'published' || e.type === 'olderImported'
		return numbered && e.payload.year === year ? (e.payload.number ?? 0) : 0
	})
	return Math.max(0, ...numbers)
}
