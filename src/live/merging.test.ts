import { expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { mergingNow, versionNow } from '#test/support/amending.ts'
import { liveHost } from '#test/support/live-host.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { proposeAmendment } from '#usecases/amendment/amendment.ts'
import { mergeAmendments, undoMerging } from '#usecases/amendment/merging.ts'
import type { Deps } from '#usecases/perform.ts'
import { recordOf } from './record.ts'

const blocksIn = async (world: CoalitionWorld, statementId: StatementId) =>
	(await recordOf(world.deps, { coalition: SLUG, statementId }).text())?.blocks ?? []

const kinds = ({ told }: { readonly told: readonly { readonly kind: string }[] }) =>
	told.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1])

/** Somebody types in a text to which there is an amendment: a new paragraph after all there is. */
async function place() {
	const world = await createCoalitionWorld(['Attention'])
	const statementId = await draftStatement(world)
	const room = await liveHost(world, statementId)
	const [one] = world.members
	if (!one) throw new Error('an association')
	const anna = await room.page(one.delegate)
	const rooms: NonNullable<Deps['rooms']> = {
		connect: () => Promise.reject(new Error('nobody')),
		settle: (_place, act) => room.host().settle(act),
		released: (_place, act) => room.host().released(act),
		changed: () => room.host().changed(),
		commented: async () => {},
	}
	const deps = { ...world.deps, rooms }
	const { associationId, delegate } = one
	const want = { put: 'after', blocks: [{ kind: 'paragraph', text: 'Resor ska betalas.' }] } as const
	const proposal = { statementId, associationId, seen: [], want, reason: 'Så att fler kommer.' }
	const { amendmentId } = granted(await proposeAmendment(deps, world.order(delegate, proposal))).value
	const seen = (await blocksIn(world, statementId)).map(({ id }) => id)
	const versionId = await versionNow(world, amendmentId)
	const command = { statementId, seen, chosen: [{ amendmentId, versionId }], choices: {}, note: '', letGo: false }
	return { world, statementId, room, anna, deps, command }
}

test('what is typed while amendments are merged is in the text with them, and those who type see the merged text before they go on', async () => {
	const { world, statementId, anna, deps, command } = await place()
	await using _ended = world
	await anna.come()
	await anna.type(' Nyss skrivet.')
	granted(await mergeAmendments(deps, world.order(world.chair, command)))
	const said = async () => (await blocksIn(world, statementId)).flatMap(({ content }) => textsOf(content)).join('\n')
	expect(await said()).toContain('Nyss skrivet.')
	expect(await said()).toContain('Resor ska betalas.')
	expect(kinds(anna)).toEqual(['welcome', 'entries', 'held', 'entries', 'open'])
	await anna.type(' Och mer.')
	const undo = { statementId, merging: await mergingNow(world) }
	granted(await undoMerging(deps, world.order(world.chair, undo)))
	expect(await said()).toContain('Och mer.')
	expect(await said()).not.toContain('Resor ska betalas.')
	expect(kinds(anna).slice(-3)).toEqual(['held', 'entries', 'open'])
})

test('a room that cannot give what it has keeps the text from being merged, and nobody’s words are lost', async () => {
	const { world, statementId, anna, deps, command } = await place()
	await using _ended = world
	await anna.come()
	await anna.type(' Nyss skrivet.')
	const rooms = { ...deps.rooms, settle: () => Promise.resolve(false) }
	const refused = await mergeAmendments({ ...deps, rooms }, world.order(world.chair, command))
	expect(refused).toMatchObject({ ok: false, reason: { code: 'busy' } })
	expect((await blocksIn(world, statementId)).flatMap(({ content }) => textsOf(content)).join()).not.toContain('Resor')
})
