import type {
	Request as Asked,
	BrowserContext,
	BrowserContextOptions,
	Browser as Chromium,
	Page,
	Route,
} from 'playwright-core'
import { routes } from '#routes'
import { type Browser, ORIGIN, type TestApp } from '#test/support/app.ts'

/** A window of somebody whose every request the application itself answers, without a server between. */
export type Window = AsyncDisposable & {
	readonly page: Page
	readonly context: BrowserContext
	/** What the browser complained of since it was last asked. */
	readonly complaints: () => string[]
	readonly goto: (path: string) => Promise<number>
	/**
	 * Shows what a path answers, put into the document that is there where that has the same policy, which takes a third of what it
	 * takes to go there. Its address becomes the page's, and its scripts run.
	 */
	readonly show: (path: string) => Promise<number>
	/**
	 * A page that shows the same in a document that stays, for what looks at elements and colours alone: a script that has run
	 * there before takes a fifth of what it takes in a new document. The page itself, where it was put into one.
	 */
	readonly copied: () => Promise<Page>
	/** The same in a window of this width, without its scripts: making this one narrow and wide again takes longer. */
	readonly narrowed: (width: number) => Promise<Page>
}

type Cookies = Pick<Browser, 'cookies'>
type Answering = Pick<TestApp, 'fetch'>

/** `who`: whose cookies its requests carry. Redirects are followed before the page sees them. */
export async function windowOf(
	chromium: Chromium,
	app: Answering,
	who: Cookies,
	options: BrowserContextOptions = {},
): Promise<Window> {
	const viewport = options.viewport ?? { width: 1200, height: 900 }
	const given = { locale: 'sv-SE', ...options, viewport }
	const contextWith = async (also: BrowserContextOptions) => {
		const context = await chromium.newContext({ ...given, ...also })
		await context.route('**/*', (route) => answer(route, app, who, (response) => arrived(route.request(), response)))
		return context
	}
	/** Under which policy the document is that the page shows, and whether another was put into it. */
	let held: { readonly policy: string | null; readonly put: boolean } = { policy: null, put: false }
	const arrived = (request: Asked, { headers }: Response) => {
		if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
			held = { policy: headers.get(POLICY), put: false }
		}
	}
	const context = await contextWith({})
	const complaints: string[] = []
	const page = await context.newPage()
	const goto = async (path: string) => (await page.goto(ORIGIN + path))?.status() ?? 0
	page.on('console', (message) => complaints.push(message.text()))
	page.on('pageerror', (error) => complaints.push(error.message))
	let shown = 0
	const show = async (path: string) => {
		const { response, address } = await answerTo(app, new Request(ORIGIN + path, { headers: cookiesOf(who) }))
		const policy = response.headers.get(POLICY)
		if (policy === null || policy !== held.policy) return goto(path)
		shown += 1
		// A script runs once in a document for each address that it has.
		const text = (await response.text()).replaceAll(/(<script type="module" src="[^"]*)"/g, `$1?${shown}"`)
		await put(page, text, address)
		held = { policy, put: true }
		return response.status
	}

	let beside: BrowserContext | undefined
	const kept = new Map<number, Page>()
	/** A page of this width whose document stays, under no policy. */
	const stayingAt = async (width: number) => {
		const there = kept.get(width)
		if (there) return there
		beside ??= await contextWith({ bypassCSP: true })
		const made = await beside.newPage()
		await made.setViewportSize({ ...viewport, width })
		await made.goto(ORIGIN + routes.home)
		kept.set(width, made)
		return made
	}
	return {
		page,
		context,
		complaints: () => complaints.splice(0),
		goto,
		show,
		copied: async () => {
			if (held.put) return page
			const copy = await stayingAt(viewport.width)
			const focus = await page.evaluate(() => document.activeElement?.id ?? '')
			await put(copy, await page.content())
			await copy.evaluate((id) => document.getElementById(id)?.focus(), focus)
			return copy
		},
		narrowed: async (width) => {
			const copy = await stayingAt(width)
			await put(copy, (await page.content()).replaceAll(/<script\b.*?<\/script>/gs, ''))
			return copy
		},
		[Symbol.asyncDispose]: async () => {
			await beside?.close()
			await context.close()
		},
	}
}

const POLICY = 'content-security-policy'

/** Puts a page into the document that is there, and waits for what it loads. `address`: what it has from then on. */
function put(page: Page, text: string, address = page.url()): Promise<void> {
	const written = (given: { readonly text: string; readonly address: string }) =>
		new Promise<void>((resolve) => {
			history.replaceState(null, '', given.address)
			document.open()
			// Opening takes away who listened before.
			addEventListener('load', () => resolve(), { once: true })
			document.write(given.text)
			document.close()
		})
	return page.evaluate(written, { text, address })
}

type Arrived = (response: Response) => void

async function answer(route: Route, app: Answering, who: Cookies, arrived: Arrived): Promise<void> {
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
	const { response } = await answerTo(app, new Request(request.url(), sent))
	arrived(response)
	await route.fulfill({
		status: response.status,
		headers: Object.fromEntries(response.headers),
		body: Buffer.from(await response.arrayBuffer()),
	})
}

const cookiesOf = ({ cookies }: Cookies) => ({
	cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
})

/** The answer at the end of all redirects, and from where. */
async function answerTo(app: Answering, request: Request): Promise<{ response: Response; address: string }> {
	const { headers } = request
	let address = new URL(request.url)
	let response = await app.fetch(request)
	for (let to = response.headers.get('location'); to !== null; to = response.headers.get('location')) {
		address = new URL(to, address)
		response = await app.fetch(new Request(address, { headers }))
	}
	// A document that is put in is not gone to, so that no part of it is either.
	address.hash = ''
	return { response, address: address.href }
}
