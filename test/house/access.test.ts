import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { paths } from '#api/paths.ts'
import { allRoutes, createApp } from '#app'
import type { Scope } from '#domain/kernel/act.ts'
import type { Route } from '#http/route.ts'
import { href, routes } from '#routes'
import { type Expected, expected } from '#test/support/access-expected.ts'
import { FORMS } from '#test/support/access-forms.ts'
import { urlOf } from '#test/support/access-urls.ts'
import { type AccessWorld, accessWorld, type Caller, EVERY_SCOPE, ROLES } from '#test/support/access-world.ts'
import { ORIGIN } from '#test/support/app.ts'
import { atLeast, walked } from '#test/support/room.ts'
import { refusedForms } from '#test/support/shown-forms.ts'
import { noteWrites } from '#test/support/writes.ts'

let at: AccessWorld
let writes: () => Promise<number>
beforeAll(async () => {
	at = await accessWorld()
	writes = await noteWrites(at.world.server.client, {
		session: () => 'TRUE',
		token: (row) => `${row}.name = 'test'`,
	})
	return () => at.world[Symbol.asyncDispose]()
})

const isApi = ({ path }: Route) => path.startsWith(routes.api)
const allPosts = allRoutes.filter((route) => route.method === 'POST' && !isApi(route))
const gets = walked(allRoutes.filter((route) => route.method === 'GET' && !isApi(route)))
const posts = walked(allPosts)
const apiRoutes = walked(allRoutes.filter(isApi))

/** How many rows have been written, but for what these tests put there to be somebody. */
async function written(): Promise<number> {
	await at.app.settled()
	return writes()
}

/** Pages for everyone that only show the way to another. */
const LEADS_ON: Readonly<Record<string, number>> = {
	[routes.signInLink]: 410,
	[routes.addressConfirming]: 410,
	[routes.addressRefusal]: 410,
	[routes.publishedYear]: 404,
	// To whoever lost it; to everybody else there is no such seat.
	[routes.seatReturn]: 404,
	[routes.publishedYearEnglish]: 404,
}

/** What a GET may answer. Whoever may not see the coalition is not told its name either. */
function judgeGet(response: Response, body: string, path: string, url: string, wanted: Expected): string {
	const { status } = response
	const to = response.headers.get('location') ?? ''
	const toSignIn = status === 303 && to === href(routes.signIn, {}, { to: url })
	const named = body.includes('NSPH')
	const answered: Record<Expected, boolean> = {
		granted: (status < 400 && !to.startsWith(routes.signIn)) || LEADS_ON[path] === status,
		unknown: toSignIn,
		hidden: status === 404 && !named,
		forbidden: status === 403,
	}
	return answered[wanted] ? '' : `${status}${to && ` to ${to}`}${named ? ', naming the coalition' : ''}`
}

/** What a caller looks with: one browser for all pages, as looking changes nothing. */
const looking = new Map<Caller, ReturnType<Caller['browser']>>()
const lookOf = (caller: Caller) => {
	const browser = looking.get(caller) ?? caller.browser()
	looking.set(caller, browser)
	return browser
}

const REFUSED: Readonly<Record<Exclude<Expected, 'granted'>, number>> = { unknown: 401, hidden: 404, forbidden: 403 }

/** A token of the caller's own, where the address names one. */
const tokenIn = async ({ path }: Route, caller: Caller) =>
	path.includes(':token') ? ((await caller.token([]))?.id ?? 'none') : 'none'

test.each(gets)('GET $path shows itself to those it is for, and to nobody else', async (route) => {
	const wrong: string[] = []
	for (const caller of at.callers) {
		const token = await tokenIn(route, caller)
		const url = urlOf(route.path, at.place, { token })
		const wanted = expected(route.access, caller)
		const response = await (await lookOf(caller)).get(url)
		const body = await response.text()
		const fault = judgeGet(response, body, route.path, url, wanted)
		if (fault !== '') wrong.push(`${caller.name}: ${wanted} expected, got ${fault}`)
		for (const form of refusedForms(allPosts, body, caller))
			wrong.push(`${caller.name}: shown a form that refuses, ${form}`)
	}
	expect(wrong).toEqual([])
})

/** Open to everybody, and each with more to show than a form: what they ask for is tested where they stand. */
const ENTRANCES = [
	...[routes.signIn, routes.signInCode, routes.signInCard, routes.signInLink, routes.signOut],
	...[routes.addressConfirming, routes.addressRefusal],
] as string[]

