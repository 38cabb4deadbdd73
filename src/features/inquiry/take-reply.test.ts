import { expect, test } from 'vitest'
import type { ResponseId } from '#domain/kernel/id.ts'
import { NOT_READ } from '#intake/elsewhere.ts'
import { href, routes } from '#routes'
import { allRows, countOf } from '#test/support/all-rows.ts'
import { signedIn, testApp } from '#test/support/app.ts'
import { pdfOf } from '#test/support/documents.ts'
import { arrives } from '#test/support/mail-in.ts'
import { sentStatement } from '#test/support/replied.ts'
import { createCoalitionWorld, DAY, SLUG } from '#test/support/world.ts'
import { replyAddress } from '#usecases/publication/reply-address.ts'

const REGISTRAR = 's.remissvar@example.org'
const THANKS = 'Tack, ert svar är registrerat som S2022/01234-7.'
const utf8 = (text: string) => new TextEncoder().encode(text)

async function scene() {
	const world = await createCoalitionWorld()
	const { responseId, statementId } = await sentStatement(world)
	const to = await replyAddress(world.deps, SLUG, responseId, 'remiss.example.org')
	const comes = (mail: Parameters<typeof arrives>[1]) =>
		arrives(world, { from: REGISTRAR, to, subject: 'Sv: S2022/01234', text: THANKS, ...mail })
	const replies = () =>
		allRows(world.server.client, 'SELECT kind, sender, proven, subject, text, about, status FROM reply ORDER BY rowid')
	const kept = () =>
		Promise.all(['act', 'reply', 'notice', 'file'].map((table) => countOf(world.server.client, `FROM ${table}`)))
	const shared = { world, responseId, statementId, to, comes, replies, kept }
	return { ...shared, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

/** As mail servers write it (RFC 3464). */
const report = (
	{ responseId, to }: { readonly responseId: ResponseId; readonly to: string },
	{ action = 'failed', original = true } = {},
) =>
	utf8(
		[
			...['From: MAILER-DAEMON@mx.example.org', `To: ${to}`, 'Subject: Undelivered Mail Returned to Sender'],
			'Auto-Submitted: auto-replied',
			'Content-Type: multipart/report; report-type=delivery-status;\r\n boundary="b"',
			...['', '--b', 'Content-Type: text/plain; charset=utf-8', '', 'Brevet gick inte fram.', ''],
			...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.org', ''],
			...['Original-Recipient: rfc822;handlaggare@example.org', 'Final-Recipient: rfc822; h@intern.example.org'],
			...[`Action: ${action}`, 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 User unknown;'],
			...[' see https://example.org', '', '--b', 'Content-Type: message/rfc822', ''],
			...(original ? [`Message-ID: <${responseId}@example.org>`] : []),
			...['Subject: Svar', '', 'Här är vårt svar på remissen.', '', '--b--', ''],
		].join('\r\n'),
	)

test('what comes to the address of an answer is filed with it, whoever it is from, and is no notice', async () => {
	await using s = await scene()
	const bytes = pdfOf([['Mottagningsbevis']])
	expect(await s.comes({ files: [{ name: 'kvitto.pdf', bytes }] })).toBeNull()
	expect(await s.replies()).toEqual([
		{
			...{ kind: 'reply', sender: REGISTRAR, proven: 1, subject: 'S2022/01234', text: THANKS },
			...{ about: '[]', status: 'waiting' },
		},
	])
	expect(await allRows(s.world.server.client, 'SELECT name, inquiry_id FROM file ORDER BY ordinal')).toEqual([
		{ name: 'kvitto.pdf', inquiry_id: null },
		{ name: 'S2022_01234.eml', inquiry_id: null },
	])
	expect(await countOf(s.world.server.client, 'FROM notice')).toBe(0)
	expect(await countOf(s.world.server.client, "FROM event WHERE type = 'replyTaken'")).toBe(1)
})

test('what names the answer among those it answers is filed with it, from the chair too', async () => {
	await using s = await scene()
	const slug = `${SLUG}@remiss.example.org`
	const headers = { References: `<other@example.org> <${s.responseId.toUpperCase()}@EXAMPLE.org>` }
	expect(await s.comes({ to: slug, headers })).toBeNull()
	expect(
		await s.comes({ to: slug, from: 'ove@example.org', headers: { 'In-Reply-To': `<${s.responseId}@x>` } }),
	).toBeNull()
	expect(await s.replies()).toHaveLength(2)
	expect(await countOf(s.world.server.client, 'FROM notice')).toBe(0)
})

test('an address that somebody made up, or another key made, is that of no answer', async () => {
	await using s = await scene()
	const before = await s.kept()
	const other = [{ id: 'other', secret: 'x'.repeat(40) }]
	const forged = await replyAddress({ codeKeys: other }, SLUG, s.responseId, 'remiss.example.org')
	const [first = '', last = ''] = s.to.split('@')
	const turned = `${first.slice(0, -1)}${first.endsWith('0') ? '1' : '0'}@${last}`
	for (const to of [forged, turned, `${SLUG}+${'0'.repeat(24)}@remiss.example.org`]) {
		expect(await s.comes({ to })).toMatch(/chair's or the secretary's/)
	}
	expect(
		await s.comes({ to: SLUG, headers: { 'In-Reply-To': `<${s.world.deps.newId('random')}@example.org>` } }),
	).toMatch(/chair's/)
	expect(await s.kept()).toEqual(before)
	// In capitals it is the same address to mail servers.
	expect(await s.comes({ to: s.to.toUpperCase() })).toBeNull()
})

test('a report of a mail server is told with whom the letter did not reach and in the server’s words', async () => {
	await using s = await scene()
	const from = ''
	expect(await s.comes({ from, raw: report(s, { original: false }) })).toBeNull()
	// To the address that Samsvar sends from: known by what it gives back.
	expect(await s.comes({ from, to: 'samsvar@example.org', raw: report(s, { action: 'delayed' }) })).toBeNull()
	const said = '550 5.1.1 User unknown; see https://example.org'
	const about = JSON.stringify([{ address: 'handlaggare@example.org', said }])
	expect(await s.replies()).toMatchObject([
		{ kind: 'bounce', about, text: 'Brevet gick inte fram.' },
		{ kind: 'delay', about },
	])
	expect(await s.comes({ from, to: 'samsvar@example.org', raw: report(s, { original: false }) })).toBeNull()
	expect(await s.replies()).toHaveLength(2)
})

test('a plain no from nobody is one, and what a program answers by itself is told as that', async () => {
	await using s = await scene()
	const no = 'Hi. I could not deliver your message to <HANDLAGGARE@example.org>.'
	expect(await s.comes({ from: '<>', text: no })).toBeNull()
	expect(await s.comes({ from: '<>', headers: { 'Auto-Submitted': 'auto-replied' }, text: 'Jag är ledig.' })).toBeNull()
	expect(await s.comes({ headers: { Precedence: 'bulk' }, text: 'Kvittens' })).toBeNull()
	expect(await s.replies()).toMatchObject([
		{ kind: 'bounce', about: '[{"address":"handlaggare@example.org","said":""}]' },
		{ kind: 'automatic', about: '[]' },
		{ kind: 'automatic' },
	])
})

test('what comes in twice is filed once, and what is not proven keeps nothing proven out', async () => {
	await using s = await scene()
	const headers = { 'Message-ID': '<one@example.org>' }
	expect(await s.comes({ headers, checked: 'none', text: 'Falskt' })).toBeNull()
	expect(await s.comes({ headers })).toBeNull()
	expect(await s.comes({ headers, text: 'En annan text' })).toBeNull()
	expect(await s.replies()).toMatchObject([
		{ proven: 0, text: 'Falskt' },
		{ proven: 1, text: THANKS },
	])
})

test('a mail that its domain denies is refused; from nobody it is dropped without a word', async () => {
	await using s = await scene()
	const before = await s.kept()
	expect(await s.comes({ checked: 'fail' })).toMatch(/not from whom it says/)
	expect(await s.comes({ checked: 'fail', headers: { Precedence: 'bulk' } })).toBeNull()
	expect(await s.comes({ size: 30 * 1024 * 1024 })).toMatch(/too large/)
	expect(await s.comes({ text: 'å'.repeat(210_000) })).toMatch(/too large/)
	expect(await s.kept()).toEqual(before)
})

test('whoever has the address fills no more than is looked at, and keeps out nobody who is proven', async () => {
	await using s = await scene()
	const answers: (string | null)[] = []
	for (let index = 0; index < 31; index += 1) answers.push(await s.comes({ checked: 'none', text: `Brev ${index}` }))
	expect(answers.filter((answer) => answer === null)).toHaveLength(30)
	expect(answers.at(-1)).toMatch(/Too many mails/)
	expect(await s.comes({})).toBeNull()
	s.world.clock.now += 2 * DAY
	for (let index = 0; index < 25; index += 1) answers.push(await s.comes({ checked: 'none', text: `Mer ${index}` }))
	expect(await s.replies()).toHaveLength(50)
	expect(answers.at(-1)).toMatch(/Too many mails/)
})

test('what comes back stands first what it says itself, and then what it quotes', async () => {
	await using s = await scene()
	const text = `${THANKS}\n\nDen 3 oktober 2022 skrev NSPH <samsvar@example.org>:\n> Här är vårt svar på remissen.\n> Svara senast den 1 december 2022.`
	expect(await s.comes({ text })).toBeNull()
	const [reply] = await s.replies()
	expect(String(reply?.text)).toMatch(/^Tack, ert svar[^⸻]*⸻\n\n/)
})

test('chair and secretary find it among their tasks, and the members read it once it is said to belong there', async () => {
	await using s = await scene()
	await s.comes({ files: [{ name: 'kvitto.pdf', bytes: pdfOf([['x']]) }] })
	const [member] = s.world.members
	if (!member) throw new Error('nobody is a member')
	const app = testApp(s.world)
	const [chair, delegate] = [await signedIn(app, s.world.chair), await signedIn(app, member.delegate)]
	const at = { coalition: SLUG, statement: s.statementId }
	const page = href(routes.sent, at)
	const [file, found] = await allRows(s.world.server.client, 'SELECT file.id, reply_id FROM file ORDER BY ordinal')
	const path = href(routes.file, { coalition: SLUG, file: String(file?.id) })
	const shown = async (browser: typeof chair) => (await browser.get(page)).text()

	expect(await (await chair.get(href(routes.workspace, { coalition: SLUG }))).text()).toContain(
		'Läs det som kom tillbaka: 1 brev',
	)
	expect(await shown(delegate)).toContain(`${REGISTRAR} svarade`)
	expect(await shown(delegate)).not.toContain(THANKS)
	expect((await delegate.get(path)).status).toBe(404)
	expect(await shown(chair)).toContain(THANKS)
	expect((await chair.get(path)).status).toBe(200)

	const reply = href(routes.reply, { ...at, reply: String(found?.reply_id) })
	expect((await delegate.post(reply, { key: 'd', belongs: 'yes' })).status).toBe(403)
	expect((await chair.post(reply, { key: 'k', belongs: 'yes' })).status).toBe(303)
	expect(await shown(delegate)).toContain(THANKS)
	expect((await delegate.get(path)).status).toBe(200)
	expect(await (await chair.get(href(routes.workspace, { coalition: SLUG }))).text()).not.toContain('Läs det som kom')

	expect((await chair.post(reply, { key: 'k', belongs: 'no' })).status).toBe(303)
	expect(await shown(delegate)).toContain(`${REGISTRAR} svarade`)
	expect(await shown(delegate)).toContain('har lagt brevet åt sidan')
	expect(await shown(delegate)).not.toContain(THANKS)
})

test('what comes back says whether it is from whom it says, and changes nothing that is known of the letter', async () => {
	await using s = await scene()
	const known = () => allRows(s.world.server.client, 'SELECT outcome, said FROM response')
	const before = [await known(), await allRows(s.world.server.client, 'SELECT stage FROM statement')]
	await s.comes({ from: '', raw: report(s) })
	await s.comes({ checked: 'none' })
	expect([await known(), await allRows(s.world.server.client, 'SELECT stage FROM statement')]).toEqual(before)
	const chair = await signedIn(testApp(s.world), s.world.chair)
	const text = await (await chair.get(href(routes.sent, { coalition: SLUG, statement: s.statementId }))).text()
	expect(text).toMatch(/class="notice error"[\s\S]{0,300}Gick inte fram till handlaggare@example.org/)
	expect(text).toContain('Servern säger: 550 5.1.1 User unknown')
	expect(text).toContain('Ingenting visar att brevet kommer från den adressen')
	expect(text).toContain('SPF: finns inte. DKIM: inte kontrollerad. DMARC: inte kontrollerad.')
})

test('what cannot be read now is told to whoever wrote it, and what a program sent counts as not taken', async () => {
	await using s = await scene()
	const before = await s.kept()
	const hanging = { fetch: async () => new Response(null, { status: NOT_READ }) }
	expect(await s.comes({ reader: hanging })).toBe('Try again in a while.')
	await expect(s.comes({ from: '', raw: report(s), reader: hanging })).rejects.toThrow('not taken')
	expect(await s.kept()).toEqual(before)
	expect(await s.comes({ from: '', raw: report(s) })).toBeNull()
	expect(await s.replies()).toMatchObject([{ kind: 'bounce' }])
})
