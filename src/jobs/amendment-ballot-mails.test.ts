import { expect, test } from 'vitest'
import type { StatementId } from '#domain/kernel/id.ts'
import { amendmentBallot } from '#test/support/amendment-ballot.ts'
import { idleJobsOn } from '#test/support/jobs.ts'
import {
	BLOCKS,
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	openedBallot,
} from '#test/support/world.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'

async function lightStatement({ deps, order, chair }: CoalitionWorld): Promise<StatementId> {
	const about = { kind: 'response', language: 'sv', title: 'Ett svar', inquiryId: null } as const
	const { statementId } = granted(await startStatement(deps, order(chair, { ...about, track: 'light' }))).value
	granted(await editDocument(deps, order(chair, { statementId, edit: { do: 'write', blocks: BLOCKS } })))
	return statementId
}

test('silence about an amendment is no consent, on whatever track its text is', async () => {
	await using world = await createCoalitionWorld()
	const statementId = await lightStatement(world)
	const outbox = await idleJobsOn(world)
	await amendmentBallot(world, statementId)
	await outbox.deliver()
	const asked = outbox.mails.filter(({ subject }) => subject.startsWith('Rösta om Y1'))
	expect(asked).toHaveLength(3)
	for (const { text } of asked) expect(text).not.toContain('inte svarar')
})

test('of a hidden ballot that too few took part in it is not told that votes were destroyed; of a secret one it is', async () => {
	for (const [preset, destroyed] of [
		['board', false],
		['secret', true],
	] as const) {
		await using world = await createCoalitionWorld(['Attention', 'AnBo', 'Shedo', 'Balans'], preset)
		await amendmentBallot(world, await draftStatement(world))
		await openedBallot(world, await draftStatement(world))
		const outbox = await idleJobsOn(world)
		world.clock.now += 9 * DAY
		await closeDueBallots(world.deps)
		await outbox.deliver()
		const told = outbox.mails.filter(({ text }) => /[Ff]ör få röstade/.test(text))
		expect(told).toHaveLength(10)
		for (const { text } of told) expect(text.includes('förstörda')).toBe(destroyed)
	}
})
