import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from './person.ts'

/** More stops than any page here has. */
const MOST_STOPS = 250

/** What has the focus, as the browser itself sees it. */
type Focused = {
	/** Reached: the thing that was sought. */
	readonly wanted: boolean
	readonly name: string
	/** Within the window, not covered, and marked by an outline. */
	readonly flaws: readonly string[]
}

/**
 * The same person without a mouse: everything is reached by Tab, pressed by Enter, chosen by Space and arrow keys. Each
 * stop on the way must be seen to have the focus, and no page may hold it.
 */
export function byKeyboard(person: Person): Person {
	const { page } = person
	const press = async (found: Locator) => {
		await tabTo(page, found)
		// Every button and link here leads to a page, if only to the same one.
		await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')])
	}
	const named = (role: 'button' | 'link', name: string | RegExp) =>
		page.getByRole(role, { name, exact: typeof name === 'string' && role === 'link' })
	const labelled = (label: string | RegExp) => page.getByLabel(label, { exact: typeof label === 'string' })
	return {
		...person,
		press: (button) => press(named('button', button)),
		pressLink: (link) => press(named('link', link)),
		fill: async (label, value) => {
			const field = labelled(label)
			await tabTo(page, field)
			if ((await field.getAttribute('type')) === 'date') return typeDate(page, value)
			await page.keyboard.press('ControlOrMeta+A')
			await page.keyboard.press('Delete')
			// Line breaks are LF in a field, also in what is pasted; not every Chromium makes them so of what is inserted.
			const inserted = value.replaceAll('\r\n', '\n')
			await page.keyboard.insertText(inserted)
			expect(await field.inputValue()).toBe(inserted)
		},
		choose: (option) => chooseRadio(page, labelled(option)),
		tick: async (option) => {
			const box = labelled(option)
			await tabTo(page, box)
			await page.keyboard.press('Space')
			expect(await box.isChecked()).toBe(true)
		},
	}
}

/** From one choice of the group to the next: Tab leads to the group, not to each. */
async function chooseRadio(page: Page, choice: Locator): Promise<void> {
	const name = await choice.getAttribute('name')
	await tabTo(page, page.locator(`input[type=radio][name="${name}"]`))
	await page.keyboard.press('Space')
	const count = await page.locator(`input[type=radio][name="${name}"]`).count()
	for (let step = 0; step < count && !(await choice.isChecked()); step += 1) await page.keyboard.press('ArrowDown')
	expect(await choice.isChecked()).toBe(true)
}

/** Part by part, `YYYY-MM-DD`. Chromium orders them as its own language has it, which is not the page's. */
async function typeDate(page: Page, value: string): Promise<void> {
	const [year = '', month = '', day = ''] = value.split('-')
	const typed = () => page.evaluate(() => (document.activeElement as HTMLInputElement).value)
	for (const parts of [
		[month, day, year],
		[day, month, year],
		[year, month, day],
	]) {
		for (const part of parts) {
			await page.keyboard.type(part)
			if (part === year) await page.keyboard.press('ArrowRight')
		}
		if ((await typed()) === value) return
		for (const _part of parts) await page.keyboard.press('ArrowLeft')
	}
	expect(await typed()).toBe(value)
}

/** Presses Tab until the thing, or one of them, has the focus. */
async function tabTo(page: Page, sought: Locator): Promise<void> {
	await sought.first().waitFor()
	const handles = await sought.elementHandles()
	const passed: string[] = []
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		await page.keyboard.press('Tab')
		const { wanted, name, flaws } = await focused(page, handles)
		expect(flaws, `focus on ${name} at ${page.url()}`).toEqual([])
		if (wanted) return
		passed.push(name)
	}
	throw new Error(`no Tab leads to ${sought} at ${page.url()}: ${passed.slice(0, 60).join(', ')}`)
}

async function focused(page: Page, handles: Awaited<ReturnType<Locator['elementHandles']>>): Promise<Focused> {
	return page.evaluate((elements: readonly (SVGElement | HTMLElement)[]) => {
		const active = document.activeElement
		if (active === null || active === document.body) return { wanted: false, name: 'nothing', flaws: [] }
		const name = (active.textContent ?? '').trim().slice(0, 30) || active.getAttribute('name') || active.tagName
		const box = active.getBoundingClientRect()
		const style = getComputedStyle(active)
		const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
		// The browser draws the parts of a date's field itself.
		const marked = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
		const middle = document.elementFromPoint(
			Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1),
			Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 1),
		)
		const covered = middle !== null && !active.contains(middle) && !middle.contains(active)
		return {
			wanted: elements.some((element) => element === active),
			name,
			flaws: [
				...(inside ? [] : ['out of the window']),
				...(marked ? [] : [`outline ${style.outlineStyle} ${style.outlineWidth}`]),
				...(covered ? ['covered'] : []),
			],
		}
	}, handles as never)
}

/** Where Tab leads on the page on show, from its beginning until it begins anew: each stop's place from the top. */
export async function stopsOf(page: Page): Promise<{ readonly name: string; readonly top: number }[]> {
	const stops: { name: string; top: number }[] = []
	await page.evaluate(() => {
		;(document.activeElement as HTMLElement | null)?.blur()
		scrollTo(0, 0)
	})
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		await page.keyboard.press('Tab')
		const at = await page.evaluate(() => {
			const active = document.activeElement
			if (active === null || active === document.body) return null
			const { top } = active.getBoundingClientRect()
			return { name: (active.textContent ?? '').trim().slice(0, 30), top: Math.round(top + scrollY) }
		})
		if (at === null || (stops.length > 1 && at.name === stops[0]?.name && at.top === stops[0].top)) return stops
		stops.push(at)
	}
	throw new Error(`Tab never comes round at ${page.url()}`)
}
