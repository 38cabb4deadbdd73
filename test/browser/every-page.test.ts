import type { Browser as Chromium } from 'playwright-core'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { allRoutes } from '#app'
import type { Language } from '#i18n/index.ts'
import { routes } from '#routes'
import { FORMS, urlOf } from '#test/support/access-forms.ts'
import { type AccessWorld, accessWorld, type Caller } from '#test/support/access-world.ts'
import { type Window, windowOf } from '#test/support/browser/app-pages.ts'
import { inspect } from '#test/support/browser/inspect.ts'
import { launchChromium } from '#test/support/browser/person.ts'
import { DAY } from '#test/support/world.ts'

let at: AccessWorld
let chromium: Chromium
beforeAll(async () => {
	;[at, chromium] = await Promise.all([accessWorld(), launchChromium()])
	return async () => {
		await chromium.close()
		await at.world[Symbol.asyncDispose]()
	}
})

/** Routes that answer with something else than a page. */
const NO_PAGES = [
	routes.icon,
	routes.robots,
	routes.script,
	routes.language,
	routes.feed,
	routes.file,
	routes.logo,
	routes.publishedMarkdown,
	routes.publishedRecord,
	routes.onlyBallot,
	routes.ofOnlyBallot,
] as string[]

const pages = allRoutes.filter(
	({ method, path }) => method === 'GET' && !path.startsWith(routes.api) && !NO_PAGES.includes(path),
)

/** What these show is another thing in each stage. The other pages of a statement have one they are for. */
const TABS = [
	routes.statement,
	routes.comments,
	routes.stances,
	routes.ballots,
	routes.signoffs,
	routes.history,
] as string[]
const STAGES = ['drafting', 'consulting', 'deciding', 'signing', 'published'] as const

/** The pages that are for somebody, and not for everyone. */
function ownPages({ role, operator }: Caller): string[] {
	const own = pages.filter(
		({ access }) =>
			access === 'signedIn' ||
			(access === 'operator' && operator) ||
			(role !== null && Array.isArray(access) && access.includes(role)),
	)
	return own.flatMap(({ path }) => {
		const over = path.includes(':statement') && !/:(block|thread)/.test(path) ? ['published' as const] : []
		const stages = TABS.includes(path) ? STAGES : [undefined, ...over]
		return [...new Set(stages.map((statement) => urlOf(path, at.place, { statement })))]
	})
}

type Look = { readonly lang: Language; readonly colorScheme: 'light' | 'dark'; readonly width: number }

const callerNamed = (name: string): Caller => {
	const caller = at.callers.find((each) => each.name === name)
	if (!caller) throw new Error(`nobody is ${name}`)
	return caller
}

/** A window of somebody's, and what is found wrong in it by address. */
async function walking(name: string, look: Look) {
	const browser = await callerNamed(name).browser()
	browser.cookies.set('__Host-language', look.lang)
	const viewport = { width: look.width, height: 900 }
	const window = await windowOf(chromium, at.app, browser, { colorScheme: look.colorScheme, viewport })
	const found: Record<string, readonly string[]> = {}
	const note = (what: string, flaws: readonly string[]) => {
		if (flaws.length > 0) found[`${name}, ${what}`] = flaws
	}
	return {
		window,
		browser,
		found,
		note,
		look: async (url: string) => {
			const status = await window.goto(url)
			note(url, [...(status < 400 ? [] : [`status ${status}`]), ...(await inspect(window, look.lang))])
		},
		[Symbol.asyncDispose]: () => window[Symbol.asyncDispose](),
	}
}

const DESK: Look = { lang: 'sv', colorScheme: 'light', width: 1200 }
const DESK_AT_NIGHT: Look = { ...DESK, colorScheme: 'dark' }
const ENGLISH_DESK: Look = { ...DESK, lang: 'en' }
const ENGLISH_AT_NIGHT: Look = { ...DESK_AT_NIGHT, lang: 'en' }
const PHONE: Look = { ...DESK, width: 375 }

