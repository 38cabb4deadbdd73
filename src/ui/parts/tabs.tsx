import { formatNumber } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { useLanguage } from '#ui/language.ts'

export type Tab = {
	readonly href: string
	readonly label: string
	/** How many there are in it, shown after the label. */
	readonly count?: number | undefined
	readonly current?: boolean | undefined
}

/** The parts of one thing, each a page of its own. They wrap on a phone, so that none is out of sight. */
export function Tabs({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label?: string }) {
	const lang = useLanguage()
	return (
		<nav class="tabs wide" aria-label={label ?? catalogue(lang).ui.tabs}>
			<ul>
				{tabs.map((tab) => (
					<li>
						<a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
							{tab.label}
							{tab.count !== undefined && <span class="count"> {formatNumber(lang, tab.count)}</span>}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
