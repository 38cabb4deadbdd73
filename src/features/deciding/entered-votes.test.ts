import { expect, test } from 'vitest'
import { hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { enteredDecision } from '#test/support/meeting.ts'
import { shownLines } from '#test/support/shown-text.ts'
import { all, voting } from '#test/support/voting.ts'
import { createCoalitionWorld, DAY, granted, type Member, SLUG } from '#test/support/world.ts'
import { giveSeat, leaveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'
import { answerSignoff } from '#usecases/signing/answer-signoff.ts'

/** Entered as yes, yes and no: the third association is the one that looks. */
async function place() {
	const world = await createCoalitionWorld()
	const { statementId, ballotId } = await enteredDecision(world)
	const app = testApp(world)
	const base = `/${SLUG}/statements/${statementId}`
	const at = `${base}/ballots/${ballotId}`
	const member = world.members[2] as Member
	const browser = await signedIn(app, member.delegate)
	const chair = await signedIn(app, world.chair)
	const textOf = async (who: typeof browser, path = at) => shownLines(await (await who.get(path)).text()).join('\n')
	const contest = async (fields: Record<string, string> = {}, who = browser) => {
		const page = await (await who.get(at)).text()
		return who.post(`${at}/contests`, { ...hiddenFields(page, `${at}/contests`), ...fields })
	}
	return { world, app, base, at, statementId, ballotId, member, browser, chair, textOf, contest }
}

test('the page says what was entered, from where, by whom and when, and asks whether it is right', async () => {
	const { world, member, browser, chair, textOf, at } = await place()
	await using _world = world
	const shown = await textOf(browser)
	expect(shown).toContain(`Stämmer det för ${member.name}?`)
	expect(shown).toContain(`Så är det infört från protokollet: ${member.name} röstade nej.`)
	expect(shown).toContain('Mötets datum\n26 september 2022\nProtokoll\n§ 7')
	expect(shown).toContain('Infört av\nOrdförande, måndag 3 oktober 2022 kl. 09.00')
	expect(shown).toContain('Efter mötets dag, men innan beslutet infördes, ändrades texten.')
	expect(shown).toContain('Föreningarna kan säga till senast\nmåndag 17 oktober 2022 kl. 09.00')
	expect(await (await chair.get(at)).text()).not.toContain(`action="${at}/contests"`)
	// Whoever voted at a meeting signed nothing there.
	const receipt = await textOf(chair, `${at}?done=meeting`)
	expect(receipt).toContain('Varje förening får mejl om hur den sägs ha röstat, och skriver sedan under.')
	expect(receipt).not.toContain('på samma gång')
})

test('one press says that it is not right, which all see and which keeps the text from being published', async () => {
	const { world, app, at, base, statementId, member, browser, chair, textOf, contest } = await place()
	await using _world = world
	const pressed = await contest()
	expect(pressed.status).toBe(303)
	const receipt = await textOf(browser, pressed.headers.get('location') ?? '')
	expect(receipt).toContain(`${member.name} har sagt att det inte stämmer`)
	expect(await all(world, 'SELECT voted, reason, standing FROM contest')).toEqual([
		{ voted: null, reason: '', standing: 1 },
	])
	const other = await signedIn(app, (world.members[0] as Member).delegate)
	expect(await textOf(other)).toContain('Nej Stämmer inte, säger föreningenOrdinarie, 3 oktober 2022 kl. 09.00')
	const forChair = await textOf(chair)
	expect(forChair).toContain('så ta tillbaka texten och för in beslutet på nytt')
	expect(await (await chair.get(at)).text()).toContain(`href="${base}/referral"`)
	for (const { associationId, delegate } of world.members) {
		const [row] = await all(world, 'SELECT text_hash FROM statement')
		const given = {
			associationId,
			answer: 'signed',
			reason: '',
			textHash: String(row?.text_hash),
			method: 'web',
		} as const
		granted(await answerSignoff(world.deps, world.order(delegate, { statementId, ...given })))
	}
	world.clock.now += 20 * DAY
	const fresh = await signedIn(app, world.chair)
	const publication = await textOf(fresh, `${base}/publication`)
	expect(publication).toContain(`Rösten stämmer inte som den är införd från mötet, säger ${member.name}.`)
	const [row] = await all(world, 'SELECT text_hash FROM statement')
	const tried = await fresh.post(`${base}/publication`, { key: '1', textHash: String(row?.text_hash) })
	expect(tried.status).toBe(409)
})

test('what was voted instead and why stand beside the vote, and the refusal of a long reason keeps what was typed', async () => {
	const { world, browser, textOf, contest, member } = await place()
	await using _world = world
	const long = await contest({ voted: 'absent', reason: 'x'.repeat(4001) })
	expect(long.status).toBe(422)
	const again = await long.text()
	expect(again).toMatch(/<details open/)
	expect(again).toContain('x'.repeat(4001))
	expect(again).toMatch(/value="absent"[^>]* checked/)
	await contest({ voted: 'absent', reason: 'Vi var inte på mötet.' })
	const shown = await textOf(browser)
	expect(shown).toContain(`Föreningen uppger: ${member.name} röstade inte.\nVi var inte på mötet.`)
})

test('too late, what was typed comes back with the sentence that says so', async () => {
	const { world, at, browser, contest, textOf } = await place()
	await using _world = world
	const fields = hiddenFields(await (await browser.get(at)).text(), `${at}/contests`)
	world.clock.now += 14 * DAY
	const late = await browser.post(`${at}/contests`, { ...fields, voted: 'yes', reason: 'Vi röstade ja.' })
	expect(late.status).toBe(409)
	expect(shownLines(await late.text()).join('\n')).toContain('Tiden att säga till gick ut 17 oktober 2022 kl. 09.00.')
	expect(await textOf(browser)).not.toContain('Säg hur det var')
	await expect(contest()).rejects.toThrow('no form')
	expect(await all(world, 'SELECT * FROM contest')).toEqual([])
})

test('the association says that it is right after all, and the mark is gone', async () => {
	const { world, at, browser, textOf, contest, member } = await place()
	await using _world = world
	await contest()
	const action = `${at}/contest-withdrawals`
	const page = await (await browser.get(at)).text()
	expect(page).not.toContain(`action="${at}/contests"`)
	const back = await browser.post(action, hiddenFields(page, action))
	expect(await textOf(browser, back.headers.get('location') ?? '')).toContain(`${member.name} säger att det stämmer`)
	expect(await textOf(browser)).not.toContain('Stämmer inte, säger föreningen')
	expect(await all(world, 'SELECT standing FROM contest')).toEqual([{ standing: 0 }])
	await contest()
	expect(await all(world, 'SELECT standing FROM contest')).toEqual([{ standing: 1 }])
})

test('whoever was seated after the entry is shown no form to take it back, and a deputy none over the delegate', async () => {
	const { world, app, at, textOf, contest, member } = await place()
	await using _world = world
	const seated = async (role: 'delegate' | 'deputy') => {
		const personId = granted(await createPerson(world.deps, { name: `Ny ${role}`, emails: [] }))
		const seat = {
			personId,
			associationId: member.associationId,
			role,
			from: world.clock.now,
			until: null,
			invite: false,
		}
		granted(await giveSeat(world.deps, world.order(world.chair, seat)))
		return signedIn(app, personId)
	}
	world.clock.now += DAY
	await contest()
	const deputy = await seated('deputy')
	expect(await textOf(deputy)).toContain('Den ordinarie har svarat för')
	granted(await leaveSeat(world.deps, world.order(member.delegate, { seatId: member.delegateSeat })))
	const delegate = await seated('delegate')
	expect(await textOf(delegate)).toContain('började efter att beslutet fördes in')
	for (const who of [deputy, delegate]) {
		expect(await (await who.get(at)).text()).not.toContain(`action="${at}/contest`)
		const tried = await who.post(`${at}/contest-withdrawals`, { key: '1', associationId: member.associationId })
		expect(tried.status).toBe(403)
	}
})

test('where nobody entered anything, nothing is asked and nothing can be contested', async () => {
	const { world, at, member, browser } = await voting()
	await using _world = world
	expect(await (await browser.get(at)).text()).not.toContain('/contests')
	const tried = await browser.post(`${at}/contests`, { key: '1', associationId: member.associationId })
	expect(tried.status).toBe(404)
})
