import { expect, it } from 'vitest'
import { href, routes } from '#routes'
import { ORIGIN, signedIn, testApp } from '#test/support/app.ts'
import { createCoalitionWorld, SLUG } from '#test/support/world.ts'

const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** The chair's browser with an inquiry whose answer is due on a day, and its page. */
async function scene(dueOn: string) {
	const world = await createCoalitionWorld()
	const chair = await signedIn(testApp(world), world.chair)
	const received = await chair.post(href(routes.newInquiry, { coalition: SLUG }), { title: 'God och nära vård', dueOn })
	const { pathname } = new URL(received.headers.get('location') ?? '', ORIGIN)
	const plan = async (query = '') => {
		const page = await (await chair.get(pathname + query)).text()
		return { html: page, text: plain(/<section class="plan">.*?<\/section>/s.exec(page)?.[0] ?? '') }
	}
	return { chair, pathname, plan, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

it('shows the days to the deadline as a picture and a list, and counts them anew when it moves', async () => {
	await using at = await scene('2022-12-16')
	const { html, text } = await at.plan()
	expect(html).toMatch(/<svg class="timeline" role="img" aria-labelledby="timeline-title timeline-desc"/)
	expect(text).toContain('Skicka svaret onsdag 14 december 2022')
	expect(text).toContain('Svaret ska vara framme fredag 16 december 2022')

	await at.chair.post(`${at.pathname}/due-dates`, { dueOn: '2023-01-20', note: 'Förlängd tid.' })
	expect((await at.plan()).text).toContain('Skicka svaret onsdag 18 januari 2023')
})

it('shows the way with one round beside the full one', async () => {
	await using at = await scene('2022-12-16')
	const light = (await at.plan('?track=light')).text
	expect(light).toContain('Sista dag att invända')
	expect(light).not.toContain('Underskrifterna')
	expect((await at.plan('?track=nonsense')).text).toContain('Underskrifterna är klara')
})

it('says so when time is short, when there is none, and when no day is set', async () => {
	await using short = await scene('2022-11-04')
	expect((await short.plan()).text).toContain('Tiden är knapp.')
	await using none = await scene('2022-10-14')
	expect((await none.plan()).text).toContain('Tiden räcker inte till fullt arbete.')
	await using open = await scene('')
	expect((await open.plan()).text).toContain('När svarsdatumet är satt')
	await using past = await scene('2022-01-14')
	expect((await past.plan()).text).toBe('')
})

it('takes up where the answer stands, and proposes its days where they are set', async () => {
	await using at = await scene('2022-12-16')
	const inquiry = at.pathname.split('/').at(-1) ?? ''
	const form = { title: 'Vårt svar', kind: 'response', language: 'sv', template: 'response', inquiry }
	const started = await at.chair.post(href(routes.statements, { coalition: SLUG }), form)
	const statement = new URL(started.headers.get('location') ?? '', ORIGIN).pathname.split('/').at(-1) ?? ''
	const place = { coalition: SLUG, statement }

	const asked = plain(await (await at.chair.get(href(routes.newBallot, place))).text())
	expect(asked).toContain('Enligt planen senast')
	await at.chair.post(href(routes.consultation, place), { viewsDueOn: '2022-11-08' })
	const { text } = await at.plan()
	expect(text).toContain('Synpunkterna är inne (bestämt) tisdag 8 november 2022')
	expect(text).not.toContain('Skicka ut utkastet')
})
