import { PACK_FILES, type PackFileKind, packFileName } from '#domain/publication/pack.ts'
import type { Block } from '#domain/statement/block.ts'
import { withNotices } from '#export/record.ts'
import { publicWords } from '#i18n/public.ts'
import type { PublishedPaper } from '#read/publication/published-paper.ts'
import { type KeptFiles, keptOr } from './kept-file.ts'
import { isDrawn, letterLogo, madeAs } from './made.ts'
import { publishedLetter } from './published-letter.ts'

type From = {
	/** Of the statement's page, in full. */
	readonly address: string
	readonly files: KeptFiles
}

/** All that a published statement's file is made from. What it withholds later makes it another. */
export function madeFrom(kind: PackFileKind, { statement, accent, logo }: PublishedPaper, address: string): string {
	const withheld = statement.withheld.map(({ index, ground }) => [index, ground])
	const mark = logo && [logo.sha256, logo.type, logo.width, logo.height, logo.alt]
	return JSON.stringify([kind, statement.recordHash, withheld, accent, mark, address])
}

/** A published statement as a file, and what that is called: as it is kept, and made where it is not. */
export async function publishedFile(kind: PackFileKind, paper: PublishedPaper, from: From) {
	const { coalitionId, statementId } = paper
	const { coalition, label } = paper.statement.record
	const key = { coalitionId, statementId, madeFrom: madeFrom(kind, paper, from.address) }
	const bytes = await keptOr(from.files, key, () => madeAnew(kind, paper, from))
	return { name: packFileName(coalition, label, kind), bytes }
}

/** The file as this version makes it. `whole`: false where its logo was not to be had. */
export async function madeAnew(
	kind: PackFileKind,
	{ statement, accent, logo, coalitionId }: PublishedPaper,
	{ address, files }: From,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly whole: boolean }> {
	const found = await letterLogo(files, coalitionId, logo)
	const letter = publishedLetter({ statement, accent, address, blocks: shownBlocks(statement), logo: found })
	return { bytes: await madeAs(kind, letter), whole: found !== null || !isDrawn(logo) }
}

/** The blocks as they may be shown: a notice, in the text's language, in the place of what is withheld. */
export function shownBlocks({ text, withheld }: PublishedPaper['statement']): Block[] {
	return withNotices(text.blocks, withheld, publicWords(text.language).publicPages.statement.withheld)
}

/** All that a pack holds, in the order in which it is enclosed. */
export async function publishedPack(paper: PublishedPaper, from: From) {
	const made: ({ readonly kind: PackFileKind } & Awaited<ReturnType<typeof publishedFile>>)[] = []
	for (const kind of PACK_FILES) made.push({ kind, ...(await publishedFile(kind, paper, from)) })
	return made
}
