import { afterAll, beforeAll, expect, test } from 'vitest'
import { readStatement } from '#intake/file/statement.ts'
import { type TestApp, testApp } from '#test/support/app.ts'
import { golden } from '#test/support/golden.ts'
import { readPdf } from '#test/support/pdf-objects.ts'
import { checkPdf, partsOf } from '#test/support/pdf-rules.ts'
import { createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'
import { DAY } from '#test/support/world.ts'

const PDF = '/nsph-stockholm/2022/1.pdf'
const DOCX = '/nsph-stockholm/2022/1.docx'

let app: TestApp
const get = (path: string) => app.browser().get(path)

beforeAll(async () => {
	const world = await createGoldenWorld()
	await publish(world, { inquiry: INQUIRY })
	app = testApp(world)
})
afterAll(() => app.world[Symbol.asyncDispose]())

const bytesAt = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer())

test('a published statement is had as a PDF that keeps the rules, named after the coalition and its number', async () => {
	const response = await get(PDF)
	expect(response.status).toBe(200)
	expect(response.headers.get('content-type')).toBe('application/pdf')
	expect(response.headers.get('content-disposition')).toBe(
		`inline; filename="NSPH Stockholms lan, NSPH-SL 2022-1.pdf"; filename*=UTF-8''NSPH%20Stockholms%20l%C3%A4n%2C%20NSPH-SL%202022-1.pdf`,
	)
	const { faults, tree } = checkPdf(readPdf(new Uint8Array(await response.arrayBuffer())))
	expect(faults).toEqual([])
	const text = tree.text.replaceAll('\u00ad', '')
	expect(
		partsOf(tree)
			.find(({ tag }) => tag === 'H1')
			?.text.replace(/\s/g, ''),
	).toBe(golden.title.replace(/\s/g, ''))
	for (const said of [
		INQUIRY.sender,
		INQUIRY.references,
		'NSPH-SL 2022:1',
		'Vem står bakom',
		'Attention Stockholms län',
	]) {
		expect(text.replace(/\s/g, '')).toContain(said.replace(/\s/g, ''))
	}
})

test('it is had as a Word file with the same words', async () => {
	const response = await get(DOCX)
	expect(response.headers.get('content-type')).toBe(
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	)
	expect(response.headers.get('content-disposition')).toMatch(
		/^attachment; filename="NSPH Stockholms lan, NSPH-SL 2022-1.docx"/,
	)
	const read = await readStatement(new Uint8Array(await response.arrayBuffer()))
	if (!read.ok) throw new Error(read.reason)
	expect(read.value.title).toBe(golden.title)
	expect(read.value.blocks.filter(({ kind }) => kind === 'position')).toEqual(
		golden.blocks.filter(({ kind }) => kind === 'position'),
	)
})

test.each([PDF, DOCX])(
	'%s is the same bytes whenever it is asked for, whatever the coalition has come to look like since',
	async (path) => {
		const before = await bytesAt(path)
		await app.world.server.client.execute(`UPDATE coalition SET accent = '#8a1f3d', name = 'Ett annat namn'`)
		app.world.clock.now += DAY
		expect(Buffer.from(await bytesAt(path)).equals(Buffer.from(before))).toBe(true)
	},
)

test('there is none of what is not published', async () => {
	for (const path of [
		'/nsph-stockholm/2022/2.pdf',
		'/nsph-stockholm/2022/0.pdf',
		'/nsph-stockholm/2021/1.pdf',
		'/annan/2022/1.pdf',
	]) {
		expect((await get(path)).status, path).toBe(404)
	}
})

test('it tells who dissents, and which associations do not wholly support a position', async () => {
	await using world = await createGoldenWorld()
	await publish(world, {
		answers: {
			1: { stances: { 3: { stance: 'partial', reason: 'Vi ser det *annorlunda*.' }, 9: { stance: 'support' } } },
			2: {
				stances: { 3: { stance: 'oppose' } },
				dissent: { kind: 'reservation', text: 'Vi är emot.\n\nAv två skäl.' },
			},
		},
	})
	const response = await testApp(world).browser().get(PDF)
	const { faults, tree } = checkPdf(readPdf(new Uint8Array(await response.arrayBuffer())))
	expect(faults).toEqual([])
	const rows = partsOf(tree).flatMap(({ tag, children }) => (tag === 'TR' ? [children.map((cell) => cell.text)] : []))
	expect(rows.filter(([first]) => first === '3')).toEqual([
		['3', expect.stringMatching(/^Tillstyrker delvis: .+Avstyrker: /)],
	])
	expect(rows.some(([first]) => first === '9')).toBe(false)
	expect(tree.text).toMatch(/om ståndpunkt 3: Vi ser det annorlunda\./)
	expect(partsOf(tree).find(({ tag, text }) => tag === 'H3' && text.startsWith('Reservation från'))).toBeDefined()
	expect(tree.text).toContain('Vi är emot.Av två skäl.')
})
