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
