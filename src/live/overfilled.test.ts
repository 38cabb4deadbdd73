import { expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import type { Block } from '#domain/statement/block.ts'
import { BLOCK_LIMIT, textsOf } from '#domain/statement/block-texts.ts'
import { BLOCKS_LIMIT } from '#domain/statement/whole-text.ts'
import { liveHost, type Page } from '#test/support/live-host.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'
import { schema } from '#writing/schema.ts'
import { toSay } from '#writing/session.ts'
import { recordOf } from './record.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** A draft of these paragraphs, and somebody in its room. */
async function place(texts: readonly string[]) {
	const world = await createCoalitionWorld(['Attention', 'AnBo'])
	const statementId = await draftStatement(world)
	const [one] = world.members
	if (!one) throw new Error('an association')
	const blocks = texts.map(paragraph)
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit: { do: 'write', blocks } })))
	const room = await liveHost(world, statementId)
	const anna = await room.page(one.delegate)
	await anna.come()
	return { world, statementId, room, anna }
}

async function standing({ deps }: CoalitionWorld, statementId: StatementId) {
	const stands = await recordOf(deps, { coalition: SLUG, statementId }).text()
	return stands?.blocks ?? []
}

const textOf = ({ content }: { readonly content: Block }) => textsOf(content).join()

/** Sends what the page wrote, and takes what it is answered. */
async function sent({ room, anna }: { room: Awaited<ReturnType<typeof liveHost>>; anna: Page }): Promise<void> {
	const said = toSay(anna)
	if (said) anna.toRoom.push(said)
	await room.talk(anna)
}

const part = BLOCK_LIMIT / 2

test('a part that was filled from two doors at once is saved as both wrote it, and holds up no act', async () => {
	const { world, statementId, room, anna } = await place(['x'.repeat(part), 'Sist.'])
	await using _ended = world
	await anna.type(` ${'r'.repeat(part - 1)}`)
	const [block] = await standing(world, statementId)
	if (!block) throw new Error('a block')
	const content = paragraph(`${'f'.repeat(part - 1)} ${textOf(block)}`)
	const edit = { do: 'edit', blockId: block.blockId, basedOn: block.id, content } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit })))
	await room.wake()
	const [both] = await standing(world, statementId)
	expect(both && textOf(both)).toBe(`${'f'.repeat(part - 1)} ${'x'.repeat(part)} ${'r'.repeat(part - 1)}`)
	expect(await room.host().settle('act')).toBe(true)
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId, dueAt: null })))
})

test('a text that was filled from two doors at once is saved as both wrote it', async () => {
	const full = Array.from({ length: BLOCKS_LIMIT - 2 }, (_, index) => `Del ${index}.`)
	const { world, statementId, room, anna } = await place(full)
	await using _ended = world
	const own = (text: string) => schema.nodes.paragraph.create({ id: `own-${text}` }, schema.text(text))
	anna.dispatch(anna.state.tr.insert(0, [own('ett'), own('två')]))
	await sent({ room, anna })
	const after = (await standing(world, statementId)).at(-1)?.blockId ?? null
	const add = { do: 'add', blocks: [paragraph('tre'), paragraph('fyra')], after } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit: add })))
	await room.wake()
	const texts = (await standing(world, statementId)).map(textOf)
	expect(texts).toEqual(['ett', 'två', ...full, 'tre', 'fyra'])

	// It can be written in and made less, and nothing can be put into it, nor in the place of what is taken away.
	await anna.type('!')
	expect(anna.told.at(-1)?.kind).toBe('entries')
	const [first] = anna.state.doc.content.content
	anna.dispatch(anna.state.tr.replaceWith(0, first?.nodeSize ?? 0, own('fem')))
	await sent({ room, anna })
	expect(anna.told.at(-1)).toMatchObject({ kind: 'refused', reason: 'tooLong' })
	anna.dispatch(anna.state.tr.delete(0, anna.state.doc.firstChild?.nodeSize ?? 0))
	await sent({ room, anna })
	await room.wake()
	expect((await standing(world, statementId)).map(textOf)).toEqual(texts.slice(1))
	const removed = (await standing(world, statementId)).slice(0, 900).map(({ id }) => id)
	const rewrite = { do: 'write', seen: removed, blocks: [] } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId, edit: rewrite })))
})
