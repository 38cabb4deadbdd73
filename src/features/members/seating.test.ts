import { expect, it } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { hiddenFields, signedIn } from '#test/support/app.ts'
import { association, at, delegate, done, members, plain, scene, seats, text } from '#test/support/members-pages.ts'

it('lets a secretary neither give nor end a chair’s seat, and offers her neither', async () => {
	await using s = await scene()
	await done(await s.chair.post(seats, { name: 'Sara Sekreterare', email: 'sara@example.org', role: 'secretary' }))
	const { rows } = await s.world.server.client.execute(
		'SELECT person_id, role, id FROM seat WHERE association_id IS NULL',
	)
	const idOf = (role: string, column: string) => String(rows.find((row) => row.role === role)?.[column])
	const sara = await signedIn(s.app, idOf('secretary', 'person_id') as PersonId)
	const chairSeat = { ...at, seat: idOf('chair', 'id') }
	const page = await text(sara, members)
	expect(page).not.toContain(href(routes.seatEnding, chairSeat))
	expect(await text(s.chair, members)).toContain(href(routes.seatEnding, chairSeat))
	expect(await text(sara, seats)).not.toContain('value="chair"')
	expect(plain(await text(sara, href(routes.seatEnding, chairSeat)))).toContain('Bara en ordförande kan avsluta')
	for (const response of [
		await sara.post(seats, { who: idOf('secretary', 'person_id'), role: 'chair' }),
		await sara.post(seats, { who: idOf('secretary', 'person_id'), role: 'chair', replaces: chairSeat.seat }),
		await sara.post(href(routes.seatEnding, chairSeat)),
	]) {
		expect(response.status).toBe(403)
		expect(plain(await response.text())).toContain('Bara en ordförande kan ge eller avsluta uppdraget')
	}
})

it('shows a delegate whom she can end the seat of, and nobody else', async () => {
	await using s = await scene()
	for (const [name, index] of [
		['Dag Deputerad', 0],
		['Dora Annan', 1],
	] as const) {
		await done(
			await s.chair.post(seats, {
				name,
				email: `${index}@example.org`,
				role: 'deputy',
				association: association(s.world, index),
			}),
		)
	}
	const { rows } = await s.world.server.client.execute("SELECT id FROM seat WHERE role = 'deputy' ORDER BY rowid")
	const [own, others] = rows.map(({ id }) => href(routes.seatContest, { ...at, seat: String(id) }))
	const browser = await signedIn(s.app, delegate(s.world))
	const page = await text(browser, members)
	expect(page).toContain(own)
	expect(page).not.toContain(others)
	const away = await text(browser, others ?? '')
	expect(plain(away)).toContain('Det här uppdraget kan bara ordföranden eller handläggaren avsluta')
	expect(away).not.toContain('Avsluta uppdraget</button>')
	expect((await browser.post(others ?? '')).status).toBe(403)
	expect((await s.chair.get(own ?? '')).status).toBe(403)
	const asked = await text(browser, own ?? '')
	const to = await done(await browser.post(own ?? '', hiddenFields(asked, own ?? '')))
	expect(plain(await text(browser, to))).toContain('Dag Deputerad är inte längre ersättare')
})
