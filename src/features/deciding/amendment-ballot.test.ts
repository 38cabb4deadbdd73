import { expect, test } from 'vitest'
import type { PersonId } from '#domain/kernel/id.ts'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, signedIn } from '#test/support/app.ts'
import { type At, atWork, textOf, versionOf } from '#test/support/comment-pages.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY } from '#test/support/world.ts'
import { closeDueBallots } from '#usecases/deciding/close-due-ballots.ts'

type Fields = Record<string, string>

/** The date a week and a day from now. */
const DAYS = { closesOn: '2022-10-20', closesTime: '20:00' }

async function reword(browser: Browser, base: string, block: string, text: string): Promise<string> {
	const action = `${base}/amendments?part=${block}`
	const shown = await textOf(browser, `${base}/amendments/new?part=${block}`)
	const typed = { text, reason: 'Klarare så.', confirmed: '1' }
	const sent = await browser.post(action, { ...hiddenFields(shown, action), ...typed })
	return (sent.headers.get('location') ?? '').replace(/\?.*/, '')
}

async function put(chair: Browser, amendment: string, fields: Fields = {}) {
	const shown = await textOf(chair, `${amendment}/ballots/new`)
	const action = `${amendment}/ballots`
	const sent = await chair.post(action, { ...hiddenFields(shown, action), against: 'alone', ...DAYS, ...fields })
	return { sent, to: (sent.headers.get('location') ?? '').replace(/\?.*/, '') }
}

async function vote(browser: Browser, ballot: string, choice: string) {
	const action = `${ballot}/votes`
	return browser.post(action, { ...hiddenFields(await textOf(browser, ballot), action), choice })
}

async function place(preset?: 'secret') {
	const world = await createCoalitionWorld(preset && ['Attention', 'AnBo', 'Shedo', 'Tilia'], preset)
	const at = await atWork(world)
	const voters = await Promise.all(world.members.map(({ delegate }) => signedIn(at.app, delegate)))
	const { block } = await versionOf(at, 'arvoderade')
	return { world, at, voters: voters as [Browser, Browser, Browser, ...Browser[]], block }
}

async function timeIsUp(world: CoalitionWorld, days = 18) {
	world.clock.now += days * DAY
	await closeDueBallots(world.deps)
}

/** What was sent since it was last asked, by the application and by the jobs. */
async function mailsOf({ world, app }: At) {
	await app.settled()
	const jobs = jobsOn(world)
	await jobs.deliver()
	return [...app.mails.splice(0), ...jobs.mails]
}

test('an amendment is put to a ballot by itself, voted on from the mail’s page, and adopted by it while the text goes on', async () => {
	const { world, at, voters, block } = await place()
	await using _world = world
	const { base, chair } = at
	const [disa, anna, siri] = voters
	const amendment = await reword(disa, base, block, 'Alla uppdrag ska vara arvoderade.')
	expect(await textOf(disa, amendment)).not.toContain('Ställ under omröstning')
	expect(await textOf(chair, amendment)).toContain('Ställ under omröstning')
	await mailsOf(at)
	const { sent, to } = await put(chair, amendment)
	expect(sent.status).toBe(303)
	const mails = await mailsOf(at)
	expect(mails.map(({ subject }) => subject)).toEqual(Array(3).fill('Rösta om Y1: Ett svar'))
	expect(mails[0]?.text).toMatch(/ska rösta om ett yrkande på ”Ett svar”: ska Y1 från Attention.* bifallas\?/)

	const page = await textOf(anna, to)
	expect(page).toContain('bifallas?')
	expect(page).toContain('<ins>')
	expect(page).toContain('Klarare så.')
	expect(page).toMatch(/AnBo vill ha in Y1 från Attention.* i texten/)
	expect(page).toContain('Ja till Y1')
	expect(page).not.toContain('Reservation')
	expect(page).not.toContain('skriver under')
	expect(await textOf(anna, base)).toMatch(/Rösta för AnBo om Y1/)
	expect(await textOf(anna, '/me')).toMatch(/Rösta för AnBo om Y1/)
	for (const [voter, choice] of [
		[disa, 'yes'],
		[anna, 'yes'],
		[siri, 'no'],
	] as const)
		expect((await vote(voter, to, choice)).status).toBe(303)
	const roll = await textOf(siri, to)
	expect(roll).toContain('Nej till Y1')
	expect(roll).not.toMatch(/>Nej</)
	await mailsOf(at)
	await timeIsUp(world)
	const results = await mailsOf(at)
	expect(results.map(({ subject }) => subject)).toEqual(
		expect.arrayContaining([expect.stringMatching(/^Y1 från Attention.* är bifallet/)]),
	)
	expect(results).toHaveLength(4)
	expect(results[0]?.text).toContain('Ja till Y1: 2. Nej till Y1: 1.')
	const decided = await textOf(chair, amendment)
	expect(decided).toMatch(/Bifallet i en omröstning/)
	expect(decided).not.toContain('Ta tillbaka beslutet')
	expect(await textOf(disa, `${base}/history`)).toMatch(
		/Ett yrkande avgjordes i en omröstning[\s\S]*Ett yrkande ställdes under omröstning/,
	)
	expect(await allRows(world.server.client, 'SELECT stage, ballot_id, signoff_due_at FROM statement')).toEqual([
		{ stage: 'drafting', ballot_id: null, signoff_due_at: null },
	])
	expect(await allRows(world.server.client, 'SELECT * FROM signoff')).toEqual([])
})

