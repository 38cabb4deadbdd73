import { expect, test } from 'vitest'
import { textOf } from '#domain/publication/record.ts'
import { type Answer, type Program, programOf } from '#test/support/api.ts'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { filtered } from '#test/support/curl.ts'
import {
	BLOCKS,
	type CoalitionWorld,
	createCoalitionWorld,
	DAY,
	draftStatement,
	HOUR,
	openedBallot,
} from '#test/support/world.ts'
import { textHashOf } from '#usecases/hashing.ts'

const iso = (instant: number) => new Date(instant).toISOString()

/** The chair's program, and one of each delegate. */
async function programs(world: CoalitionWorld) {
	const app = testApp(world)
	const chair = await programOf(app, world.chair)
	const delegates: (Program & { readonly associationId: string })[] = []
	for (const { delegate, associationId } of world.members) {
		delegates.push({ ...(await programOf(app, delegate)), associationId })
	}
	const [first, second, third] = delegates
	if (!first || !second || !third) throw new Error('three associations are needed')
	return { app, chair, delegates: [first, second, third] as const }
}

/** What was done, or why not. */
function outcomeOf({ status, body }: Answer): string {
	return status === 201 ? 'done' : `${status} ${filtered(body, '.code')}`
}

test('the text is written from blocks, Markdown or a paste, and its hash is that of the text while it is written', async () => {
	await using world = await createCoalitionWorld()
	const { chair } = await programs(world)
	const started = await chair.post('statements', { title: 'Ett svar', language: 'sv' })
	const path = `statements/${filtered(started.body, '.statementId')}`
	expect(started.headers.get('location')).toBe(`${ORIGIN}/api/v1/coalitions/nsph-stockholm/${path}`)

	expect((await chair.post(`${path}/text`, { blocks: BLOCKS })).body).toMatchObject({ title: null, blocks: 4 })
	const { body } = await chair.get(path)
	expect(body).toMatchObject({
		stage: 'drafting',
		textHash: await textHashOf(
			textOf(
				{ title: 'Ett svar', language: 'sv' },
				BLOCKS.map((content) => ({ content }) as never),
			),
		),
		blocks: BLOCKS.map((content) => ({ content })),
		ballot: null,
		publication: null,
		next: { step: 'writing', by: 'stewards', dueAt: null },
	})
	expect(body).toMatchObject({ blocks: [{ number: null }, { number: 1 }, { number: 2 }, { number: null }] })

	const markdown = '# Rubriken\n\n1. Ett\n\n   a. Under\n2. Två\n'
	const written = await chair.post(`${path}/text`, markdown, 'md', { 'content-type': 'text/markdown' })
	expect(written.body).toMatchObject({ title: 'Rubriken', residue: [], blocks: 3 })
	expect(outcomeOf(await chair.post(`${path}/text`, { markdown }))).toBe('done')
	expect((await chair.get(path)).body).toMatchObject({
		title: 'Ett svar',
		blocks: [
			{ number: 1, letter: null, content: { kind: 'position', text: 'Ett' } },
			{ number: 1, letter: 'a', content: { kind: 'subPoint', text: 'Under' } },
			{ number: 2, letter: null, content: { kind: 'position', text: 'Två' } },
		],
	})
	expect(outcomeOf(await chair.post(`${path}/text`, { pasted: 'En rubrik\n\nEn text.' }))).toBe('done')
	expect(outcomeOf(await chair.post(`${path}/text`, { pasted: 'a', markdown: 'b' }))).toBe('422 invalid')
	expect(outcomeOf(await chair.post(`${path}/title`, { title: 'Ny rubrik' }))).toBe('done')
	expect((await chair.get(path)).body).toMatchObject({ title: 'Ny rubrik' })
})

