import { afterEach, beforeEach, expect, test } from 'vitest'
import { putForward } from '#test/support/consensus.ts'
import { overtaken } from '#test/support/overtaken.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, DAY, draftStatement } from '#test/support/world.ts'
import { openAmendmentBallot } from '#usecases/deciding/open-amendment-ballot.ts'
import { openConsensusList } from './consensus-list.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

test('of a list and a ballot on the same amendment that are opened at the same moment the later is refused', async () => {
	const byChair = <Command>(command: Command) => world.order(world.chair, command)
	const closesAt = world.clock.now + 7 * DAY
	for (const first of ['list', 'ballot'] as const) {
		const statementId = await draftStatement(world)
		const item = await putForward(world, statementId, 'Kommunen ska betala resor.')
		const list = (deps = world.deps) => openConsensusList(deps, byChair({ statementId, chosen: [item], closesAt }))
		const ballot = (deps = world.deps) =>
			openAmendmentBallot(deps, byChair({ statementId, ...item, against: null, closesAt }))
		const before = async () => expect(codeOf(await (first === 'list' ? list() : ballot()))).toBe('granted')
		const later = first === 'list' ? ballot : list
		expect(codeOf(await later(overtaken(world.deps, before)))).toBe('amendmentAsked')
	}
})
