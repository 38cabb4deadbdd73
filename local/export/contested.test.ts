import { expect, test } from 'vitest'
import { rebuild } from '#local/rebuild.ts'
import { allRows } from '#test/support/all-rows.ts'
import { emptyWorld } from '#test/support/export-worlds.ts'
import { exported, exportedRows, forged, imported } from '#test/support/exported.ts'
import { enteredDecision } from '#test/support/meeting.ts'
import { answerCommand, publish } from '#test/support/signing.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { createCoalitionWorld, granted, SLUG, textHashOf } from '#test/support/world.ts'
import { contestMeetingVote, takeBackContest } from '#usecases/deciding/contest-vote.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'

test('what associations say of votes entered from minutes is the same after a rebuild, and after an import', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, members, server } = world
	const entered = await enteredDecision(world)
	for (const { delegate, associationId } of members) {
		const said = { ...entered, associationId, voted: 'absent', reason: 'Vi var inte där.' } as const
		granted(await contestMeetingVote(deps, order(delegate, said)))
	}
	const [, second] = members
	if (!second) throw new Error('there are three')
	const { associationId } = second
	granted(await takeBackContest(deps, order(second.delegate, { ...entered, associationId })))
	const found = await allRows(server.client, 'SELECT standing FROM contest ORDER BY rowid')
	expect(found.map(({ standing }) => standing)).toEqual([1, 0, 1])
	const before = await snapshot(server.client)
	await rebuild(server.client)
	expect(await snapshot(server.client)).toEqual(before)
	const elsewhere = await emptyWorld()
	expect(await imported(elsewhere.server.client, await exported(server.client, SLUG))).toMatchObject({ ok: true })
	const rows = await exportedRows(elsewhere.server.client)
	expect(rows.contest).toHaveLength(3)
	expect(rows.contest).toEqual((await exportedRows(server.client)).contest)
})

test('no file is taken in that publishes what an association said was not entered rightly', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, members, server } = world
	const entered = await enteredDecision(world)
	const [first] = members
	if (!first) throw new Error('there are three')
	const said = { ...entered, associationId: first.associationId, voted: 'absent', reason: '' } as const
	granted(await contestMeetingVote(deps, order(first.delegate, said)))
	granted(await takeBackContest(deps, order(first.delegate, said)))
	const textHash = await textHashOf(world, entered.statementId)
	for (const member of members) {
		const answer = answerCommand(entered.statementId, textHash, member, 'signed')
		granted(await answerSignoff(deps, order(member.delegate, answer)))
	}
	granted(await publish(world, entered.statementId))
	const file = await exported(server.client, SLUG)
	expect(await imported((await emptyWorld()).server.client, file)).toMatchObject({ ok: true })
	const still = await forged(file, (entries) => {
		const log = entries['log.ndjson'] ?? ''
		const forgedLog = log.replace(
			/"type":"contestTakenBack"(.*?"payload":\{[^}]*)\}/,
			'"type":"meetingVoteContested"$1,"voted":null,"reason":""}',
		)
		expect(forgedLog).not.toBe(log)
		entries['log.ndjson'] = forgedLog
	})
	const tooLate = await forged(file, (entries) => {
		const lines = (entries['log.ndjson'] ?? '').trimEnd().split('\n')
		const isTakenBack = (line: string) => line.includes('"type":"contestTakenBack"')
		const moved = [...lines.filter((line) => !isTakenBack(line)), ...lines.filter(isTakenBack)]
		expect([moved.length, moved.at(-1) === lines.at(-1)]).toEqual([lines.length, false])
		entries['log.ndjson'] = `${moved.join('\n')}\n`
	})
	for (const other of [still, tooLate]) {
		expect(await imported((await emptyWorld()).server.client, other)).toEqual({
			ok: false,
			reason: expect.stringContaining(
				'NSPH-SL 2022:1 was published although Attention says that the vote entered for it is not right',
			),
		})
	}
})
