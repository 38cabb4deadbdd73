import { strToU8, zipSync } from 'fflate'

/** The least that an archive can tell; it is told in local time, and so made of it. */
const NO_DATE = new Date(1980, 0, 1)

/** Files in one archive, under their names: the same bytes whenever it is made. A text ends its lines as every program reads them. */
export function packZip(
	files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
	cover: { readonly name: string; readonly text: string },
): Uint8Array<ArrayBuffer> {
	const text = strToU8(`\ufeff${cover.text.replace(/\r?\n/g, '\r\n')}\r\n`)
	const parts = [...files.map(({ name, bytes }) => [name, bytes] as const), [cover.name, text] as const]
	// What is in it is packed already.
	return zipSync(Object.fromEntries(parts), { mtime: NO_DATE, level: 0 })
}
