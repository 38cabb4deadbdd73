import { carried, collidingAmong, stretchNow } from '#domain/amendment/carrying.ts'
import { diff } from '#domain/amendment/diff.ts'
import { keyOfPiece, tokensOfPiece } from '#domain/amendment/piece.ts'
import { standsIn } from '#domain/amendment/standing-in.ts'
import { AMENDMENT_STATES, type AmendmentState } from '#domain/amendment/state.ts'
import { tokensOf } from '#domain/amendment/words.ts'
import type { AmendmentId } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import { changesOf } from '#domain/statement/text-history.ts'
import { type AmendedText, type Held, type Wording, wordingOf } from './amending-model.ts'
import { type Attempt, asWanted, isLive } from './amending-steps.ts'

/** What had happened before somebody tried something. */
export type Before = Pick<AmendedText, 'blocks'> & { readonly amendments: ReadonlyMap<AmendmentId, Held> }

/** What is not as it must be after an attempt, each in a sentence. */
export const breaches = (before: Before, text: AmendedText, attempt: Attempt): string[] => [
	...ofTheAttempt(attempt),
	...ofTheText(before, text, attempt),
	...ofStates(text),
	...ofWordings(before, text),
	...[...text.amendments.values()].filter(isLive).flatMap((held) => ofCarrying(held, text)),
	...ofMerging(text, attempt),
]

function ofTheAttempt({ decided, refusedFor, wants }: Attempt): string[] {
	const code = decided.ok ? null : decided.reason.code
	const [payload] = decided.ok ? decided.value.events.map((event) => event.payload) : []
	if (payload && 'wanted' in payload && JSON.stringify(payload.wanted) !== JSON.stringify(wants))
		return ['an amendment wants something else than was asked']
	return refusedFor === undefined || code === refusedFor ? [] : [`it was ${code}, and should have been ${refusedFor}`]
}

const keysOf = (blocks: readonly Pick<Wanted, 'content'>[]) =>
	blocks.map(({ content }) => keyOfPiece({ blockId: null, content })).join('\n')

/** The text is what was asked for, and its history makes it; nothing but writing changes it. */
function ofTheText(
	before: Before,
	{ blocks, changes, versions }: AmendedText,
	{ decided, becomes }: Attempt,
): string[] {
	const expected = becomes && decided.ok ? becomes.map((content) => ({ content })) : before.blocks
	const replayed = [...changesOf(changes)].at(-1)?.after ?? []
	return [
		...(keysOf(blocks) === keysOf(expected) ? [] : ['the text is not what was made of it']),
		...(JSON.stringify(replayed) === JSON.stringify(blocks) ? [] : ['the history does not make the text']),
		...(blocks.every(({ id }) => versions.has(id)) ? [] : ['a block is in a version that nobody wrote']),
	]
}

/** From which state what happens takes an amendment to which. */
const TRANSITIONS: Readonly<
	Record<string, readonly [from: readonly (AmendmentState | null)[], to: AmendmentState | null]>
> = {
	amendmentPutForward: [['prepared'], 'open'],
	amendmentChanged: [['prepared', 'open'], null],
	amendmentWithdrawn: [['prepared', 'open'], 'withdrawn'],
	amendmentJoined: [['open'], null],
	amendmentLeft: [['open'], null],
	amendmentReopened: [['adopted', 'adoptedWithChanges', 'rejected'], 'open'],
}

/** What happened to it, in order, is what may happen, and makes the one state that it is in. */
function ofStates({ amendments, log }: AmendedText): string[] {
	const states = new Map<string, AmendmentState>()
	const wrong: string[] = []
	for (const { event } of log) {
		const { type, payload } = event
		if (!('amendmentId' in payload)) continue
		const id = payload.amendmentId
		const state = states.get(id) ?? null
		if (type === 'amendmentMade') {
			if (state !== null) wrong.push(`${id} was made twice`)
			states.set(id, event.payload.prepared ? 'prepared' : 'open')
			continue
		}
		const [from, to] =
			type === 'amendmentDecided' ? [['open'], event.payload.outcome] : (TRANSITIONS[type] ?? [[], null])
		if (!from.some((known) => known === state)) wrong.push(`${type} of ${id}, which was ${state}`)
		if (to !== null) states.set(id, to as AmendmentState)
	}
	const all = [...amendments.values()]
	const counted = AMENDMENT_STATES.flatMap((state) => all.filter((each) => each.state === state))
	return [
		...wrong,
		...(counted.length === states.size ? [] : [`${states.size} were made, and ${counted.length} are in a state`]),
		...all.flatMap(({ id, state }) =>
			states.get(id) === state ? [] : [`${id} is ${state}, and became ${states.get(id)}`],
		),
		...all.flatMap(({ number }, place) => (number === place + 1 ? [] : [`${number} is the number of ${place + 1}`])),
		...all.flatMap(({ id, wordings, joined }) =>
			joined.every(({ versionId }) => wordings.some((wording) => wording.versionId === versionId))
				? []
				: [`${id} is joined in words that it never had`],
		),
	]
}

