import { swedishDate } from '#domain/kernel/calendar.ts'
import { ok } from '#domain/kernel/result.ts'
import { adoptedPositions } from '#domain/position/adopted-position.ts'
import { isWithdrawn } from '#domain/publication/addendum.ts'
import { markAsSent } from '#domain/publication/dispatch.ts'
import { DELIVERY_OUTCOMES } from '#domain/publication/facts.ts'
import type { FollowedStatement } from '#domain/publication/outcome.ts'
import { correctOutcomes, expectOutcome, recordOutcomes } from '#domain/publication/outcomes.ts'
import { checkReply, takeReply } from '#domain/publication/replies.ts'
import { noteDelivery, sendResponse } from '#domain/publication/sending.ts'
import { ballotOf, blocksOf, type ModelStatement } from './model.ts'
import { type Attempt, NOTHING, nth, on, type Step } from './model-attempt.ts'
import { documentFor, readIn } from './model-older.ts'
import type { View } from './model-store.ts'

/** When it was sent last, other than in vain. */
function sentAt({ statement: { id } }: ModelStatement, { after }: View): number | null {
	const letters = [...after.letters.values()].filter(({ statementId, outcome }) => {
		return statementId === id && (outcome === null || outcome === 'taken')
	})
	const times = [...letters.map(({ at }) => at), after.dispatched.get(id) ?? -1].filter((at) => at >= 0)
	return times.length === 0 ? null : Math.max(...times)
}

const electorateOf = (about: ModelStatement) =>
	(ballotOf(about)?.electorate ?? []).map(({ associationId }) => associationId)

/** As it is followed up: of its positions those that are not withheld, with what belongs to them. */
function followed(about: ModelStatement, { after }: View): FollowedStatement {
	const { statement } = about
	const blocks = blocksOf(about)
	const withheld = after.withheld.get(statement.id) ?? []
	const read = adoptedPositions(blocks.map(({ content }) => content)).filter(({ first, last }) =>
		blocks.slice(first, last + 1).every(({ blockId }) => !withheld.includes(blockId)),
	)
	const expectedOn = after.expected.get(statement.id) ?? null
	return { statement, numbers: read.map(({ number }) => number), electorate: electorateOf(about), expectedOn }
}

/** To whom: the one that the inquiry names, another, nobody, no address. */
const TO = ['s.remissvar@example.org', 's.remissvar@example.org; annan@example.org', '', 'till dem'] as const

const letterFor = ({ after }: View, { a }: Step) => {
	const all = [...after.letters.values()]
	return a > 2 ? all.at(-1) : nth(all, a)
}

const FROM_OUTSIDE = {
	...({ kind: 'reply', from: 'a@example.org', proven: false, checks: { spf: null, dkim: null, dmarc: null } } as const),
	...({ subject: 'Tack', text: 'Vi har tagit emot svaret.', about: [], files: [], leftOut: [] } as const),
}

/** What is tried with a published statement: that it is sent, what came back, and what came of it. */
export const SENDING_ACTS = {
	markAsSent: on(['signing', 'published'], ({ statement }, view, actor, { c, flag }, context) => {
		const sentOn = c > 4 ? '2099-01-01' : swedishDate(view.now)
		return markAsSent(actor, statement, { sentOn, how: 'e-post', to: flag || c > 0 ? 'a@example.org' : '' }, context)
	}),
	sendResponse: on(['published'], (about, view, actor, { a, b, c, flag }, context) => {
		const { statement, addenda } = about
		const letter = {
			to: nth(TO, b) ?? '',
			copyTo: a === 0 ? (nth(TO, c) ?? '') : '',
			subject: 'Svar',
			cover: 'Se svaret.',
		}
		const inquiry = statement.inquiryId && view.inquiries.get(statement.inquiryId)
		const named = inquiry ? `${inquiry.sendTo}\n${inquiry.copyTo}` : ''
		const sent = {
			sentAt: sentAt(about, view),
			withdrawn: isWithdrawn(addenda),
			electorate: electorateOf(about),
			named,
		}
		const command = { ...letter, files: [], again: flag, reason: c === 0 ? ' ' : 'En bilaga saknades.' }
		return sendResponse(actor, { statement, ...sent }, command, context)
	}),
	/** By the job that hands letters over. */
	noteDelivery: (view, _actor, step) => {
		const letter = letterFor(view, step)
		const outcome = nth(DELIVERY_OUTCOMES, step.c) ?? 'taken'
		return letter ? ok(noteDelivery(letter, outcome, '')) : NOTHING
	},
	/** By anybody at all who writes to its address. */
	takeReply: (view, _actor, step, context) => {
		const letter = letterFor(view, step)
		const waiting = [...view.after.replies.values()].filter(({ responseId, status }) => {
			return responseId === letter?.id && status === 'waiting'
		})
		return letter ? takeReply(letter, waiting.length, FROM_OUTSIDE, context) : NOTHING
	},
	checkReply: (view, actor, { a, flag }, context) => {
		const reply = nth([...view.after.replies.values()], a)
		return reply ? checkReply(actor, reply, flag, context) : NOTHING
	},
	recordOutcomes: on(['published'], (about, view, actor, step, context) =>
		recordOutcomes(actor, followed(about, view), readIn(step), context),
	),
	correctOutcomes: on(['published'], (about, view, actor, step, context) => {
		const before = documentFor(view.after.documents.get(about.statement.id), step)
		return before ? correctOutcomes(actor, followed(about, view), before, readIn(step), context) : NOTHING
	}),
	expectOutcome: on(['published'], (about, view, actor, { b, flag }, context) => {
		const on = nth([null, '2020-01-01'], b) ?? swedishDate(view.now)
		return expectOutcome(actor, followed(about, view), { on, what: flag ? 'Propositionen' : ' ' }, context)
	}),
} satisfies Record<string, Attempt>
