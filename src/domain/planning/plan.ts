import { swedishDate } from '#domain/kernel/calendar.ts'
import type { Instant, SwedishDate } from '#domain/kernel/id.ts'
import { addDays, workingDays } from '#domain/kernel/working-days.ts'
import type { Stage, Track } from '#domain/statement/statement.ts'

/**
 * What ends on a planned day, in this order: the draft is sent out for views, the views are in, the chair opens the ballot
 * on a text that took them in, the votes are in, the associations have signed off, the answer is sent.
 */
export type Milestone = 'sendOut' | 'views' | 'openBallot' | 'votes' | 'signoffs' | 'send'

/** How long each step takes, in working days: what is meant for it, and the least that it can be done in. */
type Span = { readonly milestone: Milestone; readonly days: number; readonly least: number }

/**
 * Volunteers meet every other week or so: three weeks for views and a week to vote take in one meeting each. Two days
 * before the deadline are kept for what goes wrong on the last one.
 */
const SPANS: Readonly<Record<Track, readonly Span[]>> = {
	full: [
		{ milestone: 'sendOut', days: 10, least: 1 },
		{ milestone: 'views', days: 15, least: 5 },
		{ milestone: 'openBallot', days: 4, least: 1 },
		{ milestone: 'votes', days: 6, least: 3 },
		{ milestone: 'signoffs', days: 3, least: 1 },
		{ milestone: 'send', days: 1, least: 0 },
	],
	// One round: the text is sent, and silence until the day is no objection.
	light: [
		{ milestone: 'openBallot', days: 8, least: 1 },
		{ milestone: 'votes', days: 8, least: 3 },
		{ milestone: 'send', days: 1, least: 0 },
	],
}

/** Working days between sending and the deadline. */
const MARGIN = { days: 2, least: 0 }

/** Below this share of what is meant beyond the least, people notice. */
const HURRIED = 0.5

/** A deadline further away is planned for from this many calendar days before it. */
const LONGEST = 400

/** `set`: the chair has settled on it; otherwise it is a proposal. */
export type PlannedDay = { readonly milestone: Milestone; readonly on: SwedishDate; readonly set: boolean }

export type Plan = {
	readonly track: Track
	readonly from: SwedishDate
	readonly dueOn: SwedishDate
	readonly milestones: readonly PlannedDay[]
	/** The steps are cut so short that associations must be warned. */
	readonly hurried: boolean
	/** The time cannot be found without July, when nobody is there to answer. */
	readonly throughJuly: boolean
}

type Asked = {
	readonly track: Track
	/** The day the rest of the work begins. */
	readonly from: SwedishDate
	readonly dueOn: SwedishDate
	/** The first milestone still ahead; all of them unless told. */
	readonly first?: Milestone
}

const inJuly = (date: SwedishDate) => date.slice(5, 7) === '07'

/**
 * Proposes a day for each step by counting back from the deadline over working days, out of July where that can be. Where
 * time is short every step is shortened alike. Null: too little time for this track, even with each step at its least.
 */
export function planBack({ track, from, dueOn, first }: Asked): Plan | null {
	const all = SPANS[track]
	const at = first === undefined ? 0 : all.findIndex(({ milestone }) => milestone === first)
	const spans = all.slice(Math.max(at, 0))
	const earliest = addDays(dueOn, -LONGEST)
	const start = from > earliest ? from : earliest
	const kept = fitted(spans, workingDays(start, dueOn, inJuly))
	const dated = kept ?? fitted(spans, workingDays(start, dueOn))
	return dated && { track, from: start, dueOn, ...dated, throughJuly: kept === null }
}

/** `days`: the days there are; the work begins on the first of them, and the answer must be there on the last. */
function fitted(spans: readonly Span[], days: readonly SwedishDate[]): Pick<Plan, 'milestones' | 'hurried'> | null {
	const room = days.length - 1
	const total = (of: 'days' | 'least') => MARGIN[of] + spans.reduce((sum, span) => sum + span[of], 0)
	if (room < total('least')) return null
	const share = Math.min(1, (room - total('least')) / (total('days') - total('least')))
	const lengthOf = (span: { readonly days: number; readonly least: number }) =>
		span.least + Math.floor(share * (span.days - span.least))
	// From the deadline back, so that the later days stay where they are as time passes.
	let left = room - lengthOf(MARGIN)
	const milestones = spans.toReversed().map((span) => {
		const on = days[left] ?? ''
		left -= lengthOf(span)
		return { milestone: span.milestone, on, set: false }
	})
	return { milestones: milestones.reverse(), hurried: share < HURRIED }
}

/** How far a statement has come, for planning what is left of it. */
export type Progress = {
	readonly stage: Stage
	readonly track: Track
	readonly consultationDueAt: Instant | null
	/** Of the ballot that the text was put to. */
	readonly votesDueAt: Instant | null
	readonly signoffDueAt: Instant | null
}

/** The first milestone ahead in each stage. */
const AHEAD: Readonly<Record<Track, Readonly<Partial<Record<Stage, Milestone>>>>> = {
	full: { drafting: 'sendOut', consulting: 'openBallot', deciding: 'signoffs', signing: 'send' },
	light: { drafting: 'openBallot', consulting: 'openBallot', deciding: 'send', signing: 'send' },
}

/** The plan for what is left of a statement, after the day that was set for the step it is in. Null: nothing is left, or no time. */
export function planRest(progress: Progress, dueOn: SwedishDate, now: Instant): Plan | null {
	const { stage, track } = progress
	const first = AHEAD[track][stage]
	if (first === undefined) return null
	const set = setDay(progress)
	const plan = planBack({ track, from: swedishDate(Math.max(now, set?.at ?? now)), dueOn, first })
	if (plan === null || set === null) return plan
	const milestones = [{ milestone: set.milestone, on: swedishDate(set.at), set: true }, ...plan.milestones]
	return { ...plan, from: swedishDate(now), milestones }
}

/** The day that is set, not proposed. */
function setDay({
	stage,
	consultationDueAt,
	votesDueAt,
	signoffDueAt,
}: Progress): { milestone: Milestone; at: Instant } | null {
	const days: Readonly<Partial<Record<Stage, readonly [Milestone, Instant | null]>>> = {
		consulting: ['views', consultationDueAt],
		deciding: ['votes', votesDueAt],
		signing: ['signoffs', signoffDueAt],
	}
	const [milestone, at] = days[stage] ?? []
	return milestone === undefined || !at ? null : { milestone, at }
}

/** The day a plan proposes for a milestone. */
export function plannedDay(plan: Plan | null, milestone: Milestone): SwedishDate | null {
	return plan?.milestones.find((each) => each.milestone === milestone)?.on ?? null
}

/** The day that is usual, unless the plan asks for an earlier one. */
export function earlier(usual: SwedishDate, planned: SwedishDate | null): SwedishDate {
	return planned !== null && planned < usual ? planned : usual
}
