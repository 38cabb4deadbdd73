import { expect, test } from 'vitest'
import { programOf } from '#test/support/api.ts'
import { outcomeOf } from '#test/support/api-programs.ts'
import { testApp } from '#test/support/app.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, draftStatement, type Member, openedBallot } from '#test/support/world.ts'

test('a thread is begun, replied to, reworded, answered, opened again and taken back, each under its own rules', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const [attention, anbo] = [world.members[0] as Member, world.members[1] as Member]
	const chair = await programOf(app, world.chair)
	const ours = await programOf(app, attention.delegate)
	const theirs = await programOf(app, anbo.delegate)
	const statement = `statements/${await draftStatement(world)}`
	const { body } = await chair.get(statement)
	const versionId = filtered(body, '.blocks[1].versionId')
	const { associationId } = attention

	const made = await ours.post(`${statement}/comments`, { associationId, versionId, text: 'Säg *hur* mycket.' })
	const id = filtered(made.body, '.threadId')
	const thread = `${statement}/comments/${id}`
	expect(outcomeOf(await theirs.post(`${thread}/wordings/${id}`, { text: 'Annat.' }))).toBe('403 notAllowed')
	expect(outcomeOf(await ours.post(`${thread}/wordings/${id}`, { text: 'Säg ett *belopp*.' }))).toBe('done')
	const reply = { associationId: anbo.associationId, text: 'Vi håller med.' }
	expect(outcomeOf(await theirs.post(`${thread}/replies`, reply))).toBe('done')
	expect(outcomeOf(await ours.post(`${thread}/wordings/${id}`, { text: 'För sent.' }))).toBe('409 commentAnswered')

	const answer = { text: 'Det står där nu.', seen: 2 }
	expect(outcomeOf(await ours.post(`${thread}/answers`, answer))).toBe('403 notAllowed')
	expect((await chair.post(`${thread}/answers`, answer)).body).toMatchObject({ code: 'commentsSince', seq: 3 })
	expect(outcomeOf(await chair.post(`${thread}/answers`, { ...answer, seen: 3 }))).toBe('done')
	expect(outcomeOf(await theirs.post(`${thread}/replies`, reply))).toBe('409 commentResolved')
	const read = { associationId, upTo: new Date(world.clock.now).toISOString() }
	expect(outcomeOf(await ours.post(`${statement}/comments/readings`, read))).toBe('done')
	expect(outcomeOf(await ours.post(`${thread}/reopenings`, { associationId, text: 'Inte för resor.' }))).toBe('done')
	expect(outcomeOf(await ours.post(`${thread}/withdrawals/${id}`, {}))).toBe('done')

	expect((await theirs.get(`${statement}/comments`)).body).toMatchObject({
		threads: [
			{
				id,
				seq: 6,
				open: true,
				resolvedAt: null,
				versionId,
				stale: false,
				about: { kind: 'position', text: 'Brukarrepresentanter ska vara arvoderade.' },
				entries: [
					{ id, kind: 'comment', association: 'Attention', text: '', withdrawn: true },
					{ kind: 'comment', association: 'AnBo', replyTo: id, text: 'Vi håller med.', withdrawn: false },
					{ kind: 'answer', association: null, role: 'chair', name: 'Ove Ordförande' },
					{ kind: 'reopening', association: 'Attention', text: 'Inte för resor.' },
				],
			},
		],
	})
	const late = { associationId, versionId: null, text: 'En till.' }
	await openedBallot(world, statement.split('/')[1] as never)
	expect(outcomeOf(await ours.post(`${statement}/comments`, late))).toBe('409 wrongStage')
})
