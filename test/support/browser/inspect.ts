import type { Page } from 'playwright-core'
import type { Language } from '#i18n/index.ts'
import type { Window } from './app-pages.ts'
import { axeFindsNew } from './axe.ts'

/** What is wrong with the page on show, whatever it is. */
function flawsOf(page: Page, lang: Language): Promise<string[]> {
	return page.evaluate((wanted) => {
		const { documentElement: html } = document
		const headings = [...document.querySelectorAll('h1')].map((heading) => heading.innerText.trim())
		const lost = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].filter(
			({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))) === null,
		)
		return [
			html.lang === wanted ? '' : `lang is ${html.lang}`,
			headings.length === 1 && headings[0] !== '' ? '' : `headings: ${headings.join(' | ')}`,
			/^.{2,} – Samsvar$|^Samsvar/.test(document.title) ? '' : `title: ${document.title}`,
			lost.length === 0 ? '' : `links to nowhere: ${lost.map(({ hash }) => hash).join(' ')}`,
		].filter((flaw) => flaw !== '')
	}, lang)
}

/** What reaches out of the window. */
function tooWide(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const limit = window.innerWidth
		if (document.documentElement.scrollWidth <= limit) return []
		const beyond = [...document.querySelectorAll('main *')].filter(
			(element) => element.getBoundingClientRect().right > limit && element.childElementCount === 0,
		)
		return [`wider than ${limit}: ${beyond.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 120))}`]
	})
}

/**
 * Pixels: what fits here fits on every phone, as no rule of the style begins between them (`src/ui/style.test.ts`).
 */
export const NARROWEST = 320

/** All that is wrong with the page on show: what it is, in any width, to axe's rules, and to the browser. */
export async function inspect({ page, copied, narrowed, complaints }: Window, lang: Language): Promise<string[]> {
	const flaws = [...(await flawsOf(page, lang)), ...(await axeFindsNew(page, copied)), ...(await tooWide(page))]
	if (page.viewportSize()?.width !== NARROWEST) flaws.push(...(await tooWide(await narrowed(NARROWEST))))
	// That the address leads to no page is what some of these are about.
	return [...flaws, ...complaints().filter((text) => !/status of 4\d\d/.test(text))]
}
