import type { Language } from '#domain/statement/statement.ts'
import { catalogue } from '#i18n/index.ts'
import { Sentence } from '#ui/parts/notice.tsx'
import type { FromWord } from './forms.ts'

/** What a Word file held that is none of its text: what is asked of whoever takes the text in. */
export function InFile({ word, lang }: { readonly word: FromWord; readonly lang: Language }) {
	const t = catalogue(lang).drafting.word
	return (
		<>
			{word.gap === 'onlyBeginning' && <Sentence tone="warning">{t.onlyBeginning}</Sentence>}
			{word.tracked && <Sentence>{t.tracked}</Sentence>}
			{word.comments.length > 0 && (
				<section>
					<h2>{t.comments(word.comments.length)}</h2>
					<p>{t.commentsHint}</p>
					<ul>
						{word.comments.map(({ author, text, about }) => (
							<li>
								{author !== '' && <strong>{author}</strong>}
								{text.split('\n').map((line) => (
									<p>{line}</p>
								))}
								{about !== '' && <p class="about">{t.about(about)}</p>}
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	)
}
