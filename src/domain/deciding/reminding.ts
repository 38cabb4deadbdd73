import { swedishDate, swedishInstant } from '#domain/kernel/calendar.ts'
import type { BallotId, Instant, SwedishDate } from '#domain/kernel/id.ts'
import { addDays } from '#domain/kernel/working-days.ts'
import { DAY_MS } from './least-time.ts'

/** What associations are asked about a text, of which those that have not answered are reminded. */
export const ASKS = ['consultation', 'ballot', 'signoff'] as const
export type Ask = (typeof ASKS)[number]

/** When associations are reminded by themselves, the first coming first. */
export const MOMENTS = ['halfway', 'twoDays', 'lastDay'] as const
export type Moment = (typeof MOMENTS)[number]

export type MomentAt = { readonly moment: Moment; readonly at: Instant }

/** When mail is read and somebody can be asked: not in the night, in which most deadlines end. Swedish time. */
const MORNING = '08:00'
/** Less than this before the end is too late to ask anybody; the last reminder then goes the morning before. */
const LEAST_LEFT_MS = 4 * 60 * 60_000
/** Between two reminders about the same text, and between what was asked and the first. */
export const APART_MS = DAY_MS
/** How late the jobs may be for a reminder to count as on time, so that the next is not left out for a minute's sake. */
const ON_TIME_MS = 60 * 60_000

const morningOf = (date: SwedishDate): Instant => swedishInstant(date, MORNING)

/**
 * When those that have not answered are reminded: half-way, two days before and on the last day, in the morning. One that would
 * come within a day of what was asked, or of the next one, is left out, so that of a short time the last remains.
 */
export function momentsOf(from: Instant, dueAt: Instant | null): readonly MomentAt[] {
	const kept: MomentAt[] = []
	for (const each of morningsOf(from, dueAt).toReversed()) {
		const next = kept[0]
		if (next === undefined || next.at - each.at >= APART_MS) kept.unshift(each)
	}
	return kept
}

/** All three, but for those that would come within a day of what was asked. */
function morningsOf(from: Instant, dueAt: Instant | null): readonly MomentAt[] {
	if (dueAt === null) return []
	const lastDate = swedishDate(dueAt)
	const last = morningOf(lastDate)
	const all: readonly MomentAt[] = [
		{ moment: 'halfway', at: morningOf(swedishDate(from + Math.floor((dueAt - from) / 2))) },
		{ moment: 'twoDays', at: morningOf(addDays(lastDate, -2)) },
		{ moment: 'lastDay', at: dueAt - last < LEAST_LEFT_MS ? morningOf(addDays(lastDate, -1)) : last },
	]
	return all.filter(({ at }) => at - from >= APART_MS)
}

/** When the first reminder goes about what is asked from then on; null: none does. */
export const firstReminder = (from: Instant, dueAt: Instant | null): Instant | null =>
	momentsOf(from, dueAt)[0]?.at ?? null

/** When the one reminder of a list of amendments goes: while there is time to ask others of the association. */
export const listReminder = (from: Instant, dueAt: Instant): Instant | null => momentsOfList(from, dueAt)[0]?.at ?? null

/** One: whoever says nothing to a list agrees to it, and need not do anything. It is chosen before any would make way for another. */
const momentsOfList = (from: Instant, dueAt: Instant | null): readonly MomentAt[] =>
	morningsOf(from, dueAt)
		.filter(({ moment }) => moment !== 'halfway')
		.slice(0, 1)

/** What is asked about a text, as far as it decides when those that are silent are reminded. */
export type Asking = {
	/** `list`: amendments that all are asked about in one question. */
	readonly ask: Ask | 'list'
	/** The ballot that is asked for votes. */
	readonly ballotId: BallotId | null
	readonly from: Instant
	readonly dueAt: Instant | null
	/** When the ballot was closed, before its time or at it; or the list settled or cancelled. */
	readonly closedAt: Instant | null
	/** When the next reminder was to go by itself. */
	readonly remindAt: Instant | null
	/** When associations were last reminded about it, by themselves or by somebody. */
	readonly lastAt: Instant | null
}

/** Views are taken as long as the text is out for them; of the others nothing counts that comes late. */
export function isAsked({ ask, dueAt, closedAt }: Asking, now: Instant): boolean {
	return ask === 'consultation' || (closedAt === null && dueAt !== null && now < dueAt)
}

/** When the next goes by itself, now that one has gone at `since`; null: none does. */
export function nextReminder(asking: Asking, since: Instant | null): Instant | null {
	return momentsFor(asking).find(({ at }) => since === null || at - since >= APART_MS)?.at ?? null
}

const momentsFor = ({ ask, from, dueAt }: Asking) => (ask === 'list' ? momentsOfList : momentsOf)(from, dueAt)

/** What is to be done now that the time of a reminder has come. */
export type DueReminder = {
	/** Null: nobody is reminded, since what is asked, or until when, is no longer what it was when this was set. */
	readonly moment: Moment | null
	readonly nextAt: Instant | null
}

/** Null: nothing is to be done yet. What the jobs did not come to in time goes late, and once for all that passed. */
export function dueReminder(asking: Asking, now: Instant): DueReminder | null {
	const { dueAt, remindAt, lastAt } = asking
	if (remindAt === null || now < remindAt) return null
	if (!isAsked(asking, now) || dueAt === null || now >= dueAt) return { moment: null, nextAt: null }
	const passed = momentsFor(asking).findLast(({ at }) => at <= now)
	const lately = passed !== undefined && lastAt !== null && passed.at - lastAt < APART_MS - ON_TIME_MS
	if (!passed || lately) return { moment: null, nextAt: nextReminder(asking, lastAt) }
	const onTime = now - passed.at <= ON_TIME_MS
	return { moment: passed.moment, nextAt: nextReminder(asking, onTime ? passed.at : now) }
}
