/** Characters that no XML document may hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** The text as an XML document may hold it, not yet escaped. */
export const xmlText = (text: string): string => text.replace(NOT_XML, '').toWellFormed()

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** The text as it stands between tags, or in an attribute. */
export const xml = (text: string): string => xmlText(text).replace(/[&<>"']/g, (character) => NAMED[character] ?? '')
