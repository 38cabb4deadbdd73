import type { FileGap, FileRefusal } from '#domain/inquiry/file.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import { type Effort, hasRoomFor, pause } from '#intake/effort.ts'
import { beginningOfDocument } from './docx-beginning.ts'
import { partsOfDocx } from './docx-parts.ts'
import { type Opened, textIn } from './docx-text.ts'
import { harmlessXml } from './docx-xml.ts'
import { type Entry, entriesOf } from './zip.ts'

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

const TYPES = '[Content_Types].xml'

type Read = Result<{ readonly text: string; readonly gap: FileGap | null }, FileRefusal>

/** What is read of a document, and whether that is all; null where it is too much to be read at all. */
type Looked = { readonly opened: Opened | null; readonly whole: boolean }

/** The text of a Word document (.docx), with what stands in its page headers first: there the reference number is. */
export async function readDocx(bytes: Uint8Array<ArrayBuffer>, effort: Effort): Promise<Read> {
	const looked = await openDocx(bytes, effort)
	if (!looked.ok) return looked
	const { opened, whole } = looked.value
	if (opened === null) return ok({ text: '', gap: 'notRead' })
	const text = await textIn(opened)
	if (text === null) return refuse('broken')
	return ok({ text, gap: text === '' ? 'noText' : whole ? null : 'onlyBeginning' })
}

/** Opens the parts of a Word document that are read, if they are harmless and no more than there is room for. */
export async function openDocx(bytes: Uint8Array<ArrayBuffer>, effort: Effort): Promise<Result<Looked, FileRefusal>> {
	const entries = entriesOf(bytes)
	if (!entries.ok) return entries
	const found = partsOfDocx(entries.value)
	if (!found.ok) return found
	const kind = kindOf(entries.value)
	if (!kind.ok) return kind
	const parts = found.value
	if (parts === null) return refuse('otherKind')
	if (parts.all.reduce((sum, { claimed }) => sum + claimed, 0) > READ_LIMIT) return ok({ opened: null, whole: false })
	const opened = new Map<Entry, string>()
	let others = 0
	for (const entry of parts.all) {
		const part = entry.open()
		const xml = part.ok ? harmlessXml(part.value) : part
		// What stands on every page again is worth less than what stands between.
		const isHeader = parts.headers.includes(entry)
		if (!xml.ok && !(isHeader && xml.reason === 'broken')) return xml
		opened.set(entry, xml.ok ? xml.value.xml : '')
		if (xml.ok && entry !== parts.document) others += xml.value.elements
	}
	const document = beginningOfDocument(opened.get(parts.document) ?? '', TEXT_ELEMENTS)
	const tooMuch = others > OTHER_ELEMENTS || document.elements > TEXT_ELEMENTS + OTHER_ELEMENTS
	const cost = EFFORT * (others + document.elements)
	if (tooMuch || !hasRoomFor(effort, cost)) return ok({ opened: null, whole: false })
	await pause()
	const of = (entry: Entry | undefined) => (entry === undefined ? '' : (opened.get(entry) ?? ''))
	return ok({ opened: { parts, of, document: document.xml }, whole: document.whole })
}

/** Whether it is a Word document without macros. */
function kindOf(entries: readonly Entry[]): Result<null, FileRefusal> {
	const macros = entries.some(({ name }) => /vba(Project|Data)|\/activeX\//i.test(name))
	if (macros) return refuse('macros')
	const types = entries.find(({ name }) => name === TYPES)
	if (!types) return refuse('otherKind')
	if (types.claimed > READ_LIMIT) return refuse('hostile')
	const part = types.open()
	if (!part.ok) return part
	const said = new TextDecoder().decode(part.value)
	if (/<!(DOCTYPE|ENTITY)/i.test(said)) return refuse('hostile')
	return /macroEnabled|vbaProject/i.test(said) ? refuse('macros') : ok(null)
}
