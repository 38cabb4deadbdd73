import { PACK_FILES, type PackFileKind, packFileName } from '#domain/publication/pack.ts'
import type { Block } from '#domain/statement/block.ts'
import { withNotices } from '#export/record.ts'
import { catalogue } from '#i18n/index.ts'
import type { PublishedPaper } from '#read/publication/published-paper.ts'
import { type KeptLogos, letterLogo, madeAs } from './made.ts'
import { publishedLetter } from './published-letter.ts'

/** A published statement as a file, and what that is called. `address`: of its page, in full. */
export async function publishedFile(
	kind: PackFileKind,
	{ statement, accent, logo, coalitionId }: PublishedPaper,
	{ address, logos }: { readonly address: string; readonly logos: KeptLogos },
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
	const letter = publishedLetter({
		...{ statement, accent, address, blocks: shownBlocks(statement) },
		logo: await letterLogo(logos, coalitionId, logo),
	})
	const { coalition, label } = statement.record
	return { name: packFileName(coalition, label, kind), bytes: await madeAs(kind, letter) }
}

/** The blocks as they may be shown: a notice, in the text's language, in the place of what is withheld. */
export function shownBlocks({ text, withheld }: PublishedPaper['statement']): Block[] {
	return withNotices(text.blocks, withheld, catalogue(text.language).publicPages.statement.withheld)
}

/** All that a pack holds, in the order in which it is enclosed. */
export async function publishedPack(paper: PublishedPaper, from: Parameters<typeof publishedFile>[2]) {
	const made: ({ readonly kind: PackFileKind } & Awaited<ReturnType<typeof publishedFile>>)[] = []
	for (const kind of PACK_FILES) made.push({ kind, ...(await publishedFile(kind, paper, from)) })
	return made
}
