import type { Logo } from '#domain/coalition/coalition.ts'
import type { CoalitionId } from '#domain/kernel/id.ts'
import type { PackFileKind } from '#domain/publication/pack.ts'
import type { Letter, LetterLogo } from './letter.ts'

/** Where the bytes of a coalition's logo are kept; null where nothing keeps any. */
export type KeptLogos = {
	readonly get: (key: {
		readonly coalitionId: CoalitionId
		readonly sha256: string
	}) => Promise<{ readonly body: ReadableStream<Uint8Array<ArrayBuffer>> } | null>
} | null

/**
 * The files that people are sent: made anew each time, of the same letter always the same bytes. The libraries of each take longer to
 * load than most pages to answer.
 */
const MAKERS = {
	pdf: async (letter: Letter) => (await import('#export/pdf/pdf.ts')).pdfOf(letter),
	docx: async (letter: Letter) => (await import('#export/docx/docx.ts')).docxOf(letter),
} as const satisfies Readonly<Record<PackFileKind, (letter: Letter) => Promise<Uint8Array<ArrayBuffer>>>>

export const madeAs = (kind: PackFileKind, letter: Letter) => MAKERS[kind](letter)

/** Whether there is a logo, and one that a document can hold. */
export const isDrawn = (logo: Logo | null): logo is Logo & { readonly type: Exclude<Logo['type'], 'webp'> } =>
	logo !== null && logo.type !== 'webp'

/** The logo's bytes; null where there is none, or none that a document can hold. */
export async function letterLogo(
	logos: KeptLogos,
	coalitionId: CoalitionId,
	logo: Logo | null,
): Promise<LetterLogo | null> {
	if (!isDrawn(logo)) return null
	const { sha256, type, width, height, alt } = logo
	const kept = await logos?.get({ coalitionId, sha256 })
	return kept ? { type, width, height, alt, bytes: new Uint8Array(await new Response(kept.body).arrayBuffer()) } : null
}
