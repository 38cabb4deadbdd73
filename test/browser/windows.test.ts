import type { Browser } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { type Window, windowOf } from '#test/support/browser/app-pages.ts'
import { inspect, NARROWEST } from '#test/support/browser/inspect.ts'
import { theChromium } from '#test/support/browser/person.ts'

// What walks find in a page that is put into the document that is there is what they would find where they go to it.

let browser: Browser
beforeAll(async () => {
	browser = await theChromium()
})

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'"

/** The parts of pages, by their paths: what stands in them, and another policy. */
const PAGES: Readonly<Record<string, { readonly main: string; readonly policy?: string }>> = {
	'/': { main: '<p>Hem</p>' },
	'/right': { main: '<p>Text</p>' },
	'/styled': { main: '<p style="color: #111">Text</p>' },
	'/broken': { main: '<p>Text</p><script type="module" src="/broken.js"></script>' },
	'/wide': { main: '<table width="600"><tr><td>Text</td></tr></table>' },
	'/unnamed': { main: '<button type="button"></button>' },
	'/lost': { main: '<p><a href="#nowhere">Dit</a></p>' },
	'/otherwise': { main: '<p style="color: #111">Text</p>', policy: "default-src 'none'; style-src 'unsafe-inline'" },
}

async function fetch(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url)
	if (pathname === '/broken.js') {
		const headers = { 'content-type': 'text/javascript' }
		return new Response("throw new Error('broken at ' + location.pathname)", { headers })
	}
	if (pathname === '/elsewhere') return new Response(null, { status: 303, headers: { location: '/right?done' } })
	const page = PAGES[pathname]
	if (!page) return new Response('', { status: 404 })
	const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': page.policy ?? POLICY }
	return new Response(
		`<!doctype html><html lang="sv"><head><title>Samsvar</title><meta name="viewport" content="width=device-width"></head>
			<body><main><h1>Sida</h1>${page.main}</main></body></html>`,
		{ headers },
	)
}

const opened = (): Promise<Window> => windowOf(browser, { fetch }, { cookies: new Map() })

test('a page that is put into a document has its own address, and the faults that it has where it is gone to', async () => {
	await using window = await opened()
	await window.goto('/')
	const found = async (path: string) => {
		await window.show(path)
		return inspect(window, 'sv')
	}
	expect(await found('/right')).toEqual([])
	expect(new URL(window.page.url()).pathname).toBe('/right')
	expect(await found('/styled')).toEqual([expect.stringContaining('Content Security Policy')])
	expect(await found('/wide')).toEqual([expect.stringContaining(`wider than ${NARROWEST}`)])
	expect(await found('/unnamed')).toEqual([expect.stringMatching(/^button-name/)])
	expect(await found('/lost')).toEqual(['links to nowhere: #nowhere'])
	expect(await found('/right')).toEqual([])
	expect(await found('/elsewhere')).toEqual([])
	expect(window.page.url()).toMatch(/\/right\?done$/)
})

test('its scripts run each time that it is put', async () => {
	await using window = await opened()
	await window.goto('/')
	for (let time = 0; time < 2; time += 1) {
		await window.show('/broken')
		expect(await inspect(window, 'sv')).toEqual(['broken at /broken'])
	}
})

test('what has another policy is gone to, and so is what comes after it', async () => {
	await using window = await opened()
	await window.goto('/')
	const stays = () => window.page.evaluate(() => 'stays' in globalThis)
	await window.page.evaluate(() => Object.assign(globalThis, { stays: true }))
	expect([await window.show('/right'), await stays()]).toEqual([200, true])
	expect([await window.show('/otherwise'), await stays()]).toEqual([200, false])
	expect(await inspect(window, 'sv')).toEqual([])
	await window.show('/styled')
	expect(await inspect(window, 'sv')).toEqual([expect.stringContaining('Content Security Policy')])
})
