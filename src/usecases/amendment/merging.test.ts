import { expect, test } from 'vitest'
import { MERGED } from '#db/amendment/merged.ts'
import { draftQuery } from '#db/statement/load-statement.ts'
import { allRows } from '#test/support/all-rows.ts'
import { mergingNow, newPosition, versionNow } from '#test/support/amending.ts'
import { codeOf } from '#test/support/result.ts'
import { type CoalitionWorld, createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'
import { changeAmendment, decideAmendment, proposeAmendment, reopenAmendment, withdrawAmendment } from './amendment.ts'
import { mergeAmendments, undoMerging } from './merging.ts'

/** An amendment with a new position, and what puts it into the text. */
async function place(world: CoalitionWorld) {
	const [mine, other] = world.members
	if (!mine || !other) throw new Error('two associations')
	const statementId = await draftStatement(world)
	const { associationId, delegate } = mine
	const proposal = { statementId, associationId, ...newPosition() }
	const { amendmentId } = granted(await proposeAmendment(world.deps, world.order(delegate, proposal))).value
	const chosen = [{ amendmentId, versionId: await versionNow(world, amendmentId) }]
	const command = { statementId, chosen, seen: [], choices: {}, note: '', letGo: false }
	const merge = () => mergeAmendments(world.deps, world.order(world.chair, command))
	const undo = async () =>
		undoMerging(world.deps, world.order(world.chair, { statementId, merging: await mergingNow(world) }))
	const at = { statementId, amendmentId }
	return { at, statementId, mine, other, merge, undo }
}

const stateOf = async ({ server }: CoalitionWorld) =>
	(await allRows(server.client, 'SELECT state FROM amendment ORDER BY number'))[0]?.state

const onOf = async (undone: ReturnType<Awaited<ReturnType<typeof place>>['undo']>) => {
	const result = await undone
	return result.ok || result.reason.code !== 'mergingRests' ? codeOf(result) : result.reason.on
}

test('an amendment withdrawn between page and act is named, and nothing is written', async () => {
	await using world = await createCoalitionWorld()
	const { at, mine, merge } = await place(world)
	granted(await withdrawAmendment(world.deps, world.order(mine.delegate, at)))
	expect(codeOf(await merge())).toBe('amendmentsMoved')
	expect(await stateOf(world)).toBe('withdrawn')
})

test('what another has merged meanwhile does not come in twice; what is undone twice is undone once', async () => {
	await using world = await createCoalitionWorld()
	const { merge, undo } = await place(world)
	granted(await merge())
	expect(codeOf(await merge())).toBe('amendmentsMoved')
	granted(await undo())
	expect(await stateOf(world)).toBe('open')
	granted(await undo())
	expect((await allRows(world.server.client, "SELECT * FROM event WHERE type = 'amendmentUnmerged'")).length).toBe(1)
})

test('a merging stands once one of its amendments was reopened', async () => {
	await using world = await createCoalitionWorld()
	const { at, merge, undo } = await place(world)
	granted(await merge())
	granted(await reopenAmendment(world.deps, world.order(world.chair, at)))
	expect(await onOf(undo())).toBe('amendments')
})

test('a merging stands once the text has gone to the associations', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, merge, undo } = await place(world)
	granted(await merge())
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId, dueAt: null })))
	expect(await onOf(undo())).toBe('stage')
})

test('a merging stands once somebody has proposed to change its words; what waits in an association tells nothing', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, other, merge, undo } = await place(world)
	granted(await merge())
	const [written] = await allRows(
		world.server.client,
		"SELECT id FROM block_version WHERE content LIKE '%betala resor%' ORDER BY rowid DESC LIMIT 1",
	)
	const { associationId, delegate } = other
	const want = { put: 'instead', blocks: [] } as const
	const proposal = { statementId, associationId, seen: [String(written?.id) as never], want, reason: 'För dyrt.' }
	granted(await proposeAmendment(world.deps, world.order(delegate, proposal)))
	expect(await onOf(undo())).toBe('said')
	const [struck] = await allRows(world.server.client, 'SELECT id FROM amendment WHERE number = 2')
	const back = { statementId, amendmentId: String(struck?.id) as never }
	granted(await withdrawAmendment(world.deps, world.order(delegate, back)))
	expect(await onOf(undo())).toBe('granted')
})

/** What of a merging still counts: of each amendment the act that is told of. */
const countedIn = async ({ server }: CoalitionWorld) =>
	(await allRows(server.client, `SELECT ${MERGED} AS merged FROM amendment ORDER BY number`)).map(({ merged }) =>
		merged === null ? null : JSON.parse(String(merged)).outcome,
	)

test('a merging counts for the words that came in, and until they are reopened; then those that stand are merged anew', async () => {
	await using world = await createCoalitionWorld()
	const { at, statementId, mine, merge } = await place(world)
	granted(await merge())
	expect(await countedIn(world)).toEqual(['adopted'])
	world.clock.now += 1
	granted(await reopenAmendment(world.deps, world.order(world.chair, at)))
	expect(await countedIn(world)).toEqual([null])
	const decided = async () => {
		world.clock.now += 1
		const versionId = await versionNow(world, at.amendmentId)
		const decision = { ...at, versionId, outcome: 'adopted', note: '' } as const
		granted(await decideAmendment(world.deps, world.order(world.chair, decision)))
		return versionId
	}
	// Decided anew in the same words it was not merged by that.
	await decided()
	expect(await countedIn(world)).toEqual([null])
	granted(await reopenAmendment(world.deps, world.order(world.chair, at)))
	const versionId = await versionNow(world, at.amendmentId)
	const reworded = { ...at, versionId, ...newPosition('Regionen ska betala resor.') }
	granted(await changeAmendment(world.deps, world.order(mine.delegate, reworded)))
	const chosen = [{ amendmentId: at.amendmentId, versionId: await decided() }]
	expect(await countedIn(world)).toEqual([null])
	const [read] = await world.deps.db.read(draftQuery(SLUG, statementId))
	const seen = read?.blocks.map(({ id }) => id) ?? []
	const command = { statementId, chosen, seen, choices: {}, note: '', letGo: false }
	// A text read in part is none that ever stood.
	const part = { ...command, seen: seen.slice(1) }
	expect(codeOf(await mergeAmendments(world.deps, world.order(world.chair, part)))).toBe('textChanged')
	granted(await mergeAmendments(world.deps, world.order(world.chair, command)))
	expect(await countedIn(world)).toEqual(['adopted'])
})
