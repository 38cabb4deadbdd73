import { AttrStep, ReplaceStep, Step, Transform } from 'prosemirror-transform'
import type { PersonId } from '#domain/kernel/id.ts'
import type { NotTaken, Said } from '#writing/protocol.ts'
import { pendingFrom, rebased } from '#writing/rebase.ts'
import { schema, type TextDocument } from '#writing/schema.ts'
import { unfitIn } from './fits.ts'
import { appended, documentAt, type Logged, type Room, since } from './room.ts'

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
	const fault = unfitIn(made, own.document)
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
	const grown = over.length === 0 ? null : unfitIn(room.document, done.doc)
	if (grown) return { refused: grown }
	const letGo = said.letGo ?? []
	const lost = lostIn(room.document, done.doc, sender.judged).filter((id) => !letGo.includes(id))
	if (lost.length > 0) return { refused: 'losesPlace', blocks: lost }
	const swallowed =
		over.length === 0
			? null
			: swallowedBy(
					own.own.map(({ step }) => step),
					made,
					kept,
					room.document,
					over,
				)
	const entry = { client: sender.client, batch: said.batch, person: sender.person, steps: kept, letGo }
	return { taken: appended(room, swallowed ? { ...entry, swallowed } : entry, [...done.docs.slice(1), done.doc]) }
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

/** Text of others that goes with what was taken away by somebody who had not seen it. Looks at one step alone: what a person takes away is one. */
function swallowedBy(
	steps: readonly Step[],
	made: TextDocument,
	kept: readonly Step[],
	now: TextDocument,
	over: readonly Logged[],
): { readonly text: string; readonly of: readonly string[] } | null {
	const [meant, done] = [steps[0], kept[0]]
	if (!(meant instanceof ReplaceStep && done instanceof ReplaceStep) || meant.from === meant.to) return null
	const seen = textIn(made, meant)
	const gone = textIn(now, done)
	if (gone === seen) return null
	let start = 0
	while (start < seen.length && seen[start] === gone[start]) start += 1
	let end = 0
	while (end < seen.length - start && seen.at(-1 - end) === gone.at(-1 - end)) end += 1
	const text = gone.slice(start, gone.length - end).trim()
	const of = [...new Set(over.map(({ client }) => client))].filter((client) => client !== '')
	return text === '' ? null : { text, of }
}

const textIn = (document: TextDocument, { from, to }: ReplaceStep): string => document.textBetween(from, to, '\n')
