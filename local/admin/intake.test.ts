import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawMail } from '#local/raw-mail.ts'
import { admin, adminHere, type RanLine } from '#test/support/admin.ts'
import { docxOf, pdfOf, scannedPdf } from '#test/support/documents.ts'

type Ran = { readonly code: number | null; readonly lines: readonly string[]; readonly said: string }

const line = (args: readonly string[]) => ['--data', join(folder, 'data'), 'intake', ...args]
const ran = ({ code, out, said }: RanLine): Ran => ({ code, lines: out.split('\n').slice(0, -1), said })

/** As a process of its own, which reads a standard input and says what a library says. */
const intakeAlone = async (args: readonly string[], input = '') => ran(await admin(line(args), { input }))
const intake = async (args: readonly string[]) => ran(await adminHere(line(args)))

let folder = ''
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'intake-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
	const path = join(folder, name)
	await writeFile(path, content)
	return path
}

const NOTICE = `# Remiss av promemorian Fler bänkar i parkerDiarienummer: Ku2024/00099

Här kan du ta del av till vilka instanser som Kulturdepartementet har remitterat promemorian.

Remissvaren ska ha kommit in till Kultur\u00addepartementet senast fredagen den 15 mars 2024. Svaren bör lämnas i Word per
e-post till ku.remissvar@regeringskansliet.se och med kopia till ku.parker@regeringskansliet.se.

## Remissinstanser

1. Boverket
2. Umeå kommun
`

test('a notice gives one line of JSON with every field, in their order', async () => {
	const path = await file('parker.md', NOTICE)
	const { code, lines, said } = await intakeAlone([path])
	expect({ code, said }).toEqual({ code: 0, said: '' })
	expect(lines).toEqual([
		JSON.stringify({
			file: path,
			title: 'Remiss av promemorian Fler bänkar i parker',
			kind: 'promemoria',
			sender: 'Kulturdepartementet',
			references: ['Ku2024/00099'],
			dueOn: '2024-03-15',
			extendedFrom: null,
			sendTo: ['ku.remissvar@regeringskansliet.se'],
			copyTo: ['ku.parker@regeringskansliet.se'],
			formats: ['docx'],
			invited: ['Boverket', 'Umeå kommun'],
			doubts: [],
			text: NOTICE.trim(),
			leftOut: [],
		}),
	])
	expect(existsSync(join(folder, 'data'))).toBe(false)
})

test('what cannot be read is said, and does not keep the others from being read', async () => {
	const good = await file('god.txt', 'Sista dag att svara är den 2 maj 2024.')
	const empty = await file('tom.md', '')
	const blank = await file('blank.md', ' \n\n')
	const binary = await file(
		'bild.md',
		Uint8Array.from({ length: 3000 }, (_, index) => index % 7),
	)
	const huge = await file('stor.md', '')
	await truncate(huge, 3_000_000_000)
	const inside = join(folder, 'mapp')
	await mkdir(inside)
	const { code, lines, said } = await intake([
		empty,
		join(folder, 'ingen.md'),
		blank,
		binary,
		huge,
		inside,
		'/dev/null',
		good,
	])
	expect(code).toBe(1)
	expect(lines).toHaveLength(1)
	expect(lines[0]).toContain('"dueOn":"2024-05-02"')
	const sentences = said.trim().split('\n')
	expect(sentences).toHaveLength(7)
	expect(sentences[0]).toContain('tom.md: The file is empty.')
	expect(sentences[1]).toMatch(/^There is no file .*ingen\.md$/)
	expect(sentences[2]).toMatch(/^No text can be read in .*blank\.md$/)
	expect(sentences[3]).toContain('bild.md: Only PDF, Word')
	expect(sentences[4]).toContain('stor.md: The file is too large.')
	expect(sentences[5]).toMatch(/^That is no file: .*mapp$/)
	expect(sentences[6]).toBe('That is no file: /dev/null')
})

test('a year that is left out is taken from the month in the name of the file, and doubted', async () => {
	const path = await file('2020-04-remiss.md', 'Sista dag att svara är fredagen den 17 april.')
	const { lines } = await intake([path])
	expect(JSON.parse(lines[0] ?? '')).toMatchObject({
		dueOn: '2020-04-17',
		doubts: [expect.stringContaining('The year is not stated')],
	})
})

test('more files than a shell passes on are named on the standard input', async () => {
	const path = await file('med blanksteg å.md', NOTICE)
	const { code, lines } = await intakeAlone(['-'], `${path}\n${path}\n\n`.repeat(300))
	expect(code).toBe(0)
	expect(lines).toHaveLength(600)
	expect(new Set(lines).size).toBe(1)
})

test('PDF and Word are read as text is, and a scanned page has no text', async () => {
	const paragraphs = [
		'Remiss av rapporten Fler broar',
		'Remissvaren ska ha kommit in till Kulturdepartementet senast den 15 mars 2024.',
	]
	const pdf = await file('missiv.pdf', pdfOf([paragraphs]))
	const word = await file('missiv.docx', docxOf({ paragraphs }))
	const scanned = await file('skannad.pdf', scannedPdf())
	const { code, lines, said } = await intakeAlone([pdf, word, scanned])
	expect(code).toBe(1)
	expect(said).toMatch(/^No text can be read in .*skannad\.pdf\n$/)
	expect(lines.map((line) => JSON.parse(line))).toMatchObject(
		[pdf, word].map((path) => ({
			file: path,
			title: 'Remiss av rapporten Fler broar',
			kind: 'report',
			sender: 'Kulturdepartementet',
			dueOn: '2024-03-15',
		})),
	)
})

test('a mail is read as it would be if it had been sent here, its files with it', async () => {
	const word = docxOf({
		paragraphs: ['Remissvaren ska ha kommit in till Kulturdepartementet senast den 15 mars 2024.'],
	})
	const mail = rawMail({
		from: 'ove@example.org',
		to: 'nsph@example.org',
		subject: 'VB: Remiss av rapporten Fler broar',
		text: 'Kan ni svara mig senast den 1 mars 2024?\n\nFrån: Karin <k@example.org>\nSkickat: den 2 januari 2024\nÄmne: Remiss av rapporten Fler broar\n\nSe missivet.',
		files: [
			{ name: 'missiv.docx', bytes: word },
			{ name: 'karta.tif', bytes: new Uint8Array([0x49, 0x49, 0x2a, 0]) },
			{ name: 'skannad.pdf', bytes: scannedPdf() },
		],
	})
	const path = await file('brev.EML', mail)
	const { code, lines, said } = await intake([path])
	expect(JSON.parse(lines[0] ?? '')).toMatchObject({
		title: 'Remiss av rapporten Fler broar',
		dueOn: '2024-03-15',
		doubts: [],
		text: 'Remiss av rapporten Fler broar\n\nSe missivet.\n\n⸻\n\nKan ni svara mig senast den 1 mars 2024?',
		leftOut: ['karta.tif', 'skannad.pdf'],
	})
	expect(code).toBe(1)
	expect(said.trim().split('\n')).toEqual([
		`Not read, or not wholly, in ${path}: karta.tif`,
		`Not read, or not wholly, in ${path}: skannad.pdf`,
	])
})

test('without a file it says how it is called', async () => {
	const { code, lines, said } = await intake([])
	expect({ code, lines }).toEqual({ code: 2, lines: [] })
	expect(said).toContain('intake FILE…')
})
