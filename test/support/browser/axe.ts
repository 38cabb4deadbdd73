import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axeCore from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Minified: it is read by the browser on every page, and half as long. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type InPage = { readonly axe?: typeof axeCore; dressed?: ReadonlyMap<Element, number> }

/** What axe has looked at: trees; those in a width, and in their colours; and how the text was dressed that it could judge. */
const looked = {
	trees: new Set<number>(),
	inWidth: new Set<string>(),
	inColour: new Set<string>(),
	dresses: new Set<string>(),
}

/** The rules that go by how things are drawn, and not by what they are. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']
const OF_WIDTH = [...OF_COLOUR, 'scrollable-region-focusable', 'target-size']

/**
 * What on the page breaks a rule of axe's, and how. Pages are many and much alike: each tree is looked at once; in another width for
 * what that can change; in other colours or with other words for those alone, and only where text is dressed as none was that axe has
 * judged: contrast takes longest. `lookedAtIn`: the
 * page in which axe looks, where that is another with the same in it.
 */
export async function axeFindsNew(page: Page, lookedAtIn = async () => page): Promise<string[]> {
	const first = await newIn(page)
	if (first === null) return []
	const shown = await lookedAtIn()
	const seen = shown === page ? first : await newIn(shown)
	if (seen === null) return []
	const { width, tree, inWidth, inColour, fresh, rules } = seen
	looked.trees.add(tree)
	looked.inWidth.add(inWidth)
	looked.inColour.add(inColour)
	const { found, passed, judged } = await look(shown, { rules, dresses: fresh })
	for (const dress of judged) looked.dresses.add(`${width} ${dress}`)
	if (rules === null) expect(passed).toBeGreaterThan(0)
	return found
}

/** Null where the like of all that is shown was looked at. */
async function newIn(page: Page) {
	const width = page.viewportSize()?.width
	const { tree, dresses } = await likenessOf(page)
	const fresh = dresses.filter((dress) => !looked.dresses.has(`${width} ${dress}`))
	const inWidth = `${width} ${tree}`
	const inColour = `${inWidth} ${dresses.join(' ')}`
	const onlyColours = looked.inWidth.has(inWidth)
	if (looked.inColour.has(inColour) || (onlyColours && fresh.length === 0)) return null
	const rules = onlyColours ? OF_COLOUR : looked.trees.has(tree) ? OF_WIDTH : null
	return { width, tree, inWidth, inColour, fresh, rules }
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
 * The page as axe's rules see it, without its words: elements with their classes and what they say of themselves, and whether they are
 * hidden, of those that are alike in a row the first two. Which words stand in it makes no difference to the rules; whether there are any does. How text
 * is dressed is what it stands on, the chain from `html` down of those elements that paint or place, and its own element, with the
 * colours and letters in which each of them is drawn; of what shows no words of its own and is no field nothing can be judged.
 * Both as numbers that stand for them.
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
		/** Of these axe judges no contrast, nor of the options of a list. */
		const NEVER_JUDGED = '[type=checkbox], [type=radio], [type=hidden], [type=range], [type=color], [type=image]'
		const dressed = new Map<Element, number>()
		const legible = new Set<number>()
		/** Not what only a screen reader says, which is a pixel wide or beside the page. */
		const isOnShow = (element: Element) => {
			if (!element.checkVisibility({ visibilityProperty: true })) return false
			const { width, height, right, bottom } = element.getBoundingClientRect()
			return width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0
		}
		/** What of an element is behind its text, or moves it to before something else; none of most. */
		const groundOf = (one: string, style: CSSStyleDeclaration) => {
			const { backgroundColor, backgroundImage, opacity, position, float, filter, mixBlendMode, transform } = style
			const margins = [style.marginTop, style.marginRight, style.marginBottom, style.marginLeft]
			const moved = margins.some((margin) => margin.startsWith('-'))
			const own = [
				backgroundColor,
				backgroundImage,
				opacity,
				position,
				float,
				filter,
				mixBlendMode,
				transform,
				moved,
			].join()
			return own === 'rgba(0, 0, 0, 0),none,1,static,none,none,normal,none,false' ? null : one + own
		}
		/** The tree from an element down; what its text stands on is given, and how the text around it is dressed. */
		const treeOf = (element: Element, behind: number, around: number): number => {
			const own = [...element.attributes].map(({ name, value }) => (said.test(name) ? `${name}=${value}` : name))
			const words = [...element.childNodes].some(
				({ nodeType, data }: ChildNode & { data?: string }) => nodeType === 3 && data?.trim(),
			)
			const one = `${element.tagName}${own.join(' ').replace(/\d+/g, '0')}${words ? '.' : ''}`
			const style = getComputedStyle(element)
			const shown = style.display === 'none' || style.visibility === 'hidden' ? '-' : ''
			const ground = groundOf(one, style)
			const standsOn = ground === null ? behind : numberOf(ground, behind)
			const drawn = [style.color, style.fontSize, style.fontWeight, style.textShadow].join()
			// A link is told from the text around it.
			const dress = numberOf(one + drawn + (element.tagName === 'A' ? around : ''), standsOn)
			dressed.set(element, dress)
			const field = element.matches(`input:not(${NEVER_JUDGED}), textarea, select, button`)
			if ((field || (words && element.tagName !== 'OPTION')) && isOnShow(element)) legible.add(dress)
			let tree = numberOf(one + shown)
			let [last, before] = [0, 0]
			for (const child of element.children) {
				if (child === document.head) continue
				const next = treeOf(child, standsOn, dress)
				if (next !== last || next !== before) tree = numberOf(`${next}`, tree)
				;[last, before] = [next, last]
			}
			return tree
		}
		const tree = treeOf(document.documentElement, 0, 0)
		;(window as unknown as InPage).dressed = dressed
		return { tree, dresses: [...legible] }
	})
}
