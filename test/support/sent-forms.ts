import fc from 'fast-check'
import { whole } from '#domain/kernel/pieces.ts'
import { formEntries } from '#http/form-files.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A form as it is sent: the bytes, and what its header says they are. */
export type SentForm = { readonly bytes: Bytes; readonly type: string }

/** As browsers write a name between quotes. */
const quoted = (name: string) =>
	name
		.replace(/\r\n?|\n/g, '%0D%0A')
		.replaceAll('"', '%22')
		.replaceAll('\r', '%0D')
		.replaceAll('\n', '%0A')

const NAMES = ['file', 'text', 'a "b"', 'Ängö', 'x; filename=y', 'constructor', 'list[]']
const FILE_NAMES = [
	'a.pdf',
	'missiv "2".docx',
	'Åtgärder, 2026.txt',
	'a\r\nb.txt',
	'a\\b.txt',
	'a\\',
	'名.pdf',
	'a;b="c".md',
	'',
]

/** Of what contents are made: what boundaries look like, line ends, and bytes that are no text. `B` stands for the boundary. */
const PIECES = [
	'\r\n',
	'\n',
	'\r',
	'--',
	'--B',
	'\r\n--',
	'\r\n-B',
	'\r\nB',
	'stream\n',
	'åäö',
	'\u0000',
	'x'.repeat(5000),
	'B',
	'',
]

const content = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''))
const part = fc.record({
	name: fc.constantFrom(...NAMES),
	fileName: fc.option(fc.constantFrom(...FILE_NAMES)),
	content,
	type: fc.constantFrom('application/pdf', 'text/plain', ''),
})

/** What goes wrong with a form: nothing, mostly. */
const DAMAGES: readonly ((text: string, boundary: string) => string)[] = [
	(text) => text,
	(text) => text,
	(text) => text,
	(text) => text.slice(0, -1),
	(text) => text.slice(0, -5),
	(text) => text.slice(0, Math.floor(text.length / 2)),
	(text) => `\r\n${text}`,
	(text) => `before\r\n${text}`,
	(text) => `${text}\r\nbehind`,
	(text, boundary) => text.replaceAll(`\r\n--${boundary}`, `\r\n--${boundary}x`),
	(text, boundary) => text.replace(`--${boundary}\r\n`, `--${boundary}\r\n\r\n`),
	(text, boundary) => text.replace(`\r\n--${boundary}`, ''),
	(text) => text.replace('Content-Disposition', 'Content-Disposal'),
	(text) => text.replace('form-data; ', 'form-data;'),
	(text) => text.replace('; name=', '; nam='),
	() => '',
]

const boundaries = fc.constantFrom(
	'xY0',
	'----WebKitFormBoundaryAbCdEfGhIjKlMnOp',
	'-----------------------------1234567890',
	'aaaaaaaa',
	"'()+_,./:=?",
)

/**
 * Forms as browsers send them, and some that were damaged on the way. `resembling`: contents may have what looks nearly like a boundary's line,
 * which Node's own reader takes for one.
 */
export const sentForms = ({ resembling }: { readonly resembling: boolean }): fc.Arbitrary<SentForm> =>
	fc
		.record({
			boundary: boundaries,
			inQuotes: fc.boolean(),
			parts: fc.array(part, { maxLength: 6 }),
			damage: fc.constantFrom(...DAMAGES),
		})
		.map(({ boundary, inQuotes, parts, damage }) => {
			const written = parts.map(({ name, fileName, content, type }) => {
				const file = fileName === null ? '' : `; filename="${quoted(fileName)}"${type && `\r\nContent-Type: ${type}`}`
				const near = content.replaceAll('B', boundary)
				const own = resembling ? near : near.replaceAll(boundary, '')
				return `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}\r\n\r\n${own}\r\n`
			})
			const text = damage(`${written.join('')}--${boundary}--\r\n`, boundary)
			const said = inQuotes || /[^\w-]/.test(boundary) ? `"${boundary}"` : boundary
			return { bytes: new TextEncoder().encode(text), type: `multipart/form-data; boundary=${said}` }
		})

type Entry = readonly [name: string, value: string | { readonly name: string; readonly bytes: readonly number[] }]

/** The entries as the runtime itself takes them out of the whole; none where it cannot. */
export async function asRuntimeReads({ bytes, type }: SentForm): Promise<readonly Entry[]> {
	const data = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => new FormData())
	const entries = [...data].map(async ([name, value]): Promise<Entry> => {
		if (typeof value === 'string') return [name, value]
		return [name, { name: value.name, bytes: [...new Uint8Array(await value.arrayBuffer())] }]
	})
	return Promise.all(entries)
}

export async function asWeRead({ bytes, type }: SentForm): Promise<readonly Entry[]> {
	return (await formEntries([bytes], type)).map(([name, value]): Entry => {
		return [name, typeof value === 'string' ? value : { name: value.name, bytes: [...whole(value.bytes)] }]
	})
}
