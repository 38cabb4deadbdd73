import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Link } from './docx-parts.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relationships = (
	all: readonly { readonly id: string; readonly type: string; readonly target: string; readonly out?: boolean }[],
) =>
	`<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}/relationships">${all
		.map(
			({ id, type, target, out }) =>
				`<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${out ? ' TargetMode="External"' : ''}/>`,
		)
		.join('')}</Relationships>`

/** The library's HTML, through an archive made here, of what has been looked at, so that no other is ever opened by it. */
export async function htmlOf(
	parts: Readonly<Record<string, string>>,
	links: readonly Link[],
	styleMap: readonly string[] = [],
): Promise<string> {
	const others = Object.entries(parts).filter(([name, xml]) => name !== 'document' && xml !== '')
	const addresses = links.map(({ id, target }) => ({ id, type: 'hyperlink', target, out: true }))
	const files = {
		'[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		'_rels/.rels': relationships([{ id: 'd', type: 'officeDocument', target: 'word/document.xml' }]),
		'word/_rels/document.xml.rels': relationships([
			...others.map(([name]) => ({ id: `part-${name}`, type: name, target: `${name}.xml` })),
			...addresses,
		]),
		'word/_rels/footnotes.xml.rels': relationships(addresses),
		'word/_rels/endnotes.xml.rels': relationships(addresses),
		'word/document.xml': parts.document ?? '',
		...Object.fromEntries(others.map(([name, xml]) => [`word/${name}.xml`, xml])),
	}
	const zip = zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])), {
		level: 0,
	})
	// A browser's build of the library takes the one, Node's the other.
	const input = { arrayBuffer: zip.buffer, buffer: zip }
	const { value } = await mammoth.convertToHtml(input as never, {
		convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
		externalFileAccess: false,
		styleMap: [...styleMap],
	})
	return value
}
