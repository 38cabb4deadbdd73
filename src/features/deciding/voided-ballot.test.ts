import { expect, test } from 'vitest'
import { hiddenFields, signedIn } from '#test/support/app.ts'
import { all, voting } from '#test/support/voting.ts'
import { DAY, draftStatement, granted, type Member, openedBallot, SLUG } from '#test/support/world.ts'
import { editDocument } from '#usecases/statement/edit-document.ts'
import { referBack, withdrawStatement } from '#usecases/statement/move-statement.ts'

/** A text that was put to a ballot, sent back by the chair, and put to another. */
async function putTwice() {
	const place = await voting()
	const { world, statement } = place
	granted(await referBack(world.deps, world.order(world.chair, { statementId: statement, reason: 'Skriv om.' })))
	const edit = { do: 'write', blocks: [{ kind: 'paragraph', text: 'Det här är den nya texten.' }] } as const
	granted(await editDocument(world.deps, world.order(world.chair, { statementId: statement, edit })))
	world.clock.now += 60_000
	return { ...place, second: await openedBallot(world, statement) }
}

test('a ballot whose text was sent back shows that text, says so, takes no vote, and leads to the others', async () => {
	const { world, base, at, browser, second } = await putTwice()
	await using _world = world
	const old = await (await browser.get(at)).text()
	expect(old).toContain('Omröstningen har ingen verkan')
	expect(old).toContain('Vi är positiva till förslaget.')
	expect(old).not.toContain('Det här är den nya texten.')
	expect(old).not.toContain(`action="${at}/votes"`)
	const list = await (await browser.get(`${base}/ballots`)).text()
	const [latest, earlier] = [...list.matchAll(/href="([^"]*\/ballots\/[^"/]+)">Ska vi anta/g)].map((found) => found[1])
	expect([latest, earlier]).toEqual([`${base}/ballots/${second.ballotId}`, at])
	expect(list).toContain('Utan verkan sedan texten togs tillbaka 3 oktober 2022')
})

test('a vote from a page that was open when the text was sent back is not a vote on the new text', async () => {
	const { world, at, member, browser, ballot, second } = await putTwice()
	await using _world = world
	const dissent = 'Det här skrev jag medan texten togs tillbaka.'
	const typed = { associationId: member.associationId, choice: 'no', dissentKind: 'reservation', dissent }
	const late = await browser.post(`${at}/votes`, { key: '1', textHash: ballot.textHash, ...typed })
	expect(late.status).toBe(409)
	const page = await late.text()
	expect(page).toContain('Omröstningen gäller inte längre')
	expect(page).toContain(dissent)
	const misled = await browser.post(`${at}/votes`, { key: '2', textHash: second.textHash, ...typed })
	expect(misled.status).toBe(409)
	expect(await all(world, 'SELECT * FROM vote')).toEqual([])
})

test('a ballot is found under its own statement only', async () => {
	const { world, member, browser, ballot } = await voting()
	await using _world = world
	const other = `/${SLUG}/statements/${await draftStatement(world)}/ballots/${ballot.ballotId}`
	expect((await browser.get(other)).status).toBe(404)
	const vote = { key: '1', associationId: member.associationId, textHash: ballot.textHash, choice: 'yes' }
	expect((await browser.post(`${other}/votes`, vote)).status).toBe(404)
	expect(await all(world, 'SELECT * FROM vote')).toEqual([])
})

test('hidden votes of a ballot that was voided before it closed are hidden for good', async () => {
	const { world, app, at, browser, statement } = await voting(['Attention', 'AnBo', 'Shedo'], 'board')
	await using _world = world
	const fields = hiddenFields(await (await browser.get(at)).text(), `${at}/votes`)
	const dissent = 'En reservation som ingen ska se.'
	await browser.post(`${at}/votes`, { ...fields, choice: 'no', dissentKind: 'reservation', dissent })
	granted(await referBack(world.deps, world.order(world.chair, { statementId: statement, reason: 'Skriv om.' })))
	world.clock.now += 20 * DAY
	const other = await signedIn(app, (world.members[1] as Member).delegate)
	expect(await (await other.get(at)).text()).not.toContain(dissent)
})

test('the addresses of when a statement had one ballot lead to it, and a form goes on with what was typed', async () => {
	const { world, base, at, browser, ballot, member } = await voting()
	await using _world = world
	const leads = async (path: string) => {
		const { status, headers } = await browser.get(base + path)
		return [status, headers.get('location')]
	}
	expect(await leads('/ballot?done=vote')).toEqual([307, `${at}?done=vote`])
	expect(await leads('/ballot/new')).toEqual([307, `${base}/ballots/new`])
	expect(await leads('/ballot/check?track=full')).toEqual([307, `${base}/ballots/check?track=full`])
	expect(await leads('/ballot/closing')).toEqual([307, `${at}/closing`])
	expect((await browser.get(`${base}/ballot/other`)).status).toBe(404)
	const vote = { key: '1', associationId: member.associationId, textHash: ballot.textHash, choice: 'yes' }
	const sent = await browser.post(`${base}/ballot/votes`, vote)
	expect([sent.status, sent.headers.get('location')]).toEqual([307, `${at}/votes`])
	const draft = `/${SLUG}/statements/${await draftStatement(world)}`
	expect((await browser.get(`${draft}/ballot`)).headers.get('location')).toBe(`${draft}/ballots`)
	const nowhere = await browser.post(`${draft}/ballot/votes`, {
		...vote,
		dissent: 'Det här har jag skrivit på länge, och det ska inte gå förlorat.',
	})
	expect(nowhere.status).toBe(404)
	expect(await nowhere.text()).toContain('Det här har jag skrivit på länge, och det ska inte gå förlorat.')
	const stranger = world.deps.newId('random')
	expect((await browser.get(`/${SLUG}/statements/${stranger}/ballot`)).status).toBe(404)
})

test('what is decided or without effect is not offered to be counted, and a withdrawn text promises no ballot', async () => {
	const { world, app, base, at, statement } = await voting()
	await using _world = world
	const chair = await signedIn(app, world.chair)
	const early = await (await chair.get(`${at}/closing`)).text()
	expect(early).toContain('Det går inte att stänga än')
	expect(early).not.toContain(`action="${at}/closing"`)
	world.clock.now += 7 * DAY
	expect(await (await chair.get(`${at}/closing`)).text()).toContain(`action="${at}/closing"`)
	granted(
		await withdrawStatement(world.deps, world.order(world.chair, { statementId: statement, reason: 'Förfallen.' })),
	)
	const closing = await (await chair.get(`${at}/closing`)).text()
	expect(closing).toContain('Det finns inga röster att räkna')
	expect(closing).not.toContain(`action="${at}/closing"`)
	const ballots = await (await chair.get(`${base}/ballots`)).text()
	expect(ballots).toContain('Ingen omröstning pågår')
	expect(ballots).not.toContain('startar du omröstningen')
})
