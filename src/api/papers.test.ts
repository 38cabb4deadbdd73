import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { tokenFor } from '#test/support/api.ts'
import { ORIGIN, type TestApp, testApp } from '#test/support/app.ts'
import { readPdf } from '#test/support/pdf-objects.ts'
import { checkPdf } from '#test/support/pdf-rules.ts'
import { createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'
import { createCoalitionWorld, draftStatement, SLUG } from '#test/support/world.ts'
import { documentOf } from './openapi.ts'
import { endpoints } from './routes.ts'

const at = (statement: string, file: string) => `${ORIGIN}/api/v1/coalitions/${SLUG}/statements/${statement}/${file}`

/** Asks with a token of that person, or none. */
async function asks(app: TestApp, person: PersonId | null, scopes: readonly ('read' | 'write')[] = ['read']) {
	const headers = person === null ? {} : { authorization: `Bearer ${await tokenFor(app, person, scopes)}` }
	return (url: string) => app.fetch(new Request(url, { headers }))
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

test('a member has a draft as a PDF and as a Word file, so often an hour, and nobody else has it', async () => {
	await using world = await createCoalitionWorld()
	const app = testApp(world)
	const statement = await draftStatement(world)
	const [one, other] = world.members
	if (!one || !other) throw new Error('two members')
	const get = await asks(app, one.delegate)
	const change = (index: number) =>
		world.db.write([{ sql: 'UPDATE statement SET title = ? WHERE id = ?', args: [`Begärd ${index}`, statement] }])
	// What another test of this process has had made is kept, and counts for nobody: the text is one that only this one asks for.
	await change(0)
	const pdf = await get(at(statement, 'draft.pdf'))
	expect([pdf.status, pdf.headers.get('content-type'), pdf.headers.get('cache-control')]).toEqual([
		200,
		'application/pdf',
		'private, no-store',
	])
	expect(pdf.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]+ Utkast [^"]+\.pdf"/)
	const { faults, tree } = checkPdf(readPdf(await bytesOf(pdf)))
	expect(faults).toEqual([])
	expect(tree.text).toContain('Vi är positiva till förslaget.')
	const word = await get(at(statement, 'draft.docx'))
	expect(word.headers.get('content-type')).toContain('wordprocessingml')
	expect(Object.keys(unzipSync(await bytesOf(word)))).toContain('word/document.xml')

	const refused = async (response: Response) => [response.status, Reflect.get(Object(await response.json()), 'code')]
	for (const file of ['draft.pdf', 'draft.docx', 'pack.zip']) {
		expect(await refused(await (await asks(app, null))(at(statement, file)))).toEqual([401, 'signInRequired'])
		expect(await refused(await (await asks(app, one.delegate, ['write']))(at(statement, file)))).toEqual([
			403,
			'scopeMissing',
		])
	}
	expect(await refused(await get(at('none', 'draft.pdf')))).toEqual([404, 'notFound'])

	// Two are made already.
	for (let index = 2; index < 30; index += 1) {
		await change(index)
		expect((await get(at(statement, 'draft.docx'))).status).toBe(200)
	}
	await change(30)
	const stopped = await get(at(statement, 'draft.docx'))
	expect([stopped.status, stopped.headers.get('retry-after')]).toEqual([429, '3600'])
	expect((await (await asks(app, other.delegate))(at(statement, 'draft.docx'))).status).toBe(200)
})

test('of what is published the draft leads to its own file, and the chair has all of it in one archive', async () => {
	await using world = await createGoldenWorld()
	const app = testApp(world)
	const statement = await publish(world, { inquiry: { ...INQUIRY, sendTo: 'registrator@region.example' } })
	const get = await asks(app, world.chair)
	for (const kind of ['pdf', 'docx']) {
		const elsewhere = await get(at(statement, `draft.${kind}`))
		expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([303, `${ORIGIN}/${SLUG}/2022/1.${kind}`])
	}
	const pack = await get(at(statement, 'pack.zip'))
	expect(pack.headers.get('content-type')).toBe('application/zip')
	const files = unzipSync(await bytesOf(pack))
	expect(Object.keys(files)).toHaveLength(3)
	const published = await bytesOf(await app.fetch(new Request(`${ORIGIN}/${SLUG}/2022/1.pdf`)))
	expect(Buffer.from(files['NSPH Stockholms län, NSPH-SL 2022-1.pdf'] ?? []).equals(Buffer.from(published))).toBe(true)
	const [one] = world.members
	if (!one) throw new Error('a member')
	expect((await (await asks(app, one.delegate))(at(statement, 'pack.zip'))).status).toBe(403)
})

test('the document says of each file what it is, and that it may be elsewhere', () => {
	const { paths } = documentOf(endpoints) as { paths: Record<string, { get: { responses: Record<string, object> } }> }
	const said = (file: string) =>
		paths[`/api/v1/coalitions/{coalition}/statements/{statement}/${file}`]?.get.responses ?? {}
	expect(said('draft.pdf')).toMatchObject({
		200: { content: { 'application/pdf': { schema: { contentMediaType: 'application/pdf' } } } },
		303: { headers: { Location: { schema: { format: 'uri' } } }, content: {} },
	})
	expect(said('pack.zip')[200]).toMatchObject({ content: { 'application/zip': {} } })
	expect(Object.keys(said('pack.zip'))).toEqual(['200', 'default'])
	expect(JSON.stringify(said('draft.docx'))).not.toContain('application/json')
})
