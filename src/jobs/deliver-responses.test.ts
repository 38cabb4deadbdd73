import { writeFile } from 'node:fs/promises'
import PostalMime from 'postal-mime'
import { afterEach, expect, test } from 'vitest'
import type { BlockId } from '#domain/kernel/id.ts'
import { PACK_FILES } from '#domain/publication/pack.ts'
import { publishedFile } from '#export/letter/published-file.ts'
import { type SendMail, Unanswered } from '#mail/port.ts'
import { smtpSender, smtpServerOf } from '#mail/smtp.ts'
import { publishedPaperQuery } from '#read/publication/published-paper.ts'
import { allRows } from '#test/support/all-rows.ts'
import { ORIGIN, testApp } from '#test/support/app.ts'
import { jobsOn } from '#test/support/jobs.ts'
import { createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'
import { responseCommand } from '#test/support/sent-response.ts'
import { connect, endServers, serve } from '#test/support/smtp.ts'
import { type CoalitionWorld, codeOf, DAY, granted, HOUR, SLUG } from '#test/support/world.ts'
import { sha256OfBytes } from '#usecases/hashing.ts'
import { redactBlock } from '#usecases/publication/erase-person.ts'
import { replyAddress } from '#usecases/publication/reply-address.ts'
import { sendResponse } from '#usecases/publication/send-response.ts'
import { metered } from './budget.ts'
import { deliverResponses } from './deliver-responses.ts'

afterEach(endServers)

const SENDER = { name: 'Samsvar', address: 'samsvar@example.org' }
const by = (port: number) => smtpSender(smtpServerOf(`smtp://127.0.0.1:${port}`), SENDER, connect)

/** A published answer and the files it is sent as. */
async function publishedWorld() {
	const world = await createGoldenWorld()
	const statementId = await publish(world, { inquiry: INQUIRY })
	const [found] = await world.db.read(publishedPaperQuery(SLUG, 2022, 1))
	if (!found?.paper) throw new Error('not published')
	const files = []
	for (const kind of PACK_FILES) {
		const { name, bytes } = await publishedFile(kind, found.paper, {
			address: `${ORIGIN}/${SLUG}/2022/1`,
			files: null,
		})
		files.push({ kind, name, sha256: await sha256OfBytes(bytes), size: bytes.length })
	}
	return { world, statementId, files }
}

type Published = Awaited<ReturnType<typeof publishedWorld>>

const send = async ({ world, statementId, files }: Published, more = {}) =>
	granted(await sendResponse(world.deps, world.order(world.chair, responseCommand(statementId, { files, ...more }))))
		.value.responseId

/** One run, as the clock has it. */
const run = ({ deps }: CoalitionWorld, mail: SendMail) =>
	deliverResponses(metered(jobsOn({ deps }).jobs(mail), deps.run))

const known = ({ server }: CoalitionWorld) =>
	allRows(server.client, 'SELECT id, outcome, said FROM response ORDER BY at')
const waiting = ({ server }: CoalitionWorld) =>
	allRows(server.client, "SELECT id FROM outbox WHERE kind = 'response' AND delivered_at IS NULL")

test('a real mail server receives the pack: subject, copies, names, and files that are those of the archive', async () => {
	const published = await publishedWorld()
	await using world = published.world
	const { port, taken } = await serve()
	const id = await send(published)
	expect(await run(world, by(port))).toEqual({ sent: 1, failed: 0, perhaps: 0 })
	const [mail] = taken
	expect(taken).toMatchObject([{ from: SENDER.address, to: ['s.remissvar@example.org', 'handlaggare@example.org'] }])
	expect(mail?.source.split('\r\n').filter((line) => line.length > 78)).toEqual([])
	const read = await PostalMime.parse(mail?.source ?? '')
	expect(read.subject).toBe('S2022/01234 – NSPH: svar på remissen God vård')
	expect(read.to).toEqual([{ address: 's.remissvar@example.org', name: '' }])
	expect(read.cc).toEqual([{ address: 'handlaggare@example.org', name: '' }])
	expect(read.messageId).toBe(`<${id}@example.org>`)
	expect(read.text?.trim()).toBe('Här är vårt svar på remissen.')
	// An answer that a program writes to it is wanted.
	expect(read.headers.some(({ key }) => key === 'auto-submitted')).toBe(false)
	expect(read.attachments.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition])).toEqual([
		[
			'NSPH Stockholms län, NSPH-SL 2022-1.docx',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'attachment',
		],
		['NSPH Stockholms län, NSPH-SL 2022-1.pdf', 'application/pdf', 'attachment'],
	])
	const app = testApp(world)
	for (const [index, kind] of PACK_FILES.entries()) {
		const enclosed = read.attachments[index]?.content
		const archived = await (await app.browser().get(`/${SLUG}/2022/1.${kind}`)).arrayBuffer()
		expect(Buffer.from(enclosed as ArrayBuffer).equals(Buffer.from(archived)), kind).toBe(true)
	}
	expect(await known(world)).toEqual([{ id, outcome: 'taken', said: '' }])
	expect(await waiting(world)).toEqual([])
	world.clock.now += DAY
	expect(await run(world, by(port))).toEqual({ sent: 0, failed: 0, perhaps: 0 })
	expect(taken).toHaveLength(1)
})

