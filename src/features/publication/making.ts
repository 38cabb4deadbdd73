import type { Logo } from '#domain/coalition/coalition.ts'
import type { CoalitionId } from '#domain/kernel/id.ts'
import type { Letter, LetterLogo } from '#export/letter/letter.ts'
import type { Context } from '#http/context.ts'
import { fileDisposition } from '#http/disposition.ts'

/**
 * The files that a text is read, printed and sent as: made anew each time, of the same text always the same bytes. The libraries of
 * each take longer to load than most pages to answer.
 */
const PAPERS = {
	pdf: {
		type: 'application/pdf',
		make: async (letter: Letter) => (await import('#export/pdf/pdf.ts')).pdfOf(letter),
	},
	docx: {
		type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		make: async (letter: Letter) => (await import('#export/docx/docx.ts')).docxOf(letter),
	},
} as const

export type PaperKind = keyof typeof PAPERS

export const madeAs = (kind: PaperKind, letter: Letter) => PAPERS[kind].make(letter)

/** What a browser is told of a file of that name, which is without its ending. */
export function toldOf(kind: PaperKind, name: string) {
	return {
		type: PAPERS[kind].type,
		headers: {
			'content-disposition': fileDisposition(kind === 'pdf' ? 'inline' : 'attachment', `${name}.${kind}`),
			// Browsers draw a PDF in a page of their own, which a stricter policy keeps from its styles, and a sandbox from being.
			'content-security-policy': "base-uri 'none'; frame-ancestors 'none'",
		},
	}
}

/** The logo with its bytes; null where there is none, or none that a document can hold. */
export async function letterLogo(
	{ files }: Pick<Context['deps'], 'files'>,
	coalitionId: CoalitionId,
	logo: Logo | null,
): Promise<LetterLogo | null> {
	if (logo === null || logo.type === 'webp') return null
	const { sha256, type, width, height, alt } = logo
	const kept = await files?.get({ coalitionId, sha256 })
	return kept ? { type, width, height, alt, bytes: new Uint8Array(await new Response(kept.body).arrayBuffer()) } : null
}