/** What an amendment has said stays as it was said, with the blocks that it was said of; only its author adds to it. */
function ofWordings(before: Before, { amendments, log }: AmendedText): string[] {
	const wrong: string[] = []
	for (const [id, { wordings }] of before.amendments) {
		const now = amendments.get(id)?.wordings ?? []
		if (wordings.some((wording, place) => now[place] !== wording)) wrong.push(`an earlier wording of ${id} is another`)
	}
	for (const { event } of log) {
		if (event.type !== 'amendmentMade' && event.type !== 'amendmentChanged') continue
		const held = amendments.get(event.payload.amendmentId)
		const wording = held?.wordings.find(({ versionId }) => versionId === event.payload.versionId)
		if (wording?.wanted !== event.payload.wanted) wrong.push(`${event.payload.versionId} lost what it wanted`)
		if (wording?.seen.length !== event.payload.seen.length)
			wrong.push(`${event.payload.versionId} lost what it had seen`)
	}
	return wrong
}

type Counts = ReadonlyMap<string, number>

function wordsIn(texts: readonly (readonly { readonly kind: string; readonly text: string }[])[]): Counts {
	const found = new Map<string, number>()
	for (const { kind, text } of texts.flat()) if (kind === 'word') found.set(text, (found.get(text) ?? 0) + 1)
	return found
}

const wordsOf = (blocks: readonly Pick<Wanted, 'content'>[]): Counts =>
	wordsIn(blocks.map(({ content }) => tokensOfPiece({ blockId: null, content })))

/** The words that a wording puts in and strikes. */
function changeOf({ seen, wanted }: Wording): { readonly puts: Counts; readonly strikes: Counts } {
	const steps = diff(seen.map(asWanted), wanted)
	const side = (kind: 'inserted' | 'removed') =>
		wordsIn(
			steps.map((step) => {
				if ('runs' in step) return step.runs.flatMap((run) => (run.kind === kind ? tokensOf(run.text) : []))
				return step.change === kind ? tokensOfPiece(step.piece) : []
			}),
		)
	return { puts: side('inserted'), strikes: side('removed') }
}

/**
 * An amendment is carried to the text as it is now, or it is said where not. Carried, all that it puts in stands there, and all that
 * the text has but what it strikes; and where it is not, each place that is named is one that it wanted otherwise.
 */
function ofCarrying(held: Held, { blocks }: AmendedText): string[] {
	const wording = wordingOf(held)
	const now = carried(wording, blocks)
	if (!now.ok) {
		const known = new Set<string>(wording.seen.map(({ blockId }) => blockId))
		if (now.inTheWay.length === 0) return [`${held.id} is neither carried nor told what stands in its way`]
		return now.inTheWay.every((id) => known.has(id)) ? [] : [`${held.id} is told of a block that it never saw`]
	}
	const [there, stood] = [wordsOf(now.blocks), wordsOf(blocks)]
	const { puts, strikes } = changeOf(wording)
	const [from, until] = stretchNow(wording.seen, blocks)
	const outside = [...blocks.slice(0, from), ...blocks.slice(until)]
	return [
		...[...puts].flatMap(([word, count]) =>
			(there.get(word) ?? 0) >= count ? [] : [`${held.id} lost its word ${word}`],
		),
		...[...stood].flatMap(([word, count]) =>
			(there.get(word) ?? 0) >= count - (strikes.get(word) ?? 0) - (puts.get(word) ?? 0)
				? []
				: [`the text lost ${word} to ${held.id}, which does not strike it`],
		),
		...outside.flatMap(({ blockId, content }) =>
			now.blocks.some((block) => block.blockId === blockId && block.content === content)
				? []
				: [`${held.id} changed ${blockId}, which lies outside of what it saw`],
		),
	]
}

/** Of what was put in whole each word stands in the text. */
function ofMerging({ blocks }: AmendedText, { decided, merged = [] }: Attempt): string[] {
	if (!decided.ok) return []
	const there = wordsOf(blocks)
	return merged.flatMap((held) =>
		[...changeOf(wordingOf(held)).puts]
			.filter(([word, count]) => (there.get(word) ?? 0) < count)
			.map(([word]) => `${held.id} was put in without ${word}`),
	)
}

/** What became of amendments when some were put in. */
export type Told = {
	/** Those that were not put in and wanted nothing of the same words, and of these how many can still be. */
	readonly left: number
	readonly stillCarried: number
	/** Those that were put in whole, and of these how many are seen to stand in the text. */
	readonly whole: number
	readonly seenToStand: number
}

/**
 * What holds of nearly all, and cannot of each: changes that others put in on both sides of a word are read as one, and one that
 * wants that word is then asked about; and where somebody wrote just what it strikes nobody can tell which of the two is gone.
 */
export function toldOf(before: Before, { blocks }: AmendedText, { decided, merged = [], chosen = [] }: Attempt): Told {
	const none = { left: 0, stillCarried: 0, whole: 0, seenToStand: 0 }
	if (!decided.ok || chosen.length === 0) return none
	const all = [...before.amendments.values()].map((held) => ({ id: held.id, ...wordingOf(held) }))
	const left = [...before.amendments.values()].filter((held) => {
		if (!isLive(held) || chosen.includes(held)) return false
		const wording = wordingOf(held)
		if (!carried(wording, before.blocks).ok || standsIn(wording, before.blocks)) return false
		const beside = all.filter(({ id }) => id === held.id || chosen.some((each) => each.id === id))
		return !collidingAmong(before.blocks, beside).has(held.id)
	})
	return {
		left: left.length,
		stillCarried: left.filter((held) => carried(wordingOf(held), blocks).ok).length,
		whole: merged.length,
		seenToStand: merged.filter((held) => standsIn(wordingOf(held), blocks)).length,
	}
}
