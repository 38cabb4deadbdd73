import { expect } from 'vitest'
import type { BlockId, PersonId, StatementId } from '#domain/kernel/id.ts'
import type { Role } from '#domain/members/seats.ts'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, signedIn, type TestApp, testApp } from '#test/support/app.ts'
import { type CoalitionWorld, draftStatement, granted, type Member, SLUG } from '#test/support/world.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'

export type At = {
	readonly world: CoalitionWorld
	readonly app: TestApp
	readonly statement: StatementId
	readonly base: string
	readonly chair: Browser
	readonly disa: Browser
	readonly attention: Member
}

export async function atWork(world: CoalitionWorld): Promise<At> {
	const statement = await draftStatement(world)
	const app = testApp(world)
	const attention = world.members[0] as Member
	const [chair, disa] = [await signedIn(app, world.chair), await signedIn(app, attention.delegate)]
	return { world, app, statement, base: `/${SLUG}/statements/${statement}`, chair, disa, attention }
}

export async function textOf(browser: Browser, path: string): Promise<string> {
	const response = await browser.get(path)
	expect([path, response.status]).toEqual([path, 200])
	return (await response.text()).replace(/<style>.*?<\/style>/s, '')
}

export async function versionOf({ world, statement }: Pick<At, 'world' | 'statement'>, words: string) {
	const [row] = await allRows(
		world.server.client,
		`SELECT block.id, version_id FROM block JOIN block_version ON block_version.id = version_id
			WHERE block.statement_id = ? AND content LIKE ?`,
		[statement, `%${words}%`],
	)
	return { block: String(row?.id) as BlockId, version: String(row?.version_id) }
}

/** Presses “Lämna synpunkt” at a block, writes and sends. Gives the path of the thread. */
export async function comment(browser: Browser, base: string, on: string, text: string): Promise<string> {
	const form = await textOf(browser, `${base}/comments/new${on === '' ? '' : `?on=${on}`}`)
	const action = `${base}/comments${on === '' ? '' : `?on=${on}`}`
	const sent = await browser.post(action, { ...hiddenFields(form, action), text })
	expect(sent.status).toBe(303)
	return (sent.headers.get('location') ?? '').split('?')[0] ?? ''
}

/** Sends the form of a thread's page, where it leads or elsewhere. */
export async function say(browser: Browser, thread: string, to: string, text: string): Promise<Response> {
	const page = await textOf(browser, thread)
	const [, action = ''] = /<form action="([^"]*\/comments\/[^"]*)"/.exec(page) ?? []
	return browser.post(`${thread}/${to}`, { ...hiddenFields(page, action), text })
}

export async function seated(
	{ world, app }: At,
	name: string,
	role: Role,
	more: Partial<{ associationId: null }> = {},
) {
	const { deps, order, clock, members } = world
	const personId: PersonId = granted(await createPerson(deps, { name, emails: [] }))
	const associationId = members[0]?.associationId ?? null
	const given = { personId, associationId, role, from: clock.now, until: null, invite: false, ...more }
	granted(await giveSeat(deps, order(world.chair, given)))
	return { personId, browser: await signedIn(app, personId) }
}
