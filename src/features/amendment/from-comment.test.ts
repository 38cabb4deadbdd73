import { expect, test } from 'vitest'
import { hiddenFields } from '#test/support/app.ts'
import { atWork, comment, seated, textOf, versionOf } from '#test/support/comment-pages.ts'
import { createCoalitionWorld } from '#test/support/world.ts'

const decoded = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')

test('of a comment an amendment is made, with its words to hand, and each leads to the other', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const { version, block } = await versionOf(at, 'arvoderade')
	const thread = await comment(chair, base, version, 'Skriv hur mycket.')
	const [id = ''] = thread.split('/').slice(-1)
	expect(await textOf(chair, thread)).not.toContain('Gör ett yrkande')
	const [, link = ''] = /href="([^"]*)"[^>]*>Gör ett yrkande av det här/.exec(await textOf(disa, thread)) ?? []
	expect(decoded(link)).toBe(`${base}/amendments/new?part=${block}&comment=${id}`)
	const form = await textOf(disa, decoded(link))
	expect(form).toContain('Skriv hur mycket.')
	expect(form).toMatch(/value="Synpunkt från [^":”]*"/)
	expect(form).toContain(`href="${thread}"`)
	const action = `${base}/amendments?part=${block}&comment=${id}`
	const typed = { text: '1. Alla uppdrag ska vara arvoderade med minst 500 kronor.', reason: 'Skriv hur mycket.' }
	const shown = await (await disa.post(action, { ...hiddenFields(form, action), ...typed })).text()
	const sent = await disa.post(action, { ...hiddenFields(shown, action), ...typed })
	expect(sent.status).toBe(303)
	const amendment = (sent.headers.get('location') ?? '').replace(/\?.*/, '')
	expect(await textOf(chair, amendment)).toContain(`href="${thread}"`)
	expect(await textOf(chair, thread)).toContain(`href="${amendment}"`)
	expect(await textOf(chair, thread)).toContain('Y1 från Attention')
})

test('what waits in an association is not told at the comment, nor is a hidden comment told by the form', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const { browser: moa } = await seated(at, 'Moa', 'contributor')
	const thread = await comment(chair, base, '', 'Något saknas helt.')
	const [id = ''] = thread.split('/').slice(-1)
	const action = `${base}/amendments?way=position&comment=${id}`
	const form = await textOf(moa, `${base}/amendments/new?way=position&comment=${id}`)
	expect(form).toContain('Något saknas helt.')
	const typed = { text: 'Resor ska betalas.', reason: 'Det saknas.' }
	expect((await moa.post(action, { ...hiddenFields(form, action), ...typed })).status).toBe(303)
	expect(await textOf(chair, thread)).not.toContain('Yrkanden som kom av')
	const hiding = `${thread}/hidings/${id}`
	await chair.post(hiding, { ...hiddenFields(await textOf(chair, hiding), hiding), reason: 'Namn på en person.' })
	expect(await textOf(disa, `${base}/amendments/new?way=position&comment=${id}`)).not.toContain('Något saknas helt.')
})

test('a comment of another text makes nothing', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const other = await atWork(world)
	const thread = await comment(other.chair, other.base, '', 'Något saknas.')
	const [id = ''] = thread.split('/').slice(-1)
	const { base, disa, attention } = at
	const typed = { way: 'position', seen: '', text: 'Resor ska betalas.', reason: 'Det saknas.', confirmed: '1' }
	const sent = await disa.post(`${base}/amendments`, { ...typed, as: attention.associationId, comment: id })
	expect(sent.status).toBe(404)
	expect(await sent.text()).toContain('Resor ska betalas.')
})
