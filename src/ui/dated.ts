import { formatDate, formatKnownDate } from '#i18n/format.ts'
import type { Language } from '#i18n/language.ts'
import { publicWords } from '#i18n/public.ts'

/** When what stands in a list was published; of what is from before Samsvar was used, when it was decided, and that it was imported. */
export function dated(
	lang: Language,
	{ publishedAt, decidedOn }: { readonly publishedAt: number; readonly decidedOn: string | null },
): string {
	if (decidedOn === null) return formatDate(lang, publishedAt)
	return `${formatKnownDate(lang, decidedOn)} · ${publicWords(lang).publicPages.coalition.imported}`
}
