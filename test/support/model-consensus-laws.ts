import { PRESETS } from '#domain/deciding/bylaws.ts'
import type { AmendmentId, AssociationId } from '#domain/kernel/id.ts'
import { askedRightly } from './model-amendment-ballot-laws.ts'
import { questionsIn, toldOf } from './model-amendment-told.ts'
import { aboutIn, isThere, surelyOpposed } from './model-amendment-words.ts'
import { onlyIfBylawsSaySo } from './model-deciding-laws.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Conditions, Laws } from './model-law.ts'
import { heldBy, roleOfSeat, seatGivenIn } from './model-log.ts'
import { presetIn } from './model-members.ts'
import { couldAnswer } from './model-voices.ts'
import { DAY } from './rules.ts'

type Opened = Of<'consensusListOpened'>

const openedAs = (log: readonly Entry[], listId: string): Opened => {
	const opened = log.find((e): e is Opened => e.type === 'consensusListOpened' && e.payload.listId === listId)
	if (!opened) throw new Error(`${listId} was never opened`)
	return opened
}

const answersOf = (log: readonly Entry[], listId: string) =>
	log.filter((e): e is Of<'consensusListAnswered'> => e.type === 'consensusListAnswered' && e.payload.listId === listId)

/** Whether an association is against those words: as it last answered about them, in this list or one before. */
function objects(log: readonly Entry[], list: Opened, amendmentId: AmendmentId, associationId: AssociationId): boolean {
	const lists = log.filter((e): e is Opened => e.type === 'consensusListOpened' && e.position <= list.position)
	const asked = (each: Opened) => each.payload.items.find((item) => item.amendmentId === amendmentId)
	for (const each of lists.reverse()) {
		const item = each.statementId === list.statementId ? asked(each) : undefined
		const answer = answersOf(log, each.payload.listId).findLast(
			({ payload }) => payload.associationId === associationId,
		)
		if (!item || !answer) continue
		const against = answer.payload.objections.some((objection) => objection.amendmentId === amendmentId)
		// What it answered last decides, and in other words it said nothing of these.
		return against && item.versionId === asked(list)?.versionId
	}
	return false
}

/** Adopted, and nothing of it in the text: it is still to come in. */
function toCome(log: readonly Entry[], statementId: Entry['statementId'], before = Infinity) {
	const about = aboutIn(log, statementId)
	return [...about.amendments.values()].filter((each) => {
		const told = toldOf(log, each.id)
		const adopted = told?.state === 'adopted' && told.decidedAt < before
		return adopted && told.merged === null && !isThere(each, about)
	})
}

function settledRightly(entry: Of<'consensusListSettled'>, log: readonly Entry[]): Conditions {
	const { listId, outcomes, unheard } = entry.payload
	const list = openedAs(log, listId)
	const { closesAt: until, bylaws, electorate, items } = list.payload
	const mute = electorate.filter(({ associationId }) => {
		return !couldAnswer(log, associationId, { from: list.at, until, bylaws })
	})
	const opposed = items.filter(({ amendmentId }) =>
		electorate.some(({ associationId }) => objects(log, list, amendmentId, associationId)),
	)
	const about = aboutIn(log, entry.statementId)
	// What chair or secretary adopted alone while it asked yields.
	const waiting = toCome(log, entry.statementId).filter(({ id }) => {
		const told = toldOf(log, id)
		return told !== null && (told.by !== null || told.decidedAt < list.at)
	})
	const inTheWay = (id: AmendmentId, surely: boolean) => {
		const own = about.amendments.get(id)
		const places = new Set(own?.seen.map(({ blockId }) => blockId))
		return waiting.some((each) =>
			surely ? own && surelyOpposed(own, each) : each.seen.some(({ blockId }) => places.has(blockId)),
		)
	}
	const cameTo = new Map(outcomes.map(({ amendmentId, outcome }) => [amendmentId, outcome]))
	const those = (outcome: string) => items.filter(({ amendmentId }) => cameTo.get(amendmentId) === outcome)
	return {
		'when its time is up, and not before': entry.at >= until,
		'once, and if it was not cancelled': questionsIn(log).some(({ id }) => id === listId),
		'by the clock and nobody else': entry.seatId === null,
		'it tells of each on it':
			outcomes.length === items.length && items.every(({ amendmentId }) => cameTo.has(amendmentId)),
		'what nobody objected to is adopted, and nothing else': those('adopted').every((item) => !opposed.includes(item)),
		'an objection takes out its own, and that alone':
			opposed.every(({ amendmentId }) => cameTo.get(amendmentId) === 'objected') &&
			those('objected').every((item) => opposed.includes(item)),
		'silence of whoever could not have spoken adopts nothing': mute.length === 0 || those('adopted').length === 0,
		'only for that': mute.length > 0 || those('unheard').length === 0,
		'they are named': unheard.join() === mute.map(({ associationId }) => associationId).join(),
		'only what associations adopted in the same part, or was adopted before it asked, stands in the way': those(
			'inTheWay',
		).every(({ amendmentId }) => inTheWay(amendmentId, false)),
		'two that contradict each other are not both decided': those('adopted').every(
			({ amendmentId }) => !inTheWay(amendmentId, true),
		),
	}
}