test('where mail leads here it is answered at an address of its own, and returned there where that is allowed', async () => {
	const published = await publishedWorld()
	await using world = published.world
	const { port, taken } = await serve()
	const settings = { ...jobsOn(world).jobs(by(port)), intakeDomain: 'remiss.example.org' }
	const id = await send(published)
	await deliverResponses(metered(settings, world.deps.run))
	const again = await send(published, { again: true, reason: 'Vi prövar igen.' })
	await deliverResponses(metered({ ...settings, intakeReturns: true }, world.deps.run))
	const addresses = await Promise.all(
		[id, again].map((each) => replyAddress(world.deps, SLUG, each, settings.intakeDomain)),
	)
	expect(taken.map(({ from }) => from)).toEqual([SENDER.address, addresses[1]])
	const read = await Promise.all(taken.map(({ source }) => PostalMime.parse(source)))
	expect(read.map(({ replyTo }) => replyTo?.map(({ address }) => address))).toEqual(addresses.map((each) => [each]))
	expect(taken.flatMap(({ source }) => source.split('\r\n')).filter((line) => line.length > 120)).toEqual([])
})

test('killed at any moment and run again, it is received under one message id, and is known to be', async () => {
	const published = await publishedWorld()
	await using world = published.world
	const { port, taken } = await serve()
	const dying = new Error('killed')
	let ended = 0
	for (let moment = 0; ended < 2; moment += 1) {
		taken.length = 0
		const id = await send(published, { again: true, reason: 'Vi prövar igen.' })
		let left = Math.floor(moment / 2)
		let dead = false
		/** Dies before the request that is `moment`, or after it was done and before the answer came. */
		const mortal =
			<Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
			async (...given: Given) => {
				if (dead || (left === 0 && moment % 2 === 0)) {
					dead = true
					throw dying
				}
				const answer = await ask(...given)
				if (left === 0) {
					dead = true
					throw dying
				}
				left -= 1
				return answer
			}
		const { db } = world.deps
		const deps = { ...world.deps, db: { read: mortal(db.read) as typeof db.read, write: mortal(db.write) } }
		const mail = mortal(by(port))
		const first = await run({ ...world, deps } as CoalitionWorld, mail).catch((error: unknown) => {
			if (error !== dying) throw error
			return null
		})
		ended += dead || first === null ? 0 : 1
		for (let later = 0; later < 4; later += 1) {
			world.clock.now += HOUR
			await run(world, by(port))
		}
		const ids = await Promise.all(taken.map(async ({ source }) => (await PostalMime.parse(source)).messageId))
		expect([moment, new Set(ids)]).toEqual([moment, new Set([`<${id}@example.org>`])])
		expect((await known(world)).at(-1)).toEqual({ id, outcome: 'taken', said: '' })
		world.clock.now += DAY
	}
}, 60_000)

