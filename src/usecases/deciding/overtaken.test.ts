import { expect, test } from 'vitest'
import { draftQuery } from '#db/statement/load-statement.ts'
import { swedishDate } from '#domain/kernel/calendar.ts'
import type { AmendmentId, BallotId } from '#domain/kernel/id.ts'
import { rebuild } from '#local/rebuild.ts'
import { allRows } from '#test/support/all-rows.ts'
import { versionNow } from '#test/support/amending.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { textOf } from '#test/support/comment-pages.ts'
import { fieldsIn, optionsIn } from '#test/support/merging-pages.ts'
import { snapshot } from '#test/support/snapshot.ts'
import {
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	SLUG,
} from '#test/support/world.ts'
import {
	changeAmendment,
	decideAmendment,
	proposeAmendment,
	reopenAmendment,
	withdrawAmendment,
} from '#usecases/amendment/amendment.ts'
import { mergeAmendments } from '#usecases/amendment/merging.ts'
import { castVote } from './cast-vote.ts'
import { closeDueBallots } from './close-due-ballots.ts'
import { openAmendmentBallot } from './open-amendment-ballot.ts'
import { enterMeetingDecision, openBallot } from './open-ballot.ts'

/** Whatever speaks against it was said yes to. */
const ALL = { silent: [], unanswered: 99 }

/** Of two amendments to the same words the associations preferred the second. */
async function preferred(world: CoalitionWorld, words = 'Samtliga representanter ska vara arvoderade.') {
	const { deps, order, chair, server, members } = world
	const statementId = await draftStatement(world)
	const [part] = await allRows(
		server.client,
		"SELECT version_id FROM block JOIN block_version ON block_version.id = version_id WHERE block_version.statement_id = ? AND content LIKE '%arvoderade%'",
		[statementId],
	)
	const seen = [String(part?.version_id) as never]
	const worded = (text: string) =>
		({ seen, want: { put: 'instead', blocks: [{ kind: 'position', text }] }, reason: 'Klarare.' }) as const
	const [mine, friend] = members
	if (!mine || !friend) throw new Error('there are two')
	const propose = async ({ delegate, associationId }: typeof mine, text: string) => {
		const { amendmentId } = granted(
			await proposeAmendment(deps, order(delegate, { statementId, associationId, ...worded(text) })),
		).value
		return { amendmentId, versionId: await versionNow(world, amendmentId) }
	}
	const first = await propose(mine, 'Alla representanter ska vara arvoderade.')
	const second = await propose(friend, words)
	type Put = Awaited<ReturnType<typeof propose>>
	const preferring = async (fell: Put, against: Put) => {
		const closesAt = world.clock.now + 7 * DAY
		const { ballotId } = granted(
			await openAmendmentBallot(deps, order(chair, { statementId, ...fell, against, closesAt })),
		).value
		const [row] = await allRows(server.client, 'SELECT text_hash FROM ballot WHERE id = ?', [ballotId])
		const vote = { choice: 'no', signs: false, dissent: null, textHash: String(row?.text_hash), method: 'web' } as const
		for (const { delegate, associationId } of members)
			granted(
				await castVote(deps, order(delegate, { statementId, ballotId: ballotId as BallotId, associationId, ...vote })),
			)
		world.clock.now += 8 * DAY
		await closeDueBallots(deps)
		return ballotId
	}
	const ballotId = await preferring(first, second)
	const stateOf = async ({ amendmentId }: { readonly amendmentId: AmendmentId }) =>
		(await allRows(server.client, 'SELECT state, decided_in FROM amendment WHERE id = ?', [amendmentId]))[0]
	expect(await stateOf(first)).toEqual({ state: 'rejected', decided_in: ballotId })
	return { statementId, first, second, mine, friend, worded, propose, preferring, stateOf }
}

test('what fell before another is open again when that is withdrawn or reworded, and its page says why', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, server } = world
	const app = testApp(world)
	const reader = await signedIn(app, chair)
	const opposite = {
		seen: [],
		want: { put: 'after', blocks: [{ kind: 'position', text: 'Ingen ska få något.' }] },
	} as const
	for (const end of ['withdrawn', 'reworded'] as const) {
		const { statementId, first, second, friend, stateOf } = await preferred(world)
		const { amendmentId } = second
		if (end === 'withdrawn')
			granted(await withdrawAmendment(deps, order(friend.delegate, { statementId, amendmentId })))
		else
			granted(
				await changeAmendment(
					deps,
					order(friend.delegate, { statementId, ...second, ...opposite, reason: 'Annat.' } as never),
				),
			)
		expect(await stateOf(first), end).toEqual({ state: 'open', decided_in: null })
		const page = await textOf(reader, `/${SLUG}/statements/${statementId}/amendments/${first.amendmentId}`)
		expect(page).toContain('Yrkandet är öppet igen. Det avslogs för att föreningarna föredrog ett annat')
	}
	const made = await snapshot(server.client)
	await rebuild(server.client)
	expect(await snapshot(server.client)).toEqual(made)
})

