import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#app'
import { routes } from '#routes'
import { expected } from '#test/support/access-expected.ts'
import { urlOf } from '#test/support/access-urls.ts'
import { type AccessWorld, accessWorld, type Caller, callerNamed } from '#test/support/access-world.ts'
import type { Browser } from '#test/support/app.ts'
import { atLeast, walked } from '#test/support/room.ts'
import { patternOf, refusedForms, refusedLinks, type ShownForm, shownForms } from '#test/support/shown-forms.ts'

let at: AccessWorld
beforeAll(async () => {
	at = await accessWorld()
})
afterAll(() => at.world[Symbol.asyncDispose]())

const posts = allRoutes.filter(({ method, path }) => method === 'POST' && !path.startsWith(routes.api))
const gets = allRoutes.filter(({ method, path }) => method === 'GET' && !path.startsWith(routes.api))
const WORK = ['/:coalition/statements/:statement', '/:coalition/statements/:statement/ballots/:ballot']
const pages = walked(gets).filter(
	({ path }) =>
		WORK.some((start) => path === start || path.startsWith(`${start}/`)) && !/:(change|thread|what)/.test(path),
)

type Shown = { readonly caller: Caller; readonly browser: Browser; readonly form: ShownForm }

/** In the frame of every page: tried where they stand. */
const ELSEWHERE: string[] = [routes.signOut, routes.language]

const STAGES = ['drafting', 'consulting', 'deciding', 'over', 'met', 'signing', 'published'] as const

test.each(STAGES)('%s: a form and a link are shown only to those they work for', async (stage) => {
	const wrong: string[] = []
	const shown = new Map<string, Shown>()
	let seen = 0
	for (const caller of at.callers.filter(({ role }) => role !== null)) {
		const browser = await caller.browser()
		for (const { path, access } of pages) {
			if (path.includes('/:ballot') && at.place.ballots[stage] === 'none') continue
			if (path.includes('/:block') && !(stage in at.place.blocks)) continue
			if (expected(access, caller) !== 'granted') continue
			const response = await browser.get(urlOf(path, at.place, { statement: stage }))
			if (response.status !== 200) continue
			seen += 1
			const body = await response.text()
			for (const to of refusedForms(posts, body, caller)) wrong.push(`${caller.name}, ${path}: a form to ${to}`)
			for (const to of refusedLinks(gets, body, caller)) wrong.push(`${caller.name}, ${path}: a link to ${to}`)
			for (const form of shownForms(body)) {
				// One for each route and association: of many parts of a text, one tells of all.
				const route = posts.find(({ path }) => patternOf(path).test(form.to))?.path ?? ''
				if (!ELSEWHERE.includes(route))
					shown.set([caller.name, route, form.hidden.associationId].join(' '), { caller, browser, form })
			}
		}
	}
	expect(wrong).toEqual([])
	expect(seen).toBeGreaterThan(atLeast(20))
	// Who asks is settled before what is missing, so that a form as it is shown tells whether it is for whoever sees it.
	for (const { caller, browser, form } of shown.values()) {
		const { status } = await browser.post(form.to, form.hidden)
		if (status === 403 || status === 404) wrong.push(`${caller.name}: ${form.to} answers ${status}`)
	}
	expect(wrong).toEqual([])
})

test.each([
	[routes.consultation, 'consulting'],
	[routes.newBallot, 'signing'],
	[routes.meetingDecision, 'signing'],
	[routes.referral, 'published'],
	[routes.withdrawal, 'published'],
	[routes.dispatches, 'drafting'],
] as const)('%s says that it is not the time for it when the text is %s, and shows no form', async (path, stage) => {
	const browser = await callerNamed(at, 'a chair').browser()
	const url = urlOf(path, at.place, { statement: stage })
	const response = await browser.get(url)
	expect(response.status).toBe(200)
	const to = shownForms(await response.text()).map(({ to }) => to)
	expect(to.filter((each) => each.includes('/statements/'))).toEqual([])
})