test('blocks are added, changed, moved, split, joined and removed, each from the version that was read', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const path = `statements/${await draftStatement(world, [{ kind: 'paragraph', text: 'Ett två' }])}`
	const texts = async () => {
		const { body } = await chair.get(path)
		const { blocks } = body as { readonly blocks: readonly { readonly content: { readonly text: string } }[] }
		return blocks.map(({ content }) => content.text)
	}
	const { body } = await chair.get(path)
	const block = filtered(body, '.blocks[0].blockId')
	const basedOn = filtered(body, '.blocks[0].versionId')
	const at = `${path}/blocks/${block}`

	const changed = await delegates[0].post(`${at}/versions`, {
		basedOn,
		content: { kind: 'paragraph', text: 'Ett, två' },
	})
	expect(filtered(changed.body, '.blockId')).toBe(block)
	const stale = await chair.post(`${at}/versions`, { basedOn, content: { kind: 'paragraph', text: 'Annat' } })
	expect(stale).toMatchObject({
		status: 409,
		body: { code: 'blockChanged', blockId: block, current: filtered(changed.body, '.versionId') },
	})
	const split = await chair.post(`${at}/splits`, { basedOn: filtered(changed.body, '.versionId'), at: 4 })
	expect(await texts()).toEqual(['Ett,', 'två'])
	const second = filtered(split.body, '.blockId')
	await chair.post(`${path}/blocks/${second}/moves`, { after: null })
	expect(await texts()).toEqual(['två', 'Ett,'])
	const added = await chair.post(`${path}/blocks`, { content: { kind: 'paragraph', text: 'tre' }, after: second })
	expect(await texts()).toEqual(['två', 'tre', 'Ett,'])
	const third = `${path}/blocks/${filtered(added.body, '.blockId')}`
	const joined = await chair.post(`${third}/joins`, { basedOn: filtered(added.body, '.versionId') })
	expect(await texts()).toEqual(['två tre', 'Ett,'])
	await chair.post(`${path}/blocks/${second}/removals`, { basedOn: filtered(joined.body, '.versionId') })
	expect(await texts()).toEqual(['Ett,'])
	expect(outcomeOf(await chair.post(`${third}/joins`, { basedOn }))).toBe('409 blockGone')
})

test('stances are recorded on positions, and are shown stale when the position was reworded', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const path = `statements/${await draftStatement(world)}`
	expect(outcomeOf(await chair.post(`${path}/consultation`, { dueAt: iso(world.clock.now + 7 * DAY) }))).toBe('done')
	const { body } = await delegates[0].get(`${path}/stances`)
	const blockId = filtered(body, '.positions[0].blockId')
	const versionId = filtered(body, '.positions[0].versionId')
	const { associationId } = delegates[0]
	const stances = [{ blockId, versionId, stance: 'partial', reason: 'Inte allt.' }]
	expect(outcomeOf(await delegates[0].post(`${path}/stances`, { associationId, stances }))).toBe('done')
	expect(outcomeOf(await delegates[1].post(`${path}/stances`, { associationId, stances }))).toBe('403 notAllowed')
	const own = { associationId, stance: 'partial', reason: 'Inte allt.', stale: false }
	expect((await chair.get(`${path}/stances`)).body).toMatchObject({
		positions: [
			{ number: 1, stances: [own] },
			{ number: 2, stances: [] },
		],
	})
	const content = { kind: 'position', text: 'Omskriven.' }
	await chair.post(`${path}/blocks/${blockId}/versions`, { basedOn: versionId, content })
	expect((await chair.get(`${path}/stances`)).body).toMatchObject({
		positions: [{ text: 'Omskriven.', stances: [{ ...own, stale: true }] }, {}],
	})
})

test('a ballot on another text than the one that was read is not opened', async () => {
	await using world = await createCoalitionWorld()
	const { chair } = await programs(world)
	const path = `statements/${await draftStatement(world)}`
	const textHash = filtered((await chair.get(path)).body, '.textHash')
	await chair.post(`${path}/title`, { title: 'Annan' })
	const closesAt = iso(world.clock.now + DAY)
	expect(outcomeOf(await chair.post(`${path}/ballots`, { closesAt, textHash }))).toBe('409 textChanged')
	const now = filtered((await chair.get(path)).body, '.textHash')
	const opened = await chair.post(`${path}/ballots`, { closesAt, textHash: now })
	expect(outcomeOf(opened)).toBe('done')
	const ballotId = filtered(opened.body, '.ballotId')
	expect((await chair.get(`${path}/ballots`)).body).toMatchObject({ ballots: [{ id: ballotId, title: 'Annan' }] })
	expect((await chair.get(`${path}/ballots/${ballotId}`)).body).toMatchObject({
		id: ballotId,
		subject: { kind: 'text' },
		over: false,
		closesAt: closesAt.replace('.000', ''),
		signoffDueAt: closesAt.replace('.000', ''),
		bylaws: { preset: 'standard' },
		tally: { yes: 0, no: 0, abstain: 0, silent: 3 },
		outcome: null,
	})
	expect((await chair.get(`statements/nothing/ballots/${ballotId}`)).status).toBe(404)
	expect((await chair.get(`${path}/ballots/nothing`)).status).toBe(404)
})

