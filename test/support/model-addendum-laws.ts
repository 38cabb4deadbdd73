import type { AssociationId } from '#domain/kernel/id.ts'
import { onlyIfBylawsSaySo } from './model-deciding-laws.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Before, Laws } from './model-law.ts'
import { answersIn, heldBy, leavesAt, roleOfSeat, roundOf, seatGivenIn } from './model-log.ts'
import { couldAnswer } from './model-voices.ts'
import { DAY } from './rules.ts'

/** What was proposed, and what came of it so far. */
function historyOf(log: readonly Entry[], addendumId: string) {
	const own = log.filter((entry) => 'addendumId' in entry.payload && entry.payload.addendumId === addendumId)
	const proposed = own.find((entry): entry is Of<'addendumProposed'> => entry.type === 'addendumProposed')
	if (!proposed) throw new Error(`${addendumId} was never proposed`)
	const answers = own.filter((entry): entry is Of<'addendumAnswered'> => entry.type === 'addendumAnswered')
	return {
		proposed,
		last: new Map(answers.map((entry) => [entry.payload.associationId, entry])),
		over: own.some(({ type }) => type === 'addendumTakenBack' || type === 'addendumPublished'),
	}
}

const isMember = (log: readonly Entry[], id: AssociationId, at: number) => at < leavesAt(log, id)

const publishedBefore = (log: readonly Entry[], { statementId }: Entry) =>
	log.filter((each): each is Of<'addendumPublished'> => {
		return each.type === 'addendumPublished' && each.statementId === statementId
	})

const kindOf = (log: readonly Entry[], { payload }: Of<'addendumPublished'>) =>
	historyOf(log, payload.addendumId).proposed.payload.kind

/** Those whose name is behind the text, but for those that had left a month before it was asked. */
function behind(log: readonly Entry[], { statementId, at }: Of<'addendumProposed'>): AssociationId[] {
	const round = roundOf(log, statementId)
	const answers = answersIn(round, round.hashes.at(-1) ?? '')
	return round.electorate
		.map(({ associationId }) => associationId)
		.filter((id) => {
			const answer = answers.get(id)?.answer
			return round.track === 'full' ? answer === 'signed' : answer !== 'declined'
		})
		.filter((id) => at < leavesAt(log, id) + 30 * DAY)
}

/** What must be true of what is added to a published text. */
export const addendumLaws: Laws = {
	addendumProposed: (entry, { log }) => {
		const { kind, closesAt, urgent, stretch } = entry.payload
		const { electorate, bylaws } = roundOf(log, entry.statementId)
		const earlier = log.filter((each): each is Of<'addendumProposed'> => {
			return each.type === 'addendumProposed' && each.statementId === entry.statementId
		})
		const asked = electorate.map(({ associationId }) => associationId).filter((id) => isMember(log, id, entry.at))
		const published = log.find((each): each is Of<'published'> => {
			return each.type === 'published' && each.statementId === entry.statementId
		})
		const length: number = JSON.parse(published?.payload.text ?? '{"blocks":[]}').blocks.length
		return {
			'one at a time': earlier.every(({ payload }) => {
				return historyOf(log, payload.addendumId).over || entry.at >= payload.closesAt + 30 * DAY
			}),
			'nothing is added to what was taken back': publishedBefore(log, entry).every(
				(each) => kindOf(log, each) !== 'withdrawal',
			),
			'there is a week to object to a correction, whatever the chair says':
				kind === 'withdrawal' || (closesAt - entry.at >= 7 * DAY && urgent === null),
			'there is a week to agree to a withdrawal, or it is said why not':
				kind === 'correction' || urgent !== null || closesAt - entry.at >= 7 * DAY,
			'everybody who is asked about a correction can object':
				kind === 'withdrawal' || asked.every((id) => couldAnswer(log, id, { from: entry.at, until: closesAt, bylaws })),
			'it corrects what is in the text': stretch === null || (stretch.first >= 0 && stretch.last < length),
		}
	},
	addendumAnswered: (entry, { log }) => {
		const { addendumId, associationId } = entry.payload
		const { proposed, last, over } = historyOf(log, addendumId)
		const { electorate, bylaws } = roundOf(log, entry.statementId)
		const given = seatGivenIn(log, entry.seatId)
		const before = last.get(associationId)
		return {
			'it waits for answers': !over && entry.at < proposed.payload.closesAt,
			'of an association that voted on the text': electorate.some((each) => each.associationId === associationId),
			'by its own': heldBy(log, entry.seatId, entry.at)?.associationId === associationId,
			'from a seat given before it was asked': given !== undefined && given.at <= proposed.at,
			'a deputy leaves the delegate’s answer': !(
				roleOfSeat(log, entry.seatId) === 'deputy' &&
				before !== undefined &&
				roleOfSeat(log, before.seatId) === 'delegate'
			),
			...onlyIfBylawsSaySo(entry, bylaws, log),
		}
	},
	addendumTakenBack: (entry, { log }) => ({ 'it was not over': !historyOf(log, entry.payload.addendumId).over }),
	addendumPublished: (entry, before) => addedRightly(entry, before),
}

function addedRightly(entry: Of<'addendumPublished'>, { log }: Before) {
	const { proposed, last, over } = historyOf(log, entry.payload.addendumId)
	const { kind, closesAt } = proposed.payload
	const { electorate, bylaws } = roundOf(log, entry.statementId)
	const ids = electorate.map(({ associationId }) => associationId)
	const silent = ids.filter((id) => isMember(log, id, entry.at) && !last.has(id))
	const until = Math.min(entry.at, closesAt)
	const names = behind(log, proposed)
	const agreed = names.filter((id) => last.get(id)?.payload.answer === 'agreed')
	const listed: { readonly answer: string }[] = JSON.parse(entry.payload.record).associations
	const before = publishedBefore(log, entry).filter((each) => kindOf(log, each) === kind)
	return {
		'it stood': !over,
		'it was not long forgotten': entry.at < closesAt + 30 * DAY,
		'everybody answered, or had the time to': silent.length === 0 || entry.at >= closesAt,
		'nobody objected to a correction':
			kind === 'withdrawal' || [...last.values()].every(({ payload }) => payload.answer === 'agreed'),
		'who kept silent about a correction could have objected all the time':
			kind === 'withdrawal' || silent.every((id) => couldAnswer(log, id, { from: proposed.at, until, bylaws })),
		'more than half of those behind the text agreed to take it back':
			kind === 'correction' || agreed.length * 2 > names.length,
		'the next of its kind': entry.payload.ordinal === before.length + 1,
		'the record tells what each answered': ids.every((id, index) => {
			const unheard = isMember(log, id, entry.at) ? 'silent' : 'left'
			return listed[index]?.answer === (last.get(id)?.payload.answer ?? unheard)
		}),
	}
}