test.concurrent.each([
	['a chair in English at night', 'a chair', ENGLISH_AT_NIGHT],
	['a delegate with a phone', 'a delegate', PHONE],
	['the operator with a phone', 'the operator', PHONE],
	['the operator in English at night', 'the operator', ENGLISH_AT_NIGHT],
] as const)('%s finds no fault in any page', async (_who, name, look) => {
	await using walk = await walking(name, look)
	for (const url of ownPages(callerNamed(name))) await walk.look(url)
	expect(walk.found).toEqual({})
})

test.concurrent('a stranger finds no fault in any page, and no page for everyone runs a script', async () => {
	await using walk = await walking('nobody', DESK_AT_NIGHT)
	const urls = pages.filter(({ access }) => access === 'public').map(({ path }) => urlOf(path, at.place))
	expect(urls.length).toBeGreaterThan(8)
	for (const url of urls) {
		// Public pages follow their coalition's language, or say in their address that they are in English.
		await walk.window.goto(url)
		walk.note(url, await inspect(walk.window, url === '/en' || url.startsWith('/en/') ? 'en' : 'sv'))
		walk.note(url, await walk.window.page.locator('script').evaluateAll((all) => all.map(({ outerHTML }) => outerHTML)))
	}
	expect(walk.found).toEqual({})
})

