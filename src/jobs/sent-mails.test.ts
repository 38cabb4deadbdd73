import { afterEach, beforeEach, expect, test } from 'vitest'
import { untoldQuery } from '#db/members/load-untold.ts'
import type { Mail } from '#mail/port.ts'
import { href, routes } from '#routes'
import { allRows } from '#test/support/all-rows.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { publishedStatement } from '#test/support/followed.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { responseCommand } from '#test/support/sent-response.ts'
import { type CoalitionWorld, codeOf, createCoalitionWorld, granted, type Member, SLUG } from '#test/support/world.ts'
import { receiveInquiry } from '#usecases/inquiry/handle-inquiry.ts'
import { tellByHand } from '#usecases/members/tell-by-hand.ts'
import { sendResponse } from '#usecases/publication/send-response.ts'

let world: CoalitionWorld
beforeEach(async () => {
	world = await createCoalitionWorld()
})
afterEach(() => world[Symbol.asyncDispose]())

const byChair = <Command>(command: Command) => world.order(world.chair, command)

async function told(): Promise<Mail[]> {
	const mails: Mail[] = []
	await jobsOn(world).deliver(async (mail) => {
		mails.push(mail)
	})
	return mails.filter(({ subject }) => subject.startsWith('Skickat till')).sort((a, b) => a.to.localeCompare(b.to))
}

/** A published statement that answers an inquiry which asks to have it here. */
async function answering(sendTo: string, copyTo = '') {
	const statementId = await publishedStatement(world)
	const texts = { title: 'En remiss', sender: '', references: '', sendTo, copyTo, note: '' }
	const asked = granted(await receiveInquiry(world.deps, byChair({ ...texts, dueOn: null, documents: [] }))).value
	const { inquiryId } = asked
	await world.db.write([{ sql: 'UPDATE statement SET inquiry_id = ? WHERE id = ?', args: [inquiryId, statementId] }])
	return { statementId, inquiryId }
}

test('every association that had a vote is told to whom, when and in which words it was sent in its name', async () => {
	const { statementId } = await answering('Till s.remissvar@example.org.', 'Kopia till Handlaggare@example.org')
	granted(await sendResponse(world.deps, byChair(responseCommand(statementId, { cover: 'Hej,\n\nHär är svaret.' }))))
	const mails = await told()
	expect(mails.map(({ to }) => to.split('@')[0])).toEqual(['anbo', 'attention', 'shedo'])
	const { text = '' } = mails[0] ?? {}
	expect(text).toContain('Till:\n- s.remissvar@example.org\n')
	expect(text).toContain('Kopia till:\n- handlaggare@example.org\n')
	expect(text).toContain('> Hej,\n>\n> Här är svaret.')
	expect(text).not.toContain('tillagd för hand')
	expect(await told()).toEqual([])
})

test('whom the inquiry did not name is marked, there and in the mail, whatever it is made to say afterwards', async () => {
	const { statementId, inquiryId } = await answering('s.remissvar@example.org')
	const more = { to: 's.remissvar@example.org\npress@example.net', copyTo: 'kusin@example.net' }
	granted(await sendResponse(world.deps, byChair(responseCommand(statementId, more))))
	await world.db.write([{ sql: "UPDATE inquiry SET send_to = 'press@example.net' WHERE id = ?", args: [inquiryId] }])
	const [mail] = await told()
	expect(mail?.text).toContain('- s.remissvar@example.org\n- press@example.net (tillagd för hand)\n')
	expect(mail?.text).toContain('- kusin@example.net (tillagd för hand)')
	const [member] = world.members as readonly [Member]
	const delegate = await signedIn(testApp(world), member.delegate)
	for (const path of [
		href(routes.sent, { coalition: SLUG, statement: statementId }),
		href(routes.inquiry, { coalition: SLUG, inquiry: inquiryId }),
	]) {
		const text = (await (await delegate.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
		expect(text, path).toContain('press@example.net tillagd för hand')
		expect(text, path).toContain('kusin@example.net tillagd för hand')
		expect(text, path).not.toContain('s.remissvar@example.org tillagd')
	}
})

test('where there is no inquiry every addressee is one that somebody chose', async () => {
	const statementId = await publishedStatement(world)
	granted(await sendResponse(world.deps, byChair(responseCommand(statementId))))
	const [mail] = await told()
	expect(mail?.text.match(/tillagd för hand/g)).toHaveLength(2)
})

test('it is told once for each time it is sent, with why, and so often a day as it may be sent', async () => {
	const statementId = await publishedStatement(world)
	const again = { again: true, reason: 'De bad om det.' }
	granted(await sendResponse(world.deps, byChair(responseCommand(statementId))))
	for (let index = 1; index < 20; index += 1) {
		granted(await sendResponse(world.deps, byChair(responseCommand(statementId, { ...again, subject: `${index}` }))))
	}
	expect(codeOf(await sendResponse(world.deps, byChair(responseCommand(statementId, again))))).toBe('toldTooOften')
	expect(await allRows(world.server.client, "SELECT COUNT(*) AS rows FROM outbox WHERE kind = 'sent'")).toEqual([
		{ rows: 60 },
	])
	const mails = await told()
	expect(mails.some(({ text }) => text.includes('De bad om det.'))).toBe(true)
})

test('whom no mail reaches is told by hand', async () => {
	const [silent] = world.members as readonly [Member]
	const statementId = await publishedStatement(world)
	await world.db.write([{ sql: 'DELETE FROM address WHERE person_id = ?', args: [silent.delegate] }])
	const untold = async () => {
		const [found] = await world.db.read(untoldQuery(SLUG, world.clock.now))
		return found.filter(({ notice }) => notice === 'sent')
	}
	granted(await sendResponse(world.deps, byChair(responseCommand(statementId))))
	const [one, ...more] = await untold()
	expect(more).toEqual([])
	expect(one).toMatchObject({ about: silent.associationId, dueAt: null })
	const chair = await signedIn(testApp(world), world.chair)
	expect(await (await chair.get(href(routes.byHand, { coalition: SLUG }))).text()).toContain('i föreningens namn')
	if (!one) throw new Error('one to tell')
	granted(await tellByHand(world.deps, byChair(one)))
	expect(await untold()).toEqual([])
})
