import { expect, test } from 'vitest'
import type { CommentId, PersonId, StatementId } from '#domain/kernel/id.ts'
import type { Mail } from '#mail/port.ts'
import { ownReceiptQuery, receiptQuery } from '#read/statement/receipt.ts'
import { contributorIn, newPosition, versionNow } from '#test/support/amending.ts'
import { programOf } from '#test/support/api.ts'
import { type Browser, signedIn, testApp } from '#test/support/app.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { publish, SIGNED_YES, voteCommand } from '#test/support/signing.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	type Member,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import { decideAmendment, joinAmendment, proposeAmendment } from '#usecases/amendment/amendment.ts'
import { agreeWithComment } from '#usecases/comment/agreement.ts'
import { makeComment, replyToComment, resolveComment, withdrawComment } from '#usecases/comment/comment.ts'
import { hideComment } from '#usecases/comment/hiding.ts'
import { castVote } from '#usecases/deciding/cast-vote.ts'
import { closeBallot } from '#usecases/deciding/close-ballot.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'

const plain = (html: string) =>
	html
		.replace(/<style>.*?<\/style>/s, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')

async function receiptOf(browser: Browser, statement: StatementId): Promise<string> {
	const response = await browser.get(`/${SLUG}/statements/${statement}/receipt`)
	expect(response.status).toBe(200)
	const page = plain(await response.text())
	return page.slice(page.indexOf('Vad det blev av det vi skrev'))
}

/** Attention says three things and proposes two; AnBo agrees with one, and joins one. */
async function contributed(world: CoalitionWorld) {
	const { deps, order, chair } = world
	const [attention, anbo] = world.members as [Member, Member]
	const statementId = await draftStatement(world)
	const moa = await contributorIn(world, attention.associationId)
	const say = async (who: Member['delegate'], text: string, associationId = attention.associationId) =>
		granted(await makeComment(deps, order(who, { statementId, associationId, versionId: null, text }))).value.threadId
	const answered = await say(moa, 'Säg hur mycket.')
	await say(attention.delegate, 'Säg när.')
	const back = await say(attention.delegate, 'Ångrade ord.')
	granted(await withdrawComment(deps, order(attention.delegate, { statementId, threadId: back, commentId: back })))
	const agree = { statementId, threadId: answered, associationId: anbo.associationId, agrees: true, wording: 0 }
	granted(await agreeWithComment(deps, order(anbo.delegate, agree)))
	const resolve = { statementId, threadId: answered, text: 'Beloppet står i punkt 2.', seen: 1 }
	granted(await resolveComment(deps, order(chair, resolve)))
	const propose = async (text: string) => {
		const command = { statementId, associationId: attention.associationId, ...newPosition(text) }
		return granted(await proposeAmendment(deps, order(attention.delegate, command))).value.amendmentId
	}
	const [travel, rooms] = [await propose('Kommunen ska betala resor.'), await propose('Kommunen ska låna ut lokaler.')]
	const joined = { statementId, amendmentId: travel, associationId: anbo.associationId }
	granted(await joinAmendment(deps, order(anbo.delegate, { ...joined, versionId: await versionNow(world, travel) })))
	const decided = { statementId, amendmentId: travel, versionId: await versionNow(world, travel) }
	granted(await decideAmendment(deps, order(chair, { ...decided, outcome: 'rejected', note: 'Det är för dyrt.' })))
	return { statementId, attention, anbo, moa, answered, travel, rooms }
}

async function decide(world: CoalitionWorld, statementId: StatementId) {
	const { deps, order, chair, members } = world
	const ballot = await openedBallot(world, statementId)
	for (const member of members)
		granted(await castVote(deps, order(member.delegate, voteCommand(ballot, member, SIGNED_YES))))
	granted(await closeBallot(deps, order(chair, ballot)))
	granted(await publish(world, statementId))
}

test('each association reads what came of all it said, proposed, joined and agreed with, and of nothing else', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, attention, anbo, moa } = await contributed(world)
	const app = testApp(world)
	for (const who of [attention.delegate, moa]) {
		const page = await receiptOf(await signedIn(app, who), statementId)
		expect(page).toMatch(/Säg hur mycket\. Ordföranden svarade: Beloppet står i punkt 2\./)
		expect(page).toMatch(/Väntar på svar Säg när\./)
		expect(page).toMatch(/Tillbakatagen Orden togs tillbaka/)
		expect(page).toMatch(/Yrkande, Y1 från Attention Avslaget .* Därför: Det är för dyrt\./)
		expect(page).toMatch(/Yrkande, Y2 från Attention Öppet/)
	}
	const others = await receiptOf(await signedIn(app, anbo.delegate), statementId)
	expect(others).toMatch(/Synpunkt som ni instämmer i, Attention Besvarad Säg hur mycket\./)
	expect(others).toMatch(/Yrkande som ni står bakom, Y1 från Attention Avslaget/)
	expect(others).not.toMatch(/Säg när|Y2/)
	const third = await receiptOf(await signedIn(app, (world.members[2] as Member).delegate), statementId)
	expect(third).toContain('Ni har inte lämnat något')

	const program = await programOf(app, attention.delegate)
	expect((await program.get(`statements/${statementId}/receipt`)).body).toMatchObject({
		contributions: [
			{ kind: 'amendment', number: 1, how: 'made', became: 'rejected', note: 'Det är för dyrt.', inText: false },
			{ kind: 'amendment', number: 2, became: 'open' },
			{ kind: 'comment', how: 'began', became: 'answered', answer: 'Beloppet står i punkt 2.' },
			{ kind: 'comment', became: 'waiting', text: 'Säg när.' },
			{ kind: 'comment', became: 'withdrawn', text: '' },
		],
	})
})

