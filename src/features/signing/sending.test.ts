import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { allRows } from '#test/support/all-rows.ts'
import { type Browser, hiddenFields, signedIn, testApp } from '#test/support/app.ts'
import { createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'
import { DAY, SLUG } from '#test/support/world.ts'

/** As a ministry asks. */
const ASKED = {
	...INQUIRY,
	copyTo: 'Kopia till handlaggare@region.example',
	formats: ['docx', 'accessible-pdf', 'paper'],
	dueOn: '2022-10-16',
} as const

async function scene() {
	const world = await createGoldenWorld()
	const statementId = await publish(world, { inquiry: ASKED })
	const app = testApp(world)
	const chair = await signedIn(app, world.chair)
	const path = `/${SLUG}/statements/${statementId}/sending`
	const letter = {
		to: 'registrator@region.example',
		copyTo: 'handlaggare@region.example',
		subject: 'RS 2022-0417 – NSPH Stockholms län: svar',
		cover: 'Hej,\n\nHär är svaret.',
	}
	return { world, app, chair, path, letter, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

const textOf = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const shown = async (browser: Browser, path: string) => textOf(await (await browser.get(path)).text())
const sentIn = (world: Awaited<ReturnType<typeof scene>>['world']) =>
	allRows(world.server.client, 'SELECT sent_to, copy_to, subject, reason, outcome FROM response ORDER BY at')

/** Every field that the button which sends sends along. */
const reviewed = async ({ chair, path }: Awaited<ReturnType<typeof scene>>, fields: Record<string, string>) => {
	const response = await chair.post(path, { key: 'k', ...fields })
	expect(response.status).toBe(200)
	const page = await response.text()
	return { page, press: { ...hiddenFields(page, path), confirmed: 'yes' } }
}

test('what is asked stands with whether it is so, and a letter is proposed that does so', async () => {
	await using s = await scene()
	const page = await (await s.chair.get(s.path)).text()
	const text = textOf(page)
	expect(text).toContain('En fil som går att redigera (Word) Uppfyllt')
	expect(text).toContain('Ett exemplar på papper Inte uppfyllt Skickas inte härifrån.')
	expect(text).toContain('Diarienumret i ämnesraden Uppfyllt')
	// 16 October 2022 is a Sunday; it is Friday the 14th.
	expect(text).toContain('2 dagar kvar. Sista dagen är ledig. Sista arbetsdagen är 14 oktober 2022.')
	expect(page).toContain(`value="RS 2022-0417 – NSPH Stockholms län: svar på remissen ${INQUIRY.title}"`)
	expect(page).toContain('\nregistrator@region.example</textarea>')
	expect(page).toContain('\nhandlaggare@region.example</textarea>')
	expect(text).not.toContain('Skicka nu')
	s.world.clock.now += 3 * DAY
	expect(await shown(await signedIn(s.app, s.world.chair), s.path)).toContain('Sista dagen har gått.')
})

test('nothing leaves before it was shown as it will leave, and one press then sends it once', async () => {
	await using s = await scene()
	const { page, press } = await reviewed(s, s.letter)
	const text = textOf(page)
	for (const said of [...Object.values(s.letter).slice(0, 3), 'NSPH Stockholms län, NSPH-SL 2022-1.docx', 'Skicka nu'])
		expect(text).toContain(said)
	expect(text).not.toContain('tillagd för hand')
	const { page: more } = await reviewed(s, { ...s.letter, copyTo: 'press@example.net' })
	expect(textOf(more)).toContain('press@example.net (tillagd för hand)')
	expect(s.app.mails).toEqual([])
	expect(await sentIn(s.world)).toEqual([])
	const answers = await Promise.all([s.chair.post(s.path, press), s.chair.post(s.path, press)])
	expect(answers.map(({ status }) => status)).toEqual([303, 303])
	await s.app.settled()
	const packs = s.app.mails.filter(({ pack }) => pack !== undefined)
	expect(packs).toMatchObject([
		{ to: s.letter.to, subject: s.letter.subject, text: `${s.letter.cover}\n`, pack: { copyTo: [s.letter.copyTo] } },
	])
	expect(packs[0]?.pack?.files.map(({ name }) => name)).toEqual([
		'NSPH Stockholms län, NSPH-SL 2022-1.docx',
		'NSPH Stockholms län, NSPH-SL 2022-1.pdf',
	])
	const after = await shown(s.chair, `${s.path}?done=sent`)
	expect(after).toContain('Överlämnat till e-postservern.')
	expect(after).toContain(s.letter.subject)
})

test('sending again must be meant, with a reason', async () => {
	await using s = await scene()
	const { press } = await reviewed(s, s.letter)
	await s.chair.post(s.path, press)
	const again = await reviewed(s, { ...s.letter, key: 'another' })
	const refused = await s.chair.post(s.path, again.press)
	expect(refused.status).toBe(409)
	expect(await refused.text()).toContain('Svaret skickades redan')
	const unreasoned = await reviewed(s, { ...s.letter, key: 'third', again: 'yes' })
	expect((await s.chair.post(s.path, unreasoned.press)).status).toBe(422)
	const meant = await reviewed(s, { ...s.letter, key: 'fourth', again: 'yes', reason: 'De bad om det.' })
	expect((await s.chair.post(s.path, meant.press)).status).toBe(303)
	expect((await sentIn(s.world)).map(({ reason }) => reason)).toEqual(['', 'De bad om det.'])
})

test('what is no address, and files that were not shown, are refused with what was written', async () => {
	await using s = await scene()
	const faulty = await s.chair.post(s.path, { key: 'k', ...s.letter, to: 'registrator@region.example\nOlle' })
	expect(faulty.status).toBe(422)
	const page = await faulty.text()
	expect(page).toContain('id="to-error"')
	expect(page).toContain('Här är svaret.')
	expect(page).not.toContain('Skicka nu')
	const { press } = await reviewed(s, s.letter)
	const changed = await s.chair.post(s.path, { ...press, files: 'others' })
	expect(changed.status).toBe(409)
	expect(await sentIn(s.world)).toEqual([])
})

test('a letter that was refused for good is told in red, with whom it did not reach', async () => {
	await using s = await scene()
	const { press } = await reviewed(s, s.letter)
	await s.chair.post(s.path, press)
	await s.app.settled()
	await s.world.server.client.execute(`UPDATE response SET outcome = 'refused', said = 'handlaggare@region.example'`)
	const page = await (await s.chair.get(s.path)).text()
	expect(page).toMatch(/class="notice error"[\s\S]{0,900}sade nej till handlaggare@region\.example/)
	// It is still to be sent, and no reason is asked for.
	expect(page).not.toContain('name="reason"')
})

test('the pack is had as an archive of both files and the letter, the same bytes each time', async () => {
	await using s = await scene()
	const get = async () => new Uint8Array(await (await s.chair.get(`${s.path}/pack.zip`)).arrayBuffer())
	const archive = await get()
	expect(Buffer.from(await get()).equals(Buffer.from(archive))).toBe(true)
	const files = unzipSync(archive)
	expect(Object.keys(files)).toEqual([
		'NSPH Stockholms län, NSPH-SL 2022-1.docx',
		'NSPH Stockholms län, NSPH-SL 2022-1.pdf',
		'följebrev.txt',
	])
	for (const kind of ['docx', 'pdf']) {
		const published = new Uint8Array(await (await s.app.browser().get(`/${SLUG}/2022/1.${kind}`)).arrayBuffer())
		expect(Buffer.from(files[`NSPH Stockholms län, NSPH-SL 2022-1.${kind}`] ?? []).equals(Buffer.from(published))).toBe(
			true,
		)
	}
	const cover = new TextDecoder().decode(files['följebrev.txt'])
	expect(cover).toContain('Till: registrator@region.example')
	expect(cover).toContain('Svaret har nummer NSPH-SL 2022:1')
})
