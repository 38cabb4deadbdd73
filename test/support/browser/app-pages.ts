import type { BrowserContext, BrowserContextOptions, Browser as Chromium, Page, Route } from 'playwright-core'
import { routes } from '#routes'
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
	/**
	 * Puts what a path answers into the document that is there, which takes a fifth of what it takes to go there. Neither
	 * address nor policy are the page's own then: who asks for those goes.
	 */
	readonly show: (path: string) => Promise<number>
	/**
	 * A page that shows the same in a document that stays, for what looks at elements and colours alone: a script that has run
	 * there before takes a fifth of what it takes in a new document.
	 */
	readonly copied: () => Promise<Page>
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
	const goto = async (path: string) => {
		asked = []
		const response = await page.goto(ORIGIN + path)
		return response?.status() ?? 0
	}
	page.on('console', (message) => complaints.push(message.text()))
	page.on('pageerror', (error) => complaints.push(error.message))
	let beside: Window | undefined
	const copied = async () => {
		// What is shown is put into one document already.
		if (options.bypassCSP === true) return page
		if (beside === undefined) {
			beside = await windowOf(chromium, app, who, { ...options, bypassCSP: true })
			await beside.goto(routes.home)
		}
		const focus = await page.evaluate(() => document.activeElement?.id ?? '')
		await beside.page.setContent(await page.content())
		await beside.page.evaluate((id) => document.getElementById(id)?.focus(), focus)
		return beside.page
	}
	return {
		page,
		copied,
		context,
		complaints: () => complaints.splice(0),
		asked: () => asked,
		goto,
		show: async (path) => {
			if (page.url() === 'about:blank') return goto(path)
			const response = await answerTo(app, new Request(ORIGIN + path, { headers: cookiesOf(who) }))
			await page.setContent(await response.text())
			return response.status
		},
		[Symbol.asyncDispose]: async () => {
			await beside?.[Symbol.asyncDispose]()
			await context.close()
		},
	}
}

async function answer(route: Route, app: TestApp, who: Browser): Promise<void> {
	const request = route.request()
	const { cookie: _none, ...given } = request.headers()
	// What the browser adds on the way to a server: there is none.
	const headers = request.method() === 'POST' ? { ...given, origin: ORIGIN } : given
	const body = request.postDataBuffer()
	const sent = {
		method: request.method(),
		headers: { ...headers, ...cookiesOf(who) },
		body: body && new Uint8Array(body),
	}
	const response = await answerTo(app, new Request(request.url(), sent))
	await route.fulfill({
		status: response.status,
		headers: Object.fromEntries(response.headers),
		body: Buffer.from(await response.arrayBuffer()),
	})
}

const cookiesOf = ({ cookies }: Browser) => ({
	cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
})

/** The answer at the end of all redirects. */
async function answerTo(app: TestApp, request: Request): Promise<Response> {
	const { headers } = request
	let response = await app.fetch(request)
	for (let to = response.headers.get('location'); to !== null; to = response.headers.get('location')) {
		response = await app.fetch(new Request(new URL(to, ORIGIN), { headers }))
	}
	return response
}
