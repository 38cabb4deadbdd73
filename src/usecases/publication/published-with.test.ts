import { expect, test } from 'vitest'
import type { Database } from '#db/client.ts'
import { allRows } from '#test/support/all-rows.ts'
import { publish, SIGNED_YES, voteCommand } from '#test/support/signing.ts'
import {
	BLOCKS,
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	granted,
	openedBallot,
} from '#test/support/world.ts'
import { changeSettings } from '#usecases/coalition/change-settings.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { changeInquiry, moveDueDate, receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { referBack } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'

const SHOWN = { title: 'Förslag om att bygga ut stödet', sender: 'Socialstyrelsen', references: 'S2022/1' }
const FACTS = { ...SHOWN, dueOn: null, sendTo: '', copyTo: '', documents: [], note: '' }
const OTHERS = [
	{ title: 'Förslag om att lägga ned stödet' },
	{ sender: 'Någon annan' },
	{ references: 'X' },
	{ title: 'Nytt', note: 'Ring.' },
]
const NAMES = [{ name: 'Psykiatrins fiender' }, { seriesPrefix: 'FI' }, { name: 'Nytt', preset: 'board' as const }]

async function answered(world: CoalitionWorld) {
	const { deps, order, chair } = world
	const { inquiryId } = granted(await receiveInquiry(deps, order(chair, FACTS))).value
	const start = { kind: 'response', language: 'sv', title: 'Ett svar', track: 'full', inquiryId } as const
	const { statementId } = granted(await startStatement(deps, order(chair, start))).value
	granted(await editDocument(deps, order(chair, { statementId, edit: { do: 'write', blocks: BLOCKS } })))
	const change = (facts: Partial<typeof FACTS>, by = deps) =>
		changeInquiry(by, order(chair, { inquiryId, facts: { ...FACTS, ...facts } }))
	return { inquiryId, statementId, change }
}

async function voted(world: CoalitionWorld, ballot: Awaited<ReturnType<typeof openedBallot>>) {
	const { deps, order, chair, members } = world
	for (const member of members)
		granted(await castVote(deps, order(member.delegate, voteCommand(ballot, member, SIGNED_YES))))
	granted(await closeBallot(deps, order(chair, ballot)))
}

test('what is answered, and in whose name, is what was shown as it was voted on and signed', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, server } = world
	const { inquiryId, statementId, change } = await answered(world)
	const nothingGoes = async () => {
		for (const facts of OTHERS) {
			expect(await change(facts)).toMatchObject({ reason: { code: 'beingDecided', titles: ['Ett svar'] } })
		}
		for (const named of NAMES) expect(codeOf(await changeSettings(deps, order(chair, named)))).toBe('beingDecided')
	}
	const ballot = await openedBallot(world, statementId)
	await nothingGoes()
	// What is not published with it is free.
	granted(await change({ sendTo: 'svar@example.org', note: 'Ring.' }))
	granted(await moveDueDate(deps, order(chair, { inquiryId, dueOn: '2023-02-01', note: '' })))
	granted(await changeSettings(deps, order(chair, { listed: false, language: 'en' as const })))
	await voted(world, ballot)
	await nothingGoes()
	granted(await publish(world, statementId))

	const published = () => allRows(server.client, 'SELECT label, record_bytes, revealed FROM publication')
	const before = await published()
	const said = JSON.stringify(before)
	expect(['NSPH Stockholms län', 'NSPH-SL 2022:1', ...Object.values(SHOWN)].filter((of) => !said.includes(of))).toEqual(
		[],
	)
	// And of what is published nothing changes.
	granted(await change({ title: 'Förslag om att lägga ned stödet' }))
	granted(await changeSettings(deps, order(chair, { name: 'Psykiatrins fiender', seriesPrefix: 'FI' })))
	expect(await published()).toEqual(before)
})

test('an inquiry and a name change when the text is sent back, and when it is only written', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const { statementId, change } = await answered(world)
	granted(await change({ title: 'Medan det skrivs' }))
	await openedBallot(world, statementId)
	expect(codeOf(await change({ title: 'Ett annat' }))).toBe('beingDecided')
	granted(await referBack(deps, order(chair, { statementId, reason: 'Fel rubrik.' })))
	granted(await change({ title: 'Ett annat' }))
	granted(await changeSettings(deps, order(chair, { name: 'Ett annat namn' })))
})

test('an inquiry that another text answers is free', async () => {
	await using world = await createCoalitionWorld()
	const { statementId } = await answered(world)
	await openedBallot(world, statementId)
	const { change } = await answered(world)
	granted(await change({ title: 'Ett annat' }))
})

test('neither changes when the ballot opens between its reading and its writing', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, db } = world
	const { statementId, change } = await answered(world)
	const openedMeanwhile = () => {
		let reads = 0
		const read: Database['read'] = async (...queries) => {
			const found = await db.read(...queries)
			reads += 1
			if (reads === 1) await openedBallot(world, statementId)
			return found as never
		}
		return { ...deps, db: { ...db, read } }
	}
	expect(codeOf(await change({ title: 'Ett annat' }, openedMeanwhile()))).toBe('beingDecided')
	granted(await referBack(deps, order(chair, { statementId, reason: 'Nytt.' })))
	const rename = order(chair, { name: 'Ett annat namn' })
	expect(codeOf(await changeSettings(openedMeanwhile(), rename))).toBe('beingDecided')
})
