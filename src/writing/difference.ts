import { Mark, type Node } from 'prosemirror-model'
import { ReplaceStep, type Step, Transform } from 'prosemirror-transform'
import { longestRise } from '#domain/kernel/longest-rise.ts'
import { changedRuns, type Run } from './changed-runs.ts'
import { indexOfBlock, MoveStep, startOf, wholeBlocks } from './move.ts'
import type { TextDocument } from './schema.ts'

/** Steps that make one text of the other: what was moved is moved, and of a block that was changed only the words that were. */
export function stepsBetween(one: TextDocument, other: TextDocument): readonly Step[] {
	const transform = new Transform(one)
	const [before, after] = [idsIn(one), idsIn(other)]
	if (before && after && before.some((id) => after.includes(id))) arrange(transform, before, after, other)
	if (!transform.doc.eq(other)) narrow(transform, 0, transform.doc, other)
	if (!transform.doc.eq(other)) {
		transform.step(new ReplaceStep(0, transform.doc.content.size, wholeBlocks(other.content.content)))
	}
	return transform.steps
}

/** The names of all blocks; null where one has none, or one that another has too. */
function idsIn(document: TextDocument): readonly string[] | null {
	const ids = document.content.content.map(({ attrs }) => attrs.id)
	return ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length ? ids : null
}

function arrange(
	transform: Transform,
	before: readonly string[],
	after: readonly string[],
	wanted: TextDocument,
): void {
	const isWanted = new Set(after)
	for (const [index, id] of [...before.entries()].reverse()) {
		if (!isWanted.has(id)) replaceChild(transform, index, [])
	}
	const placeBefore = new Map(before.map((id, place) => [id, place]))
	const known = after.flatMap((id) => placeBefore.get(id) ?? []).map((place) => ({ place }))
	const stays = new Set(longestRise(known, ({ place }) => place).map(({ place }) => before[place]))
	let previous: string | undefined
	for (const [index, id] of after.entries()) {
		const at = previous === undefined ? 0 : endOf(transform.doc, previous)
		const child = wanted.child(index)
		if (!placeBefore.has(id)) transform.step(new ReplaceStep(at, at, wholeBlocks([child])))
		else {
			if (!stays.has(id)) {
				const from = startOf(transform.doc, indexOfBlock(transform.doc, id))
				const to = endOf(transform.doc, id)
				if (at !== from) transform.step(new MoveStep(from, to, at))
			}
			changeChild(transform, indexOfBlock(transform.doc, id), child)
		}
		previous = id
	}
}

const endOf = (document: Node, id: string): number => startOf(document, indexOfBlock(document, id) + 1)

function replaceChild(transform: Transform, index: number, blocks: readonly Node[]): void {
	const from = startOf(transform.doc, index)
	transform.step(new ReplaceStep(from, from + transform.doc.child(index).nodeSize, wholeBlocks(blocks)))
}

function changeChild(transform: Transform, index: number, wanted: Node): void {
	const child = transform.doc.child(index)
	if (child.eq(wanted)) return
	if (child.sameMarkup(wanted)) changeInside(transform, startOf(transform.doc, index) + 1, child, wanted)
	if (!transform.doc.child(index).eq(wanted)) replaceChild(transform, index, [wanted])
}

/** `start`: where what is in `one` begins. Of a text word by word, of a table cell by cell, so that what others do in between stays. */
function changeInside(transform: Transform, start: number, one: Node, other: Node): void {
	const [before, after] = [one.content.content, other.content.content]
	const isSameShape = before.length === after.length && before.every((child, at) => after[at]?.sameMarkup(child))
	if (one.inlineContent) changeWords(transform, start, one, other)
	else if (isSameShape) changeParts(transform, start, one, other)
	else narrow(transform, start, one, other)
}

function changeParts(transform: Transform, start: number, one: Node, other: Node): void {
	let end = start + one.content.size
	for (const [index, child] of [...one.content.content.entries()].reverse()) {
		end -= child.nodeSize
		const wanted = other.maybeChild(index)
		if (wanted && !child.eq(wanted)) changeInside(transform, end + 1, child, wanted)
	}
}

/** First what it says, then how it looks: where only the look is another, what others type there meanwhile stays. */
function changeWords(transform: Transform, start: number, one: Node, other: Node): void {
	for (const { from, to, by } of changedRuns(wordsOf(one), wordsOf(other)).reverse()) {
		transform.step(new ReplaceStep(start + from, start + to, other.slice(by.from, by.to)))
	}
	other.descendants((wanted, at) => changeLook(transform, start + at, wanted))
}

/** Gives what stands at that place, and says the same, the look of the node that is wanted there. */
function changeLook(transform: Transform, start: number, { marks, nodeSize }: Node): void {
	const { doc } = transform
	const end = start + nodeSize
	doc.nodesBetween(start, end, (node, at) => {
		if (!node.isInline || Mark.sameSet(node.marks, marks)) return
		const [from, to] = [Math.max(start, at), Math.min(end, at + node.nodeSize)]
		for (const mark of node.marks) if (!mark.isInSet(marks)) transform.removeMark(from, to, mark)
		for (const mark of marks) if (!mark.isInSet(node.marks)) transform.addMark(from, to, mark)
	})
}

/** Words, what is between them, and all that is no text, whatever they look like. */
function wordsOf(block: Node): Run[] {
	const runs: Run[] = []
	let at = 0
	let text = ''
	const endText = () => {
		let from = at - text.length
		for (const says of text.split(/(\s+)/u).filter((part) => part !== '')) {
			runs.push({ says, from, to: from + says.length })
			from += says.length
		}
		text = ''
	}
	for (const node of block.content.content) {
		if (!node.isText) endText()
		at += node.nodeSize
		if (node.isText) text += node.text ?? ''
		else runs.push({ says: JSON.stringify(node.mark([]).toJSON()), from: at - node.nodeSize, to: at })
	}
	endText()
	return runs
}

/** `start`: where what is in `one` begins. Does nothing where the stretch from the first to the last difference cannot be put in by itself. */
function narrow(transform: Transform, start: number, one: Node, other: Node): void {
	const from = one.content.findDiffStart(other.content)
	const end = one.content.findDiffEnd(other.content)
	if (from === null || !end) return
	const overlap = Math.max(0, from - Math.min(end.a, end.b))
	const slice = other.slice(from, end.b + overlap)
	if (slice.openStart !== slice.openEnd) return
	transform.maybeStep(new ReplaceStep(start + from, start + end.a + overlap, slice))
}
