import type { AmendmentState } from '#domain/amendment/state.ts'
import type { Elector } from '#domain/deciding/ballot.ts'
import type { Bylaws } from '#domain/deciding/bylaws.ts'
import type { AmendmentId, AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Entry, Of } from './model-entry.ts'

/** What a log says of an amendment, read off its entries and by none of the rules. */
export type Told = {
	readonly made: Of<'amendmentMade'>
	readonly state: AmendmentState
	readonly versionId: string
	/** Those that stand behind it, its own first. */
	readonly behind: readonly AssociationId[]
	/** The ballot or the list that decided it; null: chair or secretary, or nobody. */
	readonly by: string | null
	readonly decidedAt: Instant
	/** It was merged in these words, and that counts. */
	readonly merged: Of<'amendmentMerged'> | null
}

const UNDECIDED = { by: null, decidedAt: 0, merged: null } as const

const ofAmendment = (id: string) => (e: Entry) => 'amendmentId' in e.payload && e.payload.amendmentId === id

export function toldOf(log: readonly Entry[], id: AmendmentId): Told | null {
	let told: Told | null = null
	/** What it was before each act that merged it. */
	const before = new Map<string, Told>()
	for (const entry of log.filter(ofAmendment(id))) {
		if (entry.type === 'amendmentMade') {
			const { prepared, versionId, associationId } = entry.payload
			told = { made: entry, state: prepared ? 'prepared' : 'open', versionId, behind: [associationId], ...UNDECIDED }
		}
		if (told === null) continue
		if (entry.type === 'amendmentMerged') before.set(entry.actId, told)
		told = { ...told, ...becomes(told, entry, before) }
	}
	return told
}

function becomes(told: Told, entry: Entry, before: ReadonlyMap<string, Told>): Partial<Told> {
	switch (entry.type) {
		case 'amendmentPutForward':
			return { state: 'open' }
		case 'amendmentChanged':
			return { versionId: entry.payload.versionId, merged: null }
		case 'amendmentWithdrawn':
			return { state: 'withdrawn' }
		case 'amendmentJoined':
			return {
				behind: [...told.behind.filter((id) => id !== entry.payload.associationId), entry.payload.associationId],
			}
		case 'amendmentLeft':
			return { behind: told.behind.filter((id) => id !== entry.payload.associationId) }
		case 'amendmentDecided': {
			const { outcome, ballotId, listId } = entry.payload
			return { state: outcome, by: ballotId ?? listId ?? null, decidedAt: entry.at }
		}
		case 'amendmentReopened':
			return { state: 'open', ...UNDECIDED }
		case 'amendmentMerged': {
			const { outcome } = entry.payload
			return { state: outcome, merged: entry, ...(told.state === outcome ? {} : { decidedAt: entry.at }) }
		}
		case 'amendmentUnmerged': {
			const { state, by, decidedAt, merged } = before.get(entry.payload.mergedBy) ?? told
			return { state, by, decidedAt, merged }
		}
		default:
			return {}
	}
}

export const amendmentsTold = (log: readonly Entry[]): Told[] =>
	log.flatMap((e) => (e.type === 'amendmentMade' ? (toldOf(log, e.payload.amendmentId) ?? []) : []))

/** In which words associations are asked about amendments, since when and until when. */
export type Question = {
	readonly id: string
	readonly opened: Of<'ballotOpened'> | Of<'consensusListOpened'>
	readonly put: readonly { readonly amendmentId: AmendmentId; readonly versionId: string }[]
	readonly from: Instant
	readonly until: Instant
	readonly bylaws: Bylaws
	readonly electorate: readonly Elector[]
}

export const putBy = ({ payload }: Of<'ballotOpened'>): Question['put'] =>
	payload.subject.kind === 'text'
		? []
		: [payload.subject, ...(payload.subject.against ? [payload.subject.against] : [])]

/** Ballots on amendments and lists of them that are neither counted, settled nor cancelled. */
export function questionsIn(log: readonly Entry[]): Question[] {
	const over = new Set<string>()
	for (const { type, payload } of log) {
		if (type === 'ballotDecided') over.add(payload.ballotId)
		if (type === 'consensusListSettled' || type === 'consensusListCancelled') over.add(payload.listId)
	}
	return log.flatMap((opened): Question[] => {
		if (opened.type === 'consensusListOpened') {
			const { listId: id, items: put, closesAt: until, bylaws, electorate } = opened.payload
			return over.has(id) ? [] : [{ id, opened, put, from: opened.at, until, bylaws, electorate }]
		}
		if (opened.type !== 'ballotOpened') return []
		const { ballotId: id, closesAt: until, bylaws, electorate } = opened.payload
		const put = putBy(opened)
		return over.has(id) || put.length === 0 ? [] : [{ id, opened, put, from: opened.at, until, bylaws, electorate }]
	})
}

/** Of these those that can still be answered. */
export const stillAsked = (log: readonly Entry[]): Question[] =>
	questionsIn(log).filter(({ id }) => !log.some((e) => e.type === 'ballotClosed' && e.payload.ballotId === id))

/** Done by what associations said, and from nobody's seat; or because words that they preferred stand no more. */
export const isByAssociations = ({ type, payload }: Entry): boolean =>
	type === 'consensusListSettled' ||
	(type === 'amendmentDecided' && (payload.ballotId !== undefined || payload.listId !== undefined)) ||
	(type === 'amendmentReopened' && payload.ballotId !== undefined)