test('while the words that were preferred stand, nobody opens the other, and adopting them changes nothing of that', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const { statementId, first, second, stateOf } = await preferred(world)
	const { amendmentId } = first
	expect(codeOf(await reopenAmendment(deps, order(chair, { statementId, amendmentId })))).toBe('decidedByBallot')
	granted(await decideAmendment(deps, order(chair, { statementId, ...second, outcome: 'adopted', note: '' })))
	expect(await stateOf(first)).toMatchObject({ state: 'rejected' })
})

test('the words that were preferred are neither rejected by chair or secretary, nor do others come into the text for them', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const { statementId, first, second, mine, propose, stateOf } = await preferred(world)
	for (const outcome of ['rejected', 'adoptedWithChanges'] as const)
		expect(
			codeOf(await decideAmendment(deps, order(chair, { statementId, ...second, outcome, note: 'En medelväg.' }))),
			outcome,
		).toBe('preferredInBallot')
	const third = await propose(mine, 'De flesta representanter ska vara arvoderade.')
	const [read] = await deps.db.read(draftQuery(SLUG, statementId))
	const seen = read?.blocks.map(({ id }) => id) ?? []
	const merging = { statementId, seen, chosen: [second, third], note: 'En medelväg.', letGo: false }
	const asked = await mergeAmendments(deps, order(chair, { ...merging, choices: {} }))
	const keys = !asked.ok && asked.reason.code === 'collisionsOpen' ? asked.reason.collisions : []
	expect(keys).toHaveLength(1)
	const choices = Object.fromEntries(keys.map(({ key }) => [key, { text: 'Nästan alla' }]))
	expect(codeOf(await mergeAmendments(deps, order(chair, { ...merging, choices })))).toBe('preferredChanged')
	expect(await stateOf(second)).toMatchObject({ state: 'open' })
	expect(await stateOf(first)).toMatchObject({ state: 'rejected' })

	const reader = await signedIn(testApp(world), chair)
	const page = `/${SLUG}/statements/${statementId}/amendments/merging`
	const fields = fieldsIn(await textOf(reader, page))
	const ticked = [second, third].map(({ amendmentId, versionId }) => `${amendmentId} ${versionId}`)
	const chosen = await (await reader.post(page, { ...fields, 'chosen[]': ticked })).text()
	expect(chosen).toContain('Föreningarna har valt Y2 från')
	expect(optionsIn(chosen, 'choice.')).toHaveLength(3)
	expect(chosen).not.toContain('name="text.')
	expect(chosen).not.toContain('skriv något eget')
})

test('where what was preferred wants more elsewhere its words alone can be chosen, which are not refused', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, second, mine, propose, stateOf } = await preferred(
		world,
		'Samtliga representanter ska vara väl arvoderade.',
	)
	const third = await propose(mine, 'De flesta representanter ska vara arvoderade.')
	const reader = await signedIn(testApp(world), world.chair)
	const page = `/${SLUG}/statements/${statementId}/amendments/merging`
	const ticked = [second, third].map(({ amendmentId, versionId }) => `${amendmentId} ${versionId}`)
	const sent = { ...fieldsIn(await textOf(reader, page)), 'chosen[]': ticked }
	const asked = await (await reader.post(page, sent)).text()
	const choices = optionsIn(asked, 'choice.')
	expect(choices.map(({ value }) => value)).toEqual([`side ${second.amendmentId}`])
	const [{ name, value } = { name: '', value: '' }] = choices
	const chosen = await (await reader.post(page, { ...fieldsIn(asked), [name]: value })).text()
	expect((await reader.post(page, { ...fieldsIn(chosen), save: '1' })).status).toBe(303)
	expect(await stateOf(second)).toMatchObject({ state: 'adopted' })
})

test('where associations adopted another what was preferred gives way to that, and the rest of it comes in with changes', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock, db } = world
	const { statementId, second, mine, propose, stateOf } = await preferred(
		world,
		'Samtliga representanter ska vara väl arvoderade.',
	)
	const third = await propose(mine, 'De flesta representanter ska vara arvoderade.')
	// As by a ballot on it, before the other.
	const sql = "UPDATE amendment SET state = 'adopted', decided_in = 'ballot', decided_at = 1 WHERE id = ?"
	await db.write([{ sql, args: [third.amendmentId] }])
	const reader = await signedIn(testApp(world), chair)
	const page = `/${SLUG}/statements/${statementId}/amendments/merging`
	const ticked = [second, third].map(({ amendmentId, versionId }) => `${amendmentId} ${versionId}`)
	const sent = { ...fieldsIn(await textOf(reader, page)), 'chosen[]': ticked }
	const asked = await (await reader.post(page, sent)).text()
	expect(asked).toContain('framför ett annat yrkande i en omröstning, men inte bifallit det.')
	const choices = optionsIn(asked, 'choice.')
	expect(choices.map(({ value }) => value)).toEqual([`side ${third.amendmentId}`])
	const [{ name, value } = { name: '', value: '' }] = choices
	const chosen = await (await reader.post(page, { ...fieldsIn(asked), [name]: value })).text()
	const note = 'Föreningarna har bifallit Y3.'
	expect((await reader.post(page, { ...fieldsIn(chosen), note, save: '1' })).status).toBe(303)
	expect(await stateOf(second)).toMatchObject({ state: 'adoptedWithChanges' })
	expect(await stateOf(third)).toMatchObject({ state: 'adopted' })
	const times = { closesAt: clock.now + 8 * DAY, signoffDueAt: clock.now + 14 * DAY }
	const text = { statementId, track: 'full', textHash: null, confirmed: ALL, ...times } as const
	granted(await openBallot(deps, order(chair, text)))
})

