import { mayVoteFor } from '#domain/deciding/entitled.ts'
import { leastTime, urgencyOf } from '#domain/deciding/least-time.ts'
import { associationsWithVoice } from '#domain/deciding/voice.ts'
import type { Context } from '#domain/kernel/context.ts'
import { futureDeadline } from '#domain/kernel/deadline.ts'
import type { Decision, Notification } from '#domain/kernel/decision.ts'
import type { AddendumId, AssociationId, Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { NOTE_LIMIT, optionalText, requiredText } from '#domain/kernel/text.ts'
import { permit, recentlyAuthenticated } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { isEmpty, validBlock } from '#domain/statement/block-texts.ts'
import { acts } from './acts.ts'
import {
	type Addendum,
	type AddendumAnswer,
	type AddendumKind,
	type Amendable,
	isWithdrawn,
	type Stretch,
	standingAddendum,
	stateOf,
} from './addendum.ts'

/** Most blocks that a correction puts in the place of others. */
const MOST_BLOCKS = 50

export type ProposeAddendum = {
	readonly kind: AddendumKind
	readonly reason: string
	readonly stretch: Stretch | null
	readonly blocks: readonly Block[]
	readonly closesAt: Instant
	/** Why there is to be less time than the bylaws promise. Empty: there is not. */
	readonly urgent: string
}

/**
 * Puts before the associations of the electorate what is to be added to the published text. One at a time, and none after a
 * withdrawal. Where silence lets it pass, whoever is asked must be able to object.
 */
export function proposeAddendum(
	actor: Actor,
	about: Amendable,
	command: ProposeAddendum,
	{ now, newId }: Context,
): Result<Decision<{ readonly addendumId: AddendumId }>, Rejection> {
	const may = permit(acts.proposeAddendum, actor, now, about)
	if (!may.ok) return may
	if (isWithdrawn(about.addenda)) return refuse({ code: 'statementWithdrawn' })
	if (standingAddendum(about.addenda, now)) return refuse({ code: 'addendumStands' })
	const reason = requiredText('reason', command.reason, NOTE_LIMIT)
	if (!reason.ok) return reason
	const text = command.kind === 'correction' ? correctedBy(command, about.length) : ok(NOTHING)
	if (!text.ok) return text
	const urgent = timeFor(command, about, now)
	if (!urgent.ok) return urgent
	const heard = command.kind === 'correction' ? allCanObject(about, now, command.closesAt) : ok(null)
	if (!heard.ok) return heard
	const addendumId = newId<'addendum'>()
	const versions = text.value.blocks.map(
		(content): BlockVersion => ({ id: newId<'blockVersion'>(), blockId: newId<'block'>(), content }),
	)
	const { id: statementId } = about.statement
	return ok({
		value: { addendumId },
		events: [
			{
				type: 'addendumProposed',
				stream: streams.addenda(statementId),
				statementId,
				payload: {
					addendumId,
					kind: command.kind,
					reason: reason.value,
					stretch: text.value.stretch,
					blocks: versions,
					closesAt: command.closesAt,
					urgent: urgent.value,
				},
			},
		],
		guards: [...may.value.guards, seatsAsRead(about)],
		notifications: tellMembers(about),
	})
}

export type AnswerAddendum = {
	readonly associationId: AssociationId
	readonly answer: AddendumAnswer
	/** Published with it. Whoever does not agree need not say why. */
	readonly reason: string
}

/** Agrees or objects for an association, from a seat it had when it was asked. The latest answer counts, until the time is up. */
export function answerAddendum(
	actor: Actor,
	about: Amendable,
	addendum: Addendum,
	{ associationId, answer, reason }: AnswerAddendum,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const { statement, ballot } = about
	const asked = { opensAt: addendum.openedAt, bylaws: ballot.bylaws }
	const may = mayVoteFor(acts.answerAddendum, actor, asked, associationId, now)
	if (!may.ok) return may
	if (!ballot.electorate.some((elector) => elector.associationId === associationId))
		return refuse({ code: 'notInElectorate' })
	const state = stateOf(addendum, now)
	if (state !== 'open') return refuse({ code: 'addendumOver', state })
	const current = addendum.answers.find((each) => each.associationId === associationId)
	if (may.value.seat.role === 'deputy' && current?.role === 'delegate') return refuse({ code: 'delegateHasSigned' })
	const why = optionalText('reason', answer === 'objected' ? reason : '', NOTE_LIMIT)
	if (!why.ok) return why
	if (!recentlyAuthenticated(actor, now)) return refuse({ code: 'reauthenticate' })
	return ok({
		value: null,
		events: [
			{
				type: 'addendumAnswered',
				stream: streams.addendumAnswer(addendum.id, associationId),
				statementId: statement.id,
				payload: { addendumId: addendum.id, associationId, answer, reason: why.value },
			},
		],
		guards: may.value.guards,
	})
}

/** Takes back what stands before the associations. Those who were asked are told. */
export function takeBackAddendum(
	actor: Actor,
	about: Amendable,
	addendum: Addendum,
	{ now }: Context,
): Result<Decision<null>, Rejection> {
	const may = permit(acts.takeBackAddendum, actor, now, about)
	if (!may.ok) return may
	const state = stateOf(addendum, now)
	if (state === 'takenBack') return ok({ value: null, events: [], guards: [] })
	if (state === 'published') return refuse({ code: 'addendumOver', state })
	const { id: statementId } = about.statement
	return ok({
		value: null,
		events: [
			{
				type: 'addendumTakenBack',
				stream: streams.addenda(statementId),
				statementId,
				payload: { addendumId: addendum.id },
			},
		],
		guards: may.value.guards,
		notifications: tellMembers(about),
		undoes: ['addendum'],
	})
}

/** Silence lets it pass only where nobody was silenced: each member association of the electorate could object all the time. */
export function allCanObject(about: Amendable, from: Instant, until: Instant): Result<null, Rejection> {
	const { ballot, members, seats } = about
	const asked = ballot.electorate.filter(({ associationId }) => members.includes(associationId))
	const associations = asked.map(({ associationId }) => associationId)
	const heard = associationsWithVoice(seats, { from, until, bylaws: ballot.bylaws, associations })
	const without = asked.filter(({ associationId }) => !heard.has(associationId)).map(({ name }) => name)
	return without.length === 0 ? ok(null) : refuse({ code: 'nobodyToObject', associations: without })
}

/** Nobody lost or got the seat from which it can be answered, since who can was read. */
export const seatsAsRead = ({ statement: { coalitionId }, position }: Amendable) =>
	({ kind: 'seatsUnchangedSince', coalitionId, position }) as const

/** Those that had a vote on the text and are members still. */
export function tellMembers({ statement, ballot, members }: Amendable): Notification[] {
	return ballot.electorate
		.filter(({ associationId }) => members.includes(associationId))
		.map(({ associationId }) => ({ kind: 'addendum', statementId: statement.id, associationId }))
}

type Corrected = { readonly stretch: Stretch | null; readonly blocks: readonly Block[] }

const NOTHING: Corrected = { stretch: null, blocks: [] }

function correctedBy({ stretch, blocks }: ProposeAddendum, length: number): Result<Corrected, Rejection> {
	if (stretch === null) return refuse({ code: 'empty', field: 'first' })
	const { first, last } = stretch
	if (!isPlace(first, length)) return refuse({ code: 'invalid', field: 'first' })
	if (!isPlace(last, length) || last < first) return refuse({ code: 'invalid', field: 'last' })
	if (blocks.length > MOST_BLOCKS)
		return refuse({ code: 'tooLong', field: 'text', limit: MOST_BLOCKS, length: blocks.length })
	const valid: Block[] = []
	for (const block of blocks) {
		const each = validBlock(block)
		if (!each.ok) return each
		valid.push(each.value)
	}
	if (isEmpty(valid.map((content) => ({ content })))) return refuse({ code: 'empty', field: 'text' })
	return ok({ stretch: { first, last }, blocks: valid })
}

const isPlace = (place: number, length: number) => Number.isInteger(place) && place >= 0 && place < length

/**
 * A correction passes on silence, so that no reason is good enough for less time than the bylaws give to object. A withdrawal takes
 * agreement, and may be urgent, for a reason that is published.
 */
function timeFor(
	{ kind, closesAt, urgent }: ProposeAddendum,
	{ ballot: { bylaws } }: Amendable,
	now: Instant,
): Result<string | null, Rejection> {
	const closes = futureDeadline('closesAt', closesAt, now)
	if (!closes.ok) return closes
	const { object, answer } = bylaws.leastDays
	const least = (days: number, remedy: 'reason' | 'none') =>
		leastTime({ field: 'closesAt', at: closesAt, from: now, days, remedy })
	if (kind === 'withdrawal') return urgencyOf(least(answer, 'reason'), urgent)
	const enough = least(object, 'none')
	return enough.ok ? ok(null) : enough
}
