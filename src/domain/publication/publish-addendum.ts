import { isoInstant, swedishDate } from '#domain/kernel/calendar.ts'
import type { Decision, Guard } from '#domain/kernel/decision.ts'
import type { Instant } from '#domain/kernel/id.ts'
import type { Rejection } from '#domain/kernel/rejection.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { permit, recentlyAuthenticated } from '#domain/members/authority.ts'
import type { Actor } from '#domain/members/seats.ts'
import { acts } from './acts.ts'
import { allCanObject, seatsAsRead, tellMembers } from './addenda.ts'
import {
	type Addendum,
	type AddendumKind,
	type Amendable,
	agreement,
	silentAbout,
	standBehind,
	stateOf,
} from './addendum.ts'
import { ADDENDUM_FORMAT, type AddendumRecord, type Published } from './addendum-record.ts'

export type AddendumPlan = { readonly record: AddendumRecord; readonly guards: readonly Guard[] }

/** Whether the addendum may be published now; if so, with which record. */
export function planAddendum(
	actor: Actor,
	about: Amendable,
	published: Published,
	addendum: Addendum,
	now: Instant,
): Result<AddendumPlan, Rejection> {
	const may = permit(acts.publishAddendum, actor, now, about)
	if (!may.ok) return may
	const ready = readyToAdd(about, addendum, now)
	if (!ready.ok) return ready
	if (!recentlyAuthenticated(actor, now)) return refuse({ code: 'reauthenticate' })
	const { id: statementId } = about.statement
	const guards: Guard[] = [
		...may.value.guards,
		// An objection made while the record was written must not be missing in it.
		{ kind: 'unchangedSince', statementId, position: about.position },
		seatsAsRead(about),
	]
	return ok({ record: recordOf(about, published, addendum, now), guards })
}

/**
 * Refuses while associations may still answer. One objection stops a correction, which passes on silence; a withdrawal takes the
 * agreement of more than half of those that stand behind the text and are there to be asked.
 */
export function readyToAdd(about: Amendable, addendum: Addendum, now: Instant): Result<null, Rejection> {
	const { kind, answers, openedAt, closesAt } = addendum
	const state = stateOf(addendum, now)
	if (state !== 'open' && state !== 'settled') return refuse({ code: 'addendumOver', state })
	if (kind === 'correction' && answers.some(({ answer }) => answer === 'objected'))
		return refuse({ code: 'correctionObjectedTo' })
	const silent = silentAbout(about, addendum).length
	if (state === 'open' && silent > 0) return refuse({ code: 'awaitingAnswers', silent, dueAt: closesAt })
	if (kind === 'correction') return silent === 0 ? ok(null) : allCanObject(about, openedAt, Math.min(now, closesAt))
	const { agreed, needed } = agreement(about, addendum)
	return agreed < needed ? refuse({ code: 'tooFewAgree', agreed, needed }) : ok(null)
}

function recordOf(about: Amendable, published: Published, addendum: Addendum, now: Instant): AddendumRecord {
	const { kind, answers } = addendum
	const { coalition, ...statement } = published
	const answerOf = new Map(answers.map((answer) => [answer.associationId, answer]))
	const counted = standBehind(about, addendum)
	const isCorrection = kind === 'correction'
	return {
		format: ADDENDUM_FORMAT,
		kind,
		ordinal: 1 + about.addenda.filter((each) => each.kind === kind && each.ordinal !== null).length,
		coalition,
		statement,
		language: about.statement.language,
		reason: addendum.reason,
		stretch: addendum.stretch,
		blocks: addendum.blocks.map(({ content }) => content),
		openedAt: isoInstant(addendum.openedAt),
		closesAt: isoInstant(addendum.closesAt),
		urgent: addendum.urgent,
		publishedAt: isoInstant(now),
		publishedOn: swedishDate(now),
		needed: isCorrection ? null : agreement(about, addendum).needed,
		associations: about.ballot.electorate.map(({ associationId, name, area }) => {
			const given = answerOf.get(associationId)
			const silent = about.members.includes(associationId) ? 'silent' : 'left'
			return {
				name,
				area,
				answer: given?.answer ?? silent,
				counted: !isCorrection && counted.includes(associationId),
				reason: given?.reason ?? '',
			}
		}),
	}
}

export type FinishedAddendum = {
	readonly record: AddendumRecord
	/** Canonical bytes of the record, their SHA-256 in lower-case hex, and canonical bytes of what the leaves stand for. */
	readonly bytes: string
	readonly hash: string
	readonly revealed: string
	readonly guards: readonly Guard[]
}

/** Publishes the finished bytes. Those that had a vote on the text are told. */
export function publishAddendum(
	about: Amendable,
	addendum: Addendum,
	{ record, bytes, hash, revealed, guards }: FinishedAddendum,
): Decision<{ readonly kind: AddendumKind; readonly ordinal: number }> {
	const { id: statementId } = about.statement
	const { kind, ordinal } = record
	return {
		value: { kind, ordinal },
		events: [
			{
				type: 'addendumPublished',
				stream: streams.addenda(statementId),
				statementId,
				payload: { addendumId: addendum.id, ordinal, recordHash: hash, record: bytes, revealed },
			},
		],
		guards,
		notifications: tellMembers(about),
	}
}
