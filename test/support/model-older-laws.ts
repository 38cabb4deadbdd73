import type { OlderId } from '#domain/kernel/id.ts'
import type { OlderContent } from '#domain/publication/older.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Conditions, Laws } from './model-law.ts'
import { heldBy, roleOfSeat, seatGivenIn, stockholmDay, stockholmYear } from './model-log.ts'
import { allTold } from './model-told.ts'
import { DAY } from './rules.ts'

/** An older statement, from what was said of it so far. */
function historyOf(log: readonly Entry[], olderId: OlderId) {
	let content: OlderContent | null = null
	let removed = false
	for (const { type, payload } of log) {
		if (!('olderId' in payload) || payload.olderId !== olderId) continue
		if (type === 'olderImported' || type === 'olderCorrected') {
			content = payload.content
			removed = false
		}
		if (type === 'olderRemoved') removed = true
	}
	return { content, removed, stands: content !== null && !removed }
}

/** Each position of a text with what belongs to it, in order. */
function positionsIn(blocks: readonly Block[]): string[] {
	const found: string[] = []
	for (const block of blocks) {
		if (block.kind === 'position') found.push(block.text)
		if (block.kind === 'subPoint' && found.length > 0) found.push(`${found.pop()} – ${block.text}`)
	}
	return found
}

type Said = Of<'olderContested'> | Of<'olderContestTakenBack'>

const lastSaid = (log: readonly Entry[], { payload }: Said): Said | undefined =>
	log.findLast((e): e is Said => {
		const said = e.type === 'olderContested' || e.type === 'olderContestTakenBack'
		return said && e.payload.olderId === payload.olderId && e.payload.associationId === payload.associationId
	})

/** What is true of all that an association says of one. */
function saidRightly(entry: Said, log: readonly Entry[]): Conditions {
	const last = lastSaid(log, entry)
	const given = seatGivenIn(log, entry.seatId)
	return {
		'the association says it itself':
			heldBy(log, entry.seatId, entry.at)?.associationId === entry.payload.associationId,
		'a deputy leaves what the delegate said': !(
			roleOfSeat(log, entry.seatId) === 'deputy' &&
			last !== undefined &&
			roleOfSeat(log, last.seatId) === 'delegate'
		),
		'what it said is not unsaid from a seat that was given since, for a week':
			last?.type !== 'olderContested' || (given !== undefined && settledFor(given, last, entry.at)),
	}
}

const settledFor = (given: Of<'seatGiven'>, last: Entry, at: number) => given.at <= last.at || at - given.at >= 7 * DAY

/** What is true of all that a document tells of one's positions. */
function toldRightly(
	entry: Of<'olderOutcomesRecorded'> | Of<'olderOutcomesCorrected'>,
	log: readonly Entry[],
): Conditions {
	const { olderId, outcomes, document } = entry.payload
	const { stands, content } = historyOf(log, olderId)
	const numbers = outcomes.map(({ number }) => number)
	const last = positionsIn(content?.blocks ?? []).length
	return {
		'it stands': stands,
		'it has those positions': numbers.every((number) => number >= 1 && number <= last),
		'each is told of once': new Set(numbers).size === numbers.length,
		'the document is there': document.datedOn <= stockholmDay(entry.at),
		'all are told': allTold(entry, 'older', log),
	}
}

/** What must be true of statements from before Samsvar: they stand in all members' name on the chair's word. */
export const olderLaws: Laws = {
	olderImported: (entry, { log }) => {
		const { year, number, place, label, content } = entry.payload
		const of = log.filter((e): e is Of<'olderImported'> => e.type === 'olderImported' && e.payload.year === year)
		const here = log.flatMap((e) => (e.type === 'published' && e.payload.year === year ? [e.payload] : []))
		const taken = log.at(-1)
		return {
			'its place was never given': of.every(
				({ payload }) => payload.place !== place && payload.number !== (number ?? -1),
			),
			'its label is of none that was published': here.every((each) => each.label !== label),
			'it comes before what is numbered here': number === null || here.every((each) => number < each.number),
			'its number is taken with it':
				number === null ||
				(taken?.type === 'numberTaken' && taken.actId === entry.actId && taken.payload.number === number),
			'of a year that has come': year <= stockholmYear(entry.at),
			'it was decided by now': content.decidedOn <= stockholmDay(entry.at).slice(0, content.decidedOn.length),
			'all are told': allTold(entry, 'older', log),
		}
	},
	olderCorrected: (entry, { log }) => {
		const { olderId, content, reason } = entry.payload
		const { content: stood, removed } = historyOf(log, olderId)
		return {
			'it was brought in': stood !== null,
			'something is another, or it is there again': removed || JSON.stringify(stood) !== JSON.stringify(content),
			'it says why': reason.trim() !== '',
			'all are told': allTold(entry, 'older', log),
		}
	},
	olderRemoved: (entry, { log }) => ({
		'it stood': historyOf(log, entry.payload.olderId).stands,
		'it says why': entry.payload.reason.trim() !== '',
		'all are told': allTold(entry, 'older', log),
	}),
	olderContested: (entry, { log }) => {
		const last = lastSaid(log, entry)
		return {
			...saidRightly(entry, log),
			'it stands': historyOf(log, entry.payload.olderId).stands,
			'it says something new': last?.type !== 'olderContested' || last.payload.reason !== entry.payload.reason,
		}
	},
	olderContestTakenBack: (entry, { log }) => ({
		...saidRightly(entry, log),
		'it was said': lastSaid(log, entry)?.type === 'olderContested',
	}),
	olderOutcomesRecorded: (entry, { log }) => ({
		...toldRightly(entry, log),
		'it tells something': entry.payload.outcomes.length > 0,
	}),
	olderOutcomesCorrected: (entry, { log }) => ({
		...toldRightly(entry, log),
		'it was told before': log.some((e) => {
			const told = e.type === 'olderOutcomesRecorded' && e.payload.olderId === entry.payload.olderId
			return told && e.payload.documentId === entry.payload.documentId
		}),
	}),
}

/** What stands of documents beside positions that read otherwise than what was read of: nothing is to. */
export function outdated(log: readonly Entry[]): string[] {
	const texts = new Map<OlderId, readonly string[]>()
	const told = new Map<string, { readonly olderId: OlderId; readonly of: readonly [number, string | undefined][] }>()
	for (const { type, payload } of log) {
		if (type === 'olderImported' || type === 'olderCorrected')
			texts.set(payload.olderId, positionsIn(payload.content.blocks))
		if (type !== 'olderOutcomesRecorded' && type !== 'olderOutcomesCorrected') continue
		const { olderId, documentId } = payload
		const of = payload.outcomes.map(({ number }) => [number, texts.get(olderId)?.[number - 1]] as const)
		told.set(documentId, { olderId, of: of.map(([number, text]) => [number, text]) })
	}
	return [...told].flatMap(([documentId, { olderId, of }]) =>
		of.flatMap(([number, text]) =>
			texts.get(olderId)?.[number - 1] === text ? [] : [`${documentId} tells of position ${number} as it was`],
		),
	)
}
