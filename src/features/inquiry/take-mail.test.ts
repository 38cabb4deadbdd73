import { expect, test } from 'vitest'
import { rawMail } from '#local/raw-mail.ts'
import { allRows } from '#test/support/all-rows.ts'
import { docxOf, pdfOf } from '#test/support/documents.ts'
import { arrives, LETTER } from '#test/support/mail-in.ts'
import { type CoalitionWorld, createCoalitionWorld, DAY, granted, SLUG } from '#test/support/world.ts'
import { sha256OfBytes } from '#usecases/hashing.ts'
import { giveSeat } from '#usecases/members/manage-coalition.ts'
import { createPerson } from '#usecases/person/people.ts'

const notices = (world: CoalitionWorld) =>
	allRows(world.server.client, 'SELECT how, title, text, status, left_out FROM notice ORDER BY taken_at, id')

/** All that is kept but who tried how often. */
const kept = async (world: CoalitionWorld) =>
	Promise.all(
		['act', 'event', 'notice', 'file', 'outbox'].map((table) => allRows(world.server.client, `SELECT * FROM ${table}`)),
	)

test('a mail from the chair, whatever stands behind the plus, waits to be checked', async () => {
	await using world = await createCoalitionWorld()
	expect(
		await arrives(world, { from: ' Ove@Example.org', to: `${SLUG.toUpperCase()}+remiss@remiss.example.org` }),
	).toBeNull()
	expect(await notices(world)).toMatchObject([
		{ how: 'mail', title: 'Remiss', status: 'waiting', text: LETTER, left_out: '[]' },
	])
	const [act] = await allRows(world.server.client, "SELECT person_id FROM act WHERE kind = 'takeNotice'")
	expect(act?.person_id).toBe(world.chair)
})

test('the secretary may send too, also from an address that others share', async () => {
	await using world = await createCoalitionWorld()
	const { deps, order, chair, clock } = world
	const email = 'kansliet@example.org'
	granted(await createPerson(deps, { name: 'Nils Utan', emails: [email] }))
	const personId = granted(await createPerson(deps, { name: 'Siv Sekreterare', emails: [email] }))
	const seat = { personId, associationId: null, role: 'secretary', from: clock.now, until: clock.now + DAY } as const
	granted(await giveSeat(deps, order(chair, { ...seat, invite: false })))
	expect(await arrives(world, { from: email })).toBeNull()
	clock.now += DAY
	expect(await arrives(world, { from: email })).toMatch(/chair's or the secretary's/)
	expect(await notices(world)).toHaveLength(1)
})

test('of a mail from anybody else, or to no coalition, nothing is kept', async () => {
	await using world = await createCoalitionWorld()
	const before = await kept(world)
	for (const mail of [
		{ from: 'attention@example.org' },
		{ from: 'nobody@example.org' },
		{ from: 'ove@example.org.example.net' },
		{ to: 'ingen-sadan@remiss.example.org' },
		{ to: 'ove@example.org' },
		{ to: '@remiss.example.org' },
		{ to: `"${SLUG}' OR 1=1"@remiss.example.org` },
	]) {
		expect(await arrives(world, mail), JSON.stringify(mail)).toMatch(/^[\x20-\x7e]+$/)
	}
	expect(await kept(world)).toEqual(before)
	expect(await world.store.kept()).toEqual([])
})

test('what programs send by themselves is not answered, and not kept', async () => {
	await using world = await createCoalitionWorld()
	const before = await kept(world)
	for (const headers of [
		{ 'Auto-Submitted': 'auto-replied' },
		{ 'auto-submitted': 'auto-generated; x=y' },
		{ Precedence: 'bulk' },
		{ Precedence: 'List' },
	]) {
		expect(await arrives(world, { headers })).toBeNull()
	}
	expect(await arrives(world, { from: '' })).toBeNull()
	expect(await kept(world)).toEqual(before)
	expect(await arrives(world, { headers: { 'Auto-Submitted': 'no' } })).toBeNull()
	expect(await notices(world)).toHaveLength(1)
})

test('the same mail is taken once, however often it comes and by whatever way', async () => {
	await using world = await createCoalitionWorld()
	const headers = { 'Message-ID': '<one@example.org>' }
	expect(await arrives(world, { headers })).toBeNull()
	expect(await arrives(world, { headers: { ...headers, Received: 'from elsewhere' } })).toBeNull()
	expect(await arrives(world, { headers, text: 'En annan text under samma id.' })).toBeNull()
	expect(await notices(world)).toHaveLength(1)
	expect(await arrives(world, { headers: { 'Message-ID': '<two@example.org>' } })).toBeNull()
	expect(await notices(world)).toHaveLength(2)
})