test('votes that the bylaws hide until the ballot closes are hidden, but for one’s own', async () => {
	await using world = await createCoalitionWorld(undefined, 'board')
	const { chair, delegates } = await programs(world)
	const statementId = await draftStatement(world)
	const { ballotId, textHash } = await openedBallot(world, statementId)
	const path = `statements/${statementId}`
	const ballot = `${path}/ballots/${ballotId}`
	const dissent = { kind: 'reservation', text: 'Vi hade velat mer.' }
	const [first, second] = delegates
	await first.post(`${ballot}/votes`, { associationId: first.associationId, choice: 'no', dissent, textHash })
	await second.post(`${ballot}/votes`, { associationId: second.associationId, choice: 'yes', textHash })
	const hidden = {
		tally: null,
		outcome: null,
		voters: [{ hasVoted: true, vote: null }, { vote: null }, { hasVoted: false }],
	}
	expect((await chair.get(ballot)).body).toMatchObject(hidden)
	expect((await chair.get(path)).body).toMatchObject({ ballot: hidden })
	expect((await first.get(ballot)).body).toMatchObject({
		tally: null,
		voters: [{ vote: { choice: 'no', dissent } }, { hasVoted: true, vote: null }, {}],
	})
	await chair.post(`${ballot}/closing`)
	expect((await chair.get(ballot)).body).toMatchObject({
		over: true,
		tally: { yes: 1, no: 1, abstain: 0, silent: 1 },
		outcome: { result: 'noQuorum' },
		voters: [{ vote: { choice: 'no' } }, { vote: { choice: 'yes' } }, { vote: null }],
	})
})

test('a secret ballot takes papers, shows who has voted and never how', async () => {
	await using world = await createCoalitionWorld(undefined, 'secret')
	const { chair, delegates } = await programs(world)
	const statementId = await draftStatement(world)
	const { ballotId, textHash } = await openedBallot(world, statementId)
	const ballot = `statements/${statementId}/ballots/${ballotId}`
	for (const { post, associationId } of delegates) {
		expect(outcomeOf(await post(`${ballot}/votes`, { associationId, choice: 'yes', textHash }))).toBe(
			'409 ballotIsSecret',
		)
		expect(outcomeOf(await post(`${ballot}/papers`, { associationId, choice: 'yes', textHash }))).toBe('done')
		expect(outcomeOf(await post(`${ballot}/papers`, { associationId, choice: 'no', textHash }))).toBe(
			'409 secretVoteFinal',
		)
	}
	const voters = delegates.map(() => ({ hasVoted: true, vote: null }))
	expect((await delegates[0].get(ballot)).body).toMatchObject({ tally: null, outcome: null, voters })
	await chair.post(`${ballot}/closing`)
	expect((await delegates[0].get(ballot)).body).toMatchObject({
		tally: { yes: 3, no: 0 },
		outcome: { result: 'adopted' },
		voters,
	})
})