test('while it is asked about its words stand: nobody rewords, withdraws, decides or merges it, and the text waits', async () => {
	const { world, at, voters, block } = await place()
	await using _world = world
	const { base, chair } = at
	const [disa, anna] = voters
	const amendment = await reword(disa, base, block, 'Alla uppdrag ska vara arvoderade.')
	const before = await textOf(disa, amendment)
	const chairs = await textOf(chair, amendment)
	const wording = await textOf(disa, `${amendment}/wording`)
	const withdrawal = await textOf(disa, `${amendment}/withdrawal`)
	const merging = await textOf(chair, `${base}/amendments/merging`)
	expect(merging).toContain('Y1')
	const { to } = await put(chair, amendment)
	const asked = await textOf(disa, amendment)
	expect(asked).toContain('Till dess står orden fast')
	expect(asked).not.toContain('/withdrawal')
	expect(await textOf(chair, amendment)).not.toContain('Avgör yrkandet')
	const without = await textOf(chair, `${base}/amendments/merging`)
	expect(without).not.toContain('value="0 Y1')
	expect(without).toMatch(/så länge föreningarna tillfrågas om dem: <a href="[^"]+">Y1 från Attention[^<]*<\/a>\./)
	expect(without).not.toContain('inget är öppet')
	expect(await textOf(chair, base)).not.toContain('Avgör 1 yrkande')
	const send = (browser: Browser, page: string, what: string, fields: Fields = {}) =>
		browser.post(`${amendment}/${what}`, { ...hiddenFields(page, `${amendment}/${what}`), ...fields })
	const refused = await send(chair, chairs, 'decision', { outcome: 'rejected', note: 'Nej.' })
	expect(refused.status).toBe(409)
	expect(await refused.text()).toContain('Föreningarna röstar om yrkandet')
	const typed = { text: 'Något annat.', reason: 'Ny tanke.', confirmed: '1' }
	const reworded = await send(disa, wording, 'wording', typed)
	expect(reworded.status).toBe(409)
	expect(await reworded.text()).toContain('Något annat.')
	expect((await send(disa, withdrawal, 'withdrawal')).status).toBe(409)
	expect((await put(chair, amendment).catch(() => null))?.sent.status ?? 409).toBe(409)
	expect(before).not.toContain('Till dess')
	// Joining goes on.
	const joining = await textOf(anna, amendment)
	expect((await anna.post(`${amendment}/joinings`, hiddenFields(joining, `${amendment}/joinings`))).status).toBe(303)
	expect(await textOf(anna, to)).toMatch(/Står bakom: Attention.* och AnBo/)
	// The ballot on the text waits.
	const opening = await textOf(chair, `${base}/ballots/new`)
	expect(opening).toContain('Nu pågår 1 omröstning om yrkanden')
	const open = await chair.post(`${base}/ballots`, {
		track: 'full',
		...DAYS,
		signoffDueOn: '2022-10-30',
		confirmed: '1',
	})
	expect(open.status).toBe(409)
})

