import { EditorState, TextSelection } from 'prosemirror-state'
import { AttrStep, canJoin, ReplaceStep } from 'prosemirror-transform'
import type { PersonId } from '#domain/kernel/id.ts'
import { collab, collabOf } from '#writing/collab.ts'
import { MoveStep, startOf, wholeBlocks } from '#writing/move.ts'
import type { Said, Told } from '#writing/protocol.ts'
import { schema, type TextDocument } from '#writing/schema.ts'
import { type Editing, hear } from '#writing/session.ts'
import type { Chance } from './chance.ts'

const { nodes, marks } = schema

/** Somebody who writes with others, without a browser. */
export type LiveWriter = Editing & {
	state: EditorState
	readonly client: string
	readonly person: PersonId
	/** What they typed, a word each that nobody else types. */
	readonly typed: string[]
	readonly isTidy: boolean
	toRoom: Said[]
	toPage: Told[]
	connected: boolean
}

/** `isTidy`: takes away nothing. */
export function liveWriter(index: number, document: TextDocument, isTidy: boolean): LiveWriter {
	const client = `client-${index}`
	const writer: LiveWriter = {
		client,
		person: `person-${index}` as PersonId,
		state: EditorState.create({ doc: document, plugins: [collab(client)] }),
		dispatch: (transaction) => {
			writer.state = writer.state.apply(transaction)
		},
		typed: [],
		isTidy,
		toRoom: [],
		toPage: [],
		connected: false,
	}
	return writer
}

export const fallenOf = ({ state }: LiveWriter): string => collabOf(state).fallen.join(' ')

/** Takes one of what the room said, in any order, and answers what is to be answered. */
export function hearOne(writer: LiveWriter, chance: Chance): void {
	const at = chance.mostly(0.8) ? 0 : chance.below(writer.toPage.length)
	const told = writer.toPage[at]
	if (!told) return
	if (!chance.mostly(0.1)) writer.toPage.splice(at, 1)
	writer.toRoom.push(...hear(writer, told))
}

/** Writes something somewhere. */
export function writeOne(writer: LiveWriter, chance: Chance): void {
	const { state } = writer
	const textblocks: number[] = []
	state.doc.descendants((node, at) => {
		if (node.inlineContent) textblocks.push(at)
		return !node.inlineContent
	})
	const at = textblocks[chance.below(textblocks.length)] ?? 0
	const block = state.doc.nodeAt(at)
	if (!block) return
	let place = at + 1 + chance.below(block.content.size + 1)
	// Between words, so that these stay what they were.
	while (place > at + 1 && state.doc.textBetween(place - 1, place, ' ', ' ') !== ' ') place -= 1
	const { tr } = state
	const act = chance.below(writer.isTidy ? 7 : 10)
	if (act <= 2) {
		const word = `${writer.person.slice(7)}x${writer.typed.length} `
		writer.typed.push(word.trim())
		tr.insertText(` ${word}`, place)
	} else if (act === 3 && state.doc.resolve(place).depth === 1) {
		tr.split(place)
		tr.step(
			new AttrStep(tr.mapping.map(place) - 1, 'id', `${writer.client}-${writer.typed.length}-${tr.doc.content.size}`),
		)
	} else if (act === 4) move(writer, chance, tr)
	else if (act === 5) {
		const to = Math.min(at + 1 + block.content.size, place + 4)
		if (to > place) tr.addMark(place, to, marks[chance.mostly(0.5) ? 'strong' : 'em'].create())
	} else if (act === 6) insertBlock(writer, chance, tr)
	else if (act === 7) {
		const joint = startOf(state.doc, chance.below(state.doc.childCount))
		const { nodeBefore, nodeAfter } = state.doc.resolve(joint)
		if (nodeBefore?.isTextblock && nodeAfter?.isTextblock && canJoin(state.doc, joint)) tr.join(joint)
	} else if (act === 8) tr.delete(place, Math.min(at + 1 + block.content.size, place + chance.below(6)))
	else if (act === 9 && state.doc.childCount > 3) {
		const index = chance.below(state.doc.childCount)
		const from = startOf(state.doc, index)
		tr.step(new ReplaceStep(from, from + state.doc.child(index).nodeSize, wholeBlocks([])))
	}
	if (!tr.docChanged) return
	if (tr.selection instanceof TextSelection) tr.setSelection(TextSelection.near(tr.doc.resolve(0)))
	writer.dispatch(tr)
}

function move({ state }: LiveWriter, chance: Chance, tr: LiveWriter['state']['tr']): void {
	const index = chance.below(state.doc.childCount)
	const from = startOf(state.doc, index)
	const to = from + state.doc.child(index).nodeSize
	const at = startOf(state.doc, chance.below(state.doc.childCount + 1))
	if (at < from || at > to) tr.step(new MoveStep(from, to, at))
}

function insertBlock({ state, client, typed }: LiveWriter, chance: Chance, tr: LiveWriter['state']['tr']): void {
	const at = startOf(state.doc, chance.below(state.doc.childCount + 1))
	// Some pages give a block no name of its own.
	const id = chance.mostly(0.8) ? `${client}-${typed.length}-${state.doc.content.size}` : null
	const cell = () => nodes.tableCell.create(null, schema.text('ruta'))
	const table = nodes.table.create({ id }, [nodes.tableRow.create(null, [cell(), cell()])])
	const block = chance.mostly(0.5) ? nodes.paragraph.create({ id }, schema.text('stycke')) : table
	tr.step(new ReplaceStep(at, at, wholeBlocks([block])))
}
