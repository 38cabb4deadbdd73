import { expect, test } from 'vitest'
import { href, routes } from '#routes'
import { amendmentBallot } from '#test/support/amendment-ballot.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { textOf } from '#test/support/comment-pages.ts'
import { openedList } from '#test/support/consensus.ts'
import { shownForms } from '#test/support/shown-forms.ts'
import { createCoalitionWorld, draftStatement, granted, SLUG } from '#test/support/world.ts'
import { openConsultation } from '#usecases/statement/move-statement.ts'

const REASON = 'Vi har missat en hel fråga, och behöver skriva om början av texten.'

test('while associations vote on an amendment nobody is asked why the text goes back or is withdrawn: it says what comes first', async () => {
	await using world = await createCoalitionWorld()
	const statement = await draftStatement(world)
	granted(await openConsultation(world.deps, world.order(world.chair, { statementId: statement, dueAt: null })))
	const chair = await signedIn(testApp(world), world.chair)
	const path = href(routes.referral, { coalition: SLUG, statement })
	const toReferral = (page: string) => shownForms(page).some(({ to }) => to === path)
	expect(toReferral(await textOf(chair, path))).toBe(true)
	await amendmentBallot(world, statement)
	const page = await textOf(chair, path)
	expect(toReferral(page)).toBe(false)
	const withdrawal = href(routes.withdrawal, { coalition: SLUG, statement })
	const withdrawing = await textOf(chair, withdrawal)
	expect(shownForms(withdrawing).some(({ to }) => to === withdrawal)).toBe(false)
	expect(withdrawing).toContain('Nu pågår 1 omröstning om yrkanden')
	expect(page).toContain('Nu pågår 1 omröstning om yrkanden. Vänta tills rösterna är räknade.')
	expect(page).toContain(`href="${href(routes.ballots, { coalition: SLUG, statement })}"`)
	// Opened while the chair wrote: what was written is not lost.
	const refused = await chair.post(path, { key: 'k', reason: REASON })
	expect([refused.status, (await refused.text()).includes(REASON)]).toEqual([409, true])
})

test('while associations are asked by a list nobody is asked why the answer is withdrawn', async () => {
	await using world = await createCoalitionWorld()
	const { statementId: statement, listId } = await openedList(world)
	const chair = await signedIn(testApp(world), world.chair)
	const path = href(routes.withdrawal, { coalition: SLUG, statement })
	const page = await textOf(chair, path)
	expect(shownForms(page).some(({ to }) => to === path)).toBe(false)
	expect(page).toContain(`href="${href(routes.consensusList, { coalition: SLUG, statement, list: listId })}"`)
	expect((await chair.post(path, { key: 'k', reason: REASON })).status).toBe(409)
})
