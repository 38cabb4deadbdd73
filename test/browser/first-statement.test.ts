import type { Browser } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import * as path from '#test/support/browser/first-statement.ts'
import { byKeyboard, stopsOf } from '#test/support/browser/keyboard.ts'
import { type Person, PHONE, person, theChromium } from '#test/support/browser/person.ts'
import { startSamsvar } from '#test/support/browser/samsvar.ts'

let browser: Browser
beforeAll(async () => {
	browser = await theChromium()
})

const SHOTS = process.env.SHOTS

async function walked(how: string, walk: Omit<path.Walk, 'samsvar' | 'browser' | 'look'>, look: path.Walk['look']) {
	await using samsvar = await startSamsvar(swedishInstant('2026-11-23', '08:00'))
	const seen = async (who: Person, step: string) => {
		if (SHOTS) await who.page.screenshot({ path: `${SHOTS}/${how}-${step}.png`, fullPage: true })
		await look(who, step)
	}
	const whole: path.Walk = { ...walk, samsvar, browser, look: seen }
	const byOperator = await path.createCoalition(whole)
	const chair = await path.arrive(whole)
	const stranger = await person(browser, walk.options)
	await stranger.open(path.publicPage(whole))
	await stranger.see('Inget är publicerat än')
	await seen(stranger, 'public-empty')
	const card = await path.enterMembers(whole, chair)
	const before = chair.presses()
	await path.lookOverSettings(whole, chair)
	const notNeeded = chair.presses() - before
	await path.write(whole, chair)
	await path.openBallot(whole, chair, { vote: '2026-12-01', sign: '2026-12-08' })
	await path.vote(whole, card)
	await path.count(whole, chair)
	await path.sign(whole)
	const address = await path.publish(whole, chair, 'SIN 2026:1')
	expect(address).toBe(`${path.publicPage(whole)}/2026/1`)
	// From nothing to the published number, by operator and chair.
	expect(byOperator + chair.presses() - notNeeded).toBeLessThanOrEqual(28)
	await stranger.open(address)
	await stranger.see('SIN 2026:1')
	await stranger.close()
	await chair.open(path.workspace(whole))
	expect(await chair.page.getByText('Kom igång').count()).toBe(0)
	await chair.close()
}

/** Looks at no page before it is the one that a press led to: here every button and link leads to one. */
function byTouch(person: Person): Person {
	const arriving = (pressed: Promise<void>) => Promise.all([person.page.waitForEvent('domcontentloaded'), pressed])
	return {
		...person,
		press: async (button) => void (await arriving(person.press(button))),
		pressLink: async (link) => void (await arriving(person.pressLink(link))),
	}
}

test.concurrent('a first statement, from nothing, by touch on a phone, where nothing reaches out of the window', async () => {
	const tooWide: Record<string, number> = {}
	await walked('phone', { options: PHONE, as: byTouch }, async ({ page }, step) => {
		const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
		if (beyond > 0) tooWide[step] = beyond
	})
	expect(tooWide).toEqual({})
}, 120_000)

test.concurrent('the same by keyboard alone and without JavaScript: every stop is seen, and none holds the focus', async () => {
	const orders: Record<string, string[]> = {}
	const options = { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }
	const looked = ['work-empty', 'list', 'list-check', 'settings']
	await walked('keyboard', { options, as: byKeyboard }, async (who, step) => {
		if (!looked.includes(step)) return
		const stops = await stopsOf(who.page)
		expect(stops[0]?.name).toBe('Gå direkt till innehållet')
		const leaps = stops.slice(1).filter(({ top }, index) => top < (stops[index]?.top ?? 0) - 60)
		if (leaps.length > 0) orders[step] = leaps.map(({ name }) => name)
	})
	expect(orders).toEqual({})
}, 120_000)
