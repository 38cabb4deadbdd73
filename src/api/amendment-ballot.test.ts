import { expect, test } from 'vitest'
import { outcomeOf, programs } from '#test/support/api-programs.ts'
import { filtered } from '#test/support/curl.ts'
import { createCoalitionWorld, DAY, draftStatement } from '#test/support/world.ts'

test('a program puts an amendment to a ballot, others vote, and what came of it is told in words that fit', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const [mine, other] = delegates
	const statement = `statements/${await draftStatement(world)}`
	const text = (await chair.get(statement)).body
	const [block, version] = ['blockId', 'versionId'].map((name) => String(filtered(text, `.blocks[0].${name}`)))
	const wants = (words: string) => ({
		seen: [version],
		put: 'named',
		wanted: [{ blockId: block, content: { kind: 'paragraph', text: words } }],
		reason: 'Klarare så.',
	})
	const made = async (program: typeof mine, words: string) => {
		const { body } = await program.post(`${statement}/amendments`, {
			associationId: program.associationId,
			...wants(words),
		})
		const amendmentId = String(filtered(body, '.amendmentId'))
		const list = (await chair.get(`${statement}/amendments`)).body
		const place = words === 'Vi är nöjda.' ? 0 : 1
		return { amendmentId, versionId: String(filtered(list, `.amendments[${place}].versionId`)) }
	}
	const first = await made(mine, 'Vi är nöjda.')
	const second = await made(other, 'Vi är tveksamma.')
	const at = `${statement}/amendments/${first.amendmentId}/ballots`
	const closesAt = new Date(world.clock.now + 8 * DAY).toISOString()
	const order = { versionId: first.versionId, against: second, closesAt }
	expect(outcomeOf(await mine.post(at, order))).toBe('403 notAllowed')
	expect(outcomeOf(await chair.post(at, { ...order, versionId: second.versionId }))).toBe('409 amendmentChanged')
	const opened = await chair.post(at, order)
	const ballotId = String(filtered(opened.body, '.ballotId'))
	const ballot = `${statement}/ballots/${ballotId}`
	expect(outcomeOf(await chair.post(at, order))).toBe('409 amendmentAsked')
	expect((await mine.get(`${statement}/amendments`)).body).toMatchObject({
		amendments: [
			{ state: 'open', askedIn: ballotId, decidedIn: null },
			{ state: 'open', askedIn: ballotId },
		],
	})
	const shown = (await mine.get(ballot)).body
	expect(shown).toMatchObject({
		subject: { kind: 'amendment', ...first, against: second },
		...{ signoffDueAt: null, cameOfIt: null, bylaws: { majority: 'simple', yesCarriesSignoff: false } },
	})
	const textHash = String(filtered(shown, '.textHash'))
	const vote = (program: typeof mine, choice: string, more = {}) =>
		program.post(`${ballot}/votes`, { associationId: program.associationId, choice, textHash, ...more })
	const dissent = { kind: 'reservation', text: 'Vi är emot.' }
	expect(outcomeOf(await vote(mine, 'yes', { dissent }))).toBe('422 dissentOnTextOnly')
	expect((await vote(mine, 'yes', { signs: true })).body).toMatchObject({ choice: 'yes', signs: false })
	for (const program of delegates.slice(1)) expect(outcomeOf(await vote(program, 'no'))).toBe('done')
	expect(outcomeOf(await chair.post(`${ballot}/closing`, {}))).toBe('done')
	expect((await mine.get(ballot)).body).toMatchObject({ cameOfIt: 'second', outcome: { yes: 1 } })
	expect((await mine.get(`${statement}/ballots`)).body).toMatchObject({
		ballots: [{ id: ballotId, subject: { kind: 'amendment' }, title: 'Ett svar', cameOfIt: 'second' }],
	})
	expect((await mine.get(`${statement}/amendments`)).body).toMatchObject({
		amendments: [
			{ state: 'rejected', askedIn: null, decidedIn: ballotId },
			{ state: 'open', askedIn: null, decidedIn: null },
		],
	})
	expect(outcomeOf(await chair.post(`${statement}/amendments/${first.amendmentId}/reopening`, {}))).toBe(
		'409 decidedByBallot',
	)
})
