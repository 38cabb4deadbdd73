import type { Letter } from '#export/letter/letter.ts'
import { writableLine } from './characters.ts'
import { cultureOf } from './styles.ts'

/** As long as Word shows in its own dialogue, and takes without a word. Characters. */
const LIMIT = 255

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign)

/** What a file says of itself (`docProps/core.xml`): of the text, and nothing of when or where the file was made. */
export function propertiesOf({ title, author, language, writtenAt }: Letter): string {
	const at = `xsi:type="dcterms:W3CDTF">${new Date(writtenAt).toISOString().slice(0, 19)}Z`
	const by = escaped(writableLine(author, LIMIT))
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(writableLine(title, LIMIT))}</dc:title><dc:creator>${by}</dc:creator><dc:language>${cultureOf(language)}</dc:language><cp:lastModifiedBy>${by}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created ${at}</dcterms:created><dcterms:modified ${at}</dcterms:modified></cp:coreProperties>`
}
