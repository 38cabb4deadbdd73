import { decode } from 'fast-png'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { swedishInstant } from '#domain/kernel/calendar.ts'
import { CARD } from '#export/picture/shape.ts'
import { readStatement } from '#intake/file/statement.ts'
import * as path from '#test/support/browser/golden-path.ts'
import { person, theChromium } from '#test/support/browser/person.ts'
import { startSamsvar } from '#test/support/browser/samsvar.ts'
import { checkRecord } from '#test/support/check-record.ts'
import { golden, goldenLines } from '#test/support/golden.ts'
import { readPdf } from '#test/support/pdf-objects.ts'
import { checkPdf } from '#test/support/pdf-rules.ts'
import { stripMarkdown } from '#test/support/strip-markdown.ts'

let browser: Browser
beforeAll(async () => {
	browser = await theChromium()
})

const bytesAt = async (address: string) => new Uint8Array(await (await fetch(address)).arrayBuffer())

const presses: Record<string, path.Presses> = {}

test.concurrent.each([
	['with scripts', true],
	['with JavaScript off', false],
])('the real statement goes from paste to published number, %s', async (how, javaScriptEnabled) => {
	await using samsvar = await startSamsvar(swedishInstant('2022-10-14', '08:00'))
	const walk: path.Walk = { samsvar, browser, options: { javaScriptEnabled } }
	const chair = await path.found(walk)
	const card = await path.addMembers(chair)
	await path.writeStatement(chair)
	const consulted = await path.consult(chair, walk)
	// From her mail to what she thinks of ten positions, the link being the first.
	expect(consulted.presses).toBe(3)
	await path.openBallot(chair)
	presses[how] = await path.voteAll(walk, consulted.signedIn, card)
	const address = await path.publish(chair)
	expect(address).toBe(`${samsvar.origin}/nsph-stockholm/2022/1`)

	const stranger = await person(browser, { javaScriptEnabled })
	await stranger.open(address)
	expect(await stranger.heading()).toBe(golden.title)
	expect(await linesOf(stranger.page)).toEqual(goldenLines)
	const beside = await stranger.page.getByRole('complementary').innerText()
	expect(beside).toContain('NSPH-SL 2022:1')
	expect(beside).toContain('14 oktober 2022')
	// Each in its place, and all nine behind it.
	expect(beside).toMatch(new RegExp(path.MEMBERS.map(({ name }) => name).join('\\s+')))
	expect(await stranger.page.getByText(path.QUOTE_SOURCE).count()).toBe(3)
	expect(await stranger.page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
	await stranger.close()

	const markdown = await (await fetch(`${address}.md`)).text()
	expect(stripMarkdown(markdown)).toEqual(goldenLines)
	const { record, text } = published.parse(checkRecord(await (await fetch(`${address}.json`)).text()))
	expect(record.label).toBe('NSPH-SL 2022:1')
	expect(record.associations.map(({ name }) => name)).toEqual(path.MEMBERS.map(({ name }) => name))
	expect(text.title).toBe(golden.title)
	expect(text.blocks).toEqual(
		golden.blocks.map((block) => (block.kind === 'quote' ? { ...block, source: path.QUOTE_SOURCE } : block)),
	)
	// Made in the runtime and by the bundle that are deployed.
	const { faults, tree } = checkPdf(readPdf(await bytesAt(`${address}.pdf`)))
	expect(faults).toEqual([])
	expect(tree.text).toContain(path.QUOTE_SOURCE)
	const word = await readStatement(await bytesAt(`${address}.docx`))
	expect(word.ok && word.value.title).toBe(golden.title)
	expect(decode(await bytesAt(`${address}.png`))).toMatchObject(CARD)
})

const published = z.looseObject({
	record: z.looseObject({ label: z.string(), associations: z.array(z.looseObject({ name: z.string() })) }),
	text: z.looseObject({ title: z.string(), blocks: z.array(z.unknown()) }),
})

/** The lines of the article as they are read: what the browser shows, and before items the mark it puts there. */
function linesOf(page: Page): Promise<string[]> {
	return page.locator('article').evaluate((article) => {
		const marks: Readonly<Record<string, (value: number) => string>> = {
			decimal: (value) => `${value}. `,
			'lower-alpha': (value) => `${String.fromCharCode(96 + value)}. `,
		}
		for (const item of article.querySelectorAll<HTMLLIElement>('li[value]')) {
			const style = getComputedStyle(item).listStyleType
			const mark = marks[style]
			if (mark === undefined) throw new Error(`an item marked by ${style}`)
			;(item.querySelector('p') ?? item).prepend(mark(item.value))
		}
		return (article as HTMLElement).innerText
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== '')
	})
}

afterAll(() => {
	for (const [how, counted] of Object.entries(presses)) {
		const { withSession, withoutSession, withCard } = counted
		console.info(
			`Presses from the mail to a recorded vote and sign-off, ${how}: ${withSession} with a session, ${Math.max(...withoutSession)} without one, ${withCard} with a printed card.`,
		)
	}
})

test('a delegate presses at most three times from her mail to a recorded vote and sign-off, the link being the first', () => {
	expect(Object.keys(presses)).toHaveLength(2)
	for (const { withSession, withoutSession, withCard } of Object.values(presses)) {
		expect(withSession).toBeGreaterThan(0)
		expect(withSession).toBeLessThanOrEqual(2)
		expect(withoutSession).toHaveLength(7)
		expect(Math.max(...withoutSession)).toBeLessThanOrEqual(3)
		expect(withCard).toBeLessThanOrEqual(3)
	}
})
