import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { expect, vi } from 'vitest'
import { chromiumPath } from '#local/browser.ts'
import type { StoredMail } from '#local/mailbox.ts'
import type { Samsvar } from './samsvar.ts'

/** How long anything on this machine may take before it counts as not coming. Milliseconds. */
const PATIENCE_MS = 30_000

export async function launchChromium(): Promise<Browser> {
	return chromium.launch({
		executablePath: await chromiumPath(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run',
		],
	})
}

let running: Promise<Browser> | undefined

/** The one of all test files of a process: each closes the contexts that it opens. It ends with the process. */
export async function theChromium(): Promise<Browser> {
	const before = running
	const there = await before?.catch(() => undefined)
	if (there?.isConnected()) return there
	// Of several that ask at once the first starts it.
	if (running === undefined || running === before) running = launchChromium()
	return running
}

/** Somebody at a browser of their own, who sees what the page shows and presses what it offers. */
export type Person = {
	readonly page: Page
	readonly context: BrowserContext
	/** How many links and buttons they pressed so far, links in mails among them. */
	readonly presses: () => number
	readonly open: (url: string) => Promise<void>
	/** Opens a link in a mail. */
	readonly follow: (url: string) => Promise<void>
	readonly press: (button: string | RegExp) => Promise<void>
	readonly pressLink: (link: string | RegExp) => Promise<void>
	readonly fill: (label: string | RegExp, value: string) => Promise<void>
	readonly choose: (option: string | RegExp) => Promise<void>
	/** Ticks a box. */
	readonly tick: (option: string | RegExp) => Promise<void>
	/** Waits until the page shows it. */
	readonly see: (text: string | RegExp) => Promise<void>
	/** The page's one heading. */
	readonly heading: () => Promise<string>
	readonly close: () => Promise<void>
}

export const PHONE = { viewport: { width: 375, height: 740 }, isMobile: true, hasTouch: true } as const

/** `options`: a phone, no JavaScript. Whatever goes wrong in a page of theirs makes the test fail when they leave. */
export async function person(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
	const context = await browser.newContext({ locale: 'sv-SE', ...options })
	context.setDefaultTimeout(PATIENCE_MS)
	const page = await context.newPage()
	const faults: string[] = []
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
	})
	page.on('pageerror', (error) => faults.push(error.message))
	let presses = 0
	/** What cannot be done is told with what the page showed instead. */
	const doing = async <Value>(what: string, act: () => Promise<Value>): Promise<Value> => {
		try {
			return await act()
		} catch (error) {
			const shown = await page.locator('body').ariaSnapshot()
			throw new Error(`${what} at ${page.url()}\n${shown}`, { cause: error })
		}
	}
	return {
		page,
		context,
		presses: () => presses,
		open: async (url) => {
			await page.goto(url)
		},
		follow: async (url) => {
			presses += 1
			await page.goto(url)
		},
		press: (button) => {
			presses += 1
			return doing(`press ${button}`, () => page.getByRole('button', { name: button }).click())
		},
		pressLink: (link) => {
			presses += 1
			const named = page.getByRole('link', { name: link, exact: typeof link === 'string' })
			return doing(`follow ${link}`, () => named.click())
		},
		fill: (label, value) =>
			doing(`fill ${label}`, () => page.getByLabel(label, { exact: typeof label === 'string' }).fill(value)),
		choose: (option) =>
			doing(`choose ${option}`, () => page.getByLabel(option, { exact: typeof option === 'string' }).check()),
		tick: (option) =>
			doing(`tick ${option}`, () => page.getByLabel(option, { exact: typeof option === 'string' }).check()),
		see: (text) => doing(`see ${text}`, () => page.getByText(text).first().waitFor()),
		heading: () => page.getByRole('heading', { level: 1 }).innerText(),
		close: async () => {
			await context.close()
			expect(faults).toEqual([])
		},
	}
}

const LINK = /https?:\/\/\S+/

/** The link in the latest mail to an address whose subject says so, once it has come. */
export async function linkInMail(samsvar: Samsvar, to: string, subject: RegExp): Promise<string> {
	const mail = await vi.waitFor(
		async () => {
			const mails: readonly StoredMail[] = await samsvar.mails()
			const found = mails.find((each) => each.to === to && subject.test(each.subject))
			expect(found, `a mail to ${to} about ${subject}`).toBeDefined()
			return found
		},
		{ timeout: PATIENCE_MS, interval: 100 },
	)
	return LINK.exec(mail?.text ?? '')?.[0] ?? ''
}