/** Empties whatever can be written in on the page on show, and sends it; false where there is nothing to send. */
async function sendEmpty({ page }: Window): Promise<boolean> {
	const sends = await page.evaluate(() => {
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
	if (!sends) return false
	await Promise.all([page.waitForEvent('domcontentloaded'), page.locator('[data-emptied] button').last().click()])
	return true
}

test.concurrent.each([
	['a chair', DESK, 20],
	['the operator', ENGLISH_AT_NIGHT, 1],
	['nobody', PHONE, 2],
] as const)(
	'%s finds no fault in any page, and what is sent empty comes back with what to do, in focus, and none',
	async (name, look, atLeast) => {
		await using walk = await walking(name, look)
		const { page } = walk.window
		const urls = name === 'nobody' ? ['/sign-in', '/sign-in/card'] : ownPages(callerNamed(name))
		let refused = 0
		for (const url of [...new Set(urls)]) {
			await walk.look(url)
			if (!(await sendEmpty(walk.window))) continue
			await page.waitForLoadState()
			if ((await page.locator('#error-summary').count()) === 0) continue
			refused += 1
			// The browser moves the focus when it first draws the page, which may be after it has loaded.
			await page.waitForFunction(() => document.activeElement !== document.body)
			const focused = await page.evaluate(() => document.activeElement?.id)
			const title = await page.title()
			walk.note(url, [
				...(focused === 'error-summary' ? [] : [`focus is on ${focused}`]),
				...(/^(Fel|Error): /.test(title) ? [] : [`title: ${title}`]),
				...(await inspect(walk.window, look.lang)),
			])
		}
		expect(walk.found).toEqual({})
		expect(refused).toBeGreaterThanOrEqual(atLeast)
	},
)

test('what is shown once has no fault: a card, a token, a text before it is taken in', async () => {
	await using walk = await walking('a chair', DESK_AT_NIGHT)
	const { page } = walk.window
	const { place } = at
	const shown = async (what: string) => walk.note(what, await inspect(walk.window, 'sv'))

	await walk.window.goto(urlOf(routes.seatCards, place))
	await page.getByRole('button', { name: 'Gör ett kort att skriva ut' }).click()
	await page.locator('.card').waitFor()
	await shown('a card')
	await walk.window.goto(urlOf(routes.cards, place))
	await page.getByRole('checkbox').first().check()
	await page.getByRole('button', { name: 'Gör korten' }).click()
	await page.locator('.card').first().waitFor()
	await shown('cards for many')
	await walk.window.goto(urlOf(routes.roster, place))
	const list = 'Nya föreningen;adhd;Lo Ny;lo@example.org;Ordinarie\n;;Bo Ny;bo(at)example.org;kassör\n;;;x@example.org;'
	await page.getByLabel('Listan').fill(list)
	await page.getByRole('button', { name: 'Visa hur det blir' }).click()
	await page.getByRole('button', { name: 'Lägg in allt' }).waitFor()
	await shown('a list')
	await walk.window.goto(urlOf(routes.settingsColour, place))
	await page.getByLabel('En egen färg').check()
	await page.getByLabel(/^Egen färg/).fill('#ffd400')
	await page.getByRole('button', { name: 'Använd färgen' }).click()
	await page.getByRole('button', { name: /i stället$/ }).waitFor()
	await shown('a colour too pale')
	await walk.window.goto(urlOf(routes.tokens, place))
	await page.getByRole('textbox').fill('Mitt program')
	await page.getByRole('checkbox').first().check()
	await page.getByRole('button', { name: 'Skapa nyckeln' }).click()
	await page.locator('code').waitFor()
	await shown('a token')
	await walk.window.goto(urlOf(routes.pasteText, place, { statement: 'drafting' }))
	await page
		.getByLabel('Text', { exact: true })
		.fill('Rubrik\n\nVi är för.\n\nNSPH Stockholms län\n\n1. Arvode.\n2. Tid.')
	await page.getByRole('button', { name: 'Visa hur den blir' }).click()
	await page.getByRole('button', { name: /^Använd texten/ }).waitFor()
	await shown('a pasted text')

	expect(walk.found).toEqual({})
})

test('what is over has no fault: counted or not, silent or signed, ready to be published', async () => {
	const { clock } = at.world
	onTestFinished(() => {
		clock.now -= 10 * DAY
	})
	clock.now += 10 * DAY
	await using walk = await walking('a chair', DESK_AT_NIGHT)
	for (const statement of ['consulting', 'deciding', 'signing'] as const) {
		for (const path of TABS) await walk.look(urlOf(path, at.place, { statement }))
	}
	for (const path of [routes.me, routes.workspace, routes.ballot, routes.ballotClosing, routes.publication]) {
		await walk.look(urlOf(path, at.place))
	}
	expect(await walk.window.page.getByRole('button', { name: /^Publicera som NSPH-SL 2026:1/ }).count()).toBe(1)
	expect(walk.found).toEqual({})
})

test.each([
	['a delegate', PHONE, 8],
	['a chair', ENGLISH_DESK, 20],
] as const)('what %s is told when it is done has no fault', async (name, look, atLeast) => {
	await using walk = await walking(name, look)
	const { role } = callerNamed(name)
	const acts = allRoutes.filter(
		({ method, path, access }) =>
			method === 'POST' && path in FORMS && role !== null && Array.isArray(access) && access.includes(role),
	)
	let done = 0
	for (const { path } of acts) {
		const fields = FORMS[path]?.(at.place, 0) ?? {}
		const key = at.world.deps.newId('random')
		const response = await walk.browser.post(urlOf(path, at.place), { key, ...fields })
		const to = response.headers.get('location')
		if (to === null || response.status !== 303) continue
		done += 1
		await walk.look(to)
	}
	expect(walk.found).toEqual({})
	expect(done).toBeGreaterThanOrEqual(atLeast)
})

test('pages for what went wrong have no fault', async () => {
	const { place } = at
	const statement = `/${place.coalition}/statements/${place.statements.published}`
	for (const [name, path] of [
		['nobody', '/ingen-sadan'],
		['nobody', `/${place.coalition}/2022/7`],
		['a contributor', `/${place.coalition}/settings`],
		['a delegate of another coalition', statement],
		['a delegate', `${statement}x`],
	] as const) {
		await using walk = await walking(name, PHONE)
		await walk.window.goto(path)
		walk.note(path, await inspect(walk.window, 'sv'))
		expect(walk.found).toEqual({})
	}
})
