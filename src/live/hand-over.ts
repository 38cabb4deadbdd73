import type { Node } from 'prosemirror-model'
import { AttrStep, type Step, Transform } from 'prosemirror-transform'
import type { BlockId, PersonId } from '#domain/kernel/id.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import type { Taken, TypedBlock, TypedText } from '#domain/statement/handing-over.ts'
import { blocksIn } from '#writing/blocks.ts'
import { stepsBetween } from '#writing/difference.ts'
import { startOf } from '#writing/move.ts'
import { type Done, type Pending, pendingFrom, rebase } from '#writing/rebase.ts'
import { schema, type TextDocument } from '#writing/schema.ts'
import { appended, documentAt, type Entry, type Logged, type Room, since, textOf } from './room.ts'
import { swallowedBy } from './swallowed.ts'
import { nameOf } from './touched.ts'

/** What a room has for the record, and which of its versions that is. */
export type HandOver = {
	readonly version: number
	readonly text: TypedText
	/** Who wrote, the last first. */
	readonly by: readonly PersonId[]
	/** Of each block of the text, which child of the room's document it is. */
	readonly places: readonly number[]
}

const ROOM: Omit<Entry, 'steps'> = { client: '', batch: 0, person: null, letGo: [] }

/** The text for the record, where it is another than what stands there. */
export function toHandOver(room: Room): HandOver | null {
	const { base, document, version } = room
	if (document === base.document || document.eq(base.document)) return null
	const stood = standingIn(room)
	const blocks: TypedBlock[] = []
	const places: number[] = []
	const names = new Map<string, number>()
	for (const [place, node] of document.content.content.entries()) {
		const name = nameOf(node.attrs)
		const standing = names.has(name) ? undefined : stood.get(name)
		const typed = typedBlock(node, standing)
		if (typed === null) continue
		if (!names.has(name)) names.set(name, blocks.length)
		blocks.push(typed)
		places.push(place)
	}
	const entries = since(room, base.version) ?? []
	const writers = writersOf(entries, names, base.renamed)
	const seen = base.blocks.map(({ id }) => id)
	const letGo = entries.flatMap((entry) => entry.letGo) as BlockId[]
	const by = [...new Set(entries.toReversed().flatMap(({ person }) => (person === null ? [] : [person])))]
	return { version, by, places, text: { seen, blocks, letGo, writers } }
}

type Standing = { readonly version: BlockVersion; readonly node: Node }

/** What stands in the record by the names of its blocks, and how that looks in the room's text. */
function standingIn({ base: { blocks, document } }: Room): Map<string, Standing> {
	const nodes = new Map(document.content.content.map((node) => [nameOf(node.attrs), node]))
	return new Map(
		blocks.flatMap((version) => {
			const node = nodes.get(version.blockId)
			return node ? [[version.blockId, { version, node }]] : []
		}),
	)
}

/** A block for the record: as it stands there, or as it was written. Null: a new one that nobody has written in. */
function typedBlock(node: Node, standing: Standing | undefined): TypedBlock | null {
	if (standing?.node.eq(node)) return { blockId: standing.version.blockId, content: null }
	if (!standing && node.textContent.trim() === '') return null
	const alone = schema.nodes.doc.create(null, node)
	const known = new Map(standing ? [[standing.version.blockId as string, standing.version.content]] : [])
	const [written] = blocksIn(alone, known)
	return written ? { blockId: standing?.version.blockId ?? null, content: written.content } : null
}

/** Who wrote since, and in which blocks of the text, by their places in it. */
function writersOf(
	entries: readonly Logged[],
	names: ReadonlyMap<string, number>,
	renamed: ReadonlyMap<string, string>,
): TypedText['writers'] {
	const wrote = new Map<string, Set<PersonId>>()
	const writersIn = (name: string) => {
		const known = renamed.get(name) ?? name
		const there = wrote.get(known) ?? new Set<PersonId>()
		wrote.set(known, there)
		return there
	}
	const places = new Map<PersonId, number[]>()
	for (const { person, touched } of entries) {
		for (const { from, to } of touched.flows) for (const other of writersIn(from)) writersIn(to).add(other)
		if (person === null) continue
		places.set(person, [])
		for (const name of touched.blocks) writersIn(name).add(person)
	}
	for (const [name, place] of names) for (const person of writersIn(name)) places.get(person)?.push(place)
	return [...places].map(([personId, blocks]) => ({ personId, blocks }))
}

/** The room when the record has taken its text: new blocks get the names that they have there. */
export function handedOver(room: Room, { version, text, places }: HandOver, { written }: Taken): Room {
	const document = documentAt(room, version)
	if (!document) throw new Error('a room forgot what it was handing over')
	const anew = new Map(written.map((each) => [each.place, each]))
	const stood = new Map(room.base.blocks.map((block) => [block.blockId, block]))
	const naming: Step[] = []
	const renamed = new Map<string, string>()
	const blocks = text.blocks.flatMap(({ blockId, content }, place): BlockVersion[] => {
		const made = anew.get(place)
		const child = places[place]
		const name = child === undefined ? '' : nameOf(document.child(child).attrs)
		if (made && child !== undefined && name !== made.blockId) {
			naming.push(new AttrStep(startOf(document, child), 'id', made.blockId))
			if (!renamed.has(name)) renamed.set(name, made.blockId)
		}
		const standing = blockId === null ? undefined : stood.get(blockId)
		if (made && content) return [{ id: made.id, blockId: made.blockId, content }]
		return standing ? [standing] : []
	})
	return pulledBy({ ...room, base: { version, blocks, document, pulls: [], renamed } }, naming)
}

