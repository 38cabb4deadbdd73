import type { ResponseId, StatementId } from '#domain/kernel/id.ts'
import type { Entry, Of } from './model-entry.ts'
import type { Conditions, Laws } from './model-law.ts'
import { stockholmDay } from './model-log.ts'
import { votersTold } from './model-told.ts'

const about = (log: readonly Entry[], { statementId }: Entry) => log.filter((e) => e.statementId === statementId)

/** Whether it was taken back. */
function isTakenBack(log: readonly Entry[], entry: Entry): boolean {
	const own = about(log, entry)
	return own.some((e) => {
		if (e.type !== 'addendumPublished') return false
		const { addendumId } = e.payload
		return own.some(({ type, payload }) => {
			return type === 'addendumProposed' && payload.addendumId === addendumId && payload.kind === 'withdrawal'
		})
	})
}

const outcomeOf = (log: readonly Entry[], id: ResponseId) =>
	log.find((e): e is Of<'responseDelivered'> => e.type === 'responseDelivered' && e.payload.responseId === id)?.payload
		.outcome

/** Whether it has left, by whatever way, or is on its way. */
function hasLeft(log: readonly Entry[], entry: Entry): boolean {
	return about(log, entry).some((e) => {
		if (e.type === 'markedAsSent') return true
		if (e.type !== 'responseSent') return false
		const outcome = outcomeOf(log, e.payload.responseId)
		return outcome === undefined || outcome === 'taken'
	})
}

/** Where the inquiry asks for it, in its own words. */
function namedIn(log: readonly Entry[], { statementId }: Entry): string {
	const started = log.find((e): e is Of<'statementStarted'> => {
		return e.type === 'statementStarted' && e.statementId === statementId
	})
	const received = log.find((e): e is Of<'inquiryReceived'> => {
		return e.type === 'inquiryReceived' && e.payload.inquiryId === started?.payload.inquiryId
	})
	return received ? `${received.payload.facts.sendTo} ${received.payload.facts.copyTo}` : ''
}

/** The numbers of the positions that everybody reads: of none that is withheld, nor anything that belongs to it. */
function readable(log: readonly Entry[], entry: Entry): number[] {
	const own = about(log, entry)
	const fixed = own.findLast((e): e is Of<'revisionFixed'> => e.type === 'revisionFixed')?.payload.blocks ?? []
	const withheld = own.flatMap((e) => (e.type === 'redacted' ? [e.payload.blockId] : []))
	const places: { readonly blocks: (typeof fixed)[number][] }[] = []
	for (const block of fixed) {
		if (block.content.kind === 'position') places.push({ blocks: [block] })
		if (block.content.kind === 'subPoint') places.at(-1)?.blocks.push(block)
	}
	return places.flatMap(({ blocks }, index) =>
		blocks.some(({ blockId }) => withheld.includes(blockId)) ? [] : [index + 1],
	)
}

function toldRightly(entry: Of<'outcomesRecorded'> | Of<'outcomesCorrected'>, log: readonly Entry[]): Conditions {
	const numbers = entry.payload.outcomes.map(({ number }) => number)
	const those = readable(log, entry)
	return {
		'everybody reads those positions': numbers.every((number) => those.includes(number)),
		'each is told of once': new Set(numbers).size === numbers.length,
		'the document is there': entry.payload.document.datedOn <= stockholmDay(entry.at),
		'those who had a vote are told': votersTold(entry, 'outcomes', log),
	}
}

/** What must be true of a published statement that is sent, of what comes back, and of what is known to have come of it. */
export const sendingLaws: Laws = {
	markedAsSent: ({ payload: { sentOn, how, to }, at }) => ({
		'it was sent by now': sentOn <= stockholmDay(at),
		'it says how and to whom': how.trim() !== '' && to.trim() !== '',
	}),
	responseSent: (entry, { log }) => {
		const { to, copyTo, reason, added } = entry.payload
		const all = [...to, ...copyTo]
		const named = namedIn(log, entry)
		return {
			'nobody is sent what was taken back': !isTakenBack(log, entry),
			'it is not sent twice without a word': !hasLeft(log, entry) || reason.trim() !== '',
			'it goes to somebody, and to each once': to.length > 0 && new Set(all).size === all.length,
			'whom the inquiry does not name is said to be added by hand':
				added?.join() === all.filter((address) => !named.split(/\s+/).includes(address)).join(),
			'those in whose name it is sent are told': votersTold(entry, 'sent', log),
			'it is handed over': entry.told.some(({ kind }) => kind === 'response'),
		}
	},
	responseDelivered: ({ payload: { responseId } }, { log }) => ({
		'it was sent': log.some((e) => e.type === 'responseSent' && e.payload.responseId === responseId),
		'what is known of it stays so': outcomeOf(log, responseId) === undefined,
	}),
	replyTaken: ({ payload: { responseId }, told }, { log }) => ({
		'it is about what was sent': log.some((e) => e.type === 'responseSent' && e.payload.responseId === responseId),
		'a stranger mails nobody by it': told.length === 0,
	}),
	replyChecked: ({ payload: { replyId, belongs } }, { log }) => ({
		'it came in': log.some((e) => e.type === 'replyTaken' && e.payload.replyId === replyId),
		'it was not said already':
			log.findLast((e): e is Of<'replyChecked'> => e.type === 'replyChecked' && e.payload.replyId === replyId)?.payload
				.belongs !== belongs,
	}),
	redacted: (entry, { log }) => {
		const { blockId, ground } = entry.payload
		const fixed = about(log, entry).findLast((e): e is Of<'revisionFixed'> => e.type === 'revisionFixed')
		return {
			'it is in the published text': fixed?.payload.blocks.some((block) => block.blockId === blockId) ?? false,
			'it says on which ground': ground.trim() !== '',
			'it was not withheld already': !about(log, entry).some(
				(e) => e.type === 'redacted' && e.payload.blockId === blockId,
			),
			'those who had a vote are told': votersTold(entry, 'withheld', log),
		}
	},
	outcomesRecorded: (entry, { log }) => ({
		...toldRightly(entry, log),
		'it tells something': entry.payload.outcomes.length > 0,
	}),
	outcomesCorrected: (entry, { log }) => ({
		...toldRightly(entry, log),
		'it was told before': about(log, entry).some((e) => {
			return e.type === 'outcomesRecorded' && e.payload.documentId === entry.payload.documentId
		}),
	}),
	outcomeExpected: ({ payload: { on, what }, at }) => ({
		'what is expected is to come, and has a name': on === null || (on >= stockholmDay(at) && what.trim() !== ''),
	}),
}

/** Of which statements something is expected still that was recorded to have come. */
export function overdue(log: readonly Entry[]): string[] {
	const expected = new Map<StatementId, string | null>()
	const late = new Set<StatementId>()
	for (const { type, payload, statementId, at } of log) {
		if (statementId === null) continue
		if (type === 'outcomeExpected') {
			expected.set(statementId, payload.on)
			late.delete(statementId)
		}
		const on = expected.get(statementId) ?? null
		if (type === 'outcomesRecorded' && on !== null && on <= stockholmDay(at)) late.add(statementId)
	}
	return [...late].map((id) => `${id} still expects what has come`)
}
