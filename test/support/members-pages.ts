import { expect } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { href, routes } from '#routes'
import { type Browser, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { type CoalitionWorld, createCoalitionWorld, SLUG } from '#test/support/world.ts'

export const at = { coalition: SLUG }
export const members = href(routes.members, at)
export const seats = href(routes.seats, at)

export type Scene = { readonly world: CoalitionWorld; readonly app: TestApp; readonly chair: Browser }

export async function scene(names?: readonly string[]): Promise<Scene & AsyncDisposable> {
	const world = await createCoalitionWorld(names)
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	return { world, app, chair, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

export async function text(browser: Browser, path: string, status = 200): Promise<string> {
	const response = await browser.get(path)
	expect(response.status).toBe(status)
	return response.text()
}

/** Where a form led, after it was done. */
export async function done(response: Response): Promise<string> {
	expect(response.status, await response.clone().text()).toBe(303)
	return response.headers.get('location') ?? ''
}

export async function count(world: CoalitionWorld, sql: string, args: string[] = []): Promise<number> {
	const { rows } = await world.server.client.execute({ sql: `SELECT COUNT(*) AS n FROM ${sql}`, args })
	return Number(rows[0]?.n)
}

export const association = (world: CoalitionWorld, index = 0) => world.members[index]?.associationId ?? ''
export const delegate = (world: CoalitionWorld, index = 0) => world.members[index]?.delegate as PersonId
export const seatOf = (world: CoalitionWorld, index = 0) => world.members[index]?.delegateSeat ?? ''
export const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** Ids of the associations in order, from the links on the page. */
export async function chairView({ chair }: Scene): Promise<{ associations: string[] }> {
	const page = await text(chair, members)
	const links = page.matchAll(new RegExp(`href="/${SLUG}/associations/([^"/?]+)"`, 'g'))
	return { associations: [...new Set([...links].map((found) => found[1] ?? ''))] }
}