/** What those it is for may be answered in this place, beside that it is done. */
const NOT_AS_THINGS_STAND: Readonly<Record<string, readonly number[]>> = {
	// A token is for a coalition where one has a seat.
	[routes.tokens]: [422],
	// Nobody here signed in by mail.
	[routes.ownCard]: [403],
	[routes.ownAddresses]: [403],
	[routes.ownAddressRemovals]: [403, 404],
	[routes.ownErasure]: [403, 422],
	// Nothing waits for an answer of theirs.
	[routes.ownAddressAnswers]: [404],
	// Of nobody here: whose it is, is tested where it stands.
	[routes.seatLeaving]: [404],
	[paths.seatLeaving]: [404],
	[routes.seatReturn]: [404],
	// The ballot here is an open one; and not everyone has signed yet.
	[routes.papers]: [409],
	[routes.publication]: [409],
	// What the delegate said is for the delegate to take back.
	[routes.contestWithdrawals]: [403],
	// The first to try has done it.
	[routes.consultation]: [409],
	[routes.inquiryDeclining]: [409],
	// The delegate has answered before the deputy; and the first chair to try has taken it back.
	[routes.addendumAnswers]: [403],
	[routes.addendumPublication]: [409],
	[routes.reminders]: [429],
	[paths.reminders]: [429],
}

/**
 * Here; because of what is refused above, a token of these tests is what is written to, another address does the work, what was
 * typed is first shown as it will leave, or it ends. */
const WRITES_NOTHING = [
	routes.seatLeaving,
	routes.seatReturn,
	routes.papers,
	routes.publication,
	routes.addenda,
	routes.addendumPublication,
	routes.sending,
	routes.token,
	routes.ownCard,
	routes.ownAddressRemovals,
	routes.ownAddressAnswers,
	routes.ownErasure,
	routes.sessions,
	routes.session,
	routes.onlyBallot,
	routes.ofOnlyBallot,
] as string[]

test.each(posts)('POST $path does its work for those it is for, and writes nothing for anybody else', async (route) => {
	const fields = FORMS[route.path]
	if (!fields) throw new Error(`${route.path}: say in access-forms.ts what could be sent there`)
	const send = async (caller: Caller, attempt: number) => {
		const token = await tokenIn(route, caller)
		const url = urlOf(route.path, at.place, { token, attempt })
		const key = at.world.deps.newId('random')
		return (await caller.browser()).post(url, { key, ...fields(at.place, attempt) })
	}
	const wrong: string[] = []
	const before = await written()
	for (const caller of at.callers) {
		const wanted = expected(route.access, caller)
		if (wanted === 'granted') continue
		const { status } = await send(caller, 0)
		if (status !== REFUSED[wanted]) wrong.push(`${caller.name}: ${REFUSED[wanted]} expected, got ${status}`)
	}
	expect(wrong).toEqual([])
	expect(await written(), 'something was written for those who may not').toBe(before)

	let attempt = 0
	for (const caller of at.callers) {
		if (expected(route.access, caller) !== 'granted' || ENTRANCES.includes(route.path)) continue
		const { status } = await send(caller, attempt)
		const answered = status < 400 || (NOT_AS_THINGS_STAND[route.path] ?? []).includes(status)
		if (!answered) wrong.push(`${route.path}, ${caller.name}: granted expected, got ${status}`)
		attempt += 1
	}
	expect(wrong).toEqual([])
	const writesSomething = !ENTRANCES.includes(route.path) && !WRITES_NOTHING.includes(route.path)
	if (writesSomething) expect(await written(), 'it was done, and nothing was written').toBeGreaterThan(before)
})

const tokenFor = async (caller: Caller, scopes: readonly Scope[]): Promise<Record<string, string>> => {
	const token = await caller.token(scopes)
	return token === null ? {} : { authorization: `Bearer ${token.secret}` }
}

/** Asks the API as a program does. What it is to do is left out: who may is settled before what they sent is looked at. */
async function ask(route: Route, headers: Record<string, string>, attempt = 0): Promise<Response> {
	const url = new URL(urlOf(route.path, at.place, { attempt }), ORIGIN)
	const method = route.method === 'ALL' ? 'GET' : route.method
	const key = at.world.deps.newId('random')
	return at.app.fetch(new Request(url, { method, headers: { ...headers, 'idempotency-key': key } }))
}

