import { type LiveState, live } from '#client/editor/live.ts'
import type { StatementId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { collabOf } from '#writing/collab.ts'
import { schema } from '#writing/schema.ts'
import { type Editing, isWaiting } from '#writing/session.ts'
import { liveWriter } from './live-writer.ts'
import { SLUG } from './world.ts'

/** Somebody at a page that stays open, over a real connection to a real server. */
export type Typist = Editing & {
	readonly states: LiveState[]
	/** Types at the end of the first part that has text in it. */
	readonly type: (text: string) => void
	readonly text: () => string
	/** All that was typed is in the room. */
	readonly isThere: () => boolean
	readonly leave: () => void
}

/** `origin`: what the page says that it is from. */
export function typist(
	server: string,
	statementId: StatementId,
	secret: string,
	index: number,
	origin: string = server,
): Typist {
	const empty = schema.nodes.doc.create(null, schema.nodes.paragraph.create({ id: `page-${index}` }))
	const writer = liveWriter(index, empty, true)
	const states: LiveState[] = []
	const url = server.replace('http', 'ws') + href(routes.room, { coalition: SLUG, statement: statementId })
	const headers = { cookie: `__Host-session=${secret}`, origin }
	const page = live({
		editing: writer,
		// Node's own WebSocket takes headers, which no browser lets a page set.
		open: () => new WebSocket(url, { headers } as never),
		onState: (state) => void states.push(state),
		onHere: () => {},
		onRefused: () => {},
	})
	return Object.assign(writer, {
		states,
		type: (text: string) => {
			writer.dispatch(writer.state.tr.insertText(text, (writer.state.doc.firstChild?.nodeSize ?? 2) - 1))
			page.write()
		},
		text: () => writer.state.doc.firstChild?.textContent ?? '',
		isThere: () => !isWaiting(writer) && collabOf(writer.state).unconfirmed.length === 0,
		leave: page.leave,
	})
}