test('what was hidden is read in the receipt by its own association, and by one that agreed with it', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, attention, anbo, answered } = await contributed(world)
	const hide = {
		statementId,
		threadId: answered,
		commentId: answered as CommentId,
		hides: true,
		reason: 'Nämner någon.',
	}
	granted(await hideComment(world.deps, world.order(world.chair, hide)))
	const app = testApp(world)
	expect(await receiptOf(await signedIn(app, attention.delegate), statementId)).toContain('Säg hur mycket.')
	const others = await receiptOf(await signedIn(app, anbo.delegate), statementId)
	expect(others).toContain('Säg hur mycket.')
	const program = await programOf(app, anbo.delegate)
	expect(JSON.stringify((await program.get(`statements/${statementId}/receipt`)).body)).toContain('Säg hur')
})

test('all that was said in a thread is told, each with what came of it, also by one that agrees with what began it', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, attention, anbo } = await contributed(world)
	const { deps, order } = world
	const begin = { statementId, associationId: attention.associationId, versionId: null, text: 'Vem betalar?' }
	const { threadId } = granted(await makeComment(deps, order(attention.delegate, begin))).value
	const agree = { statementId, threadId, associationId: anbo.associationId, agrees: true, wording: 0 }
	granted(await agreeWithComment(deps, order(anbo.delegate, agree)))
	const reply = async (who: Member, text: string) =>
		granted(
			await replyToComment(
				deps,
				order(who.delegate, { statementId, threadId, associationId: who.associationId, replyTo: null, text }),
			),
		)
	await reply(attention, 'Regionen eller kommunen?')
	await reply(attention, 'Och från när?')
	await reply(anbo, 'Kommunen, tycker vi.')
	const app = testApp(world)
	const page = await receiptOf(await signedIn(app, attention.delegate), statementId)
	for (const said of ['Vem betalar?', 'Regionen eller kommunen?', 'Och från när?'])
		expect(page).toContain(`Väntar på svar ${said}`)
	expect(page).not.toContain('Kommunen, tycker vi.')
	const others = await receiptOf(await signedIn(app, anbo.delegate), statementId)
	expect(others).toMatch(/Synpunkt som ni instämmer i, Attention Väntar på svar Vem betalar\?/)
	expect(others).toContain('Väntar på svar Kommunen, tycker vi.')
	expect(others).not.toContain('Regionen eller')
})

