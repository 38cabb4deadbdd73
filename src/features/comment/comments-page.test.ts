import { expect, test } from 'vitest'
import { hiddenFields } from '#test/support/app.ts'
import { atWork, comment, say, textOf, versionOf } from '#test/support/comment-pages.ts'
import { createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'

test('threads stand in the order of the text, and can be narrowed down to the open and the answered', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const last = await comment(disa, base, (await versionOf(at, 'långsiktig')).version, 'Om den andra.')
	await comment(disa, base, (await versionOf(at, 'arvoderade')).version, 'Om den första.')
	await comment(disa, base, '', 'Om alltihop.')
	await say(chair, last, 'answers', 'Så blir det.')
	const places = (page: string) =>
		['Om alltihop.', 'Om den första.', 'Om den andra.']
			.filter((text) => page.includes(text))
			.map((text) => page.indexOf(text))
	const all = places(await textOf(disa, `${base}/comments`))
	expect(all).toHaveLength(3)
	expect(all).toEqual(all.toSorted((one, other) => one - other))
	const open = await textOf(disa, `${base}/comments?show=open`)
	expect([open.includes('Om alltihop.'), open.includes('Om den andra.')]).toEqual([true, false])
	const answered = await textOf(disa, `${base}/comments?show=resolved`)
	expect([answered.includes('Om alltihop.'), answered.includes('Om den andra.')]).toEqual([false, true])
	expect(answered).toMatch(/aria-current="page">Besvarade, 1/)
	expect(await textOf(disa, `${base}/comments?show=constructor`)).toContain('Om alltihop.')
})

test('a block that was changed is said to be, and what is about a removed one is kept with what it said', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa, statement } = at
	const { deps, order, chair } = world
	const position = await versionOf(at, 'arvoderade')
	const paragraph = await versionOf(at, 'positiva')
	const form = await textOf(disa, `${base}/comments/new?on=${position.version}`)
	await comment(disa, base, position.version, 'Hur mycket?')
	await comment(disa, base, paragraph.version, 'Till vad?')
	const write = (edit: object) => editDocument(deps, order(chair, { statementId: statement, edit } as never))
	const content = { kind: 'position', text: 'Brukarrepresentanter ska ha 300 kronor i timmen.' }
	granted(await write({ do: 'edit', blockId: position.block, basedOn: position.version, content }))
	granted(await write({ do: 'remove', blockId: paragraph.block, letGo: true }))

	const tab = await textOf(disa, `${base}/comments`)
	expect(tab).toMatch(/Texten har ändrats sedan dess[\s\S]*ska vara arvoderade/)
	expect(tab).toMatch(/Synpunkter på borttagna stycken[\s\S]*Vi är positiva till förslaget\.[\s\S]*Till vad\?/)
	// Whoever has the old text in front of them is told, and comments all the same.
	expect(await textOf(disa, `${base}/comments/new?on=${position.version}`)).toMatch(/Så står det nu:[\s\S]*300 kronor/)
	const action = `${base}/comments?on=${position.version}`
	const late = await disa.post(action, { ...hiddenFields(form, action), text: 'Sent skrivet.' })
	expect(late.status).toBe(303)
	expect(await textOf(disa, `${base}/comments/new?on=${paragraph.version}`)).toContain('tagits bort ur texten')
})

test('the threads of another text are not found here', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const thread = await comment(at.disa, at.base, '', 'Här.')
	const other = `/${SLUG}/statements/${await draftStatement(world)}`
	const id = thread.split('/').at(-1)
	const { version } = await versionOf(at, 'arvoderade')
	for (const path of [
		`/comments/${id}`,
		`/comments/new?on=${version}`,
		'/comments/none',
		`/comments/${id}/wordings/${id}`,
	]) {
		expect([path, (await at.disa.get(other + path)).status]).toEqual([path, 404])
	}
	expect((await at.disa.post(`${other}/comments/${id}/replies`, { key: 'x', as: '', text: 'Här?' })).status).toBe(404)
})
