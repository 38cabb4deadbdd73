import type { EditorView } from 'prosemirror-view'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { EditorWords } from '#i18n/editor.ts'
import { blocksIn } from '#writing/blocks.ts'
import { collabOf, confirmedIn, withoutFallen } from '#writing/collab.ts'
import type { Presence } from '#writing/protocol.ts'
import type { TextDocument } from '#writing/schema.ts'
import { standingAt, whyUnreached } from './asking.ts'
import type { Given } from './given.ts'
import { forget, keep } from './kept.ts'
import { type LiveState, live } from './live.ts'
import { FROM_OTHERS } from './merging.ts'
import { withHere } from './presence.ts'
import type { Keeping, Side } from './saving.ts'
import { sendingOf } from './sending.ts'

/** How long after what was sent last typing is gathered, and how long a place before it is told. Milliseconds. */
const SEND_MS = 50
const PLACE_MS = 300
/** What has not come in by then is kept by the browser. Milliseconds. */
const KEEP_MS = 1_000
const PATIENCE_MS = 5_000
const NETWORK = ['online', 'offline'] as const

type Together = {
	readonly given: Given
	readonly path: string
	readonly side: Pick<Side, 'tell' | 'judged'>
	readonly words: EditorWords
	readonly view: EditorView
	/** Who else is here, by the names they have in the coalition. */
	readonly present: (names: readonly string[]) => void
	/** Said once, to be heard and not seen. */
	readonly say: (what: string) => void
	/** Text of one's own that has no place in the text any more. */
	readonly offer: (why: string, texts: readonly string[]) => void
	/** Something was said about the text. */
	readonly commented: () => void
	/** The room was never reached, though the record can be. */
	readonly unreachable: () => void
}

