import type { InquiryStatus } from '#domain/inquiry/inquiry.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'
import { Tag, type Tone } from '#ui/parts/tag.tsx'

const tones: Readonly<Record<InquiryStatus, Tone>> = {
	received: 'strong',
	accepted: 'wait',
	answered: 'good',
	declined: 'plain',
}

/** Where an inquiry is. */
export function InquiryStatusTag({ status }: { readonly status: InquiryStatus }) {
	const lang = useLanguage()
	return <Tag tone={tones[status]}>{catalogue(lang).inquiry.statuses[status]}</Tag>
}