test('of two that were preferred and cannot both come in whole nothing is offered, and the page says to untick one', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, second, mine, friend, propose, preferring } = await preferred(
		world,
		'Samtliga representanter ska vara väl arvoderade.',
	)
	const third = await propose(mine, 'Somliga representanter ska vara arvoderade.')
	const fourth = await propose(friend, 'De flesta representanter ska vara rikligt arvoderade.')
	await preferring(third, fourth)
	const reader = await signedIn(testApp(world), world.chair)
	const page = `/${SLUG}/statements/${statementId}/amendments/merging`
	const ticked = [second, fourth].map(({ amendmentId, versionId }) => `${amendmentId} ${versionId}`)
	const sent = { ...fieldsIn(await textOf(reader, page)), 'chosen[]': ticked }
	const asked = await (await reader.post(page, sent)).text()
	expect(asked).toContain('men här vill de olika. Kryssa ur ett av dem, och ställ det under en egen omröstning.')
	expect(optionsIn(asked, 'choice.')).toEqual([])
	expect(asked).not.toContain('name="text.')
	expect(asked).toContain('1 krock där inget går att välja')
	expect(asked).not.toMatch(/Välj i 1 krock|Välj vad som ska stå|Välj i krockarna/)
	expect(asked).toContain('Kryssa ur ett av yrkandena i varje krock där inget går att välja. Sedan kan du spara.')
})

test('the text goes to no decision with what was preferred left open, or adopted and left out, and the pages say so', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	const { statementId, second, stateOf } = await preferred(world)
	const times = { closesAt: clock.now + 8 * DAY, signoffDueAt: clock.now + 14 * DAY }
	const onText = () =>
		openBallot(deps, order(chair, { statementId, track: 'full', textHash: null, confirmed: ALL, ...times }))
	const held = { heldOn: swedishDate(clock.now), minutes: '§ 7', signoffDueAt: times.signoffDueAt, votes: [] }
	const refused = { ok: false, reason: { code: 'preferredPassedOver', numbers: [2] } }
	expect(await onText()).toEqual(refused)
	expect(await enterMeetingDecision(deps, order(chair, { statementId, ...held }))).toEqual(refused)
	const reader = await signedIn(testApp(world), chair)
	const at = `/${SLUG}/statements/${statementId}`
	expect(await textOf(reader, `${at}/amendments/${second.amendmentId}`)).toContain('Texten går inte till beslut förrän')
	for (const page of ['ballots/new', 'meeting-decision']) {
		const shown = await textOf(reader, `${at}/${page}`)
		expect(shown).toContain('Föreningarna har valt Y2 framför ett annat yrkande')
		expect(shown).not.toContain('name="signoffDueOn"')
	}
	granted(await decideAmendment(deps, order(chair, { statementId, ...second, outcome: 'adopted', note: '' })))
	expect(await onText()).toEqual(refused)

	const [read] = await deps.db.read(draftQuery(SLUG, statementId))
	const seen = read?.blocks.map(({ id }) => id) ?? []
	const merging = { statementId, seen, chosen: [second], choices: {}, note: '', letGo: false }
	granted(await mergeAmendments(deps, order(chair, merging)))
	expect(await stateOf(second)).toMatchObject({ state: 'adopted' })
	granted(await onText())
})

test('associations that reject by itself what they preferred, or makers that withdraw it, let the text go on', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock, server, members } = world
	for (const end of ['rejected', 'withdrawn'] as const) {
		const { statementId, second, friend, stateOf } = await preferred(world)
		if (end === 'withdrawn')
			granted(await withdrawAmendment(deps, order(friend.delegate, { statementId, amendmentId: second.amendmentId })))
		else {
			const alone = { statementId, ...second, against: null, closesAt: clock.now + 7 * DAY }
			const { ballotId } = granted(await openAmendmentBallot(deps, order(chair, alone))).value
			const [row] = await allRows(server.client, 'SELECT text_hash FROM ballot WHERE id = ?', [ballotId])
			const no = { choice: 'no', signs: false, dissent: null, textHash: String(row?.text_hash), method: 'web' } as const
			for (const { delegate, associationId } of members)
				granted(await castVote(deps, order(delegate, { statementId, ballotId, associationId, ...no })))
			clock.now += 8 * DAY
			await closeDueBallots(deps)
		}
		expect(await stateOf(second)).toMatchObject({ state: end })
		const times = { closesAt: clock.now + 8 * DAY, signoffDueAt: clock.now + 14 * DAY }
		const text = { statementId, track: 'full', textHash: null, confirmed: ALL, ...times } as const
		granted(await openBallot(deps, order(chair, text)))
	}
})
