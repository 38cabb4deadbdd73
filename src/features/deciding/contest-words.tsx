import type { Contest } from '#domain/deciding/contest.ts'
import { formatDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'

/** What an association says instead of what was entered, as what it was said, and when. */
export function ContestWords({ contest, name }: { readonly contest: Contest; readonly name: string }) {
	const lang = useLanguage()
	const { meeting: t, members } = catalogue(lang)
	const { voted, reason, role, at } = contest
	return (
		<>
			{voted !== null && <p class="hint">{t.instead(t.said[voted](name))}</p>}
			{reason !== '' && <p class="hint">{reason}</p>}
			<p class="hint">{t.by(role === null ? '' : members.roles[role], formatDateTime(lang, at))}</p>
		</>
	)
}
