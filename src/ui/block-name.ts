import type { NumberedBlock } from '#domain/statement/block.ts'
import { catalogue, type Language } from '#i18n/index.ts'

/** What a block is called: “Ståndpunkt 2”, “Underpunkt a”, “Stycke”. */
export function blockName(lang: Language, { block, number, letter }: NumberedBlock): string {
	const kind = catalogue(lang).drafting.blockKinds[block.kind]
	const mark = letter ?? number
	return mark === null ? kind : `${kind} ${mark}`
}