/** The room with what the record changed without it: put before what was written here since, so that both are kept. */
export function pulled(room: Room, blocks: readonly BlockVersion[]): Room {
	const { base } = room
	if (base.blocks.map(({ id }) => id).join() === blocks.map(({ id }) => id).join()) return room
	const document = withUnsaved(room, textOf(room.id, blocks), blocks)
	return pulledBy({ ...room, base: { ...base, blocks } }, stepsBetween(base.document, document))
}

/** What the record says now, as it looked where it is the same as before, and with blocks that nobody has written in yet. */
function withUnsaved({ base }: Room, fresh: TextDocument, blocks: readonly BlockVersion[]): TextDocument {
	const stood = new Map(base.blocks.map(({ blockId, id }): [string, string] => [blockId, id]))
	const now = new Map(blocks.map(({ blockId, id }): [string, string] => [blockId, id]))
	const before = new Map(base.document.content.content.map((node) => [nameOf(node.attrs), node]))
	const children = fresh.content.content.map((child) => {
		const name = nameOf(child.attrs)
		const isSame = now.has(name) ? stood.get(name) === now.get(name) : true
		return (isSame && before.get(name)) || child
	})
	let previous: Node | undefined
	for (const node of base.document.content.content) {
		const name = nameOf(node.attrs)
		if (!stood.has(name) && !children.some(({ attrs }) => attrs.id === name)) {
			const at = previous ? children.findIndex(({ attrs }) => attrs.id === previous?.attrs.id) : -1
			if (at >= 0 || previous === undefined) children.splice(at + 1, 0, node)
		}
		previous = node
	}
	return schema.nodes.doc.create(null, children)
}

/** The room with blocks again that were taken away while somebody said something about them. */
export function putBack(room: Room, blocks: readonly string[]): Room {
	const children = [...room.document.content.content]
	const before = room.base.document.content.content
	for (const [index, node] of before.entries()) {
		const name = nameOf(node.attrs)
		if (!blocks.includes(name) || children.some(({ attrs }) => attrs.id === name)) continue
		const previous = before.slice(0, index).findLast((each) => children.some(({ attrs }) => attrs.id === each.attrs.id))
		const at = previous ? children.findIndex(({ attrs }) => attrs.id === previous.attrs.id) + 1 : 0
		children.splice(at, 0, node)
	}
	const transform = new Transform(room.document)
	for (const step of stepsBetween(room.document, schema.nodes.doc.create(null, children))) transform.step(step)
	if (transform.steps.length === 0) return room
	return appended(room, { ...ROOM, steps: transform.steps }, [...transform.docs.slice(1), transform.doc])
}

/** The room with steps that lead from its base to another one, done in its own text too. */
function pulledBy(room: Room, steps: readonly Step[]): Room {
	if (steps.length === 0) return room
	const { base } = room
	const made = documentAt(room, base.version)
	const own = made && pendingFrom(made, [...base.pulls.flat(), ...steps])
	if (!own) throw new Error('a room forgot what the record changed')
	const entries = since(room, base.version) ?? []
	const kept = overEntries(own, [...base.pulls, steps], entries).map(({ step }) => step)
	const transform = new Transform(room.document)
	for (const step of kept) transform.step(step)
	const entry = { ...ROOM, isPull: true as const, steps: kept }
	// Whoever changed the record had seen nothing of what was typed here since.
	const swallowed = swallowedBy(room.document, kept, entries)
	return {
		...appended(room, swallowed.length === 0 ? entry : { ...entry, swallowed }, [
			...transform.docs.slice(1),
			transform.doc,
		]),
		base: { ...base, document: own.document, pulls: [...base.pulls, steps] },
	}
}

/** The last of groups of steps, as they are after the entries: those before it are among these, where the room did them. */
function overEntries(own: Done, groups: readonly (readonly Step[])[], entries: readonly Logged[]): readonly Pending[] {
	let of = groups.flatMap((group, index) => group.map(() => index))
	let pending = own.own
	let document = own.document
	let next = 0
	for (const entry of entries) {
		if (entry.isPull) {
			// What the text is with all that is pending is the same, whoever did the first of it.
			pending = pending.filter((_, index) => (of[index] ?? 0) > next)
			of = of.filter((group) => group > next)
			next += 1
			continue
		}
		const transform = new Transform(document)
		const { kept, places } = rebase(transform, pending, entry.steps)
		pending = kept
		of = places.flatMap((place) => of[place] ?? [])
		document = transform.doc
	}
	return pending
}
