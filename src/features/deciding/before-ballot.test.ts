import { expect, onTestFinished, test } from 'vitest'
import { href, routes } from '#routes'
import { amended } from '#test/support/amending.ts'
import { hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { all } from '#test/support/voting.ts'
import { createCoalitionWorld, DAY, draftStatement, granted, type Member, SLUG } from '#test/support/world.ts'
import { makeComment } from '#usecases/comment/comment.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

const QUERY = 'track=full&closesOn=2022-10-12&closesTime=20:00&signoffDueOn=2022-10-20'

async function checking() {
	const world = await createCoalitionWorld()
	onTestFinished(() => world[Symbol.asyncDispose]())
	const statementId = await draftStatement(world)
	const chair = await signedIn(testApp(world), world.chair)
	const at = { coalition: SLUG, statement: statementId }
	const path = href(routes.ballots, at)
	const consult = async (dueAt: number | null) =>
		granted(await openConsultation(world.deps, world.order(world.chair, { statementId, dueAt })))
	const comment = async (index: number) => {
		const { delegate, associationId } = world.members[index] as Member
		const said = { statementId, versionId: null, associationId, text: 'Säg hur mycket.' }
		granted(await makeComment(world.deps, world.order(delegate, said)))
	}
	const check = async () => (await chair.get(`${href(routes.checkBallot, at)}?${QUERY}`)).text()
	return {
		...{ world, statementId, chair, path, consult, comment, check },
		stage: () => all(world, 'SELECT stage FROM statement'),
	}
}

test('a ballot on a text that was not out for views says so, and opens when that is said yes to', async () => {
	const { chair, path, check, stage } = await checking()
	const page = await check()
	expect(page).toContain('Ingen förening har blivit tillfrågad.')
	const fields = hiddenFields(page, path)
	const refused = await chair.post(path, fields)
	expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('kryssa i att du vill starta')])
	expect(await stage()).toEqual([{ stage: 'drafting' }])
	expect((await chair.post(path, { ...fields, confirmed: 'yes' })).status).toBe(303)
})

test('while views can be given, who has said nothing is named, and until when they can', async () => {
	const { world, path, chair, consult, comment, check } = await checking()
	await consult(world.clock.now + 7 * DAY)
	await comment(0)
	const page = await check()
	expect(page).toContain('Startar du nu får de mindre tid än de blev lovade')
	expect(page).toContain('har inte sagt vad de tycker: AnBo och Shedo.')
	expect(page).toContain('1 synpunkt väntar på svar')
	const fields = { ...hiddenFields(page, path), confirmed: 'yes' }
	await comment(1)
	// What was said since then was not shown.
	expect((await chair.post(path, fields)).status).toBe(409)
	const again = await check()
	expect(again).toContain('har inte sagt vad de tycker: Shedo.')
	expect((await chair.post(path, { ...hiddenFields(again, path), confirmed: 'yes' })).status).toBe(303)
})

test('where nothing speaks against it nothing is to be ticked', async () => {
	const { path, chair, consult, comment, check, world } = await checking()
	await consult(null)
	for (const index of [0, 1, 2]) await comment(index)
	await world.db.write(['UPDATE comment_thread SET resolved_at = 1'])
	const page = await check()
	expect(page).not.toContain('name="confirmed"')
	expect((await chair.post(path, hiddenFields(page, path))).status).toBe(303)
})

test('what associations adopted and the text has not leads to putting it in, and to writing it by hand', async () => {
	const { world, statementId, check } = await checking()
	await amended(world, statementId)
	// As by a ballot on it.
	await world.db.write([`UPDATE amendment SET state = 'adopted', decided_in = 'ballot', decided_at = 1`])
	const page = await check()
	expect(page).toContain('eller vänds av ett ord som ”inte”.')
	const at = { coalition: SLUG, statement: statementId }
	for (const route of [routes.amendmentMerging, routes.statement])
		expect(page).toMatch(new RegExp(`class="button \\w+" href="${href(route, at)}"`))
})
