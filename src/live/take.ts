import { AttrStep, Step, Transform } from 'prosemirror-transform'
import type { PersonId } from '#domain/kernel/id.ts'
import type { NotTaken, Said } from '#writing/protocol.ts'
import { pendingFrom, rebased } from '#writing/rebase.ts'
import { schema, type TextDocument } from '#writing/schema.ts'
import { unfitIn } from './fits.ts'
import { appended, documentAt, type Room, since } from './room.ts'
import { swallowedBy } from './swallowed.ts'

type Steps = Extract<Said, { readonly kind: 'steps' }>

/** Who sends, from which page; and what must not go unless it is named: blocks with stances or comments. */
export type Sender = { readonly client: string; readonly person: PersonId; readonly judged: readonly string[] }

export type Taking =
	| { readonly taken: Room }
	/** It is in the log already, or what it was made in is forgotten: the page is to be told anew how far the room is. */
	| { readonly again: true }
	| { readonly refused: NotTaken; readonly blocks?: readonly string[] }

/** Takes what a page wrote, in whichever version that was, to the end of the log; or says why not, and then nothing of it is taken. */
export function take(room: Room, sender: Sender, said: Steps): Taking {
	if (said.batch <= (room.taken.get(sender.client) ?? 0)) return { again: true }
	const over = since(room, said.version)
	const made = documentAt(room, said.version)
	if (!over || !made) return { again: true }
	const steps = stepsOf(said)
	const own = steps && pendingFrom(made, steps)
	if (!own) return { refused: 'doesNotFit' }
	// Before it is put on what others did: whoever wrote it is told of what they wrote, and not of what became of it.
	const fault = unfitIn(made, own.document, steps)
	if (fault) return { refused: fault }
	const now =
		over.length === 0
			? { kept: own.own }
			: rebased(
					made,
					steps,
					over.map((entry) => entry.steps),
				)
	if (!now) return { refused: 'doesNotFit' }
	const done = new Transform(room.document)
	for (const { step } of now.kept) done.step(step)
	nameAll(done, `${sender.client}.${said.batch}`)
	const kept = done.steps
	const grown = over.length === 0 ? null : unfitIn(room.document, done.doc, kept)
	if (grown) return { refused: grown }
	const letGo = said.letGo ?? []
	const lost = lostIn(room.document, done.doc, sender.judged).filter((id) => !letGo.includes(id))
	if (lost.length > 0) return { refused: 'losesPlace', blocks: lost }
	const entry = { client: sender.client, batch: said.batch, person: sender.person, steps: kept, letGo }
	const swallowed = swallowedBy(room.document, kept, over)
	const whole = swallowed.length === 0 ? entry : { ...entry, swallowed }
	return { taken: appended(room, whole, [...done.docs.slice(1), done.doc]) }
}

/** Every block gets a name of its own, where a page gave it none, or that of another. */
function nameAll(transform: Transform, prefix: string): void {
	const names = new Set<unknown>()
	let start = 0
	for (const [index, { attrs, nodeSize }] of transform.doc.content.content.entries()) {
		if (attrs.id === null || names.has(attrs.id)) transform.step(new AttrStep(start, 'id', `${prefix}.${index}`))
		names.add(attrs.id)
		start += nodeSize
	}
}

function stepsOf({ steps }: Steps): Step[] | null {
	try {
		return steps.map((step) => Step.fromJSON(schema, step))
	} catch {
		return null
	}
}

function lostIn(before: TextDocument, after: TextDocument, judged: readonly string[]): string[] {
	if (judged.length === 0 || before === after) return []
	const [had, has] = [before, after].map(({ content }) => new Set(content.content.map(({ attrs }) => attrs.id)))
	return judged.filter((id) => had?.has(id) && !has?.has(id))
}