/** What must be true of lists that associations are asked about in one question. */
export const consensusLaws: Laws = {
	consensusListOpened: (entry, before) => {
		const { log } = before
		const { bylaws, closesAt, electorate, items } = entry.payload
		const about = aboutIn(log, entry.statementId)
		const words = items.flatMap(({ amendmentId }) => about.amendments.get(amendmentId) ?? [])
		// What is adopted as it is opened is seen to when it is settled.
		const waiting = toCome(log, entry.statementId, entry.at)
		return {
			...askedRightly(entry, before),
			'by the bylaws in force': JSON.stringify(bylaws) === JSON.stringify(PRESETS[presetIn(log, entry.at)]),
			'silence is consent only where the bylaws say so': bylaws.silenceIsConsent,
			'there is a week to object, whatever is urgent': closesAt - entry.at >= 7 * DAY,
			'one list at a time': !questionsIn(log).some(({ opened }) => {
				return opened.type === 'consensusListOpened' && opened.statementId === entry.statementId
			}),
			'somebody can object for each all the time': electorate.every(({ associationId }) => {
				return couldAnswer(log, associationId, { from: entry.at, until: closesAt, bylaws })
			}),
			'all of them could be adopted together': !words.some((one, at) => {
				return words.slice(at + 1).some((other) => surelyOpposed(one, other))
			}),
			'none contradicts what is adopted and still to come': !words.some((one) =>
				waiting.some((other) => surelyOpposed(one, other)),
			),
		}
	},
	consensusListAnswered: (entry, { log }) => {
		const { listId, associationId, objections } = entry.payload
		const list = openedAs(log, listId)
		const { electorate, bylaws, closesAt, items } = list.payload
		const last = answersOf(log, listId).findLast(({ payload }) => payload.associationId === associationId)
		const seat = heldBy(log, entry.seatId, entry.at)
		return {
			'it still asks': questionsIn(log).some(({ id }) => id === listId) && entry.at < closesAt,
			'by its own': seat?.associationId === associationId,
			'of an association that is asked': electorate.some((each) => each.associationId === associationId),
			'from no seat given since': (seatGivenIn(log, entry.seatId)?.at ?? Infinity) <= list.at,
			...onlyIfBylawsSaySo(entry, bylaws, log),
			'a deputy leaves the delegate’s answer':
				seat?.role !== 'deputy' || !last || roleOfSeat(log, last.seatId) !== 'delegate',
			'of what is on it': objections.every((each) => items.some(({ amendmentId }) => amendmentId === each.amendmentId)),
		}
	},
	consensusListCancelled: (entry, { log }) => {
		const { listId, reason } = entry.payload
		return {
			'before its time is up': entry.at < openedAs(log, listId).payload.closesAt,
			'once, and before it is settled': questionsIn(log).some(({ id }) => id === listId),
			'it is said why': reason !== '',
		}
	},
	consensusListSettled: (entry, { log }) => settledRightly(entry, log),
}
