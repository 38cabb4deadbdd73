import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeFindsNew } from '#test/support/browser/axe.ts'
import { theChromium } from '#test/support/browser/person.ts'

let browser: Browser
beforeAll(async () => {
	browser = await theChromium()
})

const PALE = '#ccc'

/** What axe finds in one page after another, by rule. */
async function found(page: Page, ...bodies: readonly string[]): Promise<string[][]> {
	const all: string[][] = []
	for (const body of bodies) {
		const style = 'body { color: #111; background: #fff } @media (prefers-color-scheme: dark) { .dim { color: #ccc } }'
		await page.setContent(
			`<!doctype html><html lang="sv"><head><title>Sida</title><style>${style}</style></head>
				<body><main><h1>Sida</h1>${body}</main></body></html>`,
		)
		all.push((await axeFindsNew(page)).map((flaw) => flaw.split(' ')[0] ?? ''))
	}
	return all
}

test('text too pale is found where its like was looked at: in another colour, class, scheme, or while it was hidden', async () => {
	const page = await browser.newPage()
	const none: string[] = []
	const pale = ['color-contrast']
	expect(await found(page, '<p>Text</p>', '<p>Annan text</p>')).toEqual([none, none])
	expect(await found(page, `<style>p { color: ${PALE} }</style><p>Text</p>`)).toEqual([pale])
	expect(await found(page, `<style>.pale { color: ${PALE} }</style><p class="pale">Text</p>`)).toEqual([pale])
	const inside = `<style>div { background: ${PALE}; color: #aaa }</style><div><p>Text</p></div>`
	expect(await found(page, '<div><p>Text</p></div>', inside)).toEqual([none, pale])
	const hidden = (as: string) => `<style>i { display: ${as}; color: ${PALE} }</style><p><i>Text</i></p>`
	expect(await found(page, hidden('none'), `${hidden('inline')}<hr>`)).toEqual([none, pale])
	const dim = '<p class="dim">Text</p>'
	expect(await found(page, dim)).toEqual([none])
	await page.emulateMedia({ colorScheme: 'dark' })
	expect(await found(page, dim)).toEqual([pale])
	await page.close()
})

test('what stands otherwise is looked at anew, and what stood so before is not', async () => {
	const page = await browser.newPage()
	const unnamed = '<button></button>'
	expect(await found(page, '<p>Ett</p><p>Två</p>', unnamed, unnamed)).toEqual([[], ['button-name'], []])
	await page.setViewportSize({ width: 320, height: 800 })
	expect(await found(page, unnamed)).toEqual([[]])
	await page.close()
})

test('in another width that is looked at which it can change: what it shows, and how it is drawn', async () => {
	const page = await browser.newPage()
	const inNarrow = (style: string) => `<style>@media (max-width: 400px) { u { ${style} } }</style>`
	const hidden = `<style>u { display: none }</style>${inNarrow('display: block')}<u><input></u>`
	const drawn = `${inNarrow(`color: ${PALE}`)}<u>Text</u>`
	expect(await found(page, hidden, drawn)).toEqual([[], []])
	await page.setViewportSize({ width: 320, height: 800 })
	expect(await found(page, hidden, drawn)).toEqual([['label'], ['color-contrast']])
	await page.close()
})

test('of what stands alike in a row a third tells nothing new, and a second may', async () => {
	const page = await browser.newPage()
	const list = (count: number) => `<ul>${'<li><input></li>'.repeat(count)}</ul>`
	const once = ['label']
	expect(await found(page, list(1), list(2), list(3), list(9))).toEqual([once, [...once, ...once], [], []])
	expect(await found(page, '<ul><li><input></li><li>Text</li><li><input></li></ul>')).toEqual([[...once, ...once]])
	await page.close()
})

test('text that was judged elsewhere is looked at where it stands on something else, or over it', async () => {
	const page = await browser.newPage()
	const style = (top: string) =>
		`<style>div { background: #333; height: 40px } b { display: block; margin-top: ${top} }</style>`
	const beside = (top: string) => `${style(top)}<p>Text</p><div></div><p><b>Text</b></p>`
	expect(await found(page, beside('0'), `<section>${beside('0')}</section>`, beside('-50px'))).toEqual([
		[],
		[],
		['color-contrast'],
	])
	await page.close()
})

test('what only a screen reader says is looked at once it is shown', async () => {
	const page = await browser.newPage()
	const said = (as: string) =>
		`<style>s { position: absolute; color: ${PALE}; ${as} }</style><p>Text <s>som sägs</s></p>`
	const pixel = said('width: 1px; height: 1px; overflow: hidden')
	const beside = said('left: -9999px')
	expect(await found(page, pixel, beside, `${said('')}<hr>`)).toEqual([[], [], ['color-contrast']])
	await page.close()
})
