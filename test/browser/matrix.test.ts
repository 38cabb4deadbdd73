import { expect, test } from 'vitest'
import { href, routes } from '#routes'
import { signedIn, testApp } from '#test/support/app.ts'
import { windowOf } from '#test/support/browser/app-pages.ts'
import { theChromium } from '#test/support/browser/person.ts'
import { withManyMembers } from '#test/support/many-members.ts'
import { createCoalitionWorld, draftStatement, SLUG } from '#test/support/world.ts'

const MM = 96 / 25.4
/** What the margins leave of the width of a sheet: upright, and laid down for many associations. */
const UPRIGHT = 162 * MM
const LAID_DOWN = 269 * MM

const BLOCKS = [
	{ kind: 'position', text: 'Regionen ska ersätta den som deltar för sin tid och sina resor. Det gäller särskilt:' },
	{ kind: 'subPoint', text: 'anhöriga som tar ledigt från sitt arbete' },
	{ kind: 'subPoint', text: 'den som saknar egen inkomst' },
	{ kind: 'position', text: 'Brukarinflytandet ska få en långsiktig finansiering.' },
] as const

test.each([
	[9, UPRIGHT],
	[40, LAID_DOWN],
	[50, LAID_DOWN],
])('on paper the matrix of %i associations fits the sheet, every symbol to be told apart', async (count, sheet) => {
	await using made = await createCoalitionWorld(['Attention'])
	const world = await withManyMembers(made, count - 1)
	const statementId = await draftStatement(world, BLOCKS)
	const chromium = await theChromium()
	await using window = await windowOf(chromium, testApp(world), await signedIn(testApp(world), world.chair))
	await window.goto(href(routes.stances, { coalition: SLUG, statement: statementId }))
	const { page } = window
	await page.emulateMedia({ media: 'print' })
	await page.setViewportSize({ width: Math.floor(sheet), height: 900 })
	const widths = await page.locator('.matrix table').evaluate((table) => ({
		table: table.getBoundingClientRect().right,
		columns: [...table.querySelectorAll('tbody tr:first-child td')].map((cell) => cell.getBoundingClientRect().width),
		position: table.querySelector('tbody th')?.getBoundingClientRect().width ?? 0,
		page: getComputedStyle(table.closest('.matrix') ?? table).page,
	}))
	expect(widths.columns).toHaveLength(count)
	expect(widths.table).toBeLessThanOrEqual(sheet)
	expect(Math.min(...widths.columns)).toBeGreaterThan(3.5 * MM)
	expect(widths.position).toBeGreaterThan(45 * MM)
	expect(widths.page).toBe(count > 14 ? 'across' : 'auto')
	expect(await page.locator('.matrix .sub-points li').first().isVisible()).toBe(true)
})
