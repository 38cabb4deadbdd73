import { expect, test } from 'vitest'
import { rebuild } from '#local/rebuild.ts'
import type { Mail } from '#mail/port.ts'
import { programOf } from '#test/support/api.ts'
import { outcomeOf } from '#test/support/api-programs.ts'
import { type Browser, hiddenFields, signedIn } from '#test/support/app.ts'
import { type At, atWork, comment, say, seated, textOf } from '#test/support/comment-pages.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { snapshot } from '#test/support/snapshot.ts'
import { type CoalitionWorld, createCoalitionWorld, type Member } from '#test/support/world.ts'

const WORDS = 'Anna Svensson på avdelning 4 fick vänta.'
const WHY = 'Det nämner en patient vid namn.'

async function hide(browser: Browser, thread: string, fields: Record<string, string> = { reason: WHY }) {
	const path = `${thread}/hidings/${thread.split('/').at(-1)}`
	return browser.post(path, { ...hiddenFields(await textOf(browser, path), path), ...fields })
}

async function mailsOf(world: CoalitionWorld): Promise<Mail[]> {
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (mail) => void mails.push(mail))
	return mails
}

/** What everybody reads of the thread, wherever it stands: its page, the list, beside the text, and for a program. */
async function everywhere(
	{ app, base, statement }: At,
	browser: Browser,
	who: Parameters<typeof programOf>[1],
	thread: string,
) {
	const beside = await (await browser.get(`${base}/comments/beside`)).text()
	const told = JSON.stringify((await (await programOf(app, who)).get(`statements/${statement}/comments`)).body)
	return [await textOf(browser, thread), await textOf(browser, `${base}/comments`), beside, told]
}

test('the chair hides with a reason that all read; whoever said it and its delegate read it still, and nobody else', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa, attention } = at
	const anbo = world.members[1] as Member
	const anna = await signedIn(at.app, anbo.delegate)
	const contributor = await seated(at, 'Kim', 'contributor')
	const thread = await comment(contributor.browser, base, '', WORDS)
	await mailsOf(world)
	world.clock.now += 4 * 60 * 60_000

	// Not without a reason, and what was typed besides stays.
	const without = await hide(chair, thread, { reason: '' })
	expect(without.status).toBe(422)
	expect((await hide(chair, thread)).headers.get('location')).toBe(`${thread}?done=hidden`)
	const readers = [
		[chair, world.chair, true],
		[contributor.browser, contributor.personId, true],
		[disa, attention.delegate, true],
		[anna, anbo.delegate, false],
	] as const
	for (const [browser, who, reads] of readers)
		for (const shown of await everywhere(at, browser, who, thread)) {
			expect(shown.includes(WORDS)).toBe(reads)
			expect(shown).toContain(WHY)
		}
	// It waits for its answer as before, and is counted among those that do.
	expect(await textOf(anna, `${base}/comments?show=open`)).toContain(WHY)
	expect(await textOf(anna, `${base}/history`)).toContain('Ordföranden dolde något som sades')
	expect(await textOf(anna, `${base}/comments?show=hidden`)).toContain('Dolda, 1')
	// Nobody else is offered it, or may do it.
	for (const browser of [disa, anna, contributor.browser])
		expect(await textOf(browser, thread)).not.toContain('/hidings/')
	const program = await programOf(at.app, anbo.delegate)
	const hidings = `statements/${at.statement}/comments/${thread.split('/').at(-1)}/hidings/${thread.split('/').at(-1)}`
	expect(outcomeOf(await program.post(hidings, { hides: false }))).toBe('403 notAllowed')

	world.clock.now += 15 * 60_000
	const mails = await mailsOf(world)
	expect(mails.map(({ to }) => to.split('@')[0])).toEqual(['attention'])
	expect(mails[0]?.text).toContain(`> ${WHY}`)
	expect(mails[0]?.text).not.toContain(WORDS)

	const before = await snapshot(world.server.client)
	await rebuild(world.server.client)
	expect(await snapshot(world.server.client)).toEqual(before)
})

test('what is shown again is read by all, with that it was hidden, why, and until when', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const anbo = world.members[1] as Member
	const anna = await signedIn(at.app, anbo.delegate)
	const thread = await comment(disa, base, '', WORDS)
	await hide(chair, thread)
	expect((await hide(chair, thread, {})).headers.get('location')).toBe(`${thread}?done=shown`)
	for (const shown of await everywhere(at, anna, anbo.delegate, thread)) {
		expect(shown).toContain(WORDS)
		expect(shown).toContain(WHY)
	}
	expect(await textOf(anna, thread)).toContain('Det visas igen sedan')
})

test('what was hidden before it was mailed is mailed to nobody, nor what it said before it was reworded', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	await mailsOf(world)
	const thread = await comment(disa, base, '', 'Fru Svensson fick vänta.')
	const wording = `${thread}/wordings/${thread.split('/').at(-1)}`
	await disa.post(wording, { ...hiddenFields(await textOf(disa, wording), wording), text: WORDS })
	await hide(chair, thread)
	await say(await signedIn(at.app, (world.members[1] as Member).delegate), thread, 'replies', 'Vad var det?')
	world.clock.now += 5 * 60 * 60_000
	for (const { text } of await mailsOf(world)) expect(text).not.toMatch(/Svensson/)
	const anna = await signedIn(at.app, (world.members[1] as Member).delegate)
	expect(await textOf(anna, thread)).not.toContain('Svensson')
})

test('how many associations agree stands where what they agree with is hidden, and nobody more agrees with it', async () => {
	await using world = await createCoalitionWorld()
	const at = await atWork(world)
	const { base, chair, disa } = at
	const anna = await signedIn(at.app, (world.members[1] as Member).delegate)
	const third = await signedIn(at.app, (world.members[2] as Member).delegate)
	const thread = await comment(disa, base, '', WORDS)
	const action = `${thread}/agreements`
	await anna.post(action, hiddenFields(await textOf(anna, thread), action))
	await hide(chair, thread)
	expect(await textOf(third, thread)).toContain('1 förening instämmer')
	expect(await textOf(third, thread)).not.toContain('/agreements"')
	// Those who agree read what they stand behind, and are told.
	expect(await textOf(third, thread)).not.toContain(WORDS)
	const anbo = (world.members[1] as Member).delegate
	for (const shown of await everywhere(at, anna, anbo, thread)) expect(shown).toContain(WORDS)
	world.clock.now += 5 * 60 * 60_000
	const told = (await mailsOf(world)).filter(({ text }) => text.includes(`> ${WHY}`))
	expect(told.map(({ to }) => to.split('@')[0]).sort()).toEqual(['anbo', 'attention'])
})
