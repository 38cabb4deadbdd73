import { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { schema } from '#writing/schema.ts'

// As little as a page with an editor can be: the same library, the same text.

const data = document.getElementById('text')?.textContent ?? ''
const state = EditorState.create({ doc: Node.fromJSON(schema, JSON.parse(data)) })
new EditorView(document.body, { state, attributes: { id: 'editor-text' } })