/** Writes with others in the room of the text, which brings it into the record. */
export function together({
	given,
	path,
	side,
	words,
	view,
	present,
	say,
	offer,
	commented,
	unreachable,
}: Together): Keeping {
	const t = words.live
	let names: readonly string[] = []
	let letGo: string[] = []
	/** When the room last had all that was written here; null where nothing was. */
	let savedAt: number | null = null
	/** Something was written since. */
	let isWritten = false
	let sentAt = 0
	let state: LiveState = 'joining'
	/** It goes on without the room. */
	let isBarred = false
	let sendTimer = 0
	let keepTimer = 0
	let placeTimer = 0

	const editing = {
		get state() {
			return view.state
		},
		dispatch: (transaction: Parameters<EditorView['dispatch']>[0]) =>
			view.dispatch(transaction.setMeta(FROM_OTHERS, true)),
	}
	const isSaved = () => collabOf(view.state).unconfirmed.length === 0
	const isOver = () => state === 'frozen' || state === 'out' || state === 'reload'

	const room = live({
		editing,
		open: () => new WebSocket(new URL(path, location.href.replace(/^http/, 'ws'))),
		onState: (now) => {
			state = now
			if (now === 'frozen' || now === 'out' || now === 'reload') end(now)
			else if (now === 'away' && !isSaved()) side.tell({ kind: 'offline' })
		},
		onHere: showHere,
		onRefused: (reason, texts) => {
			letGo = []
			offer(t.refused[reason], texts)
			if (reason === 'losesPlace') void judgedAnew()
		},
		onText: () => {
			offerFallen()
			settle()
		},
		onComments: commented,
		onUnreached: (wasHeard) => void askWhy(wasHeard),
	})
	// A browser that says so knows long before a connection falls silent that there is no network.
	for (const change of NETWORK) window.addEventListener(change, room.renew)

	/** Where the record can be reached and the room cannot, it is closed, or the way to it is barred. */
	async function askWhy(wasHeard: boolean): Promise<void> {
		const why = await whyUnreached(given.paths.text)
		if (why === null || state === 'live' || isOver() || isBarred) return
		if (why !== 'barred') {
			state = why
			room.leave()
			end(why)
			return
		}
		if (wasHeard) return
		isBarred = true
		stopKeeping()
		room.leave()
		for (const change of NETWORK) window.removeEventListener(change, room.renew)
		unreachable()
	}

	function settle(): void {
		if (!isSaved() || isOver()) return
		letGo = []
		stopKeeping()
		forget(given.statement)
		if (isWritten) savedAt = Date.now()
		isWritten = false
		side.tell({ kind: 'saved', at: savedAt })
	}

	function flush(): void {
		clearTimeout(sendTimer)
		if (isSaved() || state !== 'live') return
		sentAt = Date.now()
		side.tell({ kind: 'saving' })
		room.write(letGo)
	}

	async function judgedAnew(): Promise<void> {
		const standing = await standingAt(given.paths.text)
		if (standing) side.judged(standing.judged)
	}

	function offerFallen(): void {
		const { fallen } = collabOf(view.state)
		if (fallen.length === 0) return
		offer(t.fallen, fallen)
		editing.dispatch(withoutFallen(view.state))
	}

	/** Nothing more can be written here; what has not come in stays in the browser. */
	function end(why: 'frozen' | 'out' | 'reload'): void {
		keepNow()
		const code = { frozen: 'wrongStage', out: 'notAllowed', reload: 'reload' }[why]
		side.tell({ kind: 'refused', code, sentence: t[why] })
	}

	function stopKeeping(): void {
		clearTimeout(keepTimer)
		keepTimer = 0
	}

	function keepNow(): void {
		stopKeeping()
		if (isSaved()) return
		const seen = blocksOf(confirmedIn(view.state))
		const known = new Set(seen.map(({ blockId }) => blockId))
		const wanted = blocksOf(view.state.doc).map(({ blockId, content }) => {
			return { name: blockId, blockId: known.has(blockId) ? blockId : null, content }
		})
		const changed = sendingOf(seen, wanted)
		if (changed) keep(given.statement, changed)
	}

	function showHere(people: readonly Presence[]): void {
		editing.dispatch(withHere(view.state.tr, new Map(people.map((person) => [person.key, person]))))
		const before = names
		names = namesOf(people)
		if (before.join() === names.join()) return
		present(names)
		const came = names.filter((name) => !before.includes(name))
		const left = before.filter((name) => !names.includes(name))
		if (came.length > 0) say(t.came(came))
		else if (left.length > 0) say(t.left(left))
	}

	function tellPlace(): void {
		clearTimeout(placeTimer)
		placeTimer = window.setTimeout(() => {
			const { anchor, head } = view.state.selection
			if (isSaved()) room.here(anchor, head)
		}, PLACE_MS)
	}

	window.addEventListener('pagehide', () => {
		if (!isBarred) keepNow()
	})
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState !== 'hidden' || isBarred) return
		flush()
		keepNow()
	})

	return {
		changed: () => {
			isWritten = true
			side.tell({ kind: state === 'away' ? 'offline' : 'unsaved' })
			clearTimeout(sendTimer)
			sendTimer = window.setTimeout(flush, Math.max(0, sentAt + SEND_MS - Date.now()))
			keepTimer ||= window.setTimeout(keepNow, KEEP_MS)
			tellPlace()
		},
		selected: tellPlace,
		letGo: (gone) => {
			letGo = [...letGo, ...gone]
		},
		now: async () => {
			if (isOver()) location.reload()
			if (state !== 'live') room.renew()
			flush()
			const givenUpAt = Date.now() + PATIENCE_MS
			while (!isSaved() && Date.now() < givenUpAt) await new Promise((resolve) => setTimeout(resolve, SEND_MS))
			return isSaved()
		},
		// What others write comes by itself.
		refresh: async () => {},
		isSaved,
		known: () => ({ stands: blocksOf(confirmedIn(view.state)), aliases: new Map() }),
		recordId: (name) => (isRecorded(name) ? (name as BlockId) : null),
	}
}

const namesOf = (here: readonly Presence[]): readonly string[] =>
	[...new Set(here.map(({ name }) => name))].sort((one, other) => one.localeCompare(other, 'sv'))

/** The record's own names are UUIDs; a page and its room make others until it has the block. */
const isRecorded = (name: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)

/** The blocks of a text, under the names that they have in it, in versions of no record. */
const blocksOf = (document: TextDocument): BlockVersion[] =>
	blocksIn(document, new Map()).map(({ id, content }) => ({
		id: id as BlockVersionId,
		blockId: id as BlockId,
		content,
	}))
