import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { FileGap, FileRefusal } from '#domain/inquiry/file.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Effort, hasRoomFor, pause } from '#intake/effort.ts'
import { textOfHtml } from '#intake/html-text.ts'
import { beginningOfDocument } from './docx-beginning.ts'
import { type Entry, entriesOf } from './zip.ts'

/** What is read of a Word document; pictures and all else stay shut. */
const READ =
	/^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document|styles|numbering|footnotes|endnotes|header\d*)\.xml|word\/_rels\/document\.xml\.rels)$/

/** Of all that is read, inflated. Its tree takes some twenty times as much, of the 128 MB that a Worker has. Bytes. */
const READ_LIMIT = 2 * 1024 * 1024

/**
 * Elements of the text that are read, each with some twenty microseconds of its own: the library reads all it is given in one
 * go, and others wait. A letter has some hundred, a report of fifty pages as many as this. Of a longer one, this is the beginning.
 */
const TEXT_ELEMENTS = 12_000

/** The same of styles, numbering, notes and page headers together, and of the text where it cannot be cut. */
const OTHER_ELEMENTS = 15_000

/** Of an element. */
const EFFORT = 2

/** Elements within elements: Word's own hardly come to thirty, with tables in tables. */
const DEPTH_LIMIT = 200

/** First page, odd and even ones, of two sections. */
const HEADERS_LIMIT = 6

const DOCUMENT = 'word/document.xml'
const TYPES = '[Content_Types].xml'

/** The text of a Word document (.docx), with what stands in its page headers first: there the reference number is. */
export async function readDocx(
	bytes: Uint8Array<ArrayBuffer>,
	effort: Effort,
): Promise<Result<{ readonly text: string; readonly gap: FileGap | null }, FileRefusal>> {
	const entries = entriesOf(bytes)
	if (!entries.ok) return entries
	const kind = kindOf(entries.value)
	if (!kind.ok) return kind
	const read = entries.value.filter(({ name }) => READ.test(name))
	if (read.reduce((sum, { claimed }) => sum + claimed, 0) > READ_LIMIT) return ok({ text: '', gap: 'notRead' })
	const parts: Record<string, string> = {}
	let others = 0
	for (const { name, open } of read) {
		const part = open()
		if (!part.ok) return part
		const xml = harmlessXml(part.value)
		if (!xml.ok) return xml
		parts[name] = xml.value.xml
		if (name !== DOCUMENT) others += xml.value.elements
	}
	const document = beginningOfDocument(parts[DOCUMENT] ?? '', TEXT_ELEMENTS)
	const tooMuch = others > OTHER_ELEMENTS || document.elements > TEXT_ELEMENTS + OTHER_ELEMENTS
	const cost = EFFORT * (others + document.elements)
	if (tooMuch || !hasRoomFor(effort, cost)) return ok({ text: '', gap: 'notRead' })
	await pause()
	try {
		const headers = Object.entries(parts)
			.filter(([name]) => name.startsWith('word/header'))
			.slice(0, HEADERS_LIMIT)
			.map(([, xml]) => xml)
		const whole = withHeaders(document.xml, headers)
		if (whole === null) return refuse('broken')
		const texts = new Set(await textsIn({ ...parts, [DOCUMENT]: whole }))
		const text = [...texts].filter((each) => each !== '').join('\n\n')
		return ok({ text, gap: text === '' ? 'noText' : document.whole ? null : 'onlyBeginning' })
	} catch {
		return refuse('broken')
	}
}

/** Whether it is a Word document without macros. */
function kindOf(entries: readonly Entry[]): Result<null, FileRefusal> {
	const macros = entries.some(({ name }) => /vba(Project|Data)|\/activeX\//i.test(name))
	if (macros) return refuse('macros')
	const types = entries.find(({ name }) => name === TYPES)
	if (!types || !entries.some(({ name }) => name === DOCUMENT)) return refuse('otherKind')
	if (types.claimed > READ_LIMIT) return refuse('hostile')
	const part = types.open()
	if (!part.ok) return part
	return /macroEnabled|vbaProject/i.test(new TextDecoder().decode(part.value)) ? refuse('macros') : ok(null)
}

/** XML in UTF-8 that declares no entities, which no writer of Word documents does, and that nests no deeper than it should. */
function harmlessXml(bytes: Uint8Array): Result<{ readonly xml: string; readonly elements: number }, FileRefusal> {
	if (bytes.includes(0)) return refuse('broken')
	const xml = new TextDecoder().decode(bytes)
	if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return refuse('hostile')
	let depth = 0
	let elements = 0
	for (const [tag] of xml.matchAll(/<[^<>!?]+>/g)) {
		if (!tag.startsWith('</')) elements += 1
		if (tag.startsWith('</')) depth -= 1
		else if (!tag.endsWith('/>')) depth += 1
		if (depth > DEPTH_LIMIT) return refuse('hostile')
	}
	return ok({ xml, elements })
}

/** Stands between page headers and what comes after them. No font that Word documents use has a sign for it. */
const END_OF_HEADER = '\ue000\ue001\ue000'

const BODY = /<((?:[\w.-]+:)?body)\b([^<>]*?)(\/?)>/

/**
 * A document with its page headers before its text, each with a mark after it: read at once, since each reading takes styles
 * and notes with it. Null: one of them is not what it should be.
 */
function withHeaders(document: string, headers: readonly string[]): string | null {
	const body = BODY.exec(document)
	if (body === null) return null
	const within = headers.map((xml) => {
		const start = /<w:hdr\b([^<>]*)>/.exec(xml)
		const end = xml.lastIndexOf('</w:hdr>')
		// What the prefix stands for, each part says itself.
		if (start === null || !/\sxmlns:w\s*=/.test(start[1] ?? '') || (end < 0 && !start[0].endsWith('/>'))) return null
		const inner = end < 0 ? '' : xml.slice(start.index + start[0].length, end)
		// A tag that says nothing but what prefixes stand for, around what it holds.
		return `<w:smartTag${(start[1] ?? '').replace(/\/$/, '')}>${inner}<w:p><w:r><w:t>${END_OF_HEADER}</w:t></w:r></w:p></w:smartTag>`
	})
	if (within.includes(null)) return null
	const [tag, name, attributes = '', closed] = body
	const opened = `<${name}${attributes}>${within.join('')}${closed === '' ? '' : `</${name}>`}`
	return document.slice(0, body.index) + opened + document.slice(body.index + tag.length)
}

/** Through an archive made here, of what has been looked at, so that no other is ever opened by the library. */
async function textsIn(parts: Readonly<Record<string, string>>): Promise<string[]> {
	const zip = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
		level: 0,
	})
	// A browser's build of the library takes the one, Node's the other.
	const input = { arrayBuffer: zip.buffer, buffer: zip }
	const { value } = await mammoth.convertToHtml(input as never, {
		convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
		externalFileAccess: false,
	})
	return value.split(`<p>${END_OF_HEADER}</p>`).map(textOfHtml)
}
