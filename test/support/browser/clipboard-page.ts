import { pastedFrom } from '#client/editor/paste-blocks.ts'
import { blocksIn } from '#writing/blocks.ts'
import { schema } from '#writing/schema.ts'

/** What a page of the tests reads clipboards with: what stood on one, to blocks. */
declare global {
	var readClipboard: (html: string) => { readonly blocks: readonly object[]; readonly left: object }
}

globalThis.readClipboard = (html) => {
	const { body } = new DOMParser().parseFromString(html, 'text/html')
	const { blocks, left } = pastedFrom(body)
	const document = blocks.length > 0 ? schema.nodes.doc.create(null, [...blocks]) : schema.nodes.doc.createAndFill()
	document?.check()
	return { left, blocks: document ? blocksIn(document, new Map()).map(({ content }) => content) : [] }
}
