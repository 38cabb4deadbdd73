import { expect, test } from 'vitest'
import type { BlockVersionId } from '#domain/kernel/id.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { programOf } from '#test/support/api.ts'
import { outcomeOf } from '#test/support/api-programs.ts'
import { type Browser, hiddenFields } from '#test/support/app.ts'
import { atWork, textOf, versionOf } from '#test/support/comment-pages.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { createCoalitionWorld, granted } from '#test/support/world.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'

/** Writes a comment on some words of a block, without a script. */
async function say(browser: Browser, base: string, on: string, words: string, text = 'Hur mycket?') {
	const action = `${base}/comments?on=${on}`
	const form = await textOf(browser, `${base}/comments/new?on=${on}`)
	return browser.post(action, { ...hiddenFields(form, action), words, text })
}

test('a comment on some of the words shows them, and where they stand; when they are changed, that they were', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa, statement } = at
	const { version } = await versionOf(at, 'arvoderade')
	const sent = await say(disa, base, version, ' vara\n arvoderade ')
	expect(sent.status).toBe(303)
	const [thread = ''] = (sent.headers.get('location') ?? '').split('?')
	const made = await textOf(chair, thread)
	expect(made).toContain('Om orden')
	expect(made).toContain('Brukarrepresentanter ska <mark>vara arvoderade</mark>.')
	expect(await textOf(chair, `${base}/comments`)).toMatch(/Om orden<\/p><p[^>]*>vara arvoderade</)

	const write = async (text: string) => {
		const { block: blockId, version: basedOn } = await versionOf(at, 'rukarrepresentanter')
		const edit = {
			do: 'edit',
			blockId,
			basedOn: basedOn as BlockVersionId,
			content: { kind: 'position', text },
		} as const
		granted(await editDocument(world.deps, world.order(world.chair, { statementId: statement, edit })))
	}
	await write('Alla brukarrepresentanter ska **vara arvoderade**, och få resor betalda.')
	const moved = await textOf(chair, thread)
	expect(moved).toContain('ska <mark>vara arvoderade</mark>, och få resor')
	expect(moved).toContain('Om orden')

	await write('Alla brukarrepresentanter ska få arvode.')
	for (const path of [thread, `${base}/comments`]) {
		const changed = await textOf(disa, path)
		expect(changed).toMatch(/Orden har ändrats sedan dess\. De löd:<\/p><p[^>]*>vara arvoderade</)
		expect(changed).not.toContain('<mark>')
	}
	const before = await snapshot(world.server.client)
	await rebuild(world.server.client)
	expect(await snapshot(world.server.client)).toEqual(before)
})

test('words that do not stand in the block are refused on their field, with all that was typed', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, disa } = at
	const { version } = await versionOf(at, 'arvoderade')
	const refused = await say(disa, base, version, 'vara gratis', 'Säg hur mycket.')
	const page = await refused.text()
	expect(refused.status).toBe(422)
	expect(page).toMatch(/href="#words"[^>]*>Orden står inte i stycket\./)
	expect(page).toMatch(/name="words"[^>]*>\s*vara gratis</)
	expect(page).toMatch(/name="text"[^>]*>\s*Säg hur mycket\.</)
	expect(await countOf(world.server.client, 'FROM comment')).toBe(0)
	expect((await say(disa, base, version, 'x'.repeat(1_001))).status).toBe(422)
	// Of the whole text there are no words to ask for.
	expect(await textOf(disa, `${base}/comments/new`)).not.toContain('name="words"')
})

test('a program tells which of two places is meant, and is told whether the words stand', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const program = await programOf(at.app, at.attention.delegate)
	const { version: versionId } = await versionOf(at, 'arvoderade')
	const path = `statements/${at.statement}/comments`
	const said = { associationId: at.attention.associationId, versionId, text: 'Hur?' }
	const quote = { exact: 'ar', prefix: 'vara ' }
	expect(outcomeOf(await program.post(path, { ...said, quote }))).toBe('done')
	expect(outcomeOf(await program.post(path, { ...said, quote: { exact: 'gratis' } }))).toBe('422 wordsNotThere')
	const [row] = await allRows(world.server.client, 'SELECT quote FROM comment_thread')
	expect(JSON.parse(String(row?.quote))).toEqual({
		exact: 'ar',
		prefix: 'Brukarrepresentanter ska vara ',
		suffix: 'voderade.',
	})
	expect((await program.get(path)).body).toMatchObject({ threads: [{ quote: { exact: 'ar', stands: true } }] })
})