test('two that want different things of the same words are put against each other, by name; the one that more want goes on', async () => {
	const { world, at, voters, block } = await place()
	await using _world = world
	const { base, chair } = at
	const [disa, anna, siri] = voters
	const first = await reword(disa, base, block, 'Brukarrepresentanter måste vara arvoderade.')
	const second = await reword(anna, base, block, 'Brukarrepresentanter bör vara arvoderade.')
	const { block: elsewhere } = await versionOf(at, 'finansiering')
	const third = await reword(siri, base, elsewhere, 'Föreningarna ska ha en säker finansiering.')
	const page = await textOf(chair, `${first}/ballots/new`)
	const options = [...page.matchAll(/name="against" value="([^"]+)"/g)].map(([, value]) => value ?? '')
	expect(options).toHaveLength(2)
	const [, against = ''] = options
	expect(page).toContain('Röstar för få är inget avgjort')
	const thirdId = third.split('/').at(-1) ?? ''
	const [other] = await allRows(world.server.client, 'SELECT version_id FROM amendment WHERE id = ?', [thirdId])
	const unopposed = await put(chair, first, { against: `${thirdId} ${other?.version_id}` })
	expect(unopposed.sent.status).toBe(422)
	expect(await unopposed.sent.text()).toContain('båda kan bifallas')
	await mailsOf(at)
	const { to } = await put(chair, first, { against })
	expect((await mailsOf(at)).map(({ subject }) => subject)).toEqual(Array(3).fill('Rösta om Y1 eller Y2: Ett svar'))
	expect(await textOf(siri, '/me')).toContain('om Y1 eller Y2')
	const shown = await textOf(siri, to)
	expect(shown).toMatch(/Vilket ska gå vidare: Y1 från Attention.* eller Y2 från AnBo/)
	expect(shown).toMatch(/röstar för Y1 från Attention/)
	expect(shown).toMatch(/röstar för Y2 från AnBo/)
	expect(shown).not.toMatch(/röstar (ja|nej)/)
	await vote(disa, to, 'yes')
	await vote(anna, to, 'no')
	await vote(siri, to, 'no')
	await timeIsUp(world)
	const result = await textOf(siri, to)
	expect(result).toMatch(/Y2 från AnBo.* går vidare, och Y1 från Attention.* är avslaget/)
	expect(result).toContain('Det yrkande som får flest röster går vidare.')
	expect(result).toMatch(/>1 Y1<[\s\S]*>2 Y2</)
	expect(result).not.toMatch(/class="no"/)
	const history = await textOf(siri, `${base}/history`)
	expect(history.match(/Ett yrkande ställdes under omröstning: Y1 eller Y2/g)).toHaveLength(1)
	expect(history).not.toMatch(/ställdes under omröstning: Y\d</)
	expect(await textOf(chair, first)).toContain('Avslaget i en omröstning')
	const deciding = await textOf(chair, second)
	expect(deciding).toContain('Föreningarna har valt yrkandet framför ett annat')
	expect(deciding).not.toContain('value="rejected"')
	const decide = (outcome: string) =>
		chair.post(`${second}/decision`, { ...hiddenFields(deciding, `${second}/decision`), outcome, note: 'Nej.' })
	for (const outcome of ['rejected', 'adoptedWithChanges']) {
		const refused = await decide(outcome)
		expect(refused.status).toBe(409)
		expect(await refused.text()).toContain('så du kan bara bifalla det som det är')
	}
	expect((await decide('adopted')).status).toBe(303)
	const reopened = await chair.post(`${first}/reopening`, { key: 'x' })
	expect(reopened.status).toBe(409)
	expect(await reopened.text()).toContain('Föreningarna har avgjort yrkandet i en omröstning')
})

