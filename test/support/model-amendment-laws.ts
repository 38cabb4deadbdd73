import type { AmendmentState } from '#domain/amendment/state.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import { questionsIn, type Told, toldOf } from './model-amendment-told.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Conditions, Laws } from './model-law.ts'
import { heldBy, openingOf } from './model-log.ts'

/** How many questions to the associations an amendment is in. */
export const askedAbout = (log: readonly Entry[], id: AmendmentId) =>
	questionsIn(log).filter(({ put }) => put.some(({ amendmentId }) => amendmentId === id))

type OnOne = Entry & { readonly payload: { readonly amendmentId: AmendmentId } }

/** It was in a state from which that is done; mostly in the words that count, and while nobody is asked about it. */
function from(entry: OnOne, log: readonly Entry[], states: readonly AmendmentState[], free = true): Conditions {
	const told = toldOf(log, entry.payload.amendmentId)
	const versionId = 'versionId' in entry.payload && entry.type !== 'amendmentChanged' ? entry.payload.versionId : null
	return {
		'it is in a state from which that is done': told !== null && states.includes(told.state),
		'in the words that count': versionId === null || told?.versionId === versionId,
		'nobody is being asked about it': !free || askedAbout(log, entry.payload.amendmentId).length === 0,
	}
}

const ofOwn = (entry: Entry, log: readonly Entry[], told: Told | null) =>
	heldBy(log, entry.seatId, entry.at)?.associationId === told?.made.payload.associationId

function ofAuthor(
	entry: OnOne & { readonly payload: { readonly prepared?: boolean } },
	log: readonly Entry[],
): Conditions {
	const told = toldOf(log, entry.payload.amendmentId)
	const byContributor = heldBy(log, entry.seatId, entry.at)?.role === 'contributor'
	return {
		'by its own association': ofOwn(entry, log, told),
		'a contributor only while it waits': !byContributor || told?.state === 'prepared',
		'it is said whether it waited': (entry.payload.prepared ?? true) === (told?.state === 'prepared'),
	}
}

const DECIDED = ['adopted', 'adoptedWithChanges', 'rejected'] as const

/** What must be true of what becomes of one amendment. */
export const amendmentLaws: Laws = {
	amendmentMade: (entry, { log }) => {
		const { number, prepared, associationId } = entry.payload
		const others = log.filter((e) => e.type === 'amendmentMade' && e.statementId === entry.statementId)
		const seat = heldBy(log, entry.seatId, entry.at)
		return {
			'it has the next number': number === others.length + 1,
			'it waits where a contributor made it': prepared === (seat?.role === 'contributor'),
			'by its own association': seat?.associationId === associationId,
		}
	},
	amendmentPutForward: (entry, { log }) => ({ ...from(entry, log, ['prepared']), ...ofAuthor(entry, log) }),
	amendmentChanged: (entry, { log }) => ({ ...from(entry, log, ['prepared', 'open']), ...ofAuthor(entry, log) }),
	amendmentWithdrawn: (entry, { log }) => {
		const told = toldOf(log, entry.payload.amendmentId)
		const byContributor = heldBy(log, entry.seatId, entry.at)?.role === 'contributor'
		return {
			...from(entry, log, ['prepared', 'open']),
			...ofAuthor(entry, log),
			'a contributor only what they made': !byContributor || told?.made.personId === entry.personId,
		}
	},
	amendmentJoined: (entry, { log }) => {
		const told = toldOf(log, entry.payload.amendmentId)
		return {
			...from(entry, log, ['open'], false),
			...standsBehind(entry, log),
			'nobody joins the own': told?.made.payload.associationId !== entry.payload.associationId,
		}
	},
	amendmentLeft: (entry, { log }) => ({ ...from(entry, log, ['open'], false), ...standsBehind(entry, log) }),
	amendmentDecided: (entry, { log }) => {
		const { ballotId, listId, outcome, note, own, amendmentId } = entry.payload
		const behind = toldOf(log, amendmentId)?.behind ?? []
		const speaks = log.some((e) => {
			const his = e.type === 'seatGiven' && e.payload.personId === entry.personId
			const held = his && e.payload.associationId !== null && behind.includes(e.payload.associationId)
			return held && heldBy(log, e.payload.seatId, entry.at) !== null
		})
		const byAssociations = ballotId !== undefined || listId !== undefined
		return {
			// The ballot is counted, and the list settled, in the same act and before.
			...from(entry, log, ['open']),
			'it is said why, but where it is adopted as it is': byAssociations || outcome === 'adopted' || note !== '',
			'it is said whether whoever decides it stands behind it': own === (!byAssociations && speaks),
			'what associations decided is from no seat': !byAssociations || entry.seatId === null,
			'not by a ballot and a list': ballotId === undefined || listId === undefined,
		}
	},
	amendmentReopened: (entry, { log }) => {
		const told = toldOf(log, entry.payload.amendmentId)
		const { ballotId } = entry.payload
		const stands = told?.by === null
		return {
			...from(entry, log, DECIDED),
			'what associations decided nobody takes back': ballotId !== undefined || stands,
			'it is open again for the ballot that rejected it':
				ballotId === undefined || (told?.by === ballotId && told.state === 'rejected'),
		}
	},
	amendmentPutToBallot: (entry, { log }) => {
		const opened = openingOf(log, entry.payload.ballotId)
		return { ...from(entry, log, ['open'], false), 'the ballot opens in the same act': opened?.actId === entry.actId }
	},
	amendmentMerged: (entry, { log }) => {
		const told = toldOf(log, entry.payload.amendmentId)
		const { outcome, note } = entry.payload
		return {
			...from(entry, log, ['open', 'adopted', 'adoptedWithChanges']),
			'its words come in once': told?.merged === null,
			'it is said what was changed': outcome === 'adopted' || note !== '',
		}
	},
	amendmentUnmerged: (entry, { log }) => {
		const { amendmentId, mergedBy, before } = entry.payload
		const events = log.filter((e) => 'amendmentId' in e.payload && e.payload.amendmentId === amendmentId)
		const last = events.at(-1)
		const then = toldOf(
			log.filter(({ position }) => position < (last?.position ?? 0)),
			amendmentId,
		)
		return {
			'nothing became of it since': last?.type === 'amendmentMerged' && last.actId === mergedBy,
			'it is what it was': before.state === then?.state,
		}
	},
}

/** By its own, and where that does not tell how it votes. */
function standsBehind(entry: Of<'amendmentJoined'> | Of<'amendmentLeft'>, log: readonly Entry[]): Conditions {
	const { amendmentId, associationId } = entry.payload
	return {
		'by its own': heldBy(log, entry.seatId, entry.at)?.associationId === associationId,
		'not while it is voted on in secret': askedAbout(log, amendmentId).every(({ opened, bylaws }) => {
			return opened.type !== 'ballotOpened' || bylaws.secrecy !== 'secret'
		}),
	}
}
