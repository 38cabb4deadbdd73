import { beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#app'
import { routes } from '#routes'
import { FORMS } from '#test/support/access-forms.ts'
import { urlOf } from '#test/support/access-urls.ts'
import type { Window } from '#test/support/browser/app-pages.ts'
import { inspect } from '#test/support/browser/inspect.ts'
import {
	DESK,
	DESK_AT_NIGHT,
	ENGLISH_AT_NIGHT,
	ENGLISH_DESK,
	ownPages,
	PHONE,
	pages,
	walks,
} from '#test/support/browser/walks.ts'
import { atLeast, walked } from '#test/support/room.ts'

let all: Awaited<ReturnType<typeof walks>>
beforeAll(async () => {
	all = await walks()
	return () => all[Symbol.asyncDispose]()
})

test.concurrent.each([
	['a chair in English at night', 'a chair', ENGLISH_AT_NIGHT],
	['a delegate with a phone', 'a delegate', PHONE],
	['the operator with a phone', 'the operator', PHONE],
] as const)('%s finds no fault in any page', async (_who, name, look) => {
	await using walk = await all.walking(name, look)
	for (const url of ownPages(all.callerNamed(name), all.at.place)) await walk.look(url)
	expect(walk.found).toEqual({})
})

test.concurrent('a stranger finds no fault in any page, and no page for everyone runs a script but the one that checks', async () => {
	await using walk = await all.walking('nobody', DESK_AT_NIGHT)
	const urls = pages.filter(({ access }) => access === 'public').map(({ path }) => urlOf(path, all.at.place))
	expect(urls.length).toBeGreaterThanOrEqual(atLeast(9))
	for (const url of urls) {
		// Public pages follow their coalition's language, or say in their address that they are in English.
		await walk.window.show(url)
		walk.note(url, await inspect(walk.window, url === '/en' || url.startsWith('/en/') ? 'en' : 'sv'))
		// A block of data is run by no browser.
		const scripts = walk.window.page.locator('script:not([type="application/ld+json"])')
		if (url.endsWith(routes.check)) expect(await scripts.count()).toBe(1)
		else walk.note(url, await scripts.evaluateAll((found) => found.map(({ outerHTML }) => outerHTML)))
	}
	expect(walk.found).toEqual({})
})

/** Empties whatever can be written in on the page on show, and marks the form; false where there is nothing to send. */
const empty = ({ page }: Window): Promise<boolean> =>
	page.evaluate(() => {
		const forms = [...document.querySelectorAll<HTMLFormElement>('main form')]
		// What is folded away nobody sends.
		const shown = forms.filter((each) => each.closest('details:not([open])') === null)
		const form = shown.find((each) => each.querySelector('input:not([type=hidden]), textarea') !== null)
		if (!form) return false
		for (const field of form.querySelectorAll<HTMLInputElement>(
			'textarea, input:not([type=hidden], [type=radio], [type=checkbox])',
		)) {
			field.value = ''
		}
		form.setAttribute('data-emptied', '')
		return true
	})

/** Sends it, which the browser goes to. */
async function sendEmpty(window: Window, url: string): Promise<void> {
	const { page } = window
	await window.show(url)
	expect(await empty(window), url).toBe(true)
	await Promise.all([page.waitForEvent('domcontentloaded'), page.locator('[data-emptied] button').last().click()])
	await page.waitForLoadState()
}

test.concurrent.each([
	['a chair', DESK, 20],
	['the operator', ENGLISH_AT_NIGHT, 1],
	['nobody', PHONE, 2],
] as const)(
	'%s finds no fault in any page, and what is sent empty comes back with what to do, in focus, and none',
	async (name, look, refusals) => {
		await using walk = await all.walking(name, look)
		// A window beside, so that the one that is looked at keeps its document.
		await using sends = await all.walking(name, look)
		const { page } = sends.window
		const signIn = pages.map(({ path }) => path).filter((path) => ['/sign-in', '/sign-in/card'].includes(path))
		const urls = name === 'nobody' ? signIn : ownPages(all.callerNamed(name), all.at.place)
		let refused = 0
		for (const url of [...new Set(urls)]) {
			await walk.look(url)
			if (!(await empty(walk.window))) continue
			await sendEmpty(sends.window, url)
			if ((await page.locator('#error-summary').count()) === 0) continue
			refused += 1
			// The browser moves the focus when it first draws the page, which may be after it has loaded.
			await page.waitForFunction(() => document.activeElement !== document.body)
			const focused = await page.evaluate(() => document.activeElement?.id)
			const title = await page.title()
			walk.note(url, [
				...(focused === 'error-summary' ? [] : [`focus is on ${focused}`]),
				...(/^(Fel|Error): /.test(title) ? [] : [`title: ${title}`]),
				...(await inspect(sends.window, look.lang)),
			])
		}
		expect(walk.found).toEqual({})
		expect(refused).toBeGreaterThanOrEqual(atLeast(refusals))
	},
)

test.each([
	['a delegate', PHONE, 8],
	['a chair', ENGLISH_DESK, 20],
] as const)('what %s is told when it is done has no fault', async (name, look, acknowledgements) => {
	await using walk = await all.walking(name, look)
	const { role } = all.callerNamed(name)
	const acts = walked(allRoutes).filter(
		({ method, path, access }) =>
			method === 'POST' && path in FORMS && role !== null && Array.isArray(access) && access.includes(role),
	)
	let done = 0
	for (const { path } of acts) {
		const fields = FORMS[path]?.(all.at.place, 0) ?? {}
		const key = all.at.world.deps.newId('random')
		const response = await walk.browser.post(urlOf(path, all.at.place), { key, ...fields })
		const to = response.headers.get('location')
		if (to === null || response.status !== 303) continue
		done += 1
		await walk.look(to)
	}
	expect(walk.found).toEqual({})
	expect(done).toBeGreaterThanOrEqual(atLeast(acknowledgements))
})
