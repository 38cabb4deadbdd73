import type { EditorView } from 'prosemirror-view'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { EditorWords } from '#i18n/editor.ts'
import { blocksIn } from '#writing/blocks.ts'
import { collabOf, confirmedIn, withoutFallen } from '#writing/collab.ts'
import type { Presence, Told } from '#writing/protocol.ts'
import { typedIn } from '#writing/rebase.ts'
import type { TextDocument } from '#writing/schema.ts'
import { greeting, hear, isWaiting, toSay } from '#writing/session.ts'
import { standingAt } from './asking.ts'
import { connect } from './connection.ts'
import type { Given } from './given.ts'
import { forget, keep } from './kept.ts'
import { FROM_OTHERS } from './merging.ts'
import { withHere } from './presence.ts'
import type { Keeping, Side } from './saving.ts'

/** How long typing is gathered before it is sent, and a place before it is told. Milliseconds. */
const SEND_MS = 50
const PLACE_MS = 300
/** After this long without an answer the connection is taken for dead. Milliseconds. */
const SILENCE_MS = 10_000
/** What has not come in by then is kept by the browser. Milliseconds. */
const KEEP_MS = 1_000
const TOO_FAST_MS = 2_000
const PATIENCE_MS = 5_000

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
	/** The room was never reached, though the record can be. */
	readonly unreachable: () => void
}