test('a tie between two decides nothing, and too few leave an amendment open', async () => {
	const { world, at, voters, block } = await place()
	await using _world = world
	const { base, chair } = at
	const [disa, anna] = voters
	const first = await reword(disa, base, block, 'Brukarrepresentanter måste vara arvoderade.')
	const second = await reword(anna, base, block, 'Brukarrepresentanter bör vara arvoderade.')
	const page = await textOf(chair, `${first}/ballots/new`)
	const against = [...page.matchAll(/name="against" value="([^"]+)"/g)][1]?.[1] ?? ''
	const { to } = await put(chair, first, { against })
	await vote(disa, to, 'yes')
	await vote(anna, to, 'no')
	await timeIsUp(world)
	const tied = await textOf(chair, to)
	expect(tied).toMatch(/Lika många röster för Y1 från \S+ och Y2 från \S+: inget är avgjort/)
	expect(tied).toContain('De är öppna som förut.')
	for (const each of [first, second]) expect(await textOf(chair, each)).toContain('Avgör yrkandet')
	const again = await put(chair, first, { closesOn: '2022-10-30' })
	expect(again.sent.status).toBe(303)
	await timeIsUp(world, 10)
	expect(await textOf(chair, again.to)).toMatch(/För få röstade om Y1 från \S+<[\s\S]*Det är öppet som förut\./)
	expect(await textOf(chair, first)).toContain('Avgör yrkandet')
	expect(await textOf(chair, again.to)).not.toContain('Förläng')
})

test('less time than the bylaws promise needs a reason, and what was typed is shown again', async () => {
	const { world, at, voters, block } = await place()
	await using _world = world
	const amendment = await reword(voters[0], at.base, block, 'Alla uppdrag ska vara arvoderade.')
	const hasty = await put(at.chair, amendment, { closesOn: '2022-10-04' })
	expect(hasty.sent.status).toBe(422)
	const shown = await hasty.sent.text()
	expect(shown).toContain('2022-10-04')
	expect(shown).toMatch(/field-error|class="error"|minst 7 dagar/)
	const urgent = await put(at.chair, amendment, { closesOn: '2022-10-04', urgent: 'Svaret ska in på torsdag.' })
	expect(urgent.sent.status).toBe(303)
	expect(await textOf(voters[1], urgent.to)).toContain('Svaret ska in på torsdag.')
})

test('a secret ballot takes papers, tells nothing of who, and decides', async () => {
	const { world, at, voters, block } = await place('secret')
	await using _world = world
	const { base, chair } = at
	const amendment = await reword(voters[0], base, block, 'Alla uppdrag ska vara arvoderade.')
	const { to } = await put(chair, amendment)
	const closing = await textOf(chair, `${to}/closing`)
	expect(closing).toContain('Det går inte att stänga än')
	expect(await textOf(voters[1], to)).toContain('Rösterna räknas bara om minst 3 av dem som inte står bakom')
	const asked = await textOf(voters[1], amendment)
	expect(asked).toContain('ingen ansluter sig eller lämnar under tiden')
	expect(asked).not.toContain('/joinings')
	for (const voter of voters) {
		const action = `${to}/papers`
		const sent = await voter.post(action, { ...hiddenFields(await textOf(voter, to), action), choice: 'no' })
		expect(sent.status).toBe(303)
	}
	expect(await textOf(voters[0], to)).not.toContain('Nej till Y1</span>')
	await timeIsUp(world)
	expect(await textOf(voters[0], to)).toMatch(/Y1 från Attention.* är avslaget/)
	expect(await allRows(world.server.client, "SELECT * FROM event WHERE type = 'voteCast'")).toEqual([])
	const again = await signedIn(at.app, world.chair as PersonId)
	expect(await textOf(again, amendment)).toContain('Avslaget i en omröstning')
})

test('before it is chosen how an amendment is put to the vote the rules of both ways stand there', async () => {
	const { world, at, voters, block } = await place()
	await using _world = world
	const [disa, anna] = voters
	const amendment = await reword(disa, at.base, block, 'Många uppdrag ska vara arvoderade.')
	const rules = async () =>
		/Regler<\/dt>\s*<dd>([^<]*)/.exec(await textOf(at.chair, `${amendment}/ballots/new`))?.[1]?.trim()
	const alone = 'Mer än hälften av föreningarna ska svara. Fler ja än nej. Rösterna syns.'
	expect(await rules()).toBe(alone)
	await reword(anna, at.base, block, 'De flesta uppdrag ska vara arvoderade.')
	expect(await rules()).toBe(
		`${alone} Ställs det mot ett annat yrkande går det som får flest röster vidare, i stället för fler ja än nej.`,
	)
})
