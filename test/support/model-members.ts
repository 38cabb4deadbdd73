import { PRESETS, type Preset } from '#domain/deciding/bylaws.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import type { Model } from './model.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Before, Conditions, Laws } from './model-law.ts'
import { leavesAt } from './model-log.ts'
import { modelOf } from './model-reading.ts'
import { silencedBy } from './model-seat-laws.ts'
import { DAY } from './rules.ts'

/** How long all have to learn of a change of bylaws or members. */
const NOTICE = 7 * DAY

type Opening = Of<'ballotOpened'> | Of<'meetingDecisionEntered'>

/** What must be true of who votes and by which bylaws: all had known of it for a week, but while the coalition was set up. */
export function settledBefore({ at, payload }: Opening, { log }: Before): Conditions {
	const { electorate, bylaws } = payload
	return {
		'the electorate is who has been a member for a week, in the coalition’s order':
			electorate.map(({ associationId }) => associationId).join() === electorsIn(log, at).join(),
		'the bylaws are those that were chosen a week ago':
			JSON.stringify(bylaws) === JSON.stringify(PRESETS[presetIn(log, at)]),
	}
}

/** What must be true of changes of bylaws and members. */
export const memberLaws: Laws = {
	coalitionChanged: ({ at, payload: { former } }, { log }) => ({
		'what is in force stays so, for a week from the last choice at most':
			former === null || former.until - at <= NOTICE,
		'what is replaced is in force': former === null || former.preset === presetIn(log, at),
	}),
	associationLeft: ({ payload: { associationId } }, { log }) => ({
		'only a mistake leaves at once': !seatedIn(log, associationId),
	}),
	associationLeaving: (entry, { log }) => ({
		'no association that is asked something loses its voice': silencedBy(entry, log).length === 0,
		'it is a member for a week': entry.payload.leavesAt - entry.at === NOTICE,
		'it did not leave already': leavesAt(log, entry.payload.associationId) === Infinity,
	}),
	associationKept: ({ at, payload }, { log }) => ({
		'it was about to leave': at < leavesAt(log, payload.associationId),
	}),
}

/** The members then that had been so for a week; all of them where none had. */
export function electorsIn(log: readonly Entry[], at: number): AssociationId[] {
	const members = modelOf(log).coalition.associations.filter(({ id }) => at < leavesAt(log, id))
	return settled(members, (id) => joinedIn(log, id), at)
}

/** The same, as somebody sees it. */
export function electorsOf({ coalition }: Pick<Model, 'coalition'>, now: number): AssociationId[] {
	const joined = new Map(coalition.associations.map(({ id, joinedAt }) => [id, joinedAt]))
	return settled(coalition.associations, (id) => joined.get(id) ?? Infinity, now)
}

function settled(members: Model['coalition']['associations'], joined: (id: AssociationId) => number, at: number) {
	const ids = members.map(({ id }) => id)
	const old = ids.filter((id) => at - joined(id) >= NOTICE)
	return old.length === 0 ? ids : old
}

const joinedIn = (log: readonly Entry[], id: AssociationId) =>
	log.find((e) => e.type === 'associationAdded' && e.payload.association.id === id)?.at ?? Infinity

const seatedIn = (log: readonly Entry[], id?: AssociationId) =>
	log.some((e) => {
		const of = e.type === 'seatGiven' ? e.payload.associationId : null
		return of !== null && (id === undefined || of === id)
	})

/** The bylaws in force then, followed through every choice there was. */
export function presetIn(log: readonly Entry[], at: number): Preset {
	let inForce: Preset = 'standard'
	let chosen: Preset | null = null
	let from = Infinity
	for (const [index, entry] of log.entries()) {
		if (entry.type !== 'coalitionCreated' && entry.type !== 'coalitionChanged') continue
		if (chosen && from <= entry.at) inForce = chosen
		const { preset } = entry.payload.settings
		if (preset === chosen) continue
		const free = entry.type === 'coalitionCreated' || preset === inForce || !seatedIn(log.slice(0, index))
		chosen = preset
		from = free ? entry.at : entry.at + NOTICE
	}
	return chosen && from <= at ? chosen : inForce
}

/** The same, as somebody sees it. */
export const presetOf = ({ coalition: { former, preset } }: Pick<Model, 'coalition'>, now: number): Preset =>
	former !== null && now < former.until ? former.preset : preset
