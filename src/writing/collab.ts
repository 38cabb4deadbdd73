import type { Node, ResolvedPos } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { Step, Transform } from 'prosemirror-transform'
import { stepsBetween } from './difference.ts'
import { indexOfBlock, startOf } from './move.ts'
import type { EntryJson, Said, Told } from './protocol.ts'
import { type Pending, rebase, typedIn } from './rebase.ts'
import { schema } from './schema.ts'

/** What a page knows of writing together. */
type Collab = {
	/** The page's own name. */
	readonly client: string
	/** What it is called in the log. */
	readonly as: string
	/** Which room the version counts in; null before the first welcome. */
	readonly room: string | null
	readonly version: number
	/** Written here and not yet in the log, the first `sent` of them under the number `batch`. */
	readonly unconfirmed: readonly Pending[]
	readonly batch: number
	/** Null: nothing is on its way. */
	readonly sent: number | null
	readonly letGo: readonly string[]
	/** Text of the person's own that found no place any more, to be offered back; the last first. */
	readonly fallen: readonly string[]
}

const key = new PluginKey<Collab>('collab')

const KEPT_FALLEN = 20

export const collabOf = (state: EditorState): Collab => {
	const found = key.getState(state)
	if (!found) throw new Error('the editor is not for writing together')
	return found
}

/** Keeps what was written here apart from what is in the log. `client`: a name that no other page has. */
export function collab(client: string): Plugin<Collab> {
	return new Plugin<Collab>({
		key,
		// Undoing goes by what was done here, wherever it has come to be.
		historyPreserveItems: true,
		state: {
			init: () => ({
				client,
				as: client,
				room: null,
				version: 0,
				unconfirmed: [],
				batch: 0,
				sent: null,
				letGo: [],
				fallen: [],
			}),
			apply(transaction, known) {
				const told: Collab | undefined = transaction.getMeta(key)
				if (told) return told
				if (!transaction.docChanged) return known
				const written = transaction.steps.map((step, index) => ({
					step,
					inverted: step.invert(transaction.docs[index] ?? transaction.doc),
				}))
				return { ...known, unconfirmed: [...known.unconfirmed, ...written] }
			},
		},
	} as ConstructorParameters<typeof Plugin<Collab>>[0])
}

/** What is to be sent, where there is something: with the same number until it has come back. `state` knows then that it is on its way. */
export function sending(
	state: EditorState,
	letGo: readonly string[] = [],
): { readonly transaction: Transaction; readonly said: Said } | null {
	const known = collabOf(state)
	const { unconfirmed, version } = known
	if (known.room === null || (known.sent === null && unconfirmed.length === 0)) return null
	const sent = known.sent ?? unconfirmed.length
	const batch = known.sent === null ? known.batch + 1 : known.batch
	const next = { ...known, sent, batch, letGo: known.sent === null ? letGo : known.letGo }
	const steps = unconfirmed.slice(0, sent).map(({ step }) => step.toJSON())
	const said: Said = {
		kind: 'steps',
		batch,
		version,
		steps,
		...(next.letGo.length === 0 ? {} : { letGo: [...next.letGo] }),
	}
	return { transaction: state.tr.setMeta(key, next), said }
}

/** The next of these entries in the page's text, and how many of them that were; null where some are missing before them. */
export function received(
	state: EditorState,
	first: number,
	entries: readonly EntryJson[],
): { readonly transaction: Transaction | null; readonly taken: number } | null {
	const known = collabOf(state)
	const skipped = known.version + 1 - first
	if (skipped < 0) return null
	const entry = entries[skipped]
	if (!entry) return { transaction: null, taken: entries.length }
	if (known.unconfirmed.length > 0) return { transaction: withEntry(state, known, entry), taken: skipped + 1 }
	// Nothing of one's own stands in between, so that all of them are one change.
	const { tr } = state
	for (const { steps } of entries.slice(skipped)) for (const step of steps) tr.step(Step.fromJSON(schema, step))
	const fallen = entries.slice(skipped).reduce(fallenIn(known.as), known.fallen)
	const next = { ...known, version: first + entries.length - 1, fallen }
	return { transaction: quiet(state, tr, 0, next), taken: entries.length }
}

const isReturned = (known: Collab, { client, batch }: EntryJson): boolean =>
	client === known.as && batch === known.batch && known.sent !== null

function withEntry(state: EditorState, known: Collab, entry: EntryJson): Transaction {
	const over = entry.steps.map((step) => Step.fromJSON(schema, step))
	const next = { ...known, version: known.version + 1, fallen: fallenIn(known.as)(known.fallen, entry) }
	if (!isReturned(known, entry)) return redone(state, next, over)
	const own = known.unconfirmed.slice(0, known.sent ?? 0)
	const isSame = JSON.stringify(own.map(({ step }) => step.toJSON())) === JSON.stringify(entry.steps)
	if (!isSame)
		return redone(
			state,
			withLost(next, own, over),
			over,
			own.length,
			own.every(({ step }, index) => isAlike(step, over[index])),
		)
	return quiet(state, state.tr, 0, { ...next, sent: null, letGo: [], unconfirmed: known.unconfirmed.slice(own.length) })
}

/** Whether one step is the other in another place. */
function isAlike(one: Step, other: Step | undefined): boolean {
	const bare = (step: Step) => JSON.stringify({ ...step.toJSON(), from: 0, to: 0, at: 0, pos: 0, gapFrom: 0, gapTo: 0 })
	return other !== undefined && bare(one) === bare(other)
}