test.each(apiRoutes)('$method $path lets in whom it is for with a token of theirs, and nobody else', async (route) => {
	const wrong: string[] = []
	const before = await written()
	for (const caller of at.callers) {
		const wanted = expected(route.access, caller)
		if (wanted === 'granted') continue
		const { status } = await ask(route, await tokenFor(caller, EVERY_SCOPE))
		if (status !== REFUSED[wanted]) wrong.push(`${caller.name}: ${REFUSED[wanted]} expected, got ${status}`)
	}
	const needed = 'about' in route ? scopeOf(route) : null
	for (const caller of at.callers) {
		if (needed === null || caller.role === null || expected(route.access, caller) !== 'granted') continue
		const others = EVERY_SCOPE.filter((scope) => scope !== needed)
		const { status } = await ask(route, await tokenFor(caller, others))
		if (status !== 403) wrong.push(`${caller.name} with ${others.join(' ')}: 403 expected, got ${status}`)
	}
	expect(wrong).toEqual([])
	expect(await written(), 'something was written for those who may not').toBe(before)

	// The forms have used up what comes first.
	let attempt = 2
	for (const caller of at.callers) {
		if (expected(route.access, caller) !== 'granted') continue
		const { status } = await ask(route, await tokenFor(caller, EVERY_SCOPE), attempt)
		attempt += 1
		// What is left out is missed only by those who were let in.
		const late = [409, 422, ...(NOT_AS_THINGS_STAND[route.path] ?? [])]
		const answered = status < 400 || (route.method === 'POST' && late.includes(status)) || route.method === 'ALL'
		if (!answered) wrong.push(`${route.path}, ${caller.name}: granted expected, got ${status}`)
	}
	expect(wrong).toEqual([])
})

function scopeOf(route: Route & { readonly about: unknown }): string | null {
	return z.object({ about: z.object({ scope: z.enum(EVERY_SCOPE).nullable() }) }).parse(route).about.scope
}

type Mounted = ReturnType<typeof createApp>['routes'][number]

/** What the router knows and nobody has declared. */
function undeclared(mounted: readonly Mounted[]): string[] {
	const declared = new Set(allRoutes.map(({ method, path }) => `${method} ${path}`))
	const named = mounted.map(({ method, path }) => `${method} ${path}`)
	return named.filter((name) => !declared.has(name))
}

const newApp = () =>
	createApp(() => ({ ...at.world.deps, mail: async () => undefined, origin: ORIGIN, sourceCode: undefined }))

test('the router knows every declared route once, and no other', () => {
	const { routes: mounted } = newApp()
	expect(undeclared(mounted)).toEqual([])
	const names = mounted.map(({ method, path }) => `${method} ${path}`)
	expect(names).toEqual(allRoutes.map(({ method, path }) => `${method} ${path}`))
	expect(new Set(names).size).toBe(names.length)
})

test('a route that nobody declared is found', () => {
	const app = newApp()
	app.get('/backdoor', (c) => c.text('open'))
	app.post('/:coalition/backdoor', (c) => c.text('open'))
	expect(undeclared(app.routes)).toEqual(['GET /backdoor', 'POST /:coalition/backdoor'])
})

test('every route says who may use it, and only in the words there are', () => {
	// @ts-expect-error: a route that says nothing does not compile
	const open: Route = { method: 'GET', path: '/backdoor', handle: async () => new Response() }
	const words = ['public', 'signedIn', 'operator']
	const says = ({ access }: Route) =>
		typeof access === 'string'
			? words.includes(access)
			: Array.isArray(access) && access.length > 0 && access.every((role) => ROLES.includes(role))
	expect(allRoutes.filter((route) => !says(route))).toEqual([])
	expect(says(open)).toBe(false)
})

test('what only some may see or do is behind a sign-in or a token, whatever the coalition in the URL', async () => {
	const closed = [...gets, ...posts].filter(({ access, path }) => access !== 'public' && path.includes(':coalition'))
	expect(closed.length).toBeGreaterThanOrEqual(atLeast(51))
	for (const route of closed) {
		const url = urlOf(route.path, { ...at.place, coalition: 'ingen-sadan', elsewhere: 'ingen-sadan' })
		const nobody = at.app.browser()
		const response = await (route.method === 'GET' ? nobody.get(url) : nobody.post(url))
		// As where there is one, so that nobody learns which there are.
		expect([route.path, response.status]).toEqual([route.path, route.method === 'GET' ? 303 : 401])
	}
})
