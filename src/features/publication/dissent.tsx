import { dissents, type Overview } from '#domain/publication/overview.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'
import type { Answers } from '#read/publication/public-statement.ts'
import { useLanguage } from '#ui/language.ts'
import { InlineText } from '#ui/parts/statement-text.tsx'

type DissentProps = {
	readonly language: Language
	readonly answers: Answers
	readonly toAnswer: (place: number) => string
}

/** Whether anyone wrote a reservation, a separate opinion, or why they do not stand behind the text. */
export function hasDissent({ overview, each }: Answers): boolean {
	return overview ? overview.dissents.length > 0 : each.some(dissents)
}

/** What was published with the text against it or beside it, by association. */
export function Dissent({ language, answers: { overview, each }, toAnswer }: DissentProps) {
	const t = publicWords(useLanguage()).publicPages
	const { others, named } = overview ?? { others: 0, named: [] }
	return (
		<section id="dissent">
			<h2>{t.dissent.title}</h2>
			<Dissents language={language} associations={overview ? overview.dissents : each} />
			{others > 0 && (
				<>
					<h3>{t.answers.others(others)}</h3>
					<ul>
						{named.map(({ name, place }) => (
							<li>
								<a href={toAnswer(place)}>{name}</a>
							</li>
						))}
					</ul>
					{others > named.length && (
						<p>
							<a href={toAnswer(0)}>{t.answers.each}</a>
						</p>
					)}
				</>
			)}
		</section>
	)
}

type DissentsProps = { readonly language: Language; readonly associations: Overview['dissents'] }

/** What these associations had published against the text or beside it. */
export function Dissents({ language, associations }: DissentsProps) {
	const t = publicWords(useLanguage())
	return (
		<>
			{associations.map(({ name, dissent, signoff, reason }) => (
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
		</>
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
