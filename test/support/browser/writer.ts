import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { sha256 } from '#usecases/hashing.ts'
import { createLinks } from '#usecases/person/sign-in-links.ts'
import type { Samsvar } from './samsvar.ts'

/** Somebody at the page where a text is written. */
export type Writer = AsyncDisposable & {
	readonly page: Page
	/** Signs them in once more, and opens the page. */
	readonly signIn: () => Promise<void>
	/** Their session ends, as if they had signed out elsewhere; other sessions of theirs stay. */
	readonly signedOut: () => Promise<void>
	/** Presses one key after another: `Enter`, `Alt+ArrowUp`. */
	readonly keys: (...names: readonly string[]) => Promise<void>
	readonly type: (text: string) => Promise<void>
	/** Puts the cursor at the end of the block that begins so. */
	readonly goTo: (begins: string) => Promise<void>
	/** Waits until the state of what was written is told so. */
	readonly told: (state: RegExp) => Promise<void>
	/** The blocks as they are shown, each as `kind: text`. */
	readonly shown: () => Promise<string[]>
	/** Sends a form as their browser would. */
	readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<number>
}

const PATIENCE_MS = 30_000

/** Signs somebody in, in a browser of their own, and opens the page. */
export async function writerAt(
	chromium: Browser,
	samsvar: Samsvar,
	{ who, path, alone }: { readonly who: PersonId; readonly path: string; readonly alone: boolean },
	options: BrowserContextOptions = {},
): Promise<Writer> {
	const context = await chromium.newContext({ locale: 'sv-SE', viewport: { width: 1200, height: 900 }, ...options })
	context.setDefaultTimeout(PATIENCE_MS)
	const page = await context.newPage()
	if (alone) await page.routeWebSocket(/\/room$/, (socket) => socket.close())
	const faults: string[] = []
	page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
	page.on('console', (message) => {
		// That it is refused, or has no network, is what some of these are about.
		if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text()))
			faults.push(message.text())
	})
	const signIn = async () => {
		const [secret = ''] = await createLinks(samsvar.deps, [who])
		await page.goto(`${samsvar.origin}${href(routes.signInLink, { secret }, { to: path })}`)
		await page.getByRole('button', { name: /^Fortsätt som/ }).click()
		await page.locator('#editor-text').waitFor()
	}
	await signIn()
	return {
		page,
		signIn,
		signedOut: async () => {
			const session = (await context.cookies()).find(({ name }) => name.endsWith('session'))
			const args = [await sha256(session?.value ?? '')]
			const { rowsAffected } = await samsvar.database.execute({ sql: 'DELETE FROM session WHERE hash = ?', args })
			expect(rowsAffected).toBe(1)
		},
		keys: async (...names) => {
			for (const name of names) await page.keyboard.press(name)
		},
		type: (text) => page.keyboard.type(text),
		goTo: async (begins) => {
			const part = page.locator('#editor-text > *', { hasText: begins }).first()
			// The key goes to the end of the line: on its last, however many it has.
			const { width = 0, height = 0 } = (await part.boundingBox()) ?? {}
			await part.click({ position: { x: width - 3, y: height - 3 } })
			await page.keyboard.press('End')
		},
		told: async (state) => {
			await page.locator('#editor .status .state', { hasText: state }).waitFor()
		},
		shown: () =>
			page.locator('#editor-text > *').evaluateAll((blocks) =>
				blocks.map((block) => {
					// Without what is not of the text, such as the names of those who write.
					const text = block.cloneNode(true) as Element
					for (const beside of text.querySelectorAll('.ProseMirror-widget')) beside.remove()
					return `${block.className.split(' ')[0] || block.localName}: ${text.textContent}`
				}),
			),
		post: async (to, form) => {
			const headers = { origin: samsvar.origin }
			const answer = await context.request.post(samsvar.origin + to, { form, headers, maxRedirects: 0 })
			return answer.status()
		},
		[Symbol.asyncDispose]: async () => {
			await context.close()
			expect(faults).toEqual([])
		},
	}
}
