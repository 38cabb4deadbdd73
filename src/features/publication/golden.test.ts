import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORIGIN, type TestApp, testApp } from '#test/support/app.ts'
import { checkRecord, compact, sha256 } from '#test/support/check-record.ts'
import { golden, goldenLines, goldenShownLines } from '#test/support/golden.ts'
import { createGoldenWorld, INQUIRY, publish } from '#test/support/published.ts'
import { elementOf, shownLines } from '#test/support/shown-text.ts'
import { stripMarkdown } from '#test/support/strip-markdown.ts'

const PAGE = '/nsph-stockholm/2022/1'

/** What fits in the first round trip of a connection, with its headers: ten packets. Bytes. */
const FIRST_ROUND_TRIP = 14_000

let app: TestApp
const get = (path: string) => app.browser().get(path)
const textAt = async (path: string) => (await get(path)).text()

beforeAll(async () => {
	const world = await createGoldenWorld({ demo: true })
	await publish(world, { inquiry: INQUIRY })
	app = testApp(world)
})
afterAll(() => app.world[Symbol.asyncDispose]())

const article = async (path: string) => elementOf(await textAt(path), /<article/)

test('the article holds the 46 lines in order and nothing else', async () => {
	expect(goldenShownLines).toHaveLength(46)
	expect(shownLines(await article(PAGE))).toEqual(goldenShownLines)
})

test('numbers and letters come from list markup, each with an address of its own', async () => {
	const places = [...(await article(PAGE)).matchAll(/<li id="(p[0-9]+[a-z]?)" value="([0-9]+)"/g)]
	const named = places.map(([, id, value]) => [id, value])
	expect(named).toEqual([
		...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [`p${number}`, `${number}`]),
		...['a', 'b', 'c', 'd'].map((letter, index) => [`p9${letter}`, `${index + 1}`]),
		['p10', '10'],
	])
	const cite = elementOf(await textAt(PAGE), /<ul class="numbers">/)
	const pages = [...cite.matchAll(/href="([^"]+)"/g)].map(([, path]) => path)
	expect(pages).toEqual(named.map(([id]) => `${PAGE}/p/${id?.slice(1)}`))
})

test('the page says number, date, what it answers, and that all nine stand behind it in their order', async () => {
	const beside = shownLines(elementOf(await textAt(PAGE), /<aside/))
	const members = golden.blocks.flatMap((block) => (block.kind === 'memberList' ? block.members : []))
	expect(members).toHaveLength(9)
	expect(beside.slice(0, 4)).toEqual(['Nummer', 'NSPH-SL 2022:1', 'Publicerat', '14 oktober 2022'])
	expect(beside).toContain(INQUIRY.title)
	const from = beside.indexOf('Alla 9 föreningar står bakom.')
	expect(beside.slice(from + 1, from + 10)).toEqual(members.map(({ name }) => name))
})

test('the Markdown file is the 46 lines once its syntax is taken away', async () => {
	const response = await get(`${PAGE}.md`)
	expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
	expect(response.headers.get('content-language')).toBe('sv')
	expect(stripMarkdown(await response.text())).toEqual(goldenLines)
})

test('the JSON file holds the text, block for block, and the record with the members in order', async () => {
	const response = await get(`${PAGE}.json`)
	expect(response.headers.get('content-type')).toBe('application/json')
	expect(response.headers.get('access-control-allow-origin')).toBe('*')
	const { record, text } = checkRecord(await response.text())
	expect(text).toEqual({ title: golden.title, language: 'sv', blocks: golden.blocks })
	expect(record).toMatchObject({
		label: 'NSPH-SL 2022:1',
		inquiry: { title: INQUIRY.title },
		associations: golden.blocks
			.flatMap((block) => (block.kind === 'memberList' ? block.members : []))
			.map(({ name }) => ({ name })),
	})
})

/** Runs a command of the page in a shell, on the file that it would fetch. */
function inShell(command: string, file: string): string {
	const local = command
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replace(/^curl -s \S+/, 'cat')
	return execFileSync('sh', ['-c', local], { input: file, encoding: 'utf8' })
}

