import { expect, test } from 'vitest'
import { href, routes } from '#routes'
import { programOf } from '#test/support/api.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { ask, press } from '#test/support/sign-in.ts'
import { createCoalitionWorld, granted, SLUG } from '#test/support/world.ts'
import { issueCard } from '#usecases/person/cards.ts'

const HERE = '192.0.2.77'

test('what is written down of signing in and being refused says what happened, and names nobody', async () => {
	await using world = await createCoalitionWorld(['Attention', 'AnBo'])
	const app = testApp(world)
	const [attention, anbo] = world.members
	const [byCode, byLink, byCard] = [app.browser(HERE), app.browser(HERE), app.browser(HERE)]
	const mail = await ask(app, byCode, 'attention@example.org')
	await byCode.post(routes.signInCode, { code: 'WRNG-CDES' })
	await byCode.post(routes.signInCode, { code: mail.code })
	await app.browser(HERE).post(routes.signInCode, { code: mail.code })
	world.clock.now += 60_000
	const second = await ask(app, byLink, 'ove@example.org')
	await press(byLink, second.link, world.chair)
	await world.db.write(["DELETE FROM address WHERE email = 'anbo@example.org'"])
	const seatId = anbo?.delegateSeat ?? ('' as never)
	const card = granted(await issueCard(world.deps, world.order(world.chair, { seatId })))
	await byCard.post(routes.signInCard, { handle: card.handle, code: 'WRNG-CDES' })
	await byCard.post(routes.signInCard, { handle: card.handle, code: card.codes[0] ?? '' })
	for (let time = 0; time < 31; time += 1) await app.browser(HERE).post(routes.signIn, { email: 'hemlig@example.org' })
	// By role: a page of the chair's, the operator's, and an endpoint.
	const delegate = attention?.delegate ?? ('' as never)
	const browser = await signedIn(app, delegate)
	await browser.get(href(routes.settings, { coalition: SLUG }))
	await browser.get(routes.operator)
	const program = await programOf(app, delegate, ['read'])
	await program.post('associations', { name: 'Planterad' })
	await app.settled()

	const events = app.lines.map((line) => JSON.stringify(line))
	for (const line of [
		{ event: 'signInRefused', why: 'wrongCode' },
		{ event: 'signedIn', way: 'code' },
		{ event: 'signInRefused', why: 'codeGone' },
		{ event: 'signedIn', way: 'link' },
		{ event: 'signInRefused', why: 'wrongCard' },
		{ event: 'signedIn', way: 'card' },
		{ event: 'limitReached', limit: 'asking' },
	]) {
		expect(events).toContain(JSON.stringify(line))
	}
	const forbidden = app.lines.filter(({ event }) => event === 'forbidden')
	const coalition = expect.stringMatching(/^[0-9a-f-]{36}$/)
	expect(forbidden).toContainEqual({ event: 'forbidden', status: 403, coalition, person: delegate })
	expect(forbidden).toContainEqual({ event: 'forbidden', status: 404, coalition: null, person: delegate })
	expect(forbidden.length).toBeGreaterThanOrEqual(3)

	const planted = [
		HERE,
		'example.org',
		'Disa',
		'Ove',
		'hemlig',
		'Planterad',
		SLUG,
		mail.code,
		card.handle,
		card.codes[0] ?? '-',
		second.link,
	]
	for (const text of planted) expect(events.join('\n')).not.toContain(text)
})
