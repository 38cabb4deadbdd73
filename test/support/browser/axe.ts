import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Minified: it is read by the browser on every page, and half as long. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type InPage = { readonly axe?: typeof axeCore; dressed?: ReadonlyMap<Element, number> }

/** What axe has looked at: trees in a width, those trees in their colours, and how the text was dressed that it could judge. */
const looked = { trees: new Set<string>(), inColour: new Set<string>(), dresses: new Set<string>() }

/**
 * What on the page breaks a rule of axe's, and how. Pages are many and much alike: each tree is looked at once in each width; in other colours or with other
 * words for those alone, and only where text is dressed as none was that axe has judged: contrast takes longest.
 */
export async function axeFindsNew(page: Page): Promise<string[]> {
	const width = page.viewportSize()?.width
	const { tree, dresses } = await likenessOf(page)
	const fresh = dresses.filter((dress) => !looked.dresses.has(`${width} ${dress}`))
	const inColour = `${width} ${tree} ${dresses.join(' ')}`
	const onlyColours = looked.trees.has(`${width} ${tree}`)
	if (looked.inColour.has(inColour) || (onlyColours && fresh.length === 0)) return []
	looked.inColour.add(inColour)
	looked.trees.add(`${width} ${tree}`)
	const rules = onlyColours ? ['color-contrast', 'link-in-text-block'] : null
	const { found, passed, judged } = await look(page, { rules, dresses: fresh })
	for (const dress of judged) looked.dresses.add(`${width} ${dress}`)
	if (!onlyColours) expect(passed).toBeGreaterThan(0)
	return found
}

type Looking = {
	/** Null: all of them. */
	readonly rules: readonly string[] | null
	/** How text is dressed whose contrast is looked at. */
	readonly dresses: readonly number[]
}

async function look(page: Page, looking: Looking) {
	// A document that another was put into has it already.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
	return page.evaluate(async ({ rules, dresses }: Looking) => {
		const { axe, dressed = new Map<Element, number>() } = window as unknown as Required<InPage>
		axe.reset()
		const mark = 'data-look-at-contrast'
		const of = (element: unknown) => dressed.get(element as Element) ?? 0
		for (const [element, dress] of dressed) if (dresses.includes(dress)) element.setAttribute(mark, '')
		axe.configure({ rules: [{ id: 'color-contrast', selector: `[${mark}]` }] })
		const { passes, violations } = await axe.run(document, {
			selectors: false,
			elementRef: true,
			...(rules === null ? {} : { runOnly: [...rules] }),
		})
		for (const element of document.querySelectorAll(`[${mark}]`)) element.removeAttribute(mark)
		const contrast = [...passes, ...violations].filter(({ id }) => id === 'color-contrast')
		return {
			passed: passes.length,
			judged: contrast.flatMap(({ nodes }) => nodes.map(({ element }) => of(element))),
			found: violations.flatMap(({ id, nodes }) =>
				nodes.map(({ html, failureSummary }) => `${id} ${html.slice(0, 200)} ${failureSummary}`),
			),
		}
	}, looking)
}

/**
 * The page as axe's rules see it, without its words: elements with their classes and what they say of themselves. Which
 * words stand in it makes no difference to the rules; whether there are any does. How text is dressed is its chain of such
 * elements from `html` down, with the colours and letters in which each of them is drawn; of what shows no words of its own and
 * is no field nothing can be judged. Both as numbers that stand for them.
 */
function likenessOf(page: Page): Promise<{ readonly tree: number; readonly dresses: readonly number[] }> {
	return page.evaluate(() => {
		const said =
			/^(class|role|type|aria-(?!label$|describedby$|labelledby$)[a-z]+|disabled|hidden|open|checked|multiple|scope)$/
		// 53 bits of the text, after the number that came before it (cyrb53).
		const numberOf = (text: string, before = 0) => {
			let high = 0xdeadbeef ^ before
			let low = 0x41c6ce57 ^ (before / 2 ** 21)
			for (let at = 0; at < text.length; at += 1) {
				const code = text.charCodeAt(at)
				high = Math.imul(high ^ code, 2654435761)
				low = Math.imul(low ^ code, 1597334677)
			}
			high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
			low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
			return 2 ** 32 * (2097151 & low) + (high >>> 0)
		}
		const dressed = new Map<Element, number>()
		const legible = new Set<number>()
		let tree = 0
		for (const element of document.querySelectorAll('html, html *:not(head, head *)')) {
			const own = [...element.attributes].map(({ name, value }) => (said.test(name) ? `${name}=${value}` : name))
			const words = [...element.childNodes].some(
				({ nodeType, data }: ChildNode & { data?: string }) => nodeType === 3 && data?.trim(),
			)
			const one = `${element.tagName}${own.join(' ').replace(/\d+/g, '0')}${words ? '.' : ''}`
			const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, textShadow } =
				getComputedStyle(element)
			const drawn = [color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, textShadow].join()
			const parent = dressed.get(element.parentElement ?? element) ?? 0
			const dress = numberOf(one + drawn, parent)
			dressed.set(element, dress)
			const field = /^(INPUT|TEXTAREA|SELECT|OPTION|BUTTON)$/.test(element.tagName)
			if ((words || field) && element.checkVisibility({ visibilityProperty: true })) legible.add(dress)
			let depth = 0
			for (let at = element.parentElement; at; at = at.parentElement) depth += 1
			tree = numberOf(`${depth}${one}`, tree)
		}
		;(window as unknown as InPage).dressed = dressed
		return { tree, dresses: [...legible] }
	})
}
