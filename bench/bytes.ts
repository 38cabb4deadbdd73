import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type PageBytes = {
	readonly name: string
	readonly raw: number
	readonly gzip: number
	/** At quality 4, as Cloudflare compresses what it serves. */
	readonly brotli: number
	readonly hasScript: boolean
}

/** The size of a page with the style sheet in it. Bytes. */
export async function bytesOf(name: string, url: string): Promise<PageBytes> {
	const response = await fetch(url)
	const text = await response.text()
	if (!response.ok) throw new Error(`${url}: ${response.status}`)
	const raw = Buffer.from(text)
	const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
	return {
		name,
		raw: raw.length,
		gzip: gzipSync(raw).length,
		brotli: brotliCompressSync(raw, quality).length,
		// Linked data stands in an element of that name, and nothing runs it.
		hasScript: /<script(?! type="application\/ld\+json")/i.test(text),
	}
}
