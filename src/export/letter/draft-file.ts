import { type PackFileKind, packFileName } from '#domain/publication/pack.ts'
import { catalogue } from '#i18n/index.ts'
import type { StatementView } from '#read/deciding/deciding.ts'
import { draftLetter } from './draft-letter.ts'
import { type KeptLogos, letterLogo, madeAs } from './made.ts'

/** How much of a title stands in the name of its file. Characters. */
const TITLE_IN_NAME = 60

/** A text that members work on as a file: what it is called, what it is made from, and how, for whoever may have it made. */
export async function draftFile(kind: PackFileKind, { header, coalition, blocks }: StatementView, logos: KeptLogos) {
	const { statement, inquiry, changedAt } = header
	const logo = await letterLogo(logos, coalition.id, coalition.logo)
	const contents = blocks.map(({ content }) => content)
	const letter = draftLetter({ statement, coalition, inquiry, logo, changedAt, blocks: contents })
	const what = `${catalogue(statement.language).letter.draft} ${letter.title.slice(0, TITLE_IN_NAME)}`
	return {
		name: packFileName(coalition.name, what, kind),
		madeFrom: JSON.stringify([kind, { ...letter, logo: letter.logo && coalition.logo?.sha256 }]),
		make: () => madeAs(kind, letter),
	}
}
