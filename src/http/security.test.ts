import { expect, test } from 'vitest'
import { createApp } from '#app'
import { href, routes } from '#routes'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { createCoalitionWorld, SLUG } from '#test/support/world.ts'

const PATHS = [routes.signIn, href(routes.coalition, { coalition: SLUG }), '/there/is/no/such/page']

test('no page can be drawn into one of another site, and HTTPS is for this name alone', async () => {
	await using world = await createCoalitionWorld(['Attention'])
	const browser = testApp(world).browser()
	for (const path of PATHS) {
		const { headers } = await browser.get(path)
		expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
		expect(headers.get('strict-transport-security')).toBe('max-age=63072000')
	}
})

test('HTTPS is for every name below this one where the operator says so, on kept pages too', async () => {
	await using world = await createCoalitionWorld(['Attention'])
	const given = { ...world.deps, mail: async () => {}, origin: ORIGIN, sourceCode: undefined, secureSubdomains: true }
	const app = createApp(() => given)
	for (const path of [...PATHS, ...PATHS]) {
		const { headers } = await app.fetch(new Request(ORIGIN + path))
		expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
	}
})