/** What was typed here, came in, and found no place there. */
function withLost(known: Collab, own: readonly Pending[], returned: readonly Step[]): Collab {
	const there = returned.flatMap(typedIn)
	const lost = own.flatMap(({ step }) => typedIn(step)).filter((text) => !there.includes(text))
	return { ...known, fallen: [...lost, ...known.fallen] }
}

/** `settled`: so many of the first that were written here are in what came, as it has them, or were refused. `isOwn`: what came is these. */
function redone(
	state: EditorState,
	known: Collab,
	over: readonly Step[],
	settled?: number,
	isOwn = false,
): Transaction {
	const { unconfirmed } = known
	const { tr } = state
	const { kept, places, fallen } = rebase(tr, unconfirmed, over, settled, isOwn)
	const sent = known.sent ?? 0
	const still = settled === undefined && known.sent !== null ? places.filter((place) => place < sent).length : null
	// Of what found no place here, nothing is on its way: what comes back of it is then as if another had written it.
	const next = { ...known, unconfirmed: kept, sent: still || null, fallen: [...fallen, ...known.fallen] }
	return quiet(state, tr, unconfirmed.length, still ? next : { ...next, letGo: [] })
}

/** A change that is not the person's own. `undone`: how many of their own it undoes first. */
function quiet(state: EditorState, tr: Transaction, undone: number, next: Collab): Transaction {
	if (tr.docChanged) tr.setSelection(selectionIn(state, tr)).setStoredMarks(state.storedMarks)
	return tr
		.setMeta('rebased', undone)
		.setMeta('addToHistory', false)
		.setMeta(key, { ...next, fallen: next.fallen.slice(0, KEPT_FALLEN) })
}

/** Before what others put where the person is, and in their block wherever it was moved. */
function selectionIn({ doc, selection }: EditorState, tr: Transaction): Selection {
	if (!(selection instanceof TextSelection)) return tr.selection
	const placeOf = (at: number): ResolvedPos => {
		const mapped = tr.mapping.mapResult(at, -1)
		const { node, offset } = doc.childAfter(at)
		const index = mapped.deletedAcross && node ? indexOfBlock(tr.doc, node.attrs.id) : -1
		const there =
			index < 0 ? mapped.pos : startOf(tr.doc, index) + Math.min(at - offset, tr.doc.child(index).nodeSize - 1)
		return tr.doc.resolve(there)
	}
	return TextSelection.between(placeOf(selection.anchor), placeOf(selection.head))
}

const fallenIn =
	(client: string) =>
	(fallen: readonly string[], { swallowed = [] }: EntryJson): readonly string[] => [
		...swallowed.flatMap(({ text, of }) => (of === client ? [text] : [])),
		...fallen,
	]

/** What was on its way was not taken: it is taken back here and offered, and what was written after it stays where it can. */
export function withoutRefused(state: EditorState, batch: number): Transaction | null {
	const known = collabOf(state)
	if (known.sent === null || known.batch !== batch) return null
	return redone(state, withLost(known, known.unconfirmed.slice(0, known.sent), []), [], known.sent)
}

/** The offered text was taken back by the person, or let go. */
export const withoutFallen = (state: EditorState): Transaction =>
	state.tr.setMeta(key, { ...collabOf(state), fallen: [] }).setMeta('addToHistory', false)

type Welcome = Extract<Told, { readonly kind: 'welcome' }>

/**
 * The text as the room has it, where it is given whole. What is not in it yet is put on it; but where the room is another than
 * before, nobody knows whether what was on its way had come in, and so it is offered back instead.
 */
export function welcomed(state: EditorState, { room, version, taken, client, text }: Welcome): Transaction {
	const known = { ...collabOf(state), as: client }
	if (!('document' in text)) return quiet(state, state.tr, 0, { ...known, room })
	// One that was long on its way tells nothing new.
	if (known.room === room && version <= known.version) return quiet(state, state.tr, 0, known)
	const document = schema.nodeFromJSON(text.document)
	const { unconfirmed, sent } = known
	const next = { ...known, room, version }
	const isUnsure = sent !== null && known.room !== null && known.room !== room
	if (isUnsure) {
		const over = stepsBetween(without(state.doc, unconfirmed), document)
		const fallen = [...unconfirmed.flatMap(({ step }) => typedIn(step)), ...known.fallen]
		return redone(state, { ...next, fallen }, over, unconfirmed.length)
	}
	const arrived = sent !== null && taken >= known.batch ? sent : 0
	const over = stepsBetween(without(state.doc, unconfirmed.slice(arrived)), document)
	if (arrived === 0) return redone(state, next, over)
	// It came in, and yet not all of it may have found a place there.
	const stands = document.textBetween(0, document.content.size, '\n')
	const lost = unconfirmed.slice(0, arrived).flatMap(({ step }) => typedIn(step))
	const fallen = [...lost.filter((text) => !stands.includes(text)), ...known.fallen]
	return redone(state, { ...next, fallen, unconfirmed: unconfirmed.slice(arrived), sent: null, letGo: [] }, over)
}

/** The text without what is not in the log yet. */
export const confirmedIn = (state: EditorState): Node => without(state.doc, collabOf(state).unconfirmed)

/** The text before what was written here. */
function without(document: Node, written: readonly Pending[]): Node {
	const transform = new Transform(document)
	for (const { inverted } of written.toReversed()) transform.step(inverted)
	return transform.doc
}