test('a decision taken at a meeting is entered, mended, signed off, published and marked as sent', async () => {
	await using world = await createCoalitionWorld()
	const { app, chair, delegates } = await programs(world)
	const path = `statements/${await draftStatement(world)}`
	const signoffDueAt = iso(world.clock.now + 2 * DAY)
	const votes = delegates.map(({ associationId }) => ({ associationId, choice: 'yes' }))
	const meeting = { heldOn: '2022-10-01', minutes: '§ 7', votes, signoffDueAt }
	expect(outcomeOf(await chair.post(`${path}/meeting-decision`, meeting))).toBe('done')
	const { body } = await chair.get(path)
	expect(body).toMatchObject({
		stage: 'signing',
		ballot: { meeting: { heldOn: '2022-10-01', minutes: '§ 7' }, outcome: { result: 'adopted', yes: 3 } },
	})
	const blockId = filtered(body, '.blocks[0].blockId')
	const change = { blockId, text: 'Vi är mycket positiva.', note: 'Ett ord fattades.', signoffDueAt }
	expect(outcomeOf(await chair.post(`${path}/editorial-changes`, change))).toBe('done')
	const textHash = filtered((await chair.get(path)).body, '.textHash')
	expect(textHash).not.toBe(filtered(body, '.textHash'))
	const [first, second, third] = delegates
	const answer = (answered: string, reason = '') => ({ answer: answered, reason, textHash })
	const sign = (who: typeof first, given: object) =>
		who.post(`${path}/signoffs`, { associationId: who.associationId, ...given })
	expect(outcomeOf(await sign(first, answer('signed')))).toBe('done')
	world.clock.now += 1000
	expect(outcomeOf(await sign(second, answer('declined')))).toBe('422 reasonRequired')
	expect(outcomeOf(await sign(second, answer('declined', 'Vi tycker annorlunda.')))).toBe('done')
	expect(await chair.post(`${path}/publication`, { textHash })).toMatchObject({
		status: 409,
		body: { code: 'awaitingSignoffs', missing: [third.associationId], dueAt: signoffDueAt.replace('.000', '') },
	})
	world.clock.now += 2 * DAY + HOUR
	expect(outcomeOf(await sign(third, answer('signed')))).toBe('409 signingOver')
	expect((await chair.post(`${path}/publication`, { textHash })).body).toMatchObject({
		label: 'NSPH-SL 2022:1',
		year: 2022,
		number: 1,
	})
	const dispatch = { sentOn: '2022-10-05', how: 'E-post', to: 'registrator@example.org' }
	expect(outcomeOf(await chair.post(`${path}/dispatches`, dispatch))).toBe('done')
	const published = (await first.get(path)).body
	expect(published).toMatchObject({
		stage: 'published',
		publication: { label: 'NSPH-SL 2022:1', page: `${ORIGIN}/nsph-stockholm/2022/1` },
		signoffs: [
			{ answer: 'signed', method: 'api', standing: true },
			{ answer: 'declined', reason: 'Vi tycker annorlunda.' },
		],
		dispatches: [dispatch],
	})
	for (const link of ['page', 'markdown', 'record']) {
		const response = await app.fetch(new Request(filtered(published, `.publication.${link}`)))
		expect([link, response.status]).toEqual([link, 200])
	}
	expect(outcomeOf(await chair.post(`${path}/redactions`, { blockId, ground: 'Samtycke återkallat.' }))).toBe('done')
	// Public files may be a minute old.
	world.clock.now += HOUR
	const record = await app.fetch(new Request(filtered(published, '.publication.record')))
	expect(await record.json()).toMatchObject({ text: null, redacted: [{ block: 0, ground: 'Samtycke återkallat.' }] })
})

test('a text is sent back with a reason, and withdrawn', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	const path = `statements/${statementId}`
	expect(outcomeOf(await chair.post(`${path}/referral`, { reason: '' }))).toBe('422 empty')
	expect(outcomeOf(await chair.post(`${path}/referral`, { reason: 'Skriv om punkt 2.' }))).toBe('done')
	expect((await chair.get(path)).body).toMatchObject({ stage: 'drafting', reason: 'Skriv om punkt 2.', ballot: null })
	expect((await chair.get(`${path}/ballot`)).status).toBe(404)
	const { ballotId } = ballot
	const old = await chair.get(`${path}/ballots/${ballotId}`)
	expect(old.body).toMatchObject({ id: ballotId, voidedAt: iso(world.clock.now).replace('.000', '') })
	const vote = { associationId: delegates[0].associationId, choice: 'yes', textHash: ballot.textHash }
	expect(outcomeOf(await delegates[0].post(`${path}/ballots/${ballotId}/votes`, vote))).toBe('409 ballotVoided')
	expect(outcomeOf(await chair.post(`${path}/withdrawal`, { reason: 'Frågan har förfallit.' }))).toBe('done')
	expect((await chair.get(path)).body).toMatchObject({ stage: 'withdrawn', next: { step: 'nothing' } })
	expect(outcomeOf(await chair.post(`${path}/referral`, { reason: 'X' }))).toBe('409 wrongStage')
})

test('lists come newest first, in parts, and statements by stage too', async () => {
	await using world = await createCoalitionWorld()
	const { chair } = await programs(world)
	for (const title of ['Ett', 'Två', 'Tre']) {
		await chair.post('inquiries', { title })
		await chair.post('statements', { title })
		world.clock.now += 1000
	}
	for (const list of ['inquiries', 'statements'] as const) {
		const { body } = await chair.get(`${list}?limit=2`)
		expect(body).toMatchObject({ [list]: [{ title: 'Tre' }, { title: 'Två' }] })
		const next = new URL(filtered(body, '.next'))
		expect((await chair.get(next.pathname + next.search)).body).toMatchObject({
			[list]: [{ title: 'Ett' }],
			next: null,
		})
		for (const bad of ['limit=0', 'limit=x', 'limit=201', 'before=']) {
			expect([bad, (await chair.get(`${list}?${bad}`)).status]).toEqual([bad, 422])
		}
	}
	const statementId = await draftStatement(world)
	await openedBallot(world, statementId)
	expect((await chair.get('statements?stage=deciding')).body).toMatchObject({ statements: [{ id: statementId }] })
	expect((await chair.get('statements?stage=none')).status).toBe(422)
})