test('attachments are kept by the rules of uploads: read, or said why not; pictures in the text are none', async () => {
	await using world = await createCoalitionWorld()
	const files = [
		{ name: 'missiv.pdf', bytes: pdfOf([['Svara senast den 14 november 2022.']]) },
		{ name: '../sändlista.docx', bytes: docxOf({ paragraphs: ['Attention', 'Shedo'] }) },
		{
			name: 'makron.docm',
			bytes: docxOf({ paragraphs: ['x'], entries: { 'word/vbaProject.bin': new Uint8Array(1) } }),
		},
		{ name: 'karta.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) },
	]
	expect(await arrives(world, { files })).toBeNull()
	const [notice] = await notices(world)
	expect(JSON.parse(String(notice?.left_out))).toEqual([
		{ name: 'makron.docm', why: 'macros' },
		{ name: 'karta.png', why: 'otherKind' },
	])
	expect(await allRows(world.server.client, 'SELECT name, text FROM file ORDER BY ordinal')).toEqual([
		{ name: 'missiv.pdf', text: 'Svara senast den 14 november 2022.' },
		{ name: 'sändlista.docx', text: 'Attention\n\nShedo' },
		{ name: 'Remiss.eml', text: '' },
	])
	expect(await world.store.kept()).toHaveLength(3)
})

test('the mail itself is kept as a file of the notice, byte for byte as it came', async () => {
	await using world = await createCoalitionWorld()
	const raw = rawMail({ from: 'ove@example.org', to: 'x@remiss.example.org', subject: 'VB: Remiss/2', text: LETTER })
	expect(await arrives(world, { raw })).toBeNull()
	const [file, ...others] = await allRows(world.server.client, 'SELECT name, media_type, size, sha256, text FROM file')
	expect(others).toEqual([])
	expect(file).toMatchObject({ name: 'Remiss_2.eml', media_type: 'message/rfc822', size: raw.length, text: '' })
	expect(file?.sha256).toBe(await sha256OfBytes(raw))
	expect(await world.store.kept()).toEqual([expect.stringContaining(String(file?.sha256))])
	expect(await arrives(world, { raw: rawMail({ from: 'a', to: 'b', subject: '', text: LETTER }) })).toBeNull()
	expect(await allRows(world.server.client, "SELECT name FROM file WHERE name = 'mail.eml'")).toHaveLength(1)
})

test('beside as many attachments as there can be the mail has its place', async () => {
	await using world = await createCoalitionWorld()
	const files = Array.from({ length: 21 }, (_, n) => ({
		name: `${n}.txt`,
		bytes: new TextEncoder().encode(`Bilaga ${n}`),
	}))
	expect(await arrives(world, { files })).toBeNull()
	expect(await allRows(world.server.client, 'SELECT name FROM file')).toHaveLength(20)
	const [notice] = await notices(world)
	expect(JSON.parse(String(notice?.left_out))).toEqual([
		{ name: '19.txt', why: 'tooMany' },
		{ name: '20.txt', why: 'tooMany' },
	])
})

test('a mail of which nothing can be used is rejected, and so is one that is too large', async () => {
	await using world = await createCoalitionWorld()
	const before = await kept(world)
	expect(await arrives(world, { subject: '', text: ' ' })).toMatch(/neither text nor a file/)
	expect(
		await arrives(world, { subject: '', text: '', files: [{ name: 'a.png', bytes: new Uint8Array([1, 0, 2]) }] }),
	).toMatch(/neither text nor a file/)
	expect(await arrives(world, { size: 30 * 1024 * 1024 })).toMatch(/too large/)
	// Whatever its size is said to be.
	expect(await arrives(world, { size: 10, text: 'å'.repeat(9 * 1024 * 1024) })).toMatch(/too large/)
	expect(await arrives(world, { text: 'å'.repeat(300_000) })).toMatch(/too large/)
	expect(await kept(world)).toEqual(before)
})

test('where nothing keeps files the text is taken, and the files are said to have no place', async () => {
	await using world = await createCoalitionWorld()
	expect(
		await arrives(world, { withoutFiles: true, files: [{ name: 'missiv.pdf', bytes: pdfOf([['x']]) }] }),
	).toBeNull()
	expect(await notices(world)).toMatchObject([{ left_out: '[{"name":"missiv.pdf","why":"noPlace"}]' }])
})

test('more mails than anybody sends are rejected for a while', async () => {
	await using world = await createCoalitionWorld()
	const outcomes: (string | null)[] = []
	for (let index = 0; index < 62; index += 1) outcomes.push(await arrives(world, { text: `${LETTER} ${index}` }))
	expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(60)
	expect(outcomes.at(-1)).toMatch(/Too many mails/)
	world.clock.now += DAY
	expect(await arrives(world, {})).toBeNull()
})
