import type { Elsewhere } from '#intake/elsewhere.ts'
import type { LocalReader } from '#local/reader/reader.ts'

/** A local reader as the Worker sees it, and what it was asked. */
export function elsewhereAt(reader: Pick<LocalReader, 'answer'>): Elsewhere & { readonly asked: string[] } {
	const asked: string[] = []
	return {
		asked,
		fetch: async (request) => {
			const { pathname } = new URL(request.url)
			const { status, bytes } = await reader.answer(pathname, new Uint8Array(await request.arrayBuffer()))
			asked.push(`${pathname} ${status}`)
			return new Response(bytes, { status })
		},
	}
}
