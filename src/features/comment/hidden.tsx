import { ACTS } from '#domain/acts.ts'
import { type Reader, wordsFor } from '#domain/comment/hiding.ts'
import { offers } from '#domain/members/authority.ts'
import { hidingWords } from '#i18n/hiding.ts'
import type { Language } from '#i18n/language.ts'
import type { CommentEntry, CommentThread } from '#read/comment/comments.ts'
import type { Viewer } from '#read/viewer.ts'
import { useLanguage } from '#ui/language.ts'
import { Inset } from '#ui/parts/notice.tsx'
import { AsTyped } from '#ui/parts/written.tsx'

/** Whoever looks, as one who reads what was said. */
export const readerOf = ({ person, seats }: Viewer): Reader | null => person && { personId: person.id, seats }

/** What each time says that it was hidden: by whom, when and why, for all to read. */
export function hidingsOf({ hidings }: CommentEntry, lang: Language) {
	const t = hidingWords(lang)
	return hidings.map(({ by, at, reason, shownAt }) => ({
		said: shownAt === null ? t.hidden(by, at) : t.wasHidden(by, at, shownAt),
		reason,
	}))
}

type HidingsProps = { readonly entry: CommentEntry; readonly thread: CommentThread; readonly reader: Reader | null }

export function Hidings({ entry, thread, reader }: HidingsProps) {
	const lang = useLanguage()
	return (
		<>
			{hidingsOf(entry, lang).map(({ said, reason }) => (
				<Inset>
					<p class="hint">{said}</p>
					<AsTyped>{reason}</AsTyped>
				</Inset>
			))}
			{entry.hidden && !entry.withdrawn && wordsFor(entry, thread, reader) !== null && (
				<p class="hint">{hidingWords(lang).onlyYou}</p>
			)}
		</>
	)
}

/** Whether the viewer may hide an entry, or show it again: an answer nobody, and what was taken back says nothing. */
export const mayHide = (viewer: Viewer, { kind, withdrawn, hidden }: CommentEntry): boolean =>
	offers(ACTS.hideComment, viewer, { associationId: null }) && kind !== 'answer' && (hidden || !withdrawn)
