import { expect, test } from 'vitest'
import { readStatement } from '#intake/file/statement.ts'
import { href, routes } from '#routes'
import { signedIn, testApp } from '#test/support/app.ts'
import { readPdf } from '#test/support/pdf-objects.ts'
import { checkPdf } from '#test/support/pdf-rules.ts'
import { createCoalitionWorld, draftStatement, SLUG } from '#test/support/world.ts'

async function scene() {
	const world = await createCoalitionWorld()
	const params = { coalition: SLUG, statement: await draftStatement(world) }
	const app = testApp(world)
	return { world, params, app, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('members take a draft out as a PDF that says on each page what it is, and as a Word file', async () => {
	await using at = await scene()
	const member = await signedIn(at.app, at.world.members[0]?.delegate ?? at.world.chair)
	const page = await (await member.get(href(routes.statement, at.params))).text()
	expect(page).toContain(href(routes.draftPdf, at.params))
	const pdf = await member.get(href(routes.draftPdf, at.params))
	expect(pdf.headers.get('cache-control')).toBe('private, no-store')
	expect(pdf.headers.get('content-disposition')).toMatch(/^inline; filename="[^"]+ Utkast [^"]+\.pdf"/)
	const { faults, tree } = checkPdf(readPdf(new Uint8Array(await pdf.arrayBuffer())))
	expect(faults).toEqual([])
	expect(tree.text.replace(/\s/g, '')).toContain('Utkast3oktober2022,intebeslutat')
	expect(tree.text).toContain('Vi är positiva till förslaget.')
	const word = await member.get(href(routes.draftDocx, at.params))
	const read = await readStatement(new Uint8Array(await word.arrayBuffer()))
	expect(read.ok && read.value.blocks).toContainEqual({ kind: 'paragraph', text: 'Vi är positiva till förslaget.' })
})

test('nobody else is given it, nor told that it is there', async () => {
	await using at = await scene()
	for (const path of [routes.draftPdf, routes.draftDocx]) {
		const asked = await at.app.browser().get(href(path, at.params))
		expect([303, 404]).toContain(asked.status)
		expect(asked.headers.get('content-type') ?? '').not.toMatch(/pdf|officedocument/)
	}
})

test('what was made of a text is made once, and of one that changes again and again so often an hour', async () => {
	await using at = await scene()
	const { world, params } = at
	const member = await signedIn(at.app, world.members[0]?.delegate ?? world.chair)
	const other = await signedIn(at.app, world.members[1]?.delegate ?? world.chair)
	const path = href(routes.draftDocx, params)
	const changed = async (index: number) => {
		await world.db.write([
			{ sql: 'UPDATE statement SET title = ? WHERE id = ?', args: [`Version ${index}`, params.statement] },
		])
		return member.get(path)
	}
	const first = new Uint8Array(await (await changed(0)).arrayBuffer())
	for (let index = 0; index < 40; index += 1) expect((await member.get(path)).status).toBe(200)
	for (let index = 1; index < 30; index += 1) expect((await changed(index)).status).toBe(200)
	const refused = await changed(30)
	expect(refused.status).toBe(429)
	expect(refused.headers.get('retry-after')).toBe('3600')
	expect(await refused.text()).toContain('Vänta 60 minuter')
	// What is kept costs nothing, and another has turns of their own.
	expect(new Uint8Array(await (await changed(0)).arrayBuffer())).toEqual(first)
	await changed(31)
	expect((await other.get(path)).status).toBe(200)
	expect((await member.get(path)).status).toBe(200)
	world.clock.now += 60 * 60_000
	expect((await changed(32)).status).toBe(200)
})
