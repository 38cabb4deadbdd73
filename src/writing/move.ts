import { Fragment, type Node, type Schema, Slice } from 'prosemirror-model'
import { type Mappable, Step, StepMap, StepResult } from 'prosemirror-transform'

/**
 * Moves whole blocks, with whatever stands in them when it is done: what others type in them meanwhile goes along, which taking
 * them out and putting them in again would lose. `from` and `to` are around the blocks, `at` is where they go, outside them.
 */
export class MoveStep extends Step {
	readonly from: number
	readonly to: number
	readonly at: number

	constructor(from: number, to: number, at: number) {
		super()
		this.from = from
		this.to = to
		this.at = at
	}

	apply(document: Node): StepResult {
		const { from, to, at } = this
		if (from >= to || (from < at && at < to)) return StepResult.fail('nothing to move, or into itself')
		if ([from, to, at].some((place) => place > document.content.size || document.resolve(place).depth > 0)) {
			return StepResult.fail('not between blocks')
		}
		const moved = document.slice(from, to).content
		const part = (start: number, end: number): Fragment =>
			start < end ? document.slice(start, end).content : Fragment.empty
		const parts =
			at <= from
				? [part(0, at), moved, part(at, from), part(to, document.content.size)]
				: [part(0, from), part(to, at), moved, part(at, document.content.size)]
		return StepResult.ok(document.copy(parts.reduce((whole, next) => whole.append(next))))
	}

	override getMap(): StepMap {
		const { from, to, at } = this
		const size = to - from
		if (at === from || at === to) return StepMap.empty
		return new StepMap(at < from ? [at, 0, size, from, size, 0] : [from, size, 0, at, 0, size])
	}

	invert(): Step {
		const { from, to, at } = this
		return at <= from ? new MoveStep(at, at + to - from, to) : new MoveStep(at - (to - from), at, from)
	}

	map(mapping: Mappable): Step | null {
		const from = mapping.mapResult(this.from, 1)
		const to = mapping.mapResult(this.to, -1)
		if ((from.deletedAcross && to.deletedAcross) || from.pos >= to.pos) return null
		const at = mapping.map(this.at, -1)
		return new MoveStep(from.pos, to.pos, from.pos < at && at < to.pos ? to.pos : at)
	}

	toJSON(): object {
		return { stepType: 'move', from: this.from, to: this.to, at: this.at }
	}

	static override fromJSON(_schema: Schema, json: { from?: unknown; to?: unknown; at?: unknown }): MoveStep {
		const { from, to, at } = json
		if (typeof from !== 'number' || typeof to !== 'number' || typeof at !== 'number') throw new RangeError('no move')
		return new MoveStep(from, to, at)
	}
}

Step.jsonID('move', MoveStep)

/** Where the child of that index begins. */
export function startOf(document: Node, index: number): number {
	let start = 0
	for (let before = 0; before < index; before += 1) start += document.child(before).nodeSize
	return start
}

/** The place of the block of that name among all, or -1. */
export const indexOfBlock = (document: Node, id: unknown): number =>
	id === null ? -1 : document.content.content.findIndex(({ attrs }) => attrs.id === id)

/** Blocks put into the text between two others, or taken out of it when there are none. */
export const wholeBlocks = (blocks: readonly Node[]): Slice =>
	blocks.length === 0 ? Slice.empty : new Slice(Fragment.from([...blocks]), 0, 0)