/** Writes with others in the room of the text, which brings it into the record. */
export function together({ given, path, side, words, view, present, say, offer, unreachable }: Together): Keeping {
	const t = words.live
	let here = new Map<string, Presence>()
	let own = ''
	let letGo: string[] = []
	let savedAt: number | null = null
	/** The room takes nothing for the moment, or nothing more. */
	let isHeld = true
	let isOver = false
	let sendTimer = 0
	let keepTimer = 0
	/** What the browser keeps is of this page, and not of one before it. */
	let isKept = false
	let placeTimer = 0
	let silence = 0

	const editing = {
		get state() {
			return view.state
		},
		dispatch: (transaction: Parameters<EditorView['dispatch']>[0]) =>
			view.dispatch(transaction.setMeta(FROM_OTHERS, true)),
	}
	const isSaved = () => collabOf(view.state).unconfirmed.length === 0

	const connection = connect(path, {
		opened: () => {
			connection.send(greeting(editing))
			expectAnswer()
		},
		heard,
		lost: (ever) => {
			isHeld = true
			clearTimeout(silence)
			showHere(new Map())
			if (!ever) void tryRecord()
			else if (!isSaved()) side.tell({ kind: 'offline' })
		},
	})

	/** Where the record can be reached and the room cannot, the way to it is barred. */
	async function tryRecord(): Promise<void> {
		if ((await standingAt(given.paths.text)) === null || isOver || connection.isOpen()) return
		isOver = true
		connection.close()
		unreachable()
	}

	function heard(told: Told): void {
		clearTimeout(silence)
		switch (told.kind) {
			case 'here':
			case 'left':
				hereToo(told)
				break
			case 'frozen':
			case 'out':
			case 'reload':
				end(told.kind)
				break
			case 'refused':
				heardRefused(told)
				break
			default:
				heardText(told)
		}
	}

	function heardText(told: Exclude<Told, { readonly kind: 'here' | 'left' }>): void {
		if (told.kind === 'held') isHeld = true
		if (told.kind === 'welcome' || told.kind === 'open') isHeld = false
		for (const said of hear(editing, told)) connection.send(said)
		if (told.kind === 'welcome') {
			own = told.key
			showHere(new Map(told.here.filter((person) => person.key !== own).map((person) => [person.key, person])))
		}
		offerFallen()
		settle()
	}

	function heardRefused(told: Extract<Told, { readonly kind: 'refused' }>): void {
		const { reason } = told
		if (reason === 'tooFast') {
			sendTimer = window.setTimeout(sendAgain, TOO_FAST_MS)
			return
		}
		const texts = onItsWay()
		letGo = []
		hear(editing, told)
		offer(t.refused[reason], texts)
		settle()
		if (reason === 'losesPlace') void judgedAnew()
	}

	function settle(): void {
		if (isSaved()) {
			letGo = []
			stopKeeping()
			if (isKept) forget(given.statement)
			isKept = false
			side.tell({ kind: 'saved', at: savedAt })
		} else flush()
	}

	function flush(): void {
		clearTimeout(sendTimer)
		if (isHeld || isOver || isWaiting(editing)) return
		const said = toSay(editing, letGo)
		if (!said) return
		connection.send(said)
		savedAt = Date.now()
		side.tell({ kind: 'saving' })
		expectAnswer()
	}

	function expectAnswer(): void {
		clearTimeout(silence)
		silence = window.setTimeout(connection.renew, SILENCE_MS)
	}

	/** The same again: it was not taken, and nothing is wrong with it. */
	function sendAgain(): void {
		const said = isWaiting(editing) ? toSay(editing) : null
		if (said) connection.send(said)
	}

	/** The text of what was sent and is not in the log yet. */
	function onItsWay(): readonly string[] {
		const { unconfirmed, sent } = collabOf(view.state)
		return unconfirmed.slice(0, sent ?? 0).flatMap(({ step }) => typedIn(step))
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
	function end(kind: 'frozen' | 'out' | 'reload'): void {
		isOver = true
		connection.close()
		showHere(new Map())
		keepNow()
		const code = { frozen: 'wrongStage', out: 'notAllowed', reload: 'reload' }[kind]
		side.tell({ kind: 'refused', code, sentence: t[kind] })
	}

	function stopKeeping(): void {
		clearTimeout(keepTimer)
		keepTimer = 0
	}

	function keepNow(): void {
		stopKeeping()
		if (isSaved()) return
		const seen = blocksOf(confirmedIn(view.state))
		const wanted = blocksOf(view.state.doc).map(({ blockId, content }) => ({ name: blockId, blockId, content }))
		keep(given.statement, { seen, wanted })
		isKept = true
	}

	function hereToo(told: Extract<Told, { readonly kind: 'here' | 'left' }>): void {
		const now = new Map(here)
		if (told.kind === 'left') now.delete(told.key)
		else if (told.person.key !== own) now.set(told.person.key, { ...now.get(told.person.key), ...told.person })
		showHere(now)
	}

	function showHere(now: Map<string, Presence>): void {
		const [before, after] = [namesOf(here), namesOf(now)]
		here = now
		editing.dispatch(withHere(view.state.tr, now))
		if (before.join() === after.join()) return
		present(after)
		const came = after.filter((name) => !before.includes(name))
		const left = before.filter((name) => !after.includes(name))
		if (came.length > 0) say(t.came(came))
		else if (left.length > 0) say(t.left(left))
	}

	function tellPlace(): void {
		clearTimeout(placeTimer)
		placeTimer = window.setTimeout(() => {
			const { anchor, head } = view.state.selection
			if (!isHeld && isSaved()) connection.send({ kind: 'here', version: collabOf(view.state).version, anchor, head })
		}, PLACE_MS)
	}

	window.addEventListener('pagehide', keepNow)
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState !== 'hidden') return
		flush()
		keepNow()
	})

	return {
		changed: () => {
			side.tell(connection.isOpen() ? { kind: 'unsaved' } : { kind: 'offline' })
			clearTimeout(sendTimer)
			sendTimer = window.setTimeout(flush, SEND_MS)
			keepTimer ||= window.setTimeout(keepNow, KEEP_MS)
			tellPlace()
		},
		selected: tellPlace,
		letGo: (names) => {
			letGo = [...letGo, ...names]
		},
		now: async () => {
			if (isOver) location.reload()
			if (!connection.isOpen()) connection.renew()
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

const namesOf = (here: ReadonlyMap<string, Presence>): readonly string[] =>
	[...new Set([...here.values()].map(({ name }) => name))].sort((one, other) => one.localeCompare(other, 'sv'))

/** The record's own names are UUIDs; a page and its room make others until it has the block. */
const isRecorded = (name: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)

/** The blocks of a text, under the names that they have in it, in versions of no record. */
const blocksOf = (document: TextDocument): BlockVersion[] =>
	blocksIn(document, new Map()).map(({ id, content }) => ({
		id: id as BlockVersionId,
		blockId: id as BlockId,
		content,
	}))