test('a mail server that is away for a day, or goes silent with the mail, gets it when it is back', async () => {
	const published = await publishedWorld()
	await using world = published.world
	const id = await send(published)
	let attempts = 0
	const away: SendMail = async () => {
		attempts += 1
		throw attempts % 2 === 0 ? new Unanswered('silent') : new Error('the mail server hung up')
	}
	for (const until = world.clock.now + DAY; world.clock.now < until; world.clock.now += HOUR / 2) await run(world, away)
	expect(attempts).toBeGreaterThan(5)
	expect(await known(world)).toEqual([{ id, outcome: null, said: '' }])
	const { port, taken } = await serve()
	for (let later = 0; later < 13; later += 1) {
		await run(world, by(port))
		world.clock.now += HOUR
	}
	expect(taken).toHaveLength(1)
	expect(taken[0]?.source).toContain(`Message-ID: <${id}@example.org>`)
})

test('what the server refuses for good is not tried again, and it is known whom it refused', async () => {
	const published = await publishedWorld()
	await using world = published.world
	const { port, taken } = await serve({
		onRcptTo: ({ address }, _session, done) =>
			address.startsWith('handlaggare')
				? done(Object.assign(new Error('no such user'), { responseCode: 550 }))
				: done(),
	})
	const id = await send(published)
	expect(await run(world, by(port))).toEqual({ sent: 0, failed: 1, perhaps: 0 })
	expect(await known(world)).toEqual([{ id, outcome: 'refused', said: 'handlaggare@example.org' }])
	// Nobody has got what one of them never will: it can be sent again to all.
	expect(taken).toEqual([])
	expect(await waiting(world)).toEqual([])
	expect(codeOf(await sendResponse(world.deps, world.order(world.chair, responseCommand(published.statementId))))).toBe(
		'granted',
	)
})

test('what a server refuses for now is tried for a week and then given up', async () => {
	const published = await publishedWorld()
	await using world = published.world
	const { port } = await serve({
		onRcptTo: (_address, _session, done) => done(Object.assign(new Error('later'), { responseCode: 450 })),
	})
	const id = await send(published)
	await run(world, by(port))
	expect(await known(world)).toEqual([{ id, outcome: null, said: '' }])
	world.clock.now += 7 * DAY + HOUR
	await run(world, by(port))
	expect(await known(world)).toEqual([{ id, outcome: 'givenUp', said: '' }])
})

test('a letter that was confirmed leaves with the files it was confirmed with, though another version would make others', async () => {
	const published = await publishedWorld()
	await using world = published.world
	const app = testApp(world)
	for (const kind of PACK_FILES) await app.browser().get(`/${SLUG}/2022/1.${kind}`)
	const [found] = await world.db.read(publishedPaperQuery(SLUG, 2022, 1))
	if (!found?.paper) throw new Error('not published')
	const from = { address: `${ORIGIN}/${SLUG}/2022/1`, files: world.deps.files }
	for (const kind of PACK_FILES) await publishedFile(kind, found.paper, from)
	const paths = await world.store.kept()
	expect(paths).toHaveLength(PACK_FILES.length)
	for (const path of paths) await writeFile(path, 'as an earlier version made it')
	const earlier = new TextEncoder().encode('as an earlier version made it')
	const files = await Promise.all(
		published.files.map(async (file) => ({ ...file, sha256: await sha256OfBytes(earlier), size: earlier.length })),
	)
	const { port, taken } = await serve()
	await send({ ...published, files })
	expect(await run(world, by(port))).toEqual({ sent: 1, failed: 0, perhaps: 0 })
	const { attachments } = await PostalMime.parse(taken[0]?.source ?? '')
	expect(attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString())).toEqual([
		'as an earlier version made it',
		'as an earlier version made it',
	])
	// And one that was confirmed with what this version makes, where another's was kept meanwhile.
	await send(published, { again: true, reason: 'Vi prövar igen.' })
	expect(await run(world, by(port))).toEqual({ sent: 1, failed: 0, perhaps: 0 })
})

test('files that are no longer those that were confirmed are not sent', async () => {
	const published = await publishedWorld()
	await using world = published.world
	const { port, taken } = await serve()
	const id = await send(published)
	const [block] = await allRows(world.server.client, 'SELECT id FROM block LIMIT 1')
	const withheld = { statementId: published.statementId, blockId: block?.id as BlockId, ground: 'Samtycke' }
	granted(await redactBlock(world.deps, world.order(world.chair, withheld)))
	await run(world, by(port))
	expect(await known(world)).toEqual([{ id, outcome: 'changed', said: '' }])
	expect(taken).toEqual([])
})
