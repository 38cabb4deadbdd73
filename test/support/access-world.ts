import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { SCOPES, type Scope } from '#domain/kernel/act.ts'
import type { Instant, PersonId } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import type { Access } from '#http/access.ts'
import { DEMO_SLUG } from '#local/demo/making.ts'
import { startTestServer } from '#local/libsql/test-server.ts'
import { sha256 } from '#usecases/hashing.ts'
import { type AccessMade, type AccessPeople, makeAccessWorld } from './access-made.ts'
import { ELSEWHERE, type Place } from './access-place.ts'
import { type Browser, signedIn, type TestApp, testApp } from './app.ts'
import { templateOf } from './template.ts'
import { DAY, saveAs, type World, worldOn } from './world.ts'

export const ROLES: readonly Role[] = ['contributor', 'deputy', 'delegate', 'secretary', 'chair']

/** Somebody who tries a route. */
export type Caller = {
	readonly name: string
	/** Null: no present seat in the coalition whose things are asked for. */
	readonly role: Role | null
	readonly signedIn: boolean
	readonly operator: boolean
	readonly browser: () => Promise<Browser>
	/** A token of theirs for the API, with these scopes; null for nobody. */
	readonly token: (scopes: readonly Scope[]) => Promise<Token | null>
}

export type Token = { readonly id: string; readonly secret: string }

export type AccessWorld = {
	readonly world: World
	readonly app: TestApp
	readonly place: Place
	readonly callers: readonly Caller[]
}

/** The demonstration, with everybody who might try its doors: each role here, each role elsewhere, and those with none. */
export async function accessWorld(): Promise<AccessWorld> {
	const { world, place, people } = await copiedAccessWorld()
	const app = testApp(world)
	return { world, app, place, callers: callersOf(world, app, people) }
}

type Known = Omit<AccessMade, 'world'> & Pick<World, 'operator'> & { readonly now: Instant }

/** Made once in a run of the tests, and copied. */
async function copiedAccessWorld(): Promise<AccessMade> {
	const template = await templateOf<Known>('access', async ({ database: file, folder }) => {
		const { world, place, people } = await makeAccessWorld()
		await using made = world
		await saveAs(file, made.server)
		await cp(world.store.directory, join(folder, FILES), { recursive: true })
		return { place, people, operator: world.operator, now: world.clock.now }
	})
	if (template === undefined) return makeAccessWorld()
	const { operator, now, ...known } = template.known
	const server = await startTestServer({ template: template.database, direct: 'always' })
	const world = await worldOn(server, now, operator)
	await cp(join(template.folder, FILES), world.store.directory, { recursive: true })
	return { ...known, world }
}

const FILES = 'files'

function callersOf(world: World, app: TestApp, people: AccessPeople): Caller[] {
	const { chair } = people.here
	const caller = (name: string, id: PersonId, coalition: string, also: Partial<Caller> = {}): Caller => ({
		name,
		role: null,
		signedIn: true,
		operator: false,
		browser: () => signedIn(app, id),
		token: (scopes) => tokenOf(world, id, coalition, scopes),
		...also,
	})
	return [
		{
			name: 'nobody',
			role: null,
			signedIn: false,
			operator: false,
			browser: async () => app.browser(),
			token: async () => null,
		},
		caller('a chair whose session ran out', chair, DEMO_SLUG, {
			signedIn: false,
			browser: () => signedOutByTime(app, chair),
			token: (scopes) => tokenOf(world, chair, DEMO_SLUG, scopes, world.clock.now),
		}),
		caller('somebody without a seat', people.seatless, DEMO_SLUG),
		caller('the operator', world.operator, DEMO_SLUG, { operator: true }),
		caller('a delegate who was removed', people.gone, DEMO_SLUG),
		...ROLES.map((role) => caller(`a ${role} of another coalition`, people.elsewhere[role], ELSEWHERE)),
		...ROLES.map((role) => caller(`a ${role}`, people.here[role], DEMO_SLUG, { role })),
	]
}

/** The caller of that name. */
export function callerNamed({ callers }: Pick<AccessWorld, 'callers'>, name: string): Caller {
	const caller = callers.find((each) => each.name === name)
	if (!caller) throw new Error(`nobody is ${name}`)
	return caller
}

/** The first of those whom something is for; where it is for everyone, somebody with a session that has to be looked up. */
export function callerFor(callers: readonly Caller[], access: Access): Caller {
	const found = callers.find(({ signedIn, operator, role }) => {
		if (access === 'operator') return operator
		return typeof access === 'string' ? signedIn && role !== null : role !== null && access.includes(role)
	})
	if (!found) throw new Error('nobody is let in')
	return found
}

async function signedOutByTime(app: TestApp, person: PersonId): Promise<Browser> {
	const browser = await signedIn(app, person)
	const hash = await sha256(browser.cookies.get('__Host-session') ?? '')
	const { db, clock } = app.world
	await db.write([{ sql: 'UPDATE session SET expires_at = ? WHERE hash = ?', args: [clock.now, hash] }])
	return browser
}

async function tokenOf(
	{ db, deps, clock }: World,
	person: PersonId,
	coalition: string,
	scopes: readonly Scope[],
	expiresAt = clock.now + DAY,
): Promise<Token> {
	const id = deps.newId<'token'>('random')
	const secret = `samsvar_${deps.newId('random')}`
	const sql = `INSERT INTO token (hash, id, person_id, coalition_id, name, scopes, created_at, expires_at)
		VALUES (?, ?, ?, (SELECT coalition_id FROM slug WHERE slug = ?), 'test', ?, ?, ?)`
	const args = [await sha256(secret), id, person, coalition, scopes.join(' '), clock.now, expiresAt]
	await db.write([{ sql, args }])
	return { id, secret }
}

export const EVERY_SCOPE: readonly Scope[] = SCOPES
