import { publicWords } from '#i18n/public.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/parts/notice.tsx'

/** Which associations do not agree that something is withheld of the text; nothing where none says so. */
export function Contested({ by }: { readonly by: readonly string[] }) {
	const t = publicWords(useLanguage()).publicPages.statement
	return by.length > 0 && <Notice tone="warning">{t.withheldContested(by)}</Notice>
}
