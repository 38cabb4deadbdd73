import { catalogue, type Language } from '#i18n/index.ts'
import type { ReadRecord, RecordedAssociation } from '#read/publication/public-record.ts'
import { useLanguage } from '#ui/language.ts'
import { InlineText } from '#ui/parts/statement-text.tsx'
import { isLarge } from './large.tsx'

type DissentProps = { readonly language: Language; readonly record: ReadRecord }

/** Whether anyone wrote a reservation, a separate opinion, or why they do not stand behind the text. */
export function hasDissent({ associations }: { readonly associations: readonly RecordedAssociation[] }): boolean {
	return associations.some(dissents)
}

const dissents = ({ dissent, signoff }: RecordedAssociation): boolean => dissent !== null || signoff === 'declined'

/** What was published with the text against it or beside it, by association. */
export function Dissent({
	language,
	record,
	toAnswer,
}: DissentProps & { readonly toAnswer: (place: number) => string }) {
	const t = catalogue(useLanguage()).publicPages
	const { associations } = record
	const all = isLarge(record) ? associations.flatMap((each, place) => (dissents(each) ? [{ ...each, place }] : [])) : []
	const others = all.slice(WHOLE)
	return (
		<section id="dissent">
			<h2>{t.dissent.title}</h2>
			<Dissents language={language} associations={isLarge(record) ? all.slice(0, WHOLE) : associations} />
			{others.length > 0 && (
				<>
					<h3>{t.answers.others(others.length)}</h3>
					<ul>
						{others.slice(0, NAMED).map(({ name, place }) => (
							<li>
								<a href={toAnswer(place)}>{name}</a>
							</li>
						))}
					</ul>
					{others.length > NAMED && (
						<p>
							<a href={toAnswer(0)}>{t.answers.each}</a>
						</p>
					)}
				</>
			)}
		</section>
	)
}

/** Of a large coalition: how many dissents stand whole on the statement's own page, and how many more are named there. */
const WHOLE = 10
const NAMED = 200

type DissentsProps = { readonly language: Language; readonly associations: readonly RecordedAssociation[] }

/** What these associations had published against the text or beside it. */
export function Dissents({ language, associations }: DissentsProps) {
	const t = catalogue(useLanguage())
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
