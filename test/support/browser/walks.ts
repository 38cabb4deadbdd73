import { allRoutes } from '#app'
import type { Language } from '#i18n/index.ts'
import { routes } from '#routes'
import type { Place } from '#test/support/access-place.ts'
import { urlOf } from '#test/support/access-urls.ts'
import { accessWorld, type Caller } from '#test/support/access-world.ts'
import { walked } from '#test/support/room.ts'
import { windowOf } from './app-pages.ts'
import { inspect, NARROWEST } from './inspect.ts'
import { theChromium } from './person.ts'

/** Routes that answer with something else than a page. */
const NO_PAGES = [
	routes.icon,
	routes.robots,
	routes.script,
	routes.language,
	routes.feed,
	routes.jsonFeed,
	routes.sitemap,
	routes.openData,
	routes.oembed,
	routes.coalitionSitemap,
	routes.file,
	routes.logo,
	routes.publishedMarkdown,
	routes.unnumberedMarkdown,
	routes.olderFile,
	routes.publishedAkn,
	routes.publishedPicture,
	routes.publishedPositionPicture,
	routes.publishedRecord,
	routes.publishedPdf,
	routes.draftPdf,
	routes.editorText,
	routes.editorPositions,
	routes.commentsBeside,
	routes.draftDocx,
	routes.publishedDocx,
	routes.publishedAddendumFile,
	routes.sendingPack,
	routes.publishedUnder,
	routes.onlyBallot,
	routes.ofOnlyBallot,
] as string[]

export const pages = walked(
	allRoutes.filter(({ method, path }) => method === 'GET' && !path.startsWith(routes.api) && !NO_PAGES.includes(path)),
)

/** What these show is another thing in each stage. The other pages of a statement have one they are for. */
export const TABS = [
	routes.statement,
	routes.comments,
	routes.stances,
	routes.ballots,
	routes.signoffs,
	routes.history,
] as string[]
const STAGES = ['drafting', 'consulting', 'deciding', 'signing', 'published'] as const

/** The pages that are for somebody, and not for everyone. */
export function ownPages({ role, operator }: Caller, place: Place): string[] {
	const own = pages.filter(
		({ access }) =>
			access === 'signedIn' ||
			(access === 'operator' && operator) ||
			(role !== null && Array.isArray(access) && access.includes(role)),
	)
	return own.flatMap(({ path }) => {
		// For nobody but whoever lost a seat: moments.test.ts looks at it as them.
		if (path === routes.seatReturn) return []
		const over =
			path.includes(':statement') && !/:(block|thread|change|amendment|merging|list)/.test(path)
				? ['published' as const]
				: []
		const stages = TABS.includes(path) ? STAGES : [undefined, ...over]
		return [...new Set(stages.map((statement) => urlOf(path, place, { statement })))]
	})
}

type Look = { readonly lang: Language; readonly colorScheme: 'light' | 'dark'; readonly width: number }

export const DESK: Look = { lang: 'sv', colorScheme: 'light', width: 1200 }
export const DESK_AT_NIGHT: Look = { ...DESK, colorScheme: 'dark' }
export const ENGLISH_DESK: Look = { ...DESK, lang: 'en' }
export const ENGLISH_AT_NIGHT: Look = { ...DESK_AT_NIGHT, lang: 'en' }
/** The narrowest: `inspect` looks at it once. */
export const PHONE: Look = { ...DESK, width: NARROWEST }

/** Everybody who might walk the pages, with a browser for them. */
export async function walks() {
	const [at, chromium] = await Promise.all([accessWorld(), theChromium()])
	const callerNamed = (name: string): Caller => {
		const caller = at.callers.find((each) => each.name === name)
		if (!caller) throw new Error(`nobody is ${name}`)
		return caller
	}

	/** A window of somebody's, and what is found wrong in it by address. */
	const walking = async (name: string, look: Look) => {
		const browser = await callerNamed(name).browser()
		browser.cookies.set('__Host-language', look.lang)
		const viewport = { width: look.width, height: 900 }
		const window = await windowOf(chromium, at.app, browser, { colorScheme: look.colorScheme, viewport })
		const found: Record<string, readonly string[]> = {}
		const note = (what: string, flaws: readonly string[]) => {
			if (flaws.length > 0) found[`${name}, ${what}`] = flaws
		}
		return {
			window,
			browser,
			found,
			note,
			look: async (url: string) => {
				const status = await window.show(url)
				note(url, [...(status < 400 ? [] : [`status ${status}`]), ...(await inspect(window, look.lang))])
			},
			[Symbol.asyncDispose]: () => window[Symbol.asyncDispose](),
		}
	}

	return {
		at,
		callerNamed,
		walking,
		[Symbol.asyncDispose]: async () => {
			await at.world[Symbol.asyncDispose]()
		},
	}
}
