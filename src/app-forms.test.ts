import { beforeAll, expect, test } from 'vitest'
import { allRoutes } from '#app'
import type { Route } from '#http/route.ts'
import { routes } from '#routes'
import { FORMS } from '#test/support/access-forms.ts'
import { urlOf } from '#test/support/access-urls.ts'
import { type AccessWorld, accessWorld, type Caller, callerNamed } from '#test/support/access-world.ts'
import type { Fields } from '#test/support/app.ts'

let at: AccessWorld
beforeAll(async () => {
	at = await accessWorld()
	return () => at.world[Symbol.asyncDispose]()
})

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/g

/** What a person, a program or an attacker could put in a field. */
const NASTY: readonly string[] = [
	'',
	' \t\n\u00a0',
	'å'.repeat(5_000),
	'x'.repeat(120_000),
	'\u0000\u0008\u001b[31m',
	'\ud800 halv',
	'\u202e\u200b\u00ad\ufeff',
	'__proto__',
	"'; DROP TABLE act; --",
	'-1',
	'9999-99-99',
	'0001-01-01',
	'10000-01-01',
	'99999999999999999999',
	'<script>alert(1)</script>',
	'\r\n\r\nSet-Cookie: a=b',
	'01a18908-8780-7eb5-8a3d-89f4d92518eb',
]

const posts = allRoutes.filter(({ method, path }) => method === 'POST' && !path.startsWith(routes.api))

const fieldsOf = ({ path }: Route): Fields => FORMS[path]?.(at.place, 0) ?? {}

/** What a field is called in every form that has it: one that is about a thing carries its id. */
const kindOf = (name: string) => name.replace(UUID, ':id')

/** Of forms that have a field in common, each tries so small a part of what could be put in it. */
const TURNS = 4

/**
 * What is put in a field of a form. A field is read alike wherever it stands: forms that share one take turns, so that
 * together they try everything in it; one that no other form has is tried with everything.
 */
function nastyFor(route: Route, name: string): readonly string[] {
	const sharing = posts.filter((other) => Object.keys(fieldsOf(other)).some((each) => kindOf(each) === kindOf(name)))
	const turns = Math.min(sharing.length, TURNS)
	const turn = sharing.indexOf(route) % turns
	return NASTY.filter((_nasty, index) => index % turns === turn)
}

/** The form with one field after the other replaced, repeated, left out or added. */
function* spoiled(route: Route): Generator<readonly [string, Fields]> {
	const fields = fieldsOf(route)
	for (const name of Object.keys(fields)) {
		for (const nasty of nastyFor(route, name)) {
			yield [`${name} = ${JSON.stringify(nasty.slice(0, 20))}`, { ...fields, [name]: nasty }]
		}
		yield [`${name} twice`, { ...fields, [name]: ['yes', 'no'] }]
		const { [name]: _left, ...rest } = fields
		yield [`without ${name}`, rest]
	}
	const strange = {
		['__proto__']: 'x',
		constructor: 'x',
		'stance-': 'support',
		'choice-': 'yes',
		'take[]': ['-1', '1e9', 'x'],
	}
	yield ['unknown fields', { ...fields, ...strange }]
	yield ['a key of any length', { ...fields, key: 'k'.repeat(50_000) }]
}

/** Somebody it is for. */
function callerFor({ access }: Route): Caller {
	if (access === 'public') return callerNamed(at, 'nobody')
	if (access === 'operator') return callerNamed(at, 'the operator')
	const role = access === 'signedIn' || access.includes('chair') ? 'chair' : 'delegate'
	return callerNamed(at, `a ${role}`)
}

test.each(posts)('POST $path answers whatever is sent with a page, never with a fault', async (route) => {
	const url = urlOf(route.path, at.place)
	const browser = await callerFor(route).browser()
	const key = at.world.deps.newId('random')
	const wrong: string[] = []
	for (const [what, sent] of spoiled(route)) {
		const response = await browser.post(url, { key, ...sent })
		const leadsOn = [303, 307].includes(response.status)
		const page = leadsOn ? '' : await response.text()
		const shown = leadsOn || page.includes('<h1')
		if (response.status >= 500 || !shown) wrong.push(`${what}: ${response.status}`)
		for (const id of deadEnds(page)) wrong.push(`${what}: the summary leads to #${id}, which is not there`)
	}
	expect(wrong).toEqual([])
})

test('every value is put in every kind of field by some form', () => {
	const tried: Record<string, Set<string>> = {}
	for (const route of posts) {
		for (const name of Object.keys(fieldsOf(route))) {
			const own = nastyFor(route, name)
			expect(own.length, `${route.path}, ${name}`).toBeGreaterThan(3)
			tried[kindOf(name)] = new Set([...(tried[kindOf(name)] ?? []), ...own])
		}
	}
	expect(Object.keys(tried).length).toBeGreaterThan(40)
	expect(Object.entries(tried).filter(([, values]) => values.size < NASTY.length)).toEqual([])
})

/** What an error summary leads to and the page does not have. */
function deadEnds(page: string): string[] {
	const summary = /<div class="error-summary".*?<\/div>/s.exec(page)?.[0] ?? ''
	const led = [...summary.matchAll(/href="#([^"]*)"/g)].map(([, id = '']) => id)
	return led.filter((id) => !page.includes(` id="${id}"`))
}

/** Longer than any field but a whole text may be. */
const TOO_LONG = 'Det här skrev jag. '.repeat(7_000)

/** Shown by the page and chosen by a button, never typed. */
const NOT_TYPED: Readonly<Record<string, readonly string[]>> = { [routes.ownAddressRemovals]: ['email'] }

/** Forms that are open to everyone ask for an address or a code, and take no text. */
const written = posts.filter(({ access }) => access !== 'public')

test.each(written)('POST $path gives back, whole, every text it refuses', async (route) => {
	const fields = fieldsOf(route)
	const url = urlOf(route.path, at.place)
	const browser = await callerFor(route).browser()
	const lost: string[] = []
	const typed = Object.keys(fields).filter((name) => NOT_TYPED[route.path]?.includes(name) !== true)
	for (const name of typed) {
		const response = await browser.post(url, { key: at.world.deps.newId('random'), ...fields, [name]: TOO_LONG })
		const kept = [303, 307].includes(response.status) || (await response.text()).includes(TOO_LONG.trim())
		if (!kept) lost.push(`${name}: ${response.status}`)
	}
	expect(lost).toEqual([])
})
