import { catalogue, type Language } from '#i18n/index.ts'
import type { ReadRecord } from '#read/publication/public-record.ts'
import { useLanguage } from '#ui/language.ts'
import { InlineText } from '#ui/parts/statement-text.tsx'

type DissentProps = { readonly language: Language; readonly record: ReadRecord }

/** Whether anyone wrote a reservation, a separate opinion, or why they do not stand behind the text. */
export function hasDissent({ associations }: ReadRecord): boolean {
	return associations.some(({ dissent, signoff }) => dissent !== null || signoff === 'declined')
}

/** What was published with the text against it or beside it, by association. */
export function Dissent({ language, record }: DissentProps) {
	const t = catalogue(useLanguage())
	return (
		<section id="dissent">
			<h2>{t.publicPages.dissent.title}</h2>
			{record.associations.map(({ name, dissent, signoff, reason }) => (
				<>
					{dissent && (
						<>
							<h3>{t.publicPages.dissent.by(t.ballot[dissent.kind], name)}</h3>
							<Paragraphs text={dissent.text} language={language} />
						</>
					)}
					{signoff === 'declined' && (
						<>
							<h3>{t.publicPages.dissent.declined(name)}</h3>
							<Paragraphs text={reason} language={language} />
						</>
					)}
				</>
			))}
		</section>
	)
}

/** What somebody wrote, in the text's language. */
export function Paragraphs({ text, language }: { readonly text: string; readonly language: Language }) {
	return (
		<div lang={language}>
			{text.split(/\n{2,}/).map((paragraph) => (
				<p>
					<InlineText text={paragraph} />
				</p>
			))}
		</div>
	)
}
