import { expect, test } from 'vitest'
import type { BlockId, BlockVersionId, StatementId } from '#domain/kernel/id.ts'
import type { TypedBlock } from '#domain/statement/handing-over.ts'
import { changesOf } from '#domain/statement/text-history.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows } from '#test/support/all-rows.ts'
import { paragraph } from '#test/support/editing.ts'
import {
	BLOCKS,
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	SLUG,
} from '#test/support/world.ts'
import { writtenIn } from '#test/support/written.ts'
import { type EditDocumentCommand, editDocument } from '#usecases/statement/edit-document.ts'
import { handOver } from '#usecases/statement/hand-over.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'
import { changesQuery, sidesQuery } from './load-history.ts'
import { draftQuery } from './load-statement.ts'

/** Acts that changed the text, from the first on. */
async function changesIn({ server }: CoalitionWorld, statement: StatementId): Promise<string[]> {
	const found = await allRows(
		server.client,
		`SELECT act_id FROM event WHERE statement_id = ? AND type IN ('documentWritten', 'documentRearranged', 'blockEdited')
			ORDER BY position`,
		[statement],
	)
	return found.map(({ act_id }) => String(act_id))
}

/** As if several had typed at once: in the first part, and what is done with all of them. */
async function typedInto(
	world: CoalitionWorld,
	statementId: StatementId,
	done: (blocks: readonly TypedBlock[]) => readonly TypedBlock[],
): Promise<void> {
	const { deps, order, chair } = world
	const [draft] = await deps.db.read(draftQuery(SLUG, statementId))
	const stands = draft?.blocks ?? []
	const version = (await changesIn(world, statementId)).length
	const blocks = done(
		stands.map(({ blockId }, at) => ({ blockId, content: at === 0 ? paragraph(`Skrivet ${version}.`) : null })),
	)
	const text = { seen: stands.map(({ id }) => id), blocks, letGo: [], writers: [] }
	granted(await handOver(deps, order(chair, { statementId, room: 'room', version, text })))
}

/** A text that was changed in every way, with another written meanwhile; all in one instant, as far as the clock tells. */
async function changedInEveryWay(world: CoalitionWorld): Promise<StatementId> {
	const { deps, order, chair } = world
	const command = { kind: 'letter', language: 'sv', title: 'Ett brev', track: 'full', inquiryId: null } as const
	const template = { name: 'brev', fill: () => BLOCKS }
	const { statementId: statement } = granted(await startStatement(deps, order(chair, { ...command, template }))).value
	const other = await draftStatement(world)
	const edit = async (edit: EditDocumentCommand['edit'], statementId = statement) =>
		granted(await editDocument(deps, order(chair, { statementId, edit })))
	const block = async (place: number) => {
		const { id, version } = (await writtenIn(world, statement))[place] ?? { id: '', version: '' }
		return { blockId: id as BlockId, basedOn: version as BlockVersionId }
	}
	await edit({ do: 'edit', ...(await block(0)), content: paragraph('Ett. Två.') })
	await edit({ do: 'write', blocks: [paragraph('Nytt i den andra.')] }, other)
	await edit({ do: 'split', ...(await block(0)), at: 4 })
	await edit({ do: 'move', ...(await block(0)), after: (await block(3)).blockId })
	await edit({ do: 'move', ...(await block(3)), after: null })
	await edit({ do: 'remove', ...(await block(2)) })
	await edit({ do: 'join', ...(await block(1)) })
	await edit({ do: 'add', blocks: [paragraph('Tillagt.'), paragraph('Också.')], after: null })
	const acts = await changesIn(world, statement)
	await edit({ do: 'takeBack', change: acts.at(-3) ?? '' })
	await edit({ do: 'restore', to: acts[1] ?? '' })
	await edit({ do: 'write', blocks: [] })
	await edit({ do: 'restore', to: acts.at(-1) ?? '' })
	await typedInto(world, statement, (blocks) => blocks)
	await typedInto(world, statement, (blocks) => blocks.toReversed())
	await typedInto(world, statement, (blocks) => blocks)
	await edit({ do: 'edit', ...(await block(1)), content: paragraph('Sist.') })
	return statement
}

test('a change is read with the text before it as all changes from the first on make it, after tables were made anew too', async () => {
	await using world = await createCoalitionWorld()
	const statement = await changedInEveryWay(world)
	const acts = await changesIn(world, statement)
	expect(acts).toHaveLength(16)
	const all = { first: '0', last: '(SELECT max(position) FROM event)', args: [statement] }
	const [{ changes, stood }] = await world.db.read(changesQuery(all))
	expect(stood).toEqual([])
	const folded = [...changesOf(changes)]
	const readEach = async () => {
		for (const [index, actId] of acts.entries()) {
			const [sides] = await world.db.read(sidesQuery(statement, actId))
			expect(sides).toEqual(folded[index])
		}
	}
	await readEach()
	await rebuild(world.server.client)
	await readEach()
	const [none] = await world.db.read(sidesQuery(statement, 'none'))
	expect(none).toBeNull()
})
