import { expect, test } from 'vitest'
import { id, values } from '#db/rows.ts'
import type { BlockId } from '#domain/kernel/id.ts'
import { meanwhile } from '#test/support/commented.ts'
import { BILL, publishedStatement } from '#test/support/followed.ts'
import { codeOf, createCoalitionWorld, granted } from '#test/support/world.ts'
import { redactBlock } from './erase-person.ts'
import { recordOutcomes } from './follow-up.ts'

test('nothing is recorded of a position that is withheld while it is read', async () => {
	await using world = await createCoalitionWorld()
	const statementId = await publishedStatement(world)
	const [[blockId]] = await world.db.read(
		values(
			`SELECT json_extract(revision.blocks, '$[' || first_block || '].blockId') FROM adopted_position
				JOIN statement ON statement.id = adopted_position.statement_id JOIN revision ON revision.id = revision_id
				WHERE statement.id = ? AND adopted_position.number = 1`,
			[statementId],
			id<BlockId>(),
		),
	)
	if (blockId === undefined) throw new Error('there is a first position')
	const withhold = { statementId, blockId, ground: 'Samtycket togs tillbaka.' }
	const racing = meanwhile(world, async () =>
		granted(await redactBlock(world.deps, world.order(world.chair, withhold))),
	)
	expect(codeOf(await recordOutcomes(racing, world.order(world.chair, { statementId, ...BILL })))).toBe('invalid')
})