test('of what others contributed nothing is read', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, attention, anbo, moa, travel } = await contributed(world)
	const command = { statementId, associationId: attention.associationId, ...newPosition('Förberett.') }
	granted(await proposeAmendment(world.deps, world.order(moa, command)))
	const said = { statementId, associationId: null, versionId: null, text: 'Från samverkan.' }
	granted(await makeComment(world.deps, world.order(world.chair, said)))
	const { clock, deps } = world
	for (const query of [receiptQuery, ownReceiptQuery]) {
		const readBy = async (id: PersonId) => {
			const [found] = await deps.db.read(query(SLUG, statementId, { by: 'person', id }, clock.now))
			return [found?.amendments.map((each) => each.id), found?.threads.map(({ entries: [first] }) => first?.text)]
		}
		const [amendments, threads] = await readBy(attention.delegate)
		expect([amendments?.length, threads]).toEqual([3, ['Säg hur mycket.', 'Säg när.', '']])
		expect(await readBy(anbo.delegate)).toEqual([[travel], ['Säg hur mycket.']])
		expect(await readBy((world.members[2] as Member).delegate)).toEqual([[], []])
		expect(await readBy(world.chair)).toEqual([[], ['Från samverkan.']])
	}
})

test('what waits in an association is in its own receipt alone', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, attention, moa } = await contributed(world)
	const command = { statementId, associationId: attention.associationId, ...newPosition('Förberett.') }
	granted(await proposeAmendment(world.deps, world.order(moa, command)))
	const app = testApp(world)
	expect(await receiptOf(await signedIn(app, attention.delegate), statementId)).toContain(
		'Y3 från Attention Väntar hos er',
	)
	for (const who of [world.chair, (world.members[1] as Member).delegate])
		expect(await receiptOf(await signedIn(app, who), statementId)).not.toContain('Y3')
})

test('when it is published each that contributed is told once where to read it, with what was never answered or decided', async () => {
	await using world = await createCoalitionWorld()
	const { statementId, attention } = await contributed(world)
	const mails: Mail[] = []
	const deliver = () => jobsOn(world).deliver(async (mail) => void mails.push(mail))
	await deliver()
	await decide(world, statementId)
	mails.length = 0
	world.clock.now += 24 * 60 * 60_000
	for (let run = 0; run < 3; run += 1) await deliver()
	const told = mails.filter(({ subject }) => subject.startsWith('Publicerat'))
	const path = `/${SLUG}/statements/${statementId}/receipt`
	expect(told.map(({ to, text }) => [to.split('@')[0], text.includes(path)]).sort()).toEqual([
		['anbo', true],
		['attention', true],
		['moa', true],
		['shedo', false],
	])
	const page = await receiptOf(await signedIn(testApp(world), attention.delegate), statementId)
	expect(page).toMatch(/Fick inget svar Säg när\./)
	expect(page).toMatch(/Y2 från Attention Avgjordes inte/)
})

test('who proposed for one association and may write for another too is told that it is published for the one', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	const [attention, anbo] = world.members as [Member, Member]
	const statementId = await draftStatement(world)
	const moa = await contributorIn(world, attention.associationId)
	const seat = { personId: moa, associationId: anbo.associationId, role: 'contributor', until: null } as const
	granted(await giveSeat(deps, order(chair, { ...seat, from: clock.now, invite: false })))
	const command = { statementId, associationId: attention.associationId, ...newPosition() }
	granted(await proposeAmendment(deps, order(moa, command)))
	const mails: Mail[] = []
	const deliver = () => jobsOn(world).deliver(async (mail) => void mails.push(mail))
	await deliver()
	await decide(world, statementId)
	mails.length = 0
	clock.now += 24 * 60 * 60_000
	for (let run = 0; run < 3; run += 1) await deliver()
	const told = mails.filter(({ subject }) => subject.startsWith('Publicerat')).map(({ to }) => to.split('@')[0])
	expect(told.sort()).toEqual(['anbo', 'attention', 'moa', 'shedo'])
})
