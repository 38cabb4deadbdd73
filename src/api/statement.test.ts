import { expect, test } from 'vitest'
import { textOf } from '#domain/publication/record.ts'
import { iso, outcomeOf, programs } from '#test/support/api-programs.ts'
import { ORIGIN } from '#test/support/app.ts'
import { filtered } from '#test/support/curl.ts'
import { BLOCKS, createCoalitionWorld, draftStatement, openedBallot } from '#test/support/world.ts'
import { draftHashOf } from '#usecases/hashing.ts'

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
		textHash: await draftHashOf(
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
