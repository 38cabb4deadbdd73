import { Node } from 'prosemirror-model'
import type { StatementId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { liveWriter } from '#test/support/live-writer.ts'
import { SLUG } from '#test/support/world.ts'
import type { Told } from '#writing/protocol.ts'
import { PROTOCOL } from '#writing/protocol-number.ts'
import { schema } from '#writing/schema.ts'
import { greeting, hear } from '#writing/session.ts'
import { ORIGIN } from './place.ts'
import { type RawSocket, rawSocket } from './raw-socket.ts'
import type { Screen, Writer } from './rooms-job.ts'

/** What is written is gathered as long as a page gathers it after what it sent last. Milliseconds. */
const SEND_MS = 50

type At = { readonly port: number; readonly statementId: StatementId; readonly cookie: string }

const opened = ({ port, statementId, cookie }: At, heard: ((message: Buffer) => void) | null, closed: () => void) =>
	rawSocket({
		port,
		path: href(routes.room, { coalition: SLUG, statement: statementId }),
		headers: { cookie, origin: ORIGIN },
		heard,
		closed,
	})

/** Somebody at a page who reads, and of whom nothing is looked at. */
export async function samsvarReader(at: At, index: number, closed: () => void): Promise<void> {
	const socket = await opened(at, null, closed)
	socket.send(JSON.stringify({ kind: 'hello', protocol: PROTOCOL, client: `reader-${index}` }))
}

/** A page that does what the page in a browser does with what it hears. */
export async function samsvarScreen(at: At, index: number, shown: Screen, closed: () => void): Promise<void> {
	const page = liveWriter(index, schema.nodes.doc.create(null, schema.nodes.paragraph.create({ id: 'x' })), true)
	const socket = await opened(
		at,
		(message) => {
			const told: Told = JSON.parse(message.toString())
			for (const said of hear(page, told)) socket.send(JSON.stringify(said))
			if (told.kind === 'entries' || told.kind === 'several') shown(message.toString())
		},
		closed,
	)
	socket.send(JSON.stringify(greeting(page)))
}

/** The places at which each of so many writers types: at the ends of blocks of their own. */
function places(document: Node, writers: number): number[] {
	const ends: number[] = []
	document.forEach((node, at) => {
		if (node.inlineContent) ends.push(at + 1 + node.content.size)
	})
	return Array.from({ length: writers }, (_, index) => ends[Math.floor((index * ends.length) / writers)] ?? 1)
}

let known: readonly number[] | null = null

type StepJson = { stepType: string; from: number; to: number; slice?: { content?: { text?: string }[] } }

/** Somebody who types at the end of a block: sends what a page sends, and knows of others' steps only how far they move it. */
export async function samsvarWriter(at: At, index: number, writers: number, closed: () => void): Promise<Writer> {
	let [version, place, batch, sentAt] = [0, 0, 0, 0]
	let [client, unsent] = ['', '']
	let sending: string | null = null
	let isGathering = false
	let ready: () => void = () => {}
	const isReady = new Promise<void>((resolve) => {
		ready = resolve
	})
	const flush = () => {
		isGathering = false
		if (sending !== null || unsent === '') return
		sending = unsent
		unsent = ''
		batch += 1
		sentAt = performance.now()
		const slice = { content: [{ type: 'text', text: sending }] }
		const steps = [{ stepType: 'replace', from: place, to: place, slice }]
		socket.send(JSON.stringify({ kind: 'steps', batch, version, steps }))
	}
	const heard = (message: Buffer) => hears(JSON.parse(message.toString()))
	const hears = (told: Told): void => {
		if (told.kind === 'several') for (const each of told.told) hears(each)
		if (told.kind === 'refused') throw new Error(`refused: ${told.reason}`)
		if (told.kind === 'welcome') {
			if (!('document' in told.text)) return
			known ??= places(Node.fromJSON(schema, told.text.document), writers)
			version = told.version
			client = told.client
			place = known[index] ?? 1
			ready()
		}
		if (told.kind !== 'entries') return
		for (const entry of told.entries) {
			version += 1
			for (const { stepType, from, to, slice } of entry.steps as StepJson[]) {
				if (stepType !== 'replace' || from > place) continue
				place += (slice?.content?.[0]?.text?.length ?? 0) - (to - from)
			}
			if (entry.client !== client || entry.batch !== batch) continue
			sending = null
			flush()
		}
	}
	const socket: RawSocket = await opened(at, heard, closed)
	socket.send(JSON.stringify({ kind: 'hello', protocol: PROTOCOL, client: `writer-${index}` }))
	await isReady
	return {
		press: (word) => {
			unsent += word
			if (!isGathering) setTimeout(flush, Math.max(0, sentAt + SEND_MS - performance.now()))
			isGathering = true
		},
	}
}
