import type { Child } from 'hono/jsx'
import { catalogue } from '#i18n/index.ts'
import type { SettingsView } from '#read/coalition/settings.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { trail } from '#ui/trail.ts'

export type SettingsParams = { readonly coalition: string }
export type Props = PageView<SettingsView, SettingsParams>

/** A page for one setting, beneath the settings. */
export function SettingPage({ view, title, children }: { view: Props; title: string; children: Child }) {
	const { lang, frame, params } = view
	return (
		<Page {...frame} title={title} where={trail(lang, params.coalition, 'workspace', 'settings')}>
			{children}
		</Page>
	)
}

/** Under the one form of such a page. */
export function SaveRow({ params, label }: { params: SettingsParams; label?: string | undefined }) {
	const t = catalogue(useLanguage())
	return <SubmitRow cancel={href(routes.settings, params)}>{label ?? t.common.verbs.save}</SubmitRow>
}
