import type { Node } from 'prosemirror-model'
import type { BlockId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { textMark } from '#domain/statement/text-mark.ts'
import { type Answer, send, standingAt } from './asking.ts'
import type { Given, Judged, Standing } from './given.ts'
import { ownId } from './ids.ts'
import { forget, keep } from './kept.ts'
import { afterSaving, fieldsOf, type Sending, sendingOf } from './sending.ts'
import { nameIn, type Taking, tookIn } from './taking-in.ts'
import { type Aliases, recordIdOf, wantedIn } from './wanted.ts'

/** How it stands with what was written, for whoever writes. */
export type State =
	/** `at`: when it was saved last; null: nothing was written yet. */
	| { readonly kind: 'saved'; readonly at: number | null }
	| { readonly kind: 'unsaved' | 'saving' | 'offline' | 'busy' | 'clash' }
	/** Of a proposal: nothing was changed, or it is kept in this browser. */
	| { readonly kind: 'same' | 'kept' }
	| { readonly kind: 'refused'; readonly code: string; readonly sentence: string }

/** What of the editor a connection to the record needs. */
export type Side = Taking & {
	readonly document: () => Node
	/** The block that the cursor is in, by its name. */
	readonly writing: () => string | null
	readonly tell: (state: State) => void
	readonly judged: (judged: readonly Judged[]) => void
	/** Whether blocks that others judged may go. */
	readonly mayGo: (blocks: readonly BlockVersion[]) => Promise<boolean>
}

/** A connection between what is written and the record. */
export type Keeping = {
	/** Something was written. */
	readonly changed: () => void
	/** The cursor was moved. */
	readonly selected?: () => void
	/** Blocks that others judged may go: whoever writes was asked. */
	readonly letGo?: (names: readonly string[]) => void
	/** Brings it into the record now. Whether all of it is there. */
	readonly now: () => Promise<boolean>
	/** Others may have written: brings that into the editor. */
	readonly refresh: () => Promise<void>
	readonly isSaved: () => boolean
	/** The text as it stood in the record when it was last seen, and what it calls what was made here. */
	readonly known: () => { readonly stands: readonly BlockVersion[]; readonly aliases: Aliases }
	/** What the record calls a block; null where it has no such block. */
	readonly recordId: (name: string) => BlockId | null
}

/** How long after the last key what was written is saved, and how long at most after the first. Milliseconds. */
const PAUSE_MS = 2_000
const LONGEST_MS = 10_000
/** How long it waits before it tries again, and at most. Milliseconds. */
const AGAIN_MS = 2_000
const AGAIN_AT_MOST_MS = 30_000
const KEEP_MS = 300

/** Saves over HTTP what was written, a stretch at a time, and takes in what others saved. */
export function savingOverHttp(given: Given, side: Side): Keeping {
	let base: readonly BlockVersion[] = given.blocks
	let aliases: Aliases = new Map()
	/** Sent, and sent again as it is until it is answered. */
	let pending: { readonly fields: Readonly<Record<string, string>>; readonly sending: Sending } | null = null
	let underWay: Promise<void> | null = null
	let unsavedSince: number | null = null
	let savedAt: number | null = null
	let failures = 0
	/** Refused, or waiting for a choice: nothing is sent until somebody asks for it. */
	let paused = false
	let timer = 0
	let keeping = 0

	const known = () => new Map(base.map(({ blockId, content }) => [blockId, content]))
	const wanted = (writing = side.writing()) => wantedIn(side.document(), known(), aliases, writing)
	const unsent = (writing = side.writing()) => sendingOf(base, wanted(writing))

	const wait = (ms: number) => {
		clearTimeout(timer)
		timer = window.setTimeout(() => void run(), ms)
	}

	function settle(): void {
		if (pending === null && unsent() === null) {
			unsavedSince = null
			if (unsent(null) === null) forget(given.statement)
			side.tell({ kind: 'saved', at: savedAt })
		} else {
			unsavedSince ??= Date.now()
			side.tell({ kind: 'unsaved' })
			wait(PAUSE_MS)
		}
	}

	function run(closing = false): Promise<void> {
		underWay ??= once(closing).finally(() => {
			underWay = null
		})
		return underWay
	}

	async function once(closing: boolean): Promise<void> {
		clearTimeout(timer)
		if (paused) return
		const sending = pending?.sending ?? unsent(closing ? null : undefined)
		if (sending === null) return settle()
		pending ??= { sending, fields: { key: ownId(), ...fieldsOf(sending) } }
		side.tell({ kind: 'saving' })
		await answered(await send(given.paths.save, pending.fields, closing), sending)
	}

	async function answered(answer: Answer, sending: Sending): Promise<void> {
		if (answer.kind === 'unreachable') {
			failures += 1
			side.tell({ kind: answer.busy ? 'busy' : 'offline' })
			return wait(Math.min(AGAIN_AT_MOST_MS, AGAIN_MS * 2 ** (failures - 1)))
		}
		failures = 0
		pending = null
		if (answer.kind === 'saved') {
			const isAlone = answer.stood === textMark(base)
			const saved = afterSaving(base, sending, answer.became, aliases)
			base = saved.base
			aliases = saved.aliases
			savedAt = answer.at
			unsavedSince = null
			if (!isAlone) await takeIn()
			return settle()
		}
		if (answer.code === 'partsChanged') {
			if (await takeIn()) return wait(0)
			return
		}
		if (answer.code === 'losesPlace') return loses(answer.blocks ?? [], sending)
		paused = true
		side.tell({ kind: 'refused', code: answer.code, sentence: answer.sentence })
	}

	/** Others think something of what would go: it goes when that is meant, or comes back. */
	async function loses(ids: readonly BlockId[], sending: Sending): Promise<void> {
		const blocks = base.filter(({ blockId }) => ids.includes(blockId))
		if (await side.mayGo(blocks)) {
			pending = { sending, fields: { key: ownId(), ...fieldsOf(sending), letGo: '1' } }
		} else {
			side.putBack(new Map(blocks.map(({ blockId, content }) => [nameIn(aliases, blockId), content])))
		}
		wait(0)
	}

	/** Takes in what others wrote. False: both changed a part, and nobody has chosen. */
	async function takeIn(): Promise<boolean> {
		const standing = await standingAt(given.paths.text)
		if (standing === null) {
			side.tell({ kind: 'offline' })
			wait(AGAIN_MS)
			return false
		}
		return takeInText(standing)
	}

	async function takeInText({ blocks: stands, judged }: Standing): Promise<boolean> {
		if (!(await tookIn(side, { seen: base, wanted: wanted(null), aliases }, stands))) {
			paused = true
			side.tell({ kind: 'clash' })
			return false
		}
		base = stands
		side.judged(judged)
		return true
	}

	const isSaved = () => pending === null && unsent(null) === null

	const now = async (): Promise<boolean> => {
		paused = false
		await run()
		if (!isSaved()) await run()
		return isSaved()
	}

	// What is hidden may never be shown again.
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden') void run(true)
	})
	window.addEventListener('online', () => void run())

	return {
		changed: () => {
			unsavedSince ??= Date.now()
			clearTimeout(keeping)
			keeping = window.setTimeout(() => {
				const sending = unsent(null)
				if (sending) keep(given.statement, sending)
			}, KEEP_MS)
			if (paused) return
			if (underWay === null && failures === 0) {
				side.tell({ kind: 'unsaved' })
				wait(Math.min(PAUSE_MS, Math.max(0, unsavedSince + LONGEST_MS - Date.now())))
			}
		},
		now,
		refresh: async () => {
			if (pending === null && underWay === null && !paused) await takeIn()
		},
		isSaved,
		known: () => ({ stands: base, aliases }),
		recordId: (name) => {
			const id = recordIdOf(name, aliases)
			return base.some(({ blockId }) => blockId === id) ? id : null
		},
	}
}
