import { expect, test } from 'vitest'
import type { Database } from '#db/client.ts'
import type { BlockId, BlockVersionId } from '#domain/kernel/id.ts'
import { allRows } from '#test/support/all-rows.ts'
import { answerCommand, decidedStatement, publish, SIGNED_YES, voteCommand } from '#test/support/signing.ts'
import {
	type CoalitionWorld,
	codeOf,
	createCoalitionWorld,
	DAY,
	draftStatement,
	granted,
	type Member,
	openedBallot,
	textHashOf,
} from '#test/support/world.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { declineInquiry, receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'
import { makeEditorialChange } from '#usecases/signing/make-editorial-change.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { referBack } from '#usecases/statement/move-statement.ts'
import { startStatement } from '#usecases/statement/start-statement.ts'

/** Something happens after an act has read (its first read unless told) and before it writes. */
function meanwhile(world: CoalitionWorld, happens: () => Promise<unknown>, afterRead = 1): CoalitionWorld['deps'] {
	let reads = 0
	const read: Database['read'] = async (...queries) => {
		const found = await world.db.read(...queries)
		reads += 1
		if (reads === afterRead) await happens()
		return found as never
	}
	return { ...world.deps, db: { ...world.db, read } }
}

async function blockSaying({ server }: CoalitionWorld, text: string) {
	const [row] = await allRows(
		server.client,
		'SELECT block.id, block.version_id FROM block JOIN block_version ON block_version.id = version_id WHERE content LIKE ?',
		[`%${text}%`],
	)
	return { blockId: row?.id as BlockId, basedOn: row?.version_id as BlockVersionId }
}

test('an association that changes its answer while the statement is published stands in the record as it last said', async () => {
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	const { deps, order, members, server } = world
	const member = members[1] as Member
	const statementId = await decidedStatement(world)
	const decline = answerCommand(statementId, await textHashOf(world, statementId), member, 'declined')
	const racing = meanwhile(world, async () => granted(await answerSignoff(deps, order(member.delegate, decline))))
	granted(await publish(world, statementId, racing))
	const [row] = await allRows(server.client, 'SELECT record_bytes FROM publication')
	const { associations } = JSON.parse(String(row?.record_bytes))
	expect(associations.map((each: { signoff: string }) => each.signoff)).toEqual(['signed', 'declined', 'signed'])
})

test('what is signed is the text as it stands, not as it was read', async () => {
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	const { deps, order, chair, members, clock } = world
	const member = members[0] as Member
	const statementId = await decidedStatement(world, { choice: 'yes', signs: false })
	const { blockId } = await blockSaying(world, 'positiva')
	const change = {
		statementId,
		blockId,
		text: 'Vi är positiva till förslagen.',
		note: 'Slip',
		signoffDueAt: clock.now + 20 * DAY,
	}
	const sign = answerCommand(statementId, await textHashOf(world, statementId), member, 'signed')
	const racing = meanwhile(world, async () => granted(await makeEditorialChange(deps, order(chair, change))))
	expect(codeOf(await answerSignoff(racing, order(member.delegate, sign)))).toBe('textChanged')
})

test('a ballot on a text that is sent back while it is counted decides nothing', async () => {
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	const { deps, order, chair, members, server } = world
	const statementId = await draftStatement(world)
	const ballot = await openedBallot(world, statementId)
	for (const member of members) {
		granted(await castVote(deps, order(member.delegate, voteCommand(ballot, member, SIGNED_YES))))
	}
	const sendBack = async () => granted(await referBack(deps, order(chair, { statementId, reason: 'Nya uppgifter.' })))
	// The first read is for the closing, the second for the count.
	expect(codeOf(await closeBallot(meanwhile(world, sendBack, 2), order(chair, ballot)))).toBe('ballotVoided')
	expect(await allRows(server.client, 'SELECT stage FROM statement')).toEqual([{ stage: 'drafting' }])
	expect(await allRows(server.client, "SELECT * FROM event WHERE type = 'ballotDecided'")).toEqual([])
})

test('no statement is started in answer to an inquiry that is declined meanwhile', async () => {
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	const { deps, order, chair, server } = world
	const facts = {
		title: 'En remiss',
		sender: '',
		references: '',
		dueOn: null,
		sendTo: '',
		copyTo: '',
		documents: [],
		note: '',
	}
	const { inquiryId } = granted(await receiveInquiry(deps, order(chair, facts))).value
	const decline = async () => granted(await declineInquiry(deps, order(chair, { inquiryId, reason: 'Hinns inte.' })))
	const start = { kind: 'response', language: 'sv', title: 'Ett svar', track: 'full', inquiryId } as const
	expect(codeOf(await startStatement(meanwhile(world, decline), order(chair, start)))).toBe('inquiryClosed')
	expect(await allRows(server.client, 'SELECT * FROM statement')).toEqual([])
})

test('a block written while it is split loses no word, whoever comes first', async () => {
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	const { deps, order, chair, members, server } = world
	const statementId = await draftStatement(world)
	const block = await blockSaying(world, 'positiva')
	const split = { statementId, edit: { do: 'split', ...block, at: 6 } } as const
	const content = { kind: 'paragraph', text: 'Vi är negativa till förslaget.' } as const
	const write = { statementId, edit: { do: 'edit', ...block, content } } as const
	const delegate = members[0]?.delegate ?? chair

	const writing = meanwhile(world, async () => granted(await editDocument(deps, order(delegate, write))))
	expect(codeOf(await editDocument(writing, order(chair, split)))).toBe('blockChanged')

	const now = await blockSaying(world, 'negativa')
	const splitting = meanwhile(world, async () =>
		granted(await editDocument(deps, order(chair, { statementId, edit: { ...split.edit, ...now } }))),
	)
	const rewrite = { statementId, edit: { ...write.edit, ...now, content: { ...content, text: 'Vi avstår.' } } }
	expect(codeOf(await editDocument(splitting, order(delegate, rewrite)))).toBe('blockChanged')
	const kept = await allRows(
		server.client,
		'SELECT content FROM block JOIN block_version ON block_version.id = version_id',
	)
	expect(kept.map(({ content }) => JSON.parse(String(content)).text)).toEqual(
		expect.arrayContaining(['Vi är', 'negativa till förslaget.']),
	)
})

test('a block written while the next one is joined to it is joined as it was written', async () => {
	await using world = await createCoalitionWorld(undefined, undefined, 'never')
	const { deps, order, chair, server } = world
	const statementId = await draftStatement(world)
	const [block, next] = [await blockSaying(world, 'positiva'), await blockSaying(world, 'arvoderade')]
	const content = { kind: 'paragraph', text: 'Vi är negativa.' } as const
	const write = order(chair, { statementId, edit: { do: 'edit', ...block, content } } as const)
	const writing = meanwhile(world, async () => granted(await editDocument(deps, write)))
	granted(await editDocument(writing, order(chair, { statementId, edit: { do: 'join', ...next } })))
	const [kept] = await allRows(
		server.client,
		'SELECT content FROM block JOIN block_version ON block_version.id = version_id WHERE block.id = ?',
		[block.blockId],
	)
	expect(JSON.parse(String(kept?.content)).text).toBe('Vi är negativa. Brukarrepresentanter ska vara arvoderade.')
})