test('an inquiry is corrected, its deadline moved with the earlier ones kept, or it is declined', async () => {
	await using world = await createCoalitionWorld()
	const { chair } = await programs(world)
	const facts = { title: 'SOU 2022:41', references: 'S2020/06171/FS', dueOn: '2022-11-01' }
	const made = await chair.post('inquiries', facts)
	const path = `inquiries/${filtered(made.body, '.inquiryId')}`
	const documents = [{ title: 'Missiv', url: 'https://example.org/missiv.pdf' }]
	expect(outcomeOf(await chair.post(`${path}/changes`, { title: 'SOU 2022:41 Nästa steg', documents }))).toBe('done')
	expect(outcomeOf(await chair.post(`${path}/changes`, { ...facts }))).toBe('422 invalid')
	world.clock.now += 1000
	expect(outcomeOf(await chair.post(`${path}/due-dates`, { dueOn: '2022-12-01', note: 'Förlängd.' }))).toBe('done')
	expect((await chair.get(path)).body).toMatchObject({
		status: 'received',
		title: 'SOU 2022:41 Nästa steg',
		dueOn: '2022-12-01',
		documents,
		dueDateHistory: [{ dueOn: '2022-11-01' }, { dueOn: '2022-12-01', note: 'Förlängd.' }],
		statements: [],
	})
	expect(outcomeOf(await chair.post(`${path}/declining`, { reason: 'Ingen tid.' }))).toBe('done')
	expect((await chair.get(path)).body).toMatchObject({ status: 'declined', declineReason: 'Ingen tid.' })
	const inquiryId = filtered(made.body, '.inquiryId')
	expect(outcomeOf(await chair.post('statements', { title: 'Svar', inquiryId }))).toBe('409 inquiryClosed')
})

test('associations and seats are administered, and an act repeated under its key enters nobody twice', async () => {
	await using world = await createCoalitionWorld()
	const { chair, delegates } = await programs(world)
	const added = await chair.post('associations', { name: 'Balans', area: 'Bipolärt' })
	const associationId = filtered(added.body, '.associationId')
	expect(
		outcomeOf(await chair.post(`associations/${associationId}/changes`, { name: 'Balans Sthlm', area: '', order: 0 })),
	).toBe('done')
	expect((await delegates[0].get('associations')).body).toMatchObject({
		associations: [{ name: 'Balans Sthlm' }, {}, {}, {}],
	})

	const seat = { who: { name: 'Berta', email: 'berta@example.org' }, role: 'delegate', associationId }
	const given = await chair.post('seats', seat, 'seat')
	const again = await chair.post('seats', seat, 'seat')
	expect([given.status, again.status]).toEqual([201, 200])
	expect(again.body).toEqual(given.body)
	expect(given.body).toMatchObject({ invited: true })
	const listed = JSON.stringify((await chair.get('seats')).body)
	expect(listed.match(/Berta/g)).toHaveLength(1)
	expect(listed).not.toContain('@')
	expect(outcomeOf(await chair.post('seats', { ...seat, who: { name: 'Bo' } }))).toBe('409 delegateExists')
	const deputy = { who: { id: filtered(given.body, '.personId') }, role: 'deputy', associationId }
	expect(outcomeOf(await chair.post('seats', { ...deputy, until: '2023-01-01T00:00:00Z' }))).toBe('done')
	expect(outcomeOf(await chair.post(`seats/${filtered(given.body, '.seatId')}/ending`))).toBe('done')
	expect(outcomeOf(await chair.post(`associations/${associationId}/leaving`))).toBe('done')
	expect((await chair.get('')).body).toMatchObject({ associations: [{}, {}, {}], you: { seats: [{ role: 'chair' }] } })

	const settings = { name: 'NSPH', seriesPrefix: 'NSPH', preset: 'board', language: 'sv', listed: false }
	expect(outcomeOf(await chair.post('settings', settings))).toBe('done')
	expect((await chair.get('')).body).toMatchObject(settings)
})
