import type { InquiryStatus } from '#domain/inquiry/inquiry.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { Tag, type Tone } from '#ui/parts/tag.tsx'

const tones: Readonly<Record<InquiryStatus, Tone>> = {
	received: 'strong',
	accepted: 'wait',
	answered: 'good',
	declined: 'plain',
}

/** Where an inquiry is. */
export function InquiryStatusTag({ lang, status }: { readonly lang: Language; readonly status: InquiryStatus }) {
	return <Tag tone={tones[status]}>{catalogue(lang).inquiry.statuses[status]}</Tag>
}
