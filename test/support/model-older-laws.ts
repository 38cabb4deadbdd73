import type { OlderId } from '#domain/kernel/id.ts'
import type { OlderContent } from '#domain/publication/older.ts'
import type { Block } from '#domain/statement/block.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Before, Conditions, Laws } from './model-law.ts'
import { stockholmDay, stockholmYear } from './model-log.ts'
import {
	firstSaid,
	isAsTold,
	isStanding,
	lastWord,
	type Said,
	type Standing,
	saidFrom,
	sameTitled,
	standingWords,
	takenBackSince,
	upTo,
	yearOf,
} from './model-older-words.ts'
import { allTold } from './model-told.ts'
import { saidRightly } from './model-words.ts'

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

/** What is true of all that an association says of one. */
function saidOfOne(entry: Said, log: readonly Entry[]): Conditions {
	const last = lastWord(log, entry.payload)
	return saidRightly(
		entry,
		last && { seatId: saidFrom(last), at: firstSaid(log, last).at, standing: isStanding(last) },
		log,
	)
}

/** That what associations say of others goes with one that is brought in, or worded, as the same: by its title in its year, as far as is known here. */
function carriesWords(entry: Of<'olderImported'> | Of<'olderCorrected'>, { log, act }: Before): Conditions {
	const { olderId, content } = entry.payload
	const same = sameTitled(log, yearOf([...log, entry], olderId), content.title).filter((id) => id !== olderId)
	const words = same.flatMap((id) => standingWords(log, id)).filter(({ at }) => at < entry.at)
	const carried = act.filter((e) => e.type === 'olderContestCarried')
	const year = yearOf([...log, entry], olderId)
	const isHeard = (word: Standing) => {
		const { associationId } = word.payload
		if (isStanding(lastWord(log, { olderId, associationId }))) return true
		if (carried.some((e) => e.payload.olderId === olderId && e.payload.associationId === associationId)) return true
		return takenBackSince(log, word).some((back) => isAsTold(upTo(log, back), back.payload.olderId, year, content))
	}
	return { 'what associations say of the same goes with it': words.every(isHeard) }
}

/** Whether the association took back since what it had said of the same: as that was when it was said, as it is, and as this is now. */
function isShed({ payload: { olderId, from, associationId } }: Of<'olderContestCarried'>, log: readonly Entry[]) {
	const source = lastWord(log, { olderId: from, associationId })
	if (!isStanding(source)) return false
	return takenBackSince(log, source).some((back) => {
		const taken = upTo(log, back)
		const title = (then: readonly Entry[], id: OlderId) => `${yearOf(then, id)} ${historyOf(then, id).content?.title}`
		const was = title(taken, back.payload.olderId)
		return [title(log, olderId), title(log, from), title(upTo(log, source), from)].every((each) => each === was)
	})
}

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
	olderImported: (entry, before) => {
		const { log } = before
		const { year, number, place, label, content } = entry.payload
		const of = log.filter((e): e is Of<'olderImported'> => e.type === 'olderImported' && e.payload.year === year)
		const here = log.flatMap((e) => (e.type === 'published' && e.payload.year === year ? [e.payload] : []))
		const taken = log.at(-1)
		return {
			...carriesWords(entry, before),
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
	olderCorrected: (entry, before) => {
		const { log } = before
		const { olderId, content, reason } = entry.payload
		const { content: stood, removed } = historyOf(log, olderId)
		return {
			...carriesWords(entry, before),
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
		const last = lastWord(log, entry.payload)
		return {
			...saidOfOne(entry, log),
			'it stands': historyOf(log, entry.payload.olderId).stands,
			'it says something new': !isStanding(last) || last.payload.reason !== entry.payload.reason,
		}
	},
	olderContestTakenBack: (entry, { log }) => ({
		...saidOfOne(entry, log),
		'it was said': isStanding(lastWord(log, entry.payload)),
	}),
	olderContestCarried: (entry, { log, act }) => {
		const { olderId, associationId, from, reason, seatId, saidAt } = entry.payload
		const last = lastWord(log, { olderId: from, associationId })
		const origin = isStanding(last) ? firstSaid(log, last) : undefined
		const first = origin?.type === 'olderContested' ? origin : undefined
		return {
			'it is brought in or worded by the act': act.some(
				(e) => (e.type === 'olderImported' || e.type === 'olderCorrected') && e.payload.olderId === olderId,
			),
			'the association says it of another': from !== olderId && first !== undefined,
			'as it said it': first?.payload.reason === reason && first.seatId === seatId && first.at === saidAt,
			'and does not say it of this one': !isStanding(lastWord(log, { olderId, associationId })),
			'and has not taken that back since, under any number': !isShed(entry, log),
		}
	},
	olderContestParted: (entry, { log, act }) => {
		const { olderId, associationId, from } = entry.payload
		const [went, source] = [olderId, from].map((id) => lastWord(log, { olderId: id, associationId }))
		const content = historyOf(log, olderId).content
		return {
			'it is worded by the act': act.some((e) => e.type === 'olderCorrected' && e.payload.olderId === olderId),
			'it had gone there from that': went?.type === 'olderContestCarried' && went.payload.from === from,
			'it is said of that still': isStanding(source),
			'it is another': content !== null && !sameTitled(log, yearOf(log, olderId), content.title).includes(from),
		}
	},
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
