import { beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#app'
import type { Route } from '#http/route.ts'
import { routes } from '#routes'
import { FORMS } from '#test/support/access-forms.ts'
import { urlOf } from '#test/support/access-urls.ts'
import { type AccessWorld, accessWorld, callerFor, callerNamed } from '#test/support/access-world.ts'
import { sendRaw } from '#test/support/raw-form.ts'

// What is sent costs whoever sends it more than it costs here: how much of it is read, and how much of it comes back.

let at: AccessWorld
beforeAll(async () => {
	at = await accessWorld()
	return () => at.world[Symbol.asyncDispose]()
})

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE
const posts = allRoutes.filter(({ method, path }) => method === 'POST' && !path.startsWith(routes.api))

/** A body that tells how much of it was asked for. */
function counted(bytes: number) {
	const chunk = new Uint8Array(4 * KILOBYTE).fill(120)
	let read = 0
	const body = new ReadableStream<Uint8Array>(
		{
			pull: (controller) => {
				read += chunk.length
				if (read > bytes) controller.close()
				else controller.enqueue(chunk)
			},
		},
		{ highWaterMark: 0 },
	)
	return { body, read: () => read }
}

const READ_NONE = [routes.signOut, routes.sessions, routes.session, routes.token, routes.ownCard] as string[]

test.each(posts)(
	'POST $path reads no more of a stranger’s body than is small, whatever it says of its length',
	async (route) => {
		const nobody = await callerNamed(at, 'nobody').browser()
		const url = urlOf(route.path, at.place)
		for (const said of [{}, { 'content-length': String(12 * MEGABYTE) }, { 'content-length': '7' }]) {
			const { body, read } = counted(12 * MEGABYTE)
			const response = await sendRaw(at.app, nobody, url, body, said)
			const answer = await response.text()
			expect(read()).toBeLessThanOrEqual(24 * KILOBYTE)
			if (Number(said['content-length'] ?? 0) > MEGABYTE) expect(read()).toBe(0)
			if (READ_NONE.includes(route.path)) continue
			expect(response.status).toBe(route.access === 'public' ? 413 : 401)
			expect(answer).toMatch(/<h1[\s>]/)
			expect(answer.length).toBeLessThan(64 * KILOBYTE)
		}
	},
)

/** One byte each as they are sent, and up to six in a page. */
const GROWS = `"'<>`.repeat(25_000)

const nameOf = (field: string) => encodeURIComponent(field)
const encoded = (fields: Readonly<Record<string, string>>) => String(new URLSearchParams(fields))

async function answered(route: Route, who: 'nobody' | 'member', body: string): Promise<number> {
	const caller = who === 'nobody' ? callerNamed(at, 'nobody') : callerFor(at.callers, route.access)
	const response = await sendRaw(at.app, await caller.browser(), urlOf(route.path, at.place), body)
	return (await response.arrayBuffer()).byteLength
}

/** The fields of its form that hold one text. */
function textual({ path }: Route): [string, string][] {
	const fields = Object.entries(FORMS[path]?.(at.place, 0) ?? {})
	return fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
}

/** By how much a member's answer may grow beyond what was sent. */
const GROWTH = 34 * KILOBYTE

const LENGTH = 60_000
/** What grows most: characters that are sent as they are, and two words of them, which pass for prose that is given back. */
const GROWING: readonly string[] = [
	GROWS.slice(0, LENGTH),
	`${GROWS.slice(0, LENGTH / 2)}+ +${GROWS.slice(0, LENGTH / 2)}`,
]

/** Where what was written stands beside what is to be seen in it: a text and what it changes, a text or a list as it was read. */
const TWICE: Readonly<Record<string, readonly string[]>> = {
	[routes.writing]: ['text'],
	[routes.pasteText]: ['text'],
	[routes.roster]: ['text'],
	[routes.newOlder]: ['text'],
	[routes.olderCorrection]: ['text'],
	[routes.addenda]: ['text', 'reason'],
}

/** What each of these bodies costs; none where one of them was taken, which changes the page. */
async function costs(route: Route, bodies: readonly string[]): Promise<number[]> {
	const sizes: number[] = []
	for (const body of bodies) sizes.push(await answered(route, 'member', body))
	return sizes.includes(0) ? [] : sizes
}

test.each(posts)('POST $path answers a member with no more than was sent beside the page', async (route) => {
	const fields = textual(route)
	const wrong: string[] = []
	for (const name of [...fields.map(([each]) => each), 'key', 'not-a-field']) {
		const others = encoded(Object.fromEntries(fields.filter(([other]) => other !== name)))
		const bodies = ['x'.repeat(LENGTH / 2), 'x'.repeat(LENGTH), ...GROWING].map(
			(value) => `${others}&${nameOf(name)}=${value}`,
		)
		const [half, whole, ...grown] = await costs(route, bodies)
		if (half === undefined || whole === undefined) continue
		if (whole - half > (LENGTH / 2) * (TWICE[route.path]?.includes(name) ? 2 : 1) + KILOBYTE)
			wrong.push(`${name} stands there more than once`)
		for (const size of grown)
			if (size - whole > (TWICE[route.path]?.includes(name) ? 2 : 1) * GROWTH)
				wrong.push(`${name} grows by ${size - half}`)
	}
	const many = Array.from({ length: 4_000 }, (_, index) => `f${index}=${'ett+ord+'.repeat(7)}`).join('&')
	const [few = 0, all = 0] = await costs(route, ['f=x', many])
	if (all - few > many.length + GROWTH) wrong.push(`many grow by ${all - few}`)
	expect(wrong).toEqual([])
})

test.each(posts)('POST $path shows a stranger a short part of what they sent', async (route) => {
	const bodies = [...textual(route).map(([name]) => name), 'not-a-field'].map(
		(name) => `${nameOf(name)}=${GROWS.slice(0, 7_000)}+ +${GROWS.slice(0, 7_000)}`,
	)
	const plain = await answered(route, 'nobody', 'x=y')
	for (const body of bodies) expect(await answered(route, 'nobody', body)).toBeLessThan(plain + 15 * KILOBYTE)
})
