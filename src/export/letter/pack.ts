import type { Asked } from '#domain/publication/demands.ts'
import { packZip } from '#export/pack-zip.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { proposedLetter } from '#i18n/proposed-letter.ts'

type Answer = {
	readonly asked: Asked | null
	/** What the coalition is called in it. */
	readonly named: string
	readonly statement: { readonly title: string; readonly language: Language }
	readonly label: string
	/** Of its page, in full. */
	readonly address: string
	readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** The published files and the proposed covering letter in one archive, for whoever sends them in another way. */
export function answerPack({ asked, named, statement: { title, language }, label, address, files }: Answer) {
	const { to, copyTo, subject, cover } = proposedLetter({ asked, named, label, title, language, address })
	const t = catalogue(language).sending
	const lines = [`${t.fieldTo}: ${to.replaceAll('\n', ', ')}`, `${t.fieldCopyTo}: ${copyTo.replaceAll('\n', ', ')}`]
	const text = [...lines, `${t.subject}: ${subject}`, '', cover].join('\n')
	return { name: `${named}, ${label}.zip`, bytes: packZip(files, { name: t.coverFile, text }) }
}
