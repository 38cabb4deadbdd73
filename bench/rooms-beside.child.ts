import { Server } from '@hocuspocus/server'
import { Fragment } from 'prosemirror-model'
import * as Y from 'yjs'
import { inlineFrom } from '#writing/inline.ts'
import { LONG } from './long-text.ts'

// A server of Hocuspocus on the loopback address, with the same text, as y-prosemirror has one; it keeps nothing. Ends with the process that started it.

process.on('disconnect', () => process.exit())

const HOUR_MS = 60 * 60 * 1_000
const port = Number(process.argv[2])

function filled(doc: Y.Doc): void {
	const whole = doc.getXmlFragment('prosemirror')
	for (const block of LONG) {
		const element = new Y.XmlElement(block.kind)
		const text = new Y.XmlText()
		// What has no place in the text yet cannot be asked how long it is.
		whole.push([element])
		element.push([text])
		for (const node of Fragment.from('text' in block ? inlineFrom(block.text) : null).content) {
			const marks = Object.fromEntries(node.marks.map(({ type, attrs }) => [type.name, attrs]))
			text.insert(text.length, node.text ?? '\n', marks)
		}
	}
}

const server = new Server({
	port,
	address: '127.0.0.1',
	quiet: true,
	stopOnSignals: false,
	// Those who only read say nothing, for which they would be put out.
	timeout: HOUR_MS,
	onLoadDocument: async ({ document }) => filled(document),
})
await server.listen()
process.send?.('ready')
