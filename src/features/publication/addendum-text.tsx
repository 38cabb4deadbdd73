import type { AddendumKind, Stretch } from '#domain/publication/addendum.ts'
import type { Block } from '#domain/statement/block.ts'
import { addendumWords } from '#i18n/addenda.ts'
import type { Language } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Sheet } from '#ui/parts/columns.tsx'
import { InlineText, StatementText } from '#ui/parts/statement-text.tsx'

export type AddendumTextProps = {
	/** Of the text. */
	readonly language: Language
	readonly kind: AddendumKind
	/** Empty: it is withheld. */
	readonly reason: string
	/** The whole published text, with a notice in the place of what is withheld. */
	readonly whole: readonly Block[]
	readonly stretch: Stretch | null
	readonly blocks: readonly Block[]
}

/** Why, what stood, and what is to be read instead: under the numbers that its positions have in the whole text. */
export function AddendumText({ language, reason, whole, stretch, blocks }: AddendumTextProps) {
	const t = addendumWords(useLanguage())
	return (
		<>
			<h2>{t.why}</h2>
			{reason === '' ? (
				<p>{t.reasonGone}</p>
			) : (
				<p lang={language}>
					<InlineText text={reason} />
				</p>
			)}
			{stretch && (
				<>
					<h2>{t.stood}</h2>
					<Sheet>
						<StatementText
							language={language}
							blocks={whole}
							stretch={[stretch.first, stretch.last + 1]}
							idPrefix="stood-"
						/>
					</Sheet>
					<h2>{t.reads}</h2>
					<Sheet>
						<StatementText
							language={language}
							blocks={amended(whole, stretch, blocks)}
							stretch={[stretch.first, stretch.first + blocks.length]}
							idPrefix="reads-"
						/>
					</Sheet>
				</>
			)}
		</>
	)
}

/** The whole text with the correction in its place. */
function amended(whole: readonly Block[], { first, last }: Stretch, blocks: readonly Block[]): Block[] {
	return [...whole.slice(0, first), ...blocks, ...whole.slice(last + 1)]
}
