import { publicWords } from '#i18n/public.ts'
import type { Added } from '#read/publication/added.ts'
import { Notice } from '#ui/parts/notice.tsx'
import { addendumHref, type PublicFrame } from './public-frame.tsx'

type AddedNoticeProps = {
	readonly frame: PublicFrame
	readonly slug: string
	readonly statement: { readonly year: number; readonly number: number }
	readonly added: readonly Added[]
}

/** At the head of a statement: that it was withdrawn, or corrected, and where that is read. */
export function AddedNotice({ frame, slug, statement, added }: AddedNoticeProps) {
	if (added.length === 0) return null
	const t = publicWords(frame.lang).added
	const withdrawn = added.some(({ kind }) => kind === 'withdrawal')
	return (
		<Notice tone="warning">
			{withdrawn && <p>{t.withdrawnMeans}</p>}
			{added.map((each) => (
				<p>
					<strong>{each.kind === 'withdrawal' ? t.withdrawn(each.publishedOn) : t.corrected(each.publishedOn)}</strong>.{' '}
					<a href={addendumHref(frame, slug, statement, each)}>{t.read(each.kind, each.ordinal)}</a>
				</p>
			))}
		</Notice>
	)
}
