import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#app'
import { routes } from '#routes'
import { expected } from '#test/support/access-expected.ts'
import { urlOf } from '#test/support/access-urls.ts'
import { type AccessWorld, accessWorld, callerNamed } from '#test/support/access-world.ts'
import { walked } from '#test/support/room.ts'
import { type Blamed, blamedIn, sentWith, writtenForms } from '#test/support/written-forms.ts'

let at: AccessWorld
beforeAll(async () => {
	at = await accessWorld()
})
afterAll(() => at.world[Symbol.asyncDispose]())

const pages = walked(allRoutes.filter(({ method, path }) => method === 'GET' && !path.startsWith(routes.api)))

/** Everything that is said of fields when what is written in every form of every page is this. */
async function blamed(name: string, written: string): Promise<Blamed[]> {
	const caller = callerNamed(at, name)
	const browser = await caller.browser()
	const found: Blamed[] = []
	for (const { path, access } of pages) {
		if (expected(access, caller) !== 'granted') continue
		const page = await browser.get(urlOf(path, at.place))
		if (page.status !== 200) continue
		for (const form of writtenForms(await page.text())) {
			const response = await browser.post(form.to, sentWith(form, written))
			if (response.status === 422) found.push(...blamedIn(await response.text(), form.to))
		}
	}
	return found
}

test.each([
	['a chair', ''],
	['a chair', 'åå'],
	['a delegate', ''],
	['a delegate', 'åå'],
])(
	'what %s is told of a form filled with “%s” leads to a field, names it by its label, and says what to do',
	async (name, written) => {
		const all = await blamed(name, written)
		expect(all.length).toBeGreaterThan(3)
		expect(all.filter(({ label }) => label === null)).toEqual([])
		expect(all.filter(({ named }) => !named)).toEqual([])
		// Nor does it say no more than that it was wrong.
		expect(all.filter(({ sentence }) => sentence.includes('går inte att använda'))).toEqual([])
	},
)
