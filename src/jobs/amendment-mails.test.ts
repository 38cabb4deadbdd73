import { expect, test } from 'vitest'
import { draftQuery } from '#db/statement/load-statement.ts'
import type { PersonId } from '#domain/kernel/id.ts'
import { BETWEEN_LETTERS_MS } from '#domain/kernel/telling.ts'
import type { Mail } from '#mail/port.ts'
import { contributorIn, mergingNow, newPosition, versionNow } from '#test/support/amending.ts'
import { firstOf } from '#test/support/every-coalition-act.ts'
import { jobsOn } from '#test/support/jobs.ts'
import {
	type CoalitionWorld,
	createCoalitionWorld,
	draftStatement,
	granted,
	type Member,
	openedBallot,
	SLUG,
} from '#test/support/world.ts'
import {
	changeAmendment,
	decideAmendment,
	joinAmendment,
	proposeAmendment,
	putForwardAmendment,
	withdrawAmendment,
} from '#usecases/amendment/amendment.ts'
import { mergeAmendments, undoMerging } from '#usecases/amendment/merging.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'

/** Whom mails go to by now, each with what it says; the clock moves on, so that the next are not gathered with these. */
async function told(world: CoalitionWorld): Promise<Mail[]> {
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (mail) => {
		mails.push(mail)
	})
	world.clock.now += BETWEEN_LETTERS_MS + 1
	return mails
}

const to = (mails: readonly Mail[]) => mails.map((mail) => mail.to.split('@')[0]).sort()

test('the chair is told of what is put forward, those behind it of new words and of the decision, even when the ballot opens at once', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const [mine, other] = world.members as [Member, Member]
	const statementId = await draftStatement(world)
	await told(world)
	const propose = { statementId, associationId: mine.associationId, ...newPosition() }
	const { amendmentId } = granted(await proposeAmendment(deps, order(mine.delegate, propose))).value
	const [made, ...no] = await told(world)
	expect(no).toEqual([])
	expect(made?.text).toContain(`Y1 från ${mine.name} har lagts fram:\n> Utan resor kommer ingen.`)
	expect(made?.text).not.toContain('Moa')

	const versionId = await versionNow(world, amendmentId)
	const at = { statementId, amendmentId }
	granted(await joinAmendment(deps, order(other.delegate, { ...at, versionId, associationId: other.associationId })))
	expect(await told(world)).toEqual([])
	const words = newPosition('Regionen ska betala resor.')
	granted(await changeAmendment(deps, order(mine.delegate, { ...at, versionId, ...words })))
	// The chair, those that have joined, and its own association: the delegate, whatever the deputy does.
	expect(await told(world)).toHaveLength(3)

	const decision = { versionId: await versionNow(world, amendmentId), outcome: 'rejected', note: 'För dyrt.' } as const
	granted(await decideAmendment(deps, order(chair, { ...at, ...decision })))
	await openedBallot(world, statementId)
	const letters = (await told(world)).filter(({ subject }) => subject.startsWith('Yrkande'))
	expect(letters).toHaveLength(2)
	for (const letter of letters) expect(letter.text).toContain('är avslaget:\n> För dyrt.')
})

test('what is taken back is told the chair, those that have joined, and its own association', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order } = world
	const [mine, other] = world.members as [Member, Member]
	const statementId = await draftStatement(world)
	const propose = { statementId, associationId: mine.associationId, ...newPosition() }
	const { amendmentId } = granted(await proposeAmendment(deps, order(mine.delegate, propose))).value
	const versionId = await versionNow(world, amendmentId)
	const at = { statementId, amendmentId }
	granted(await joinAmendment(deps, order(other.delegate, { ...at, versionId, associationId: other.associationId })))
	await told(world)
	granted(await withdrawAmendment(deps, order(mine.delegate, at)))
	const letters = await told(world)
	expect(new Set(to(letters)).size).toBe(3)
	for (const letter of letters) expect(letter.text).toContain('Y1')
})

test('what a contributor prepares is told its delegate alone, and not once it is taken back', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order } = world
	const [mine] = world.members as [Member]
	const statementId = await draftStatement(world)
	const moa = await contributorIn(world, mine.associationId)
	await told(world)
	const propose = { statementId, associationId: mine.associationId, ...newPosition() }
	granted(await proposeAmendment(deps, order(moa, propose)))
	const first = await told(world)
	expect(to(first)).toHaveLength(1)
	expect(first[0]?.text).toContain('väntar på att ni läser det')
	const { amendmentId } = granted(await proposeAmendment(deps, order(moa, propose))).value
	granted(await withdrawAmendment(deps, order(moa, { statementId, amendmentId })))
	expect(await told(world)).toEqual([])
})

test('whoever prepared one is told that the delegate worded it anew, also when it is put forward at once; nobody else is', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order } = world
	const [mine] = world.members as [Member]
	const statementId = await draftStatement(world)
	const moa = await contributorIn(world, mine.associationId)
	const other = granted(await createPerson(deps, { name: 'Mio Medarbetare', emails: ['mio@example.org'] }))
	const { associationId } = mine
	const seat = { personId: other, associationId, role: 'contributor', from: world.clock.now, until: null } as const
	granted(await giveSeat(deps, order(world.chair, { ...seat, invite: false })))
	const { amendmentId } = granted(
		await proposeAmendment(deps, order(moa, { statementId, associationId, ...newPosition() })),
	).value
	await told(world)
	const at = { statementId, amendmentId }
	const reword = async (by: PersonId, text: string) => {
		const versionId = await versionNow(world, amendmentId)
		granted(await changeAmendment(deps, order(by, { ...at, versionId, ...newPosition(text) })))
	}
	await reword(moa, 'Regionen ska betala resor.')
	expect(await told(world)).toEqual([])
	await reword(mine.delegate, 'Kommunen får betala resor.')
	granted(
		await putForwardAmendment(deps, order(mine.delegate, { ...at, versionId: await versionNow(world, amendmentId) })),
	)
	const letters = await told(world)
	expect(to(letters)).toEqual(['moa', 'ove'])
	const hers = letters.find((letter) => letter.to.startsWith('moa'))?.text
	expect(hers).toContain('som du förberedde, har fått en annan lydelse i din förening:')
	expect(letters.find((letter) => letter.to.startsWith('ove'))?.text).not.toContain('förberedde')
})