test('the commands on the page, run over the served file, give the hashes on the page', async () => {
	const code = [...(await textAt(PAGE)).matchAll(/<code[^>]*>([^<]*)<\/code>/g)].map(([, inner]) => inner ?? '')
	const [textHash, recordHash, forText = '', forRecord = '', forParts = ''] = code
	for (const command of [forText, forRecord, forParts]) expect(command).toContain(`curl -s ${ORIGIN}${PAGE}.json | jq `)
	const file = await textAt(`${PAGE}.json`)
	expect(inShell(forText, file)).toBe(`${textHash}  -\n`)
	expect(inShell(forRecord, file)).toBe(`${recordHash}  -\n`)
	expect(inShell(forParts, file)).toBe('')
	// One character more, and the leaf is another.
	const [, leaf] = /([0-9a-f]{64})":\{"salt":"[0-9a-f]+","value":"Brukarr/.exec(file) ?? []
	expect(inShell(forParts, file.replace('"value":"Brukarr', '"value":"brukarr'))).toBe(`${leaf}\n`)
	const inEnglish = file.replace('"samsvar-text/3","language":"sv"', '"samsvar-text/3","language":"en"')
	expect(inShell(forText, inEnglish)).not.toBe(`${textHash}  -\n`)
	// The bytes that were hashed stand in the file as they are.
	const { record, text } = JSON.parse(file)
	expect(
		file.startsWith(
			`{"recordHash":"${recordHash}","textHash":"${textHash}","record":${compact(record)},"text":${compact(text)},`,
		),
	).toBe(true)
	expect(sha256(compact(text))).toBe(textHash)
})

test('so do those of the documentation, and show the text as it reads', async () => {
	const documented = await readFile(new URL('../../../docs/RECORD.md', import.meta.url), 'utf8')
	const commands = documented.match(/^curl -s URL [^\n]*(?:(?<=\|)\n {2}[^\n]*)?/gm) ?? []
	const file = await textAt(`${PAGE}.json`)
	const { textHash, recordHash } = JSON.parse(file)
	const [forText, forRecord, forParts, read = ''] = commands.map((command) => inShell(command, file))
	expect([forText, forRecord, forParts]).toEqual([`${textHash}  -\n`, `${recordHash}  -\n`, ''])
	expect(JSON.parse(read)).toEqual({ title: golden.title, blocks: golden.blocks })
})

test('the English page has an English frame round the Swedish text', async () => {
	const page = await textAt(`/en${PAGE}`)
	expect(page).toMatch(/<html lang="en">/)
	expect(elementOf(page, /<article/)).toMatch(/^<article class="statement" lang="sv">/)
	expect(shownLines(elementOf(page, /<article/))).toEqual(goldenShownLines)
	expect(shownLines(elementOf(page, /<aside/))).toContain('All 9 associations stand behind it.')
	expect(page).toContain('How it was decided')
	expect(page).toContain(`<a href="${PAGE}" hreflang="sv" lang="sv">`)
	expect(page).toContain(`<link rel="canonical" href="${ORIGIN}/en${PAGE}"`)
	expect(await textAt(PAGE)).toContain(`<a href="/en${PAGE}" hreflang="en" lang="en">`)
})

test('the page arrives in the first round trip, and runs and loads nothing', async () => {
	for (const path of [PAGE, `/en${PAGE}`]) {
		const page = await textAt(path)
		expect(gzipSync(page).length).toBeLessThanOrEqual(FIRST_ROUND_TRIP)
		expect(brotliCompressSync(page).length).toBeLessThanOrEqual(FIRST_ROUND_TRIP)
		expect(page).not.toMatch(
			/<script(?! type="application\/ld\+json">)|<img|<iframe|<link rel="(?:stylesheet|preload|modulepreload)|@import|url\(|\son[a-z]+=|\sstyle=/,
		)
	}
})

test('a demonstration says so, on the screen and on paper', async () => {
	const page = await textAt(PAGE)
	expect(page.match(/Demonstration: personer, röster och kommentarer är påhittade\./g)).toHaveLength(2)
	expect(elementOf(page, /<article/)).not.toContain('Demonstration')
})
