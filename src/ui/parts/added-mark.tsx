import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import { Tag } from './tag.tsx'

/** In a list of what is published: that the statement was withdrawn, or corrected. */
export function AddedMark({ corrected, withdrawn }: { readonly corrected: boolean; readonly withdrawn: boolean }) {
	const { marked } = publicWords(useLanguage()).added
	if (withdrawn) return <Tag tone="bad">{marked.withdrawal}</Tag>
	return corrected ? <Tag>{marked.correction}</Tag> : null
}
