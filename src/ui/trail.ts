import { catalogue, type Language } from '#i18n/index.ts'
import { href, routes } from '#routes'
import type { Crumb } from '#ui/page-props.ts'

type Place = 'workspace' | 'members' | 'inquiries' | 'settings'

/** The way to a page through places of a coalition that others lie beneath. */
export function trail(lang: Language, coalition: string, ...places: readonly Place[]): Crumb[] {
	const t = catalogue(lang)
	const labels: Readonly<Record<Place, string>> = {
		workspace: t.drafting.workspace,
		members: t.members.members,
		inquiries: t.inquiry.inquiries,
		settings: t.settings.title,
	}
	return places.map((place) => ({ label: labels[place], href: href(routes[place], { coalition }) }))
}
