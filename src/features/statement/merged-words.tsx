import { amendmentWords, mergingWords } from '#i18n/amendments.ts'
import type { HistoryEntry } from '#read/statement/drafting.ts'
import { useLanguage } from '#ui/language.ts'
import { DiffText } from '#ui/parts/diff-view.tsx'
import { Details } from '#ui/parts/notice.tsx'

/** Longest that is shown of words: the change itself has all. Characters. */
const SHOWN = 160

const shortened = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN).toWellFormed()} …`)

/** Which words came from which association, where amendments were put into the text. */
export function MergedWords({ entry: { merged, how } }: { readonly entry: HistoryEntry }) {
	const lang = useLanguage()
	if (merged.length === 0) return null
	const { from, states } = amendmentWords(lang)
	const t = mergingWords(lang)
	return (
		<Details summary={t.wordsOf(merged.map(({ number, association }) => from(number, association)))}>
			<ul>
				{merged.map(({ number, association, outcome, parts }) => (
					<li>
						<strong>{from(number, association)}</strong>
						{how === 'merged' && `: ${states[outcome]}`}
						<ul>
							{parts.map(({ kind, removed, inserted }) => (
								<li>
									{t.parts[kind]}{' '}
									<DiffText
										parts={[
											{ kind: 'removed' as const, text: shortened(removed) },
											{ kind: 'same' as const, text: removed !== '' && inserted !== '' ? ' ' : '' },
											{ kind: 'added' as const, text: shortened(inserted) },
										].filter(({ text }) => text !== '')}
									/>
								</li>
							))}
						</ul>
					</li>
				))}
			</ul>
		</Details>
	)
}
