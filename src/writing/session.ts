import type { EditorState, Transaction } from 'prosemirror-state'
import { collabOf, received, sending, welcomed, withoutRefused } from './collab.ts'
import type { Said, Told } from './protocol.ts'
import { PROTOCOL } from './protocol-number.ts'

/** What holds an editor's state: the view in a browser, and less than that in a test. */
export type Editing = { readonly state: EditorState; readonly dispatch: (transaction: Transaction) => void }

/** The first thing to say on a new connection. */
export function greeting({ state }: Editing): Said {
	const { client, room, version } = collabOf(state)
	return { kind: 'hello', protocol: PROTOCOL, client, ...(room === null ? {} : { room, version }) }
}

/** What there is to send; again and again the same until it has come back. */
export function toSay(editing: Editing, letGo: readonly string[] = []): Said | null {
	const next = sending(editing.state, letGo)
	if (!next) return null
	editing.dispatch(next.transaction)
	return next.said
}

/** Does what the room says about the text. Gives what there is to answer at once: nothing, that something is missing, or what was under way. */
export function hear(editing: Editing, told: Told): readonly Said[] {
	if (told.kind === 'welcome') {
		const { version, text } = told
		editing.dispatch(welcomed(editing.state, told))
		const missing = 'entries' in text ? put(editing, version - text.entries.length + 1, text.entries) : []
		return [...missing, ...onItsWay(editing)]
	}
	if (told.kind === 'entries') return put(editing, told.version, told.entries)
	if (told.kind === 'refused') {
		const without = withoutRefused(editing.state, told.batch)
		if (without) editing.dispatch(without)
	}
	return told.kind === 'open' ? onItsWay(editing) : []
}

/** What was sent and has not come back may not have come in. */
function onItsWay(editing: Editing): readonly Said[] {
	const said = collabOf(editing.state).sent === null ? null : toSay(editing)
	return said ? [said] : []
}

function put(editing: Editing, first: number, entries: Parameters<typeof received>[2]): readonly Said[] {
	let done = 0
	while (done < entries.length) {
		const next = received(editing.state, first + done, entries.slice(done))
		if (!next) return [{ kind: 'again', version: collabOf(editing.state).version }]
		if (next.transaction) editing.dispatch(next.transaction)
		done += next.taken
	}
	return []
}

/** Whether something is on its way, and nothing more is sent before it has come back. */
export const isWaiting = ({ state }: Editing): boolean => collabOf(state).sent !== null

export const versionOf = ({ state }: Editing): number => collabOf(state).version
