import { expect, test } from 'vitest'
import { rebuild } from '#local/rebuild.ts'
import { allRows } from '#test/support/all-rows.ts'
import { programOf } from '#test/support/api.ts'
import { outcomeOf } from '#test/support/api-programs.ts'
import { hiddenFields, signedIn } from '#test/support/app.ts'
import { atWork, comment, textOf } from '#test/support/comment-pages.ts'
import { meanwhile } from '#test/support/commented.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { codeOf, createCoalitionWorld, granted, type Member } from '#test/support/world.ts'
import { agreeWithComment } from '#usecases/comment/agreement.ts'
import { changeComment } from '#usecases/comment/comment.ts'

test('an association agrees in a press, is named with the comment wherever it stands, and takes it back', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const anna = await signedIn(at.app, (world.members[1] as Member).delegate)
	const thread = await comment(disa, base, '', 'Säg hur mycket.')
	const press = async (label: string) => {
		const page = await textOf(anna, thread)
		expect(page).toContain(`>${label}</button>`)
		return anna.post(`${thread}/agreements`, hiddenFields(page, `${thread}/agreements`))
	}
	expect((await press('AnBo instämmer')).headers.get('location')).toBe(`${thread}?done=agreed`)
	for (const path of [thread, `${base}/comments`])
		expect(await textOf(chair, path)).toMatch(/1 förening instämmer<.*AnBo/)
	// Nobody agrees with oneself, and the chair with nobody; and what is agreed with stands as it is.
	expect(await textOf(disa, thread)).not.toContain('/agreements"')
	expect(await textOf(chair, thread)).not.toContain('/agreements"')
	expect(await textOf(disa, thread)).not.toContain('/wordings/')
	const before = await snapshot(world.server.client)
	await rebuild(world.server.client)
	expect(await snapshot(world.server.client)).toEqual(before)

	expect((await press('AnBo instämmer inte längre')).headers.get('location')).toBe(`${thread}?done=agreedNoMore`)
	expect(await textOf(chair, thread)).not.toContain('instämmer<')
	expect(await textOf(chair, `${base}/history`)).toContain('En förening instämde i en synpunkt')
})

test('a program agrees; whoever rewords at the same moment does not put other words under its name', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa, attention, statement: statementId } = at
	const anbo = world.members[1] as Member
	const threadId = (await comment(disa, base, '', 'Säg hur mycket.')).split('/').at(-1) as never
	const program = await programOf(at.app, anbo.delegate)
	const path = `statements/${statementId}/comments`
	const { associationId } = anbo
	const agreed = { statementId, threadId, associationId, agrees: true, wording: 0 }
	const reword = (text: string) => world.order(attention.delegate, { statementId, threadId, commentId: threadId, text })

	const changed = async () => void granted(await changeComment(world.deps, reword('Säg ett belopp.')))
	expect(codeOf(await agreeWithComment(meanwhile(world, changed), world.order(anbo.delegate, agreed)))).toBe(
		'commentsSince',
	)
	expect(outcomeOf(await program.post(`${path}/${threadId}/agreements`, { associationId, agrees: true }))).toBe(
		'409 commentsSince',
	)
	const agree = async () =>
		void granted(await agreeWithComment(world.deps, world.order(anbo.delegate, { ...agreed, wording: 1 })))
	expect(codeOf(await changeComment(meanwhile(world, agree), reword('Något annat.')))).toBe('commentAnswered')
	expect((await program.get(path)).body).toMatchObject({
		threads: [{ agreed: [{ associationId, association: 'AnBo' }], wording: 1, seq: 2 }],
	})
	expect(await allRows(world.server.client, 'SELECT association_id FROM comment_agreement')).toHaveLength(1)
})
