import { decideAmendment, reopenAmendment } from '#domain/amendment/deciding.ts'
import { joinAmendment, leaveAmendment } from '#domain/amendment/joining.ts'
import type { Mergeable } from '#domain/amendment/merge-amendments.ts'
import {
	changeAmendment,
	type Proposed,
	proposeAmendment,
	putForwardAmendment,
	withdrawAmendment,
} from '#domain/amendment/proposing.ts'
import { AMENDMENT_OUTCOMES, type AmendmentState } from '#domain/amendment/state.ts'
import type { AmendmentVersionId } from '#domain/kernel/id.ts'
import type { Wanted } from '#domain/statement/alignment.ts'
import type { Block, BlockVersion } from '#domain/statement/block.ts'
import { editDocument } from '#domain/statement/document.ts'
import { WRITABLE } from '#domain/statement/statement.ts'
import { changesOf } from '#domain/statement/text-history.ts'
import { blocksOf, type ModelStatement } from './model.ts'
import type { ModelAmendment } from './model-amendment.ts'
import { amendmentIn, overtakenIn, standingOf } from './model-amendments.ts'
import { type Attempt, associationFor, NOTHING, nth, on, type Step, writtenOn } from './model-attempt.ts'

type OnOne = (held: Mergeable, about: ModelStatement, ...rest: Parameters<Attempt>) => ReturnType<Attempt>

type Fits = (held: Pick<ModelAmendment, 'state' | 'joined'>) => boolean

const inState =
	(...states: readonly AmendmentState[]): Fits =>
	({ state }) =>
		states.includes(state)

/** To which amendments it makes sense. */
export const FITS = {
	putForwardAmendment: inState('prepared'),
	changeAmendment: inState('prepared', 'open'),
	withdrawAmendment: inState('prepared', 'open'),
	joinAmendment: inState('open'),
	leaveAmendment: ({ state, joined }) => state === 'open' && joined.length > 0,
	decideAmendment: inState('open'),
	reopenAmendment: inState(...AMENDMENT_OUTCOMES),
} as const satisfies Record<string, Fits>

/** Mostly one to which it makes sense, and of these one of the last. */
export function amendmentFor(about: ModelStatement, { apt, b }: Step, fits: Fits): ModelAmendment | undefined {
	const all = [...about.amendments.values()].reverse()
	const fit = apt ? all.filter(fits) : []
	return nth(fit.length > 0 ? fit : all, b)
}

function onOne(fits: Fits, attempt: OnOne): Attempt {
	return on(WRITABLE, (about, view, actor, step, context) => {
		const held = amendmentFor(about, step, fits)
		return held ? attempt(amendmentIn(about, held), about, view, actor, step, context) : NOTHING
	})
}

/** Mostly the words that count; now and then those of a page that has long been open. */
export const wordsRead = ({ versionId }: Pick<Mergeable, 'versionId'>, { recent }: Step) =>
	recent ? versionId : ('older' as AmendmentVersionId)

/** The text, or as it was before its last changes. */
export function textRead(about: ModelStatement, late: number): readonly BlockVersion[] {
	const { changes } = about
	if (late === 0 || changes.length <= late) return blocksOf(about)
	return [...changesOf(changes.slice(0, -late))].at(-1)?.after ?? []
}

/** With one of its first words in place of another. */
export function reworded(content: Block, at: number, mark: string): Block {
	if (!('text' in content)) return content
	const words = content.text.split(' ')
	return { ...content, text: words.with(Math.min(at, words.length - 1), mark).join(' ') }
}

/** Of a part of the text a word otherwise, most often the same one; or all of it away, or a new one after it; or two at once. */
function proposed(about: ModelStatement, { b, c, flag, recent }: Step, newId: () => string): Proposed {
	const before = textRead(about, recent ? 0 : 1)
	const from = b % Math.max(1, before.length)
	const seen = before.slice(from, from + (flag && c < 2 ? 2 : 1))
	const kept = seen.map(({ blockId, content }): Wanted => ({ blockId, content }))
	const added: Wanted = { blockId: null, content: { kind: 'position', text: `Nytt ${newId()}.` } }
	const wanted =
		c === 4
			? []
			: c === 5 || seen.length === 0
				? [...kept, added]
				: kept.map(({ blockId, content }) => ({ blockId, content: reworded(content, c > 2 ? 0 : 1, newId()) }))
	return { seen, wanted, reason: 'Det blir bättre.' }
}

/** What is tried with amendments one by one, and with the text that they are to. */
export const AMENDING_ACTS = {
	/** A word more in a part; another word in place of one; or a part away. */
	writeText: on(WRITABLE, (about, _view, actor, { b, c }, { now, newId }) => {
		const draft = { statement: about.statement, blocks: blocksOf(about) }
		const block = nth(draft.blocks, b)
		if (!block) return NOTHING
		const { blockId, id: basedOn } = block
		const judged = [...about.stances.values()].map((stance) => stance.blockId)
		if (c === 5 && draft.blocks.length > 3)
			return editDocument(actor, draft, { do: 'remove', blockId }, { now, newId }, { judged, named: null })
		const content = c === 4 ? reworded(block.content, 1, newId()) : writtenOn(block.content, newId())
		return editDocument(actor, draft, { do: 'edit', blockId, basedOn, content }, { now, newId })
	}),
	proposeAmendment: on(WRITABLE, (about, view, actor, step, context) => {
		const associationId = associationFor(view, actor, step.recent ? { ...step, b: 1 } : step)
		const command = { associationId, ...proposed(about, step, context.newId) }
		return proposeAmendment(actor, about.statement, standingOf(about, associationId), command, context)
	}),
	putForwardAmendment: onOne(FITS.putForwardAmendment, (held, about, _view, actor, step, context) => {
		const standing = standingOf(about, held.associationId)
		const command = { versionId: wordsRead(held, step) }
		return putForwardAmendment(actor, about.statement, held, standing, command, context)
	}),
	changeAmendment: onOne(FITS.changeAmendment, (held, about, _view, actor, step, context) => {
		const command = { versionId: wordsRead(held, step), ...proposed(about, { ...step, c: 0 }, context.newId) }
		return changeAmendment(actor, about.statement, held, command, context, overtakenIn(about, held.id))
	}),
	withdrawAmendment: onOne(FITS.withdrawAmendment, (held, about, _view, actor, _step, context) =>
		withdrawAmendment(actor, about.statement, held, context, overtakenIn(about, held.id)),
	),
	joinAmendment: onOne(FITS.joinAmendment, (held, about, view, actor, step, context) => {
		const command = { versionId: wordsRead(held, step), associationId: associationFor(view, actor, step) }
		return joinAmendment(actor, about.statement, held, command, context)
	}),
	leaveAmendment: onOne(FITS.leaveAmendment, (held, about, view, actor, step, context) =>
		leaveAmendment(actor, about.statement, held, { associationId: associationFor(view, actor, step) }, context),
	),
	decideAmendment: onOne(FITS.decideAmendment, (held, about, _view, actor, step, context) => {
		const outcome = nth(AMENDMENT_OUTCOMES, step.c) ?? 'adopted'
		const command = { versionId: wordsRead(held, step), outcome, note: step.flag ? 'Skäl.' : '' }
		return decideAmendment(actor, about.statement, held, command, context, overtakenIn(about, held.id))
	}),
	reopenAmendment: onOne(FITS.reopenAmendment, (held, about, _view, actor, _step, context) =>
		reopenAmendment(actor, about.statement, held, context),
	),
} satisfies Record<string, Attempt>
