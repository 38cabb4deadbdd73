import { beforeAll, expect, test } from 'vitest'
import { publicRoutes } from '#features/publication/routes.tsx'
import { urlOf } from '#test/support/access-urls.ts'
import { type AccessWorld, accessWorld } from '#test/support/access-world.ts'
import { ORIGIN } from '#test/support/app.ts'
import { allRoutes, createApp } from './app.ts'
import { createPublicApp } from './public-app.ts'
import { routes } from './routes.ts'

let at: AccessWorld
beforeAll(async () => {
	at = await accessWorld()
	return () => at.world[Symbol.asyncDispose]()
})

/** The application for everybody, and what it left to the whole application. */
function startedPublicApp() {
	const given = { ...at.world.deps, mail: async () => undefined, origin: ORIGIN, sourceCode: undefined }
	const passedOn: string[] = []
	let loads = 0
	const load = async () => {
		loads += 1
		return {
			fetch: async ({ method, url }: Request) => {
				passedOn.push(`${method} ${new URL(url).pathname}`)
				return new Response('whole')
			},
		}
	}
	const app = createPublicApp(() => given, load)
	const ask = async (method: string, path: string) =>
		app.fetch(new Request(new URL(path, ORIGIN), { method, headers: { origin: ORIGIN } }))
	return { ask, passedOn, loads: () => loads, whole: createApp(() => given) }
}

test('every address is answered by what knows it: public ones at once, all others by the whole', async () => {
	const { ask, passedOn, loads } = startedPublicApp()
	for (const route of publicRoutes) {
		const response = await ask(route.method, urlOf(route.path, at.place))
		expect([route.path, await response.text()]).not.toEqual([route.path, 'whole'])
	}
	expect([passedOn, loads()]).toEqual([[], 0])
	const others = allRoutes.filter((route) => !publicRoutes.includes(route))
	expect(others.length).toBeGreaterThan(100)
	for (const { method, path } of others) {
		const response = await ask(method === 'ALL' ? 'PUT' : method, urlOf(path, at.place))
		expect([path, await response.text()]).toEqual([path, 'whole'])
	}
	expect([passedOn.length, loads()]).toEqual([others.length, 1])
})

test('the whole, once it is there, is asked for everything', async () => {
	const { ask } = startedPublicApp()
	const first = await (await ask('GET', routes.icon)).text()
	expect([await (await ask('GET', routes.me)).text(), first === 'whole']).toEqual(['whole', false])
	expect(await (await ask('GET', routes.icon)).text()).toBe('whole')
})

test('what nobody knows is answered as by the whole', async () => {
	const { ask, passedOn, whole } = startedPublicApp()
	for (const [method, path] of [
		['GET', '/nsph-stockholm/nothing'],
		['GET', '/sign-in/nothing'],
		['POST', '/nsph-stockholm'],
		['GET', '/me/2022/1'],
	] as const) {
		const [own, its] = await Promise.all([
			ask(method, path),
			whole.fetch(new Request(new URL(path, ORIGIN), { method, headers: { origin: ORIGIN } })),
		])
		expect([own.status, await own.text()]).toEqual([its.status, await its.text()])
		expect([...own.headers]).toEqual([...its.headers])
	}
	expect(passedOn).toEqual([])
})

test('an address written in another way leads to the one way, before a page is looked for or kept', async () => {
	const { ask, passedOn } = startedPublicApp()
	const slug = urlOf(routes.coalition, at.place).slice(1)
	const english = await (await ask('GET', `/en/${slug}`)).text()
	for (const written of [`/%65n/${slug}`, `/en//${slug}`, `/e%6E/%2e/${slug}`, `//en/${slug}`]) {
		const sent = await ask('GET', `${ORIGIN}${written}`)
		expect([written, sent.status, sent.headers.get('location')]).toEqual([written, 308, `/en/${slug}`])
	}
	expect(await (await ask('GET', `/en/${slug}`)).text()).toBe(english)
	expect((await ask('POST', '/%6De/profile')).status).toBe(308)
	expect(passedOn).toEqual([])
})
