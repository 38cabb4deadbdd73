import { getResolvedPDFJS } from 'unpdf'
import type { PDFPageProxy } from 'unpdf/pdfjs'
import * as z from 'zod'
import type { FileGap, FileRefusal } from '#domain/inquiry/file.ts'
import { NOTICE_TEXT_LIMIT } from '#domain/inquiry/notice.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Effort, hasRoomFor, pause } from '#intake/effort.ts'
import { boundsOf } from './pdf-bounds.ts'

/** A notice has a page or three. Of a report, this is the beginning. */
const PAGES_LIMIT = 60

/** Runs of text on one page, and between one pause and the next. A dense page has some thousand. */
const RUNS_LIMIT = 10_000
const RUNS_AT_A_TIME = 200

/** Of a run of text, of an operator between them, and of a thousand bytes inflated. */
const EFFORT = { run: 2, operator: 0.1, kilobyte: 0.5 }

/** The library has been seen to wait for ever, and can be made to do much between two runs. Milliseconds. */
const PATIENCE_MS = 10_000

/** What comes of a page: runs of text, and marks that are none. */
const run = z.object({
	str: z.string().default(''),
	hasEOL: z.boolean().default(false),
	transform: z.array(z.number()).default([]),
	height: z.number().default(0),
})
const chunk = z.object({ items: z.array(run) })

type Read = Result<{ readonly text: string; readonly gap: FileGap | null }, FileRefusal>

/** The text of a PDF, page by page. Of pages that are pictures there is none. */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>, effort: Effort): Promise<Read> {
	const { outcome, operators, size } = await boundsOf(bytes)
	if (outcome !== 'within') return ok({ text: '', gap: outcome === 'locked' ? 'locked' : 'notRead' })
	const cost = EFFORT.operator * operators + (EFFORT.kilobyte * size) / 1000
	if (!hasRoomFor(effort, cost)) return ok({ text: '', gap: 'notRead' })
	const until = new AbortController()
	let giveUp: ReturnType<typeof setTimeout> | undefined
	const late = new Promise<Read>((resolve) => {
		giveUp = setTimeout(() => {
			until.abort()
			resolve(ok({ text: '', gap: 'notRead' }))
		}, PATIENCE_MS)
	})
	try {
		return await Promise.race([readPages(bytes, effort, until.signal), late])
	} catch (error) {
		if (error instanceof Error && error.name === 'PasswordException') return ok({ text: '', gap: 'locked' })
		return refuse('broken')
	} finally {
		clearTimeout(giveUp)
	}
}

async function readPages(bytes: Uint8Array<ArrayBuffer>, effort: Effort, until: AbortSignal): Promise<Read> {
	const { getDocument } = await getResolvedPDFJS()
	const loading = getDocument({
		// The library takes the bytes away from whoever gives them.
		data: bytes.slice(),
		useSystemFonts: true,
		disableFontFace: true,
		enableXfa: false,
		stopAtErrors: false,
		verbosity: 0,
	})
	try {
		const document = await loading.promise
		const texts: string[] = []
		let length = 0
		let number = 1
		const goesOn = () => length < NOTICE_TEXT_LIMIT && effort.left > 0 && !until.aborted
		for (; number <= Math.min(document.numPages, PAGES_LIMIT) && goesOn(); number += 1) {
			await pause()
			const page = await document.getPage(number)
			const text = await textOf(page, effort)
			page.cleanup()
			texts.push(text)
			length += text.length
		}
		const text = texts.join('\n\n').trim()
		if (!/[\p{L}\p{N}]/u.test(text)) return ok({ text: '', gap: 'noText' })
		return ok({ text, gap: number <= document.numPages ? 'onlyBeginning' : null })
	} finally {
		await loading.destroy()
	}
}

/** Line by line, with an empty line where there is room for one. */
async function textOf(page: PDFPageProxy, effort: Effort): Promise<string> {
	const reader = page.streamTextContent().getReader()
	let text = ''
	let runs = 0
	let pausedAt = 0
	let last: { readonly y: number; readonly height: number } | null = null
	for (;;) {
		const { done, value } = await reader.read()
		if (done) return text.trim()
		const { items } = chunk.parse(value)
		for (const { str, hasEOL, transform, height } of items) {
			runs += 1
			const y = transform[5] ?? 0
			if (str.trim() !== '') {
				const apart = last !== null && Math.abs(last.y - y) > 1.9 * Math.max(last.height, height, 1)
				if (apart) text = `${text.trimEnd()}\n\n`
				last = { y, height }
			}
			text += hasEOL ? `${str}\n` : str
		}
		effort.left -= EFFORT.run * items.length
		if (runs > RUNS_LIMIT || text.length > NOTICE_TEXT_LIMIT) {
			await reader.cancel()
			return text.trim()
		}
		// It goes on reading only as fast as this does.
		if (runs - pausedAt < RUNS_AT_A_TIME) continue
		pausedAt = runs
		await pause()
	}
}
