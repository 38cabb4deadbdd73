import { expect, test } from 'vitest'
import { allRoutes } from '#app'
import { href, routes } from '#routes'
import { urlOf } from '#test/support/access-urls.ts'
import { accessWorld, callerNamed } from '#test/support/access-world.ts'
import { atLeast, walked } from '#test/support/room.ts'
import { markedTexts, writtenPassages } from '#test/support/written-passages.ts'

const pages = walked(allRoutes.filter(({ method, path }) => method === 'GET' && !path.startsWith(routes.api)))

/** Each page as the chair, and those of a text in each of its stages as somebody who votes. */
const WALKS = [
	{ who: 'a chair', stages: [undefined], of: pages },
	{
		who: 'a delegate',
		stages: ['drafting', 'consulting', 'deciding', 'met', 'signing', 'published'],
		of: pages.filter(
			({ path }) => /^\/:coalition\/statements\/:statement(\/|$)/.test(path) && !/:(?!coalition|statement)/.test(path),
		),
	},
] as const

test.each(WALKS)(
	'what members wrote in Swedish says so on a page in English, as $who hears it',
	async ({ who, stages, of }) => {
		const at = await accessWorld()
		await using _world = at.world
		const passages = await writtenPassages(at.world)
		const browser = await callerNamed(at, who).browser()
		await browser.get(href(routes.language, {}, { to: 'en', back: routes.me }))
		const unmarked = new Set<string>()
		let seen = 0
		for (const statement of stages) {
			for (const { path } of of) {
				const response = await browser.get(urlOf(path, at.place, statement === undefined ? {} : { statement }))
				if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('text/html')) continue
				seen += 1
				for (const { text, lang } of markedTexts(await response.text()))
					if (lang !== 'sv' && passages.has(text)) unmarked.add(`${path}: ${text}`)
			}
		}
		expect(seen).toBeGreaterThan(atLeast(100))
		expect([...unmarked]).toEqual([])
	},
)