test('a deputy who has prepared for the association, and still has that seat, is told as deputy and of what they prepared', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order } = world
	const { associationId, delegate } = firstOf(world)
	const statementId = await draftStatement(world)
	const moa = await contributorIn(world, associationId)
	const { amendmentId } = granted(
		await proposeAmendment(deps, order(moa, { statementId, associationId, ...newPosition() })),
	).value
	const seat = { personId: moa, associationId, role: 'deputy', from: world.clock.now, until: null } as const
	granted(await giveSeat(deps, order(world.chair, { ...seat, invite: false })))
	await told(world)
	const versionId = await versionNow(world, amendmentId)
	const at = { statementId, amendmentId }
	granted(await changeAmendment(deps, order(delegate, { ...at, versionId, ...newPosition('Regionen ska betala.') })))
	const reworded = (await told(world)).find((letter) => letter.to.startsWith('moa'))
	expect(reworded?.text).toContain('som du förberedde, har fått en annan lydelse i din förening:')
	granted(await putForwardAmendment(deps, order(delegate, { ...at, versionId: await versionNow(world, amendmentId) })))
	const decision = { versionId: await versionNow(world, amendmentId), outcome: 'rejected', note: 'För dyrt.' } as const
	granted(await decideAmendment(deps, order(world.chair, { ...at, ...decision })))
	const decided = (await told(world)).find((letter) => letter.to.startsWith('moa'))
	expect(decided?.text).toContain('är avslaget:\n> För dyrt.')
	for (const letter of [reworded, decided]) expect(letter?.text).toContain('får det som ersättare för Attention.')
})

test('what is merged is told each that stands behind it, of its own alone; that it was undone too', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const [mine, other] = world.members as [Member, Member]
	const statementId = await draftStatement(world)
	const made = async ({ delegate, associationId }: Member, text: string) => {
		const command = { statementId, associationId, ...newPosition(text) }
		const { amendmentId } = granted(await proposeAmendment(deps, order(delegate, command))).value
		return { amendmentId, versionId: await versionNow(world, amendmentId) }
	}
	const chosen = [await made(mine, 'Kommunen ska betala resor.'), await made(other, 'Regionen ska betala maten.')]
	await told(world)
	granted(
		await mergeAmendments(deps, order(chair, { statementId, chosen, seen: [], choices: {}, note: '', letGo: false })),
	)
	const letters = await told(world)
	expect(letters).toHaveLength(2)
	const said = letters.map(({ text }) => (text.match(/Y\d från .*? är bifallet och står nu i texten/g) ?? []).length)
	expect(said).toEqual([1, 1])
	granted(await undoMerging(deps, order(chair, { statementId, merging: await mergingNow(world) })))
	const undone = await told(world)
	expect(undone).toHaveLength(2)
	for (const letter of undone) expect(letter.text).toContain('är inte längre i texten')
})

test('that other words came in than an amendment wanted is told in both words', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair } = world
	const [mine, other] = world.members as [Member, Member]
	const statementId = await draftStatement(world)
	const [read] = await deps.db.read(draftQuery(SLUG, statementId))
	const blocks = read?.blocks ?? []
	const seen = blocks.filter(({ content }) => JSON.stringify(content).includes('arvoderade')).map(({ id }) => id)
	const made = async ({ delegate, associationId }: Member, text: string) => {
		const want = { put: 'instead', blocks: [{ kind: 'position', text }] } as const
		const command = { statementId, associationId, seen, want, reason: 'Klarare.' }
		const { amendmentId } = granted(await proposeAmendment(deps, order(delegate, command))).value
		return { amendmentId, versionId: await versionNow(world, amendmentId) }
	}
	const chosen = [
		await made(mine, 'Alla representanter ska vara arvoderade.'),
		await made(other, 'Samtliga representanter ska vara arvoderade.'),
	]
	await told(world)
	const merging = { statementId, chosen, seen: blocks.map(({ id }) => id), note: 'En medelväg.', letGo: false }
	const asked = await mergeAmendments(deps, order(chair, { ...merging, choices: {} }))
	const open = !asked.ok && asked.reason.code === 'collisionsOpen' ? asked.reason.collisions : []
	const choices = Object.fromEntries(open.map(({ key }) => [key, { text: 'Nästan alla' }]))
	granted(await mergeAmendments(deps, order(chair, { ...merging, choices })))
	const letters = await told(world)
	expect(letters).toHaveLength(2)
	const words = letters.map(({ text }) => /med ändringar:\n> En medelväg\.\nYrkandet ville:\n> (\w+)/.exec(text)?.[1])
	expect(words.sort()).toEqual(['Alla', 'Samtliga'])
	for (const { text } of letters) expect(text).toContain('I texten sattes:\n> Nästan alla')
})
