import type { BrowserContext, BrowserContextOptions, Browser as Chromium, Page, Route } from 'playwright-core'
import { type Browser, ORIGIN, type TestApp } from '#test/support/app.ts'

/** A window of somebody whose every request the application itself answers, without a server between. */
export type Window = AsyncDisposable & {
	readonly page: Page
	readonly context: BrowserContext
	/** What the browser complained of since it was last asked. */
	readonly complaints: () => string[]
	/** What the page on show asked for beside itself. */
	readonly asked: () => string[]
	readonly goto: (path: string) => Promise<number>
}

/** `who`: whose cookies its requests carry. Redirects are followed before the page sees them. */
export async function windowOf(
	chromium: Chromium,
	app: TestApp,
	who: Browser,
	options: BrowserContextOptions = {},
): Promise<Window> {
	const context = await chromium.newContext({ viewport: { width: 1200, height: 900 }, locale: 'sv-SE', ...options })
	const complaints: string[] = []
	let asked: string[] = []
	await context.route('**/*', async (route) => {
		asked.push(new URL(route.request().url()).pathname)
		await answer(route, app, who)
	})
	const page = await context.newPage()
	page.on('console', (message) => complaints.push(message.text()))
	page.on('pageerror', (error) => complaints.push(error.message))
	return {
		page,
		context,
		complaints: () => complaints.splice(0),
		asked: () => asked,
		goto: async (path) => {
			asked = []
			const response = await page.goto(ORIGIN + path)
			return response?.status() ?? 0
		},
		[Symbol.asyncDispose]: () => context.close(),
	}
}

async function answer(route: Route, app: TestApp, who: Browser): Promise<void> {
	const request = route.request()
	const { cookie: _none, ...given } = await request.allHeaders()
	// What the browser adds on the way to a server: there is none.
	const headers = request.method() === 'POST' ? { ...given, origin: ORIGIN } : given
	const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
	const body = request.postDataBuffer()
	const sent = { method: request.method(), headers: { ...headers, cookie }, body: body && new Uint8Array(body) }
	let response = await app.fetch(new Request(request.url(), sent))
	for (let to = response.headers.get('location'); to !== null; to = response.headers.get('location')) {
		response = await app.fetch(new Request(new URL(to, ORIGIN), { headers: { ...headers, cookie } }))
	}
	await route.fulfill({
		status: response.status,
		headers: Object.fromEntries(response.headers),
		body: Buffer.from(await response.arrayBuffer()),
	})
}
