import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import * as z from 'zod'
import { docxOf } from '#export/docx/docx.ts'
import type { Letter } from '#export/letter/letter.ts'
import { blockSchema } from '#schema/statement.ts'
import { wholeLetterOf } from '#test/support/letters.ts'
import { writtenTexts } from '#test/support/written-texts.ts'
import { expectedOf } from './expected.ts'
import { countWords, linesIn, structureIn } from './read.ts'

// npm run check:office: a program that is none of ours, LibreOffice, opens the Word files that are made here, and says what it
// reads in them. Exit code 0 where that is what the letters say.

const GENERATED = 20
const SEED = Number(process.env.FC_SEED ?? 20_221_014)
/** Of one conversion of all files. Milliseconds. */
const GIVEN_UP_AFTER_MS = 300_000

const folder = await mkdtemp(join(tmpdir(), 'samsvar-office-'))

/** Converts files to another format beside them. */
function convert(names: readonly string[], to: string): void {
	const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
	const args = [
		profile,
		'--headless',
		'--convert-to',
		to,
		'--outdir',
		folder,
		...names.map((name) => join(folder, name)),
	]
	const { status, error, stderr } = spawnSync('soffice', args, { timeout: GIVEN_UP_AFTER_MS, encoding: 'utf8' })
	if (status !== 0) throw new Error(`soffice did not convert to ${to}: ${error?.message ?? stderr}`)
}

/** What is wrong with what was read of a letter; nothing where all is as it says. */
async function faultsOf(name: string, letter: Letter): Promise<string[]> {
	const written = (ending: string) => readFile(join(folder, `${name}.${ending}`), 'utf8')
	const { lines, ...structure } = expectedOf(letter)
	const read = { lines: linesIn(await written('txt')), ...structureIn(await written('fodt')) }
	// LibreOffice shows a mark of its own before a note whose mark is typed in its text.
	const bare = (notes: readonly string[]) => notes.map((note) => note.replace(/^\d+ /, '')).toSorted()
	const same = (what: string, expected: unknown, found: unknown) => {
		const [one, other] = [JSON.stringify(expected), JSON.stringify(found)]
		if (one === other) return []
		const at = [...one].findIndex((character, index) => character !== other[index])
		return [
			`${name}: ${what} differ: “${one.slice(Math.max(0, at - 60), at + 60)}” is read as “${other.slice(Math.max(0, at - 60), at + 60)}”`,
		]
	}
	const pdf = spawnSync('pdftotext', ['-enc', 'UTF-8', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' })
	const shown = countWords(pdf.stdout ?? '')
	const missing = [...countWords(lines.join('\n'))].filter(([word, count]) => (shown.get(word) ?? 0) < count)
	return [
		...same('lines', lines, read.lines),
		...same('levels of lists', structure.items, read.items),
		...same('headings', structure.headings, read.headings),
		...same('head rows', structure.headRows, read.headRows),
		...same('notes', bare(structure.notes), bare(read.notes)),
		...missing.map(
			([word, count]) => `${name}: “${word}” stands ${count} times, and ${shown.get(word) ?? 0} in the PDF`,
		),
	]
}

async function check(): Promise<number> {
	const missing = ['soffice', 'pdftotext'].filter((name) => spawnSync(name, ['--version']).error !== undefined)
	if (missing.length > 0) {
		console.error(`There is no ${missing.join(' and no ')} here. Install LibreOffice and Poppler, and try again:`)
		console.error('  Debian, Ubuntu: apt-get install libreoffice-writer poppler-utils')
		console.error('  macOS: brew install --cask libreoffice && brew install poppler, with soffice on the PATH')
		return 1
	}
	const texts = fc.sample(writtenTexts(3), { numRuns: GENERATED, seed: SEED })
	const letters = new Map<string, Letter>([
		['golden', await goldenLetter()],
		...texts.map((blocks, at) => [`generated-${at + 1}`, withReferredNotes(wholeLetterOf('Svar', blocks))] as const),
	])
	const names = [...letters.keys()].map((name) => `${name}.docx`)
	for (const [name, letter] of letters) await writeFile(join(folder, `${name}.docx`), await docxOf(letter))
	for (const to of ['txt:Text:UTF8', 'fodt', 'pdf']) convert(names, to)
	const faults = (await Promise.all([...letters].map(([name, letter]) => faultsOf(name, letter)))).flat()
	for (const fault of faults.slice(0, 20)) console.error(fault)
	console.log(`${letters.size} Word files opened and converted; ${faults.length} faults.`)
	return faults.length === 0 ? 0 : 1
}

/** The golden example, as a file: its module is for tests, which read texts otherwise. */
async function goldenLetter(): Promise<Letter> {
	const file = await readFile(join(import.meta.dirname, '../golden/blocks.json'), 'utf8')
	const { title, blocks } = z.object({ title: z.string(), blocks: z.array(blockSchema) }).parse(JSON.parse(file))
	return wholeLetterOf(title, blocks)
}

/** Without the notes that nothing refers to, which stand in the text. */
function withReferredNotes(letter: Letter): Letter {
	const text = JSON.stringify(letter.body)
	return { ...letter, notes: letter.notes.filter(({ number }) => text.includes(`{"note":${number}}`)) }
}

try {
	process.exitCode = await check()
} finally {
	await rm(folder, { recursive: true, force: true })
}
