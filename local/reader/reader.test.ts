import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, type TestContext, test } from 'vitest'
import { readAnew } from '#intake/read-parts.ts'
import { type LetterReader, letterReader } from '#intake/reader.ts'
import { rawMail } from '#local/raw-mail.ts'
import { bytesOf, docxOf, pdfOf, scannedPdf } from '#test/support/documents.ts'
import { elsewhereAt } from '#test/support/elsewhere.ts'
import { HOSTILE_FILES } from '#test/support/hostile-files.ts'
import { openReader } from './reader.ts'

const ENDING = new URL('../../test/support/ending-thread.child.ts', import.meta.url)

const LINES = [
	'Socialdepartementet',
	'Remiss av SOU 2020:19 – ”God och nära vård”',
	'Svar senast den 14 november 2022.',
]
const TEXT = LINES.join('\n')
const DOCX = docxOf({ paragraphs: LINES, header: ['S2020/06171'] })
const MAIL = rawMail({
	...{ from: 'a@example.org', to: 'b@example.org', subject: 'Remiss å', text: TEXT },
	files: [
		{ name: 'missiv.docx', bytes: DOCX },
		{ name: 'tom.pdf', bytes: bytesOf('no PDF') },
	],
})
const REPORT = bytesOf(
	[
		...['Content-Type: multipart/report; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'Not here.', '--b'],
		...['Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; a', ''],
		...['Final-Recipient: rfc822; a@example.org', 'Action: failed', '--b--', ''],
	].join('\r\n'),
)
const FILES = [
	...['missiv.pdf', 'missiv.txt'].map((name) => ({ name, bytes: [pdfOf([LINES, ['Sida två']])] })),
	...[
		{ name: 'missiv.docx', bytes: [DOCX] },
		{ name: 'skannad.pdf', bytes: [scannedPdf()] },
	],
	...[
		{ name: 'missiv.txt', bytes: [bytesOf('Svar till \xc5sa, senast \x96 \x94nu\x94')] },
		{ name: '', bytes: [bytesOf('')] },
	],
	...HOSTILE_FILES.map(({ name, bytes }) => ({ name, bytes: [bytes()] })),
]

function opened({ onTestFinished }: TestContext, options?: Parameters<typeof openReader>[0]) {
	const lines: object[] = []
	const reader = openReader({ log: (line) => void lines.push(line), ...options })
	onTestFinished(reader.stop)
	const elsewhere = elsewhereAt(reader)
	return { reader, lines, elsewhere, there: letterReader({ reader: elsewhere }) }
}

test('what is read in the thread is what is read here, of every kind', async (context) => {
	const { elsewhere, there } = opened(context)
	const here = letterReader({})
	const asked: readonly ((reader: LetterReader) => Promise<unknown>)[] = [
		...FILES.map((file) => (reader: LetterReader) => reader.files([file])),
		(reader) => reader.files(FILES, 3),
		...[DOCX, bytesOf('no Word')].map((bytes) => (reader: LetterReader) => reader.statement([bytes])),
		...[MAIL, REPORT, bytesOf('')].flatMap((raw) => [
			(reader: LetterReader) => reader.letter(raw),
			(reader: LetterReader) => reader.answer(raw),
			(reader: LetterReader) => reader.report(raw),
		]),
	]
	for (const ask of asked) expect(await ask(there)).toStrictEqual(await ask(here))
	expect(elsewhere.asked).toEqual(Array.from(asked, () => expect.stringMatching(/^\/\w+ 200$/)))
	// A text that was read is kept, so that each reader needs its own: first there, and then here, where nothing is known of it.
	for (const texts of [[TEXT], [TEXT, 'Svar \ud83d senast den 3 mars 2026.'], ['']]) {
		const fresh = texts.map((text) => `${text} ${crypto.randomUUID()}`)
		const read = await there.parts(fresh)
		expect(elsewhere.asked.at(-1)).toBe('/parts 200')
		expect(read).toStrictEqual(await readAnew(fresh))
	}
}, 120_000)

test('a thread that dies of what it reads is made anew, and that is read nowhere else', async (context) => {
	const { there, lines, elsewhere } = opened(context, { thread: ENDING })
	const [first, died, next] = await Promise.all([
		there.parts(['first']),
		there.statement([DOCX]),
		there.parts(['next']),
	])
	expect([first, died, next]).toEqual([['first'], { ok: false, reason: 'busy' }, ['next']])
	expect(lines).toEqual([{ event: 'readerEnded', why: 'died' }])
	expect(elsewhere.asked).toEqual(['/parts 200', '/statement 503', '/parts 200'])
})

// These wait most of the time.

test.concurrent('a thread of which nothing more comes is ended and made anew', async (context) => {
	const { there, lines } = opened(context, { thread: ENDING, limitMs: 2_000 })
	expect(await there.parts(['before'])).toEqual(['before'])
	expect(await there.report(REPORT)).toEqual({ ok: false, reason: { code: 'busy' } })
	expect(await there.parts(['after'])).toEqual(['after'])
	expect(lines).toEqual([{ event: 'readerEnded', why: 'late' }])
})

test.concurrent('who waits too long for their turn is told so, and no thread is lost by it', async (context) => {
	const { there, lines } = opened(context, { thread: ENDING, limitMs: 2_000, patienceMs: 500 })
	expect(await there.parts(['warm'])).toEqual(['warm'])
	const hanging = there.report(REPORT)
	expect(await there.files([])).toEqual({ ok: true, value: { files: [], leftOut: [] } })
	expect(await there.files([{ name: 'a.txt', bytes: [bytesOf('a')] }])).toEqual({ ok: false, reason: { code: 'busy' } })
	expect(lines).toEqual([])
	await hanging
	expect(await there.parts(['next'])).toEqual(['next'])
	expect(lines).toHaveLength(1)
})

/** What whoever gave up waiting had brought, as far as anybody still holds it. */
async function givenUp({ reader }: ReturnType<typeof opened>): Promise<WeakRef<ArrayBuffer>> {
	const body = new Uint8Array(1_000_000)
	expect(await reader.answer('/files', body)).toEqual({ status: 503, bytes: null })
	return new WeakRef(body.buffer)
}

test.concurrent('what was brought by whoever gave up waiting is not held until its turn', async (context) => {
	setFlagsFromString('--expose-gc')
	const collect = runInNewContext('gc')
	const at = opened(context, { thread: ENDING, limitMs: 4_000, patienceMs: 200 })
	await at.there.statement([DOCX])
	const hanging = at.reader.answer('/report', new Uint8Array(1))
	const brought = await givenUp(at)
	await sleep(50)
	collect()
	expect(brought.deref()).toBeUndefined()
	await at.reader.stop()
	await hanging
})

test.concurrent('what a notice states is read here where reading it ended the thread, and where its turn does not come soon', async (context) => {
	const { reader, there, lines, elsewhere } = opened(context, { thread: ENDING, limitMs: 6_000 })
	const [dying, waiting] = [`${TEXT}\n(dies)`, `${TEXT}\n(waits)`]
	expect(await there.parts([dying])).toStrictEqual(await readAnew([dying]))
	expect(lines).toEqual([{ event: 'readerEnded', why: 'died' }])
	const hanging = there.report(REPORT)
	expect(await there.parts([waiting])).toStrictEqual(await readAnew([waiting]))
	expect(elsewhere.asked).toEqual(['/parts 503', '/parts 503'])
	await reader.stop()
	await hanging
})

test('where no thread starts, and where nobody answers, it is read here', async (context) => {
	const { there } = opened(context, {
		thread: new URL('../../test/support/unstarted-thread.child.ts', import.meta.url),
	})
	const nobody = letterReader({ reader: { fetch: () => Promise.reject(new Error('nobody')) } })
	for (const reader of [there, nobody]) {
		expect(await reader.files(FILES.slice(0, 3))).toStrictEqual(await letterReader({}).files(FILES.slice(0, 3)))
		expect(await reader.letter(MAIL)).toMatchObject({ ok: true, value: { subject: 'Remiss å' } })
	}
})

test('a reader that was stopped has no thread, and takes nothing more', async (context) => {
	const { reader, there, lines } = opened(context, { thread: ENDING })
	await there.parts(['warm'])
	const hanging = there.report(REPORT)
	await reader.stop()
	expect(await hanging).toEqual({ ok: false, reason: { code: 'busy' } })
	expect(await there.files(FILES.slice(0, 1))).toEqual({ ok: false, reason: { code: 'busy' } })
	expect(lines).toEqual([])
})
