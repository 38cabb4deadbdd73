import { expect, test } from 'vitest'
import { rawMail } from '#local/raw-mail.ts'
import { href, routes } from '#routes'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { arrives, LETTER } from '#test/support/mail-in.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, granted, HOUR, SLUG } from '#test/support/world.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { forgetExpired } from '#usecases/person/sessions.ts'

const cameIn = async (world: CoalitionWorld) =>
	(await allRows(world.server.client, 'SELECT how FROM notice ORDER BY how')).map(({ how }) => how)

test('a mail that its domain denies is rejected with a sentence, and nothing of it is kept', async () => {
	await using world = await createCoalitionWorld()
	expect(await arrives(world, { checked: 'fail' })).toMatch(/not from whom it says/)
	const own =
		'From: ove@example.org\r\nAuthentication-Results: mx.cloudflare.net; spf=pass smtp.mailfrom=ove@example.org'
	const denied = 'Authentication-Results: mx.cloudflare.net; dmarc=fail header.from=example.org'
	const raw = new TextEncoder().encode(`${denied}\r\n${own}\r\n\r\n${LETTER}`)
	expect(await arrives(world, { raw })).toMatch(/not from whom it says/)
	expect(await cameIn(world)).toEqual([])
	expect(await countOf(world.server.client, 'FROM rate_limit')).toBe(0)
})

test('a mail that nothing shows to be from the chair waits, and says so wherever it is met', async () => {
	await using world = await createCoalitionWorld()
	expect(await arrives(world, { checked: 'none' })).toBeNull()
	const chair = await signedIn(testApp(world), world.chair)
	const list = await (await chair.get(href(routes.notices, { coalition: SLUG }))).text()
	expect(list).toContain('Mejlat, men avsändaren är inte bekräftad')
	const [notice] = await allRows(world.server.client, 'SELECT id FROM notice')
	const path = href(routes.notice, { coalition: SLUG, notice: String(notice?.id) })
	expect(await (await chair.get(path)).text()).toContain('vem som helst kan ha skrivit den adressen')
	expect(await arrives(world, {})).toBeNull()
	expect(await cameIn(world)).toEqual(['mail', 'unprovenMail'])
})

test('what somebody sends in the name of the chair keeps nothing of theirs out, nor of the secretary’s', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	const email = 'siv@example.org'
	const personId = granted(await createPerson(deps, { name: 'Siv', emails: [email] }))
	const seat = {
		personId,
		associationId: null,
		role: 'secretary',
		from: clock.now,
		until: null,
		invite: false,
	} as const
	granted(await giveSeat(deps, order(chair, seat)))

	const forged = Array.from({ length: 100 }, (_, index) =>
		arrives(world, { checked: index % 2 === 0 ? 'none' : 'fail', text: `${LETTER} ${index}` }),
	)
	const genuine = Array.from({ length: 20 }, (_, index) => arrives(world, { text: `${LETTER}, äkta ${index}` }))
	const [ofForged, ofGenuine] = await Promise.all([Promise.all(forged), Promise.all(genuine)])
	expect(ofGenuine).toEqual(Array(20).fill(null))
	expect(ofForged.filter((outcome) => outcome === null)).toHaveLength(10)
	expect(ofForged.filter((outcome) => outcome?.includes('nothing shows to be from this address'))).toHaveLength(40)

	expect(await arrives(world, { from: email, checked: 'none' })).toBeNull()
	clock.now += 2 * HOUR
	await forgetExpired(deps)
	expect(await arrives(world, { checked: 'none', text: 'Senare' })).toMatch(/Too many mails have come today/)
	expect(await arrives(world, { text: `${LETTER} efteråt` })).toBeNull()
	clock.now += DAY
	expect(await arrives(world, { checked: 'none', text: 'I morgon' })).toBeNull()
})

test('a mail in the chair’s name under the id of one of theirs does not keep theirs out', async () => {
	await using world = await createCoalitionWorld()
	const headers = { 'Message-ID': '<one@example.org>' }
	expect(await arrives(world, { headers, checked: 'none', text: 'Falskt' })).toBeNull()
	expect(await arrives(world, { headers })).toBeNull()
	expect(await cameIn(world)).toEqual(['mail', 'unprovenMail'])
})

test('a mail of more lines at its top, or of more text, than any letter has is rejected as too large', async () => {
	await using world = await createCoalitionWorld()
	const whole = Buffer.from(
		rawMail({ from: 'ove@example.org', to: 'x@example.org', subject: 'Remiss', text: LETTER }),
	).toString()
	const raw = (text: string) => new TextEncoder().encode(text)
	const lines = whole.replace('\r\nTo: ', `\r\n${'X-Line: 12345678\r\n'.repeat(200_000)}To: `)
	expect(await arrives(world, { raw: raw(lines) })).toMatch(/too large/)
	const folds = whole.replace('\r\nTo: ', `\r\nX-Folded: 1${'\r\n 12345678'.repeat(200_000)}\r\nTo: `)
	expect(await arrives(world, { raw: raw(folds) })).toMatch(/too large/)
	expect(await arrives(world, { text: 'rad\n'.repeat(100_000) })).toMatch(/too large/)
	expect(await cameIn(world)).toEqual([])
})
