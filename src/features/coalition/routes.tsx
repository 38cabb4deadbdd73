import * as z from 'zod'
import { ACTS } from '#domain/acts.ts'
import type { CoalitionSettings } from '#domain/coalition/coalition.ts'
import { PALETTE } from '#domain/coalition/colour.ts'
import { IMAGE_BYTES } from '#domain/coalition/image.ts'
import { whole } from '#domain/kernel/pieces.ts'
import { CHAIR, COALITION_ROLES } from '#domain/members/seats.ts'
import { action, type Sent } from '#http/action.ts'
import type { Context } from '#http/context.ts'
import { page } from '#http/page.tsx'
import type { Route } from '#http/route.ts'
import { readImage } from '#intake/image/read.ts'
import { type SettingsView, settingsQuery } from '#read/coalition/settings.ts'
import type { PageQuery } from '#read/viewer.ts'
import { href, RESERVED_SLUGS, routes } from '#routes'
import {
	changeSettings,
	changeSlug,
	chooseAccent,
	describeLogo,
	offerEnglish,
	removeLogo,
	takeLogo,
} from '#usecases/coalition/change-settings.ts'
import { AddressPage } from './address-page.tsx'
import { ColourPage } from './colour-page.tsx'
import {
	addressForm,
	altForm,
	colourAsked,
	colourForm,
	englishForm,
	languageForm,
	listingForm,
	nameForm,
	OWN,
	rulesForm,
	seriesForm,
} from './forms.ts'
import { LogoPage } from './logo-page.tsx'
import { logoRoute } from './logo-route.ts'
import { OverviewPage } from './overview-page.tsx'
import { LanguagesPage, ListingPage, NamePage, RulesPage, SeriesPage } from './plain-pages.tsx'
import type { Props, SettingsParams } from './setting-page.tsx'

type Hosted = SettingsView & { readonly host: string; readonly origin: string }

const load = ({ params, now }: Context<SettingsParams>) => settingsQuery(params.coalition, now)

/** With where the coalition is found. */
function hosted({ params, deps, now }: Context<SettingsParams>): PageQuery<Hosted | null> {
	const query = settingsQuery(params.coalition, now)
	const { origin } = deps
	const { host } = new URL(origin)
	return {
		statements: query.statements,
		parse: (results) => {
			const view = query.parse(results)
			return view && { ...view, host, origin }
		},
	}
}

const common = { access: COALITION_ROLES, load } as const

const overviewPage = page({
	path: routes.settings,
	access: COALITION_ROLES,
	load: hosted,
	view: (view) => OverviewPage({ ...view, host: view.data.host, origin: view.data.origin }),
})
const namePage = page({ ...common, path: routes.settingsName, view: NamePage })
const seriesPage = page({ ...common, path: routes.settingsSeries, view: SeriesPage })
const rulesPage = page({ ...common, path: routes.settingsRules, view: RulesPage })
const languagesPage = page({ ...common, path: routes.settingsLanguage, view: LanguagesPage })
const listingPage = page({ ...common, path: routes.settingsListing, view: ListingPage })
const logoPage = page({ ...common, path: routes.settingsLogo, view: LogoPage })
const addressPage = page({
	path: routes.settingsAddress,
	access: CHAIR,
	load: hosted,
	view: (view) => AddressPage({ ...view, host: view.data.host }),
})
const colourPage = page({
	...common,
	path: routes.settingsColour,
	view: (view) => ColourPage({ ...view, shown: shownColour(view), own: OWN }),
})

/** What the form asks to see; before it was sent, what is in force. */
function shownColour({ form, data }: Props): string {
	const typed = (name: string) => form.typed?.[name]?.[0] ?? ''
	const asked = form.typed === null ? (data.coalition.accent ?? '') : colourAsked(typed('colour'), typed('accent'))
	return asked === '' ? PALETTE.sea : (asked ?? '')
}

/** Back to the settings, with what was recorded. */
const done =
	(what: string) =>
	(_value: unknown, { params }: { readonly params: SettingsParams }) =>
		href(routes.settings, { coalition: params.coalition }, { done: what })

/** Forms that change some of the settings. */
const changing = {
	does: ACTS.changeSettings,
	act: ({ context, input, order }: Sent<string, Partial<CoalitionSettings>>) =>
		changeSettings(context.deps, order(input)),
} as const

export const settingsRoutes: readonly Route[] = [
	logoRoute,
	overviewPage,
	action({ ...changing, path: routes.settings, page: overviewPage, form: z.object({}), done: done('all') }),
	namePage,
	action({ ...changing, path: routes.settingsName, page: namePage, form: nameForm, done: done('name') }),
	seriesPage,
	action({ ...changing, path: routes.settingsSeries, page: seriesPage, form: seriesForm, done: done('series') }),
	rulesPage,
	action({ ...changing, path: routes.settingsRules, page: rulesPage, form: rulesForm, done: done('rules') }),
	languagesPage,
	action({
		...changing,
		path: routes.settingsLanguage,
		page: languagesPage,
		form: languageForm,
		done: done('language'),
	}),
	action({
		path: routes.settingsEnglish,
		does: ACTS.offerEnglish,
		page: languagesPage,
		form: englishForm,
		act: ({ context, input, order }) => offerEnglish(context.deps, order(input)),
		done: done('english'),
	}),
	listingPage,
	action({ ...changing, path: routes.settingsListing, page: listingPage, form: listingForm, done: done('listing') }),
	addressPage,
	action({
		path: routes.settingsAddress,
		does: ACTS.changeSlug,
		page: addressPage,
		form: addressForm,
		act: ({ context, input, order }) => changeSlug(context.deps, order(input), RESERVED_SLUGS),
		done: ({ slug }) => href(routes.settings, { coalition: slug }, { done: 'address' }),
	}),
	logoPage,
	action({
		path: routes.settingsLogo,
		does: ACTS.describeLogo,
		page: logoPage,
		form: altForm,
		// A little more, so that what is a little too heavy is told so in words.
		filesWithin: 5 * IMAGE_BYTES,
		act: ({ context: { deps }, input, files, order }) => {
			const [file] = files
			if (!file) return describeLogo(deps, order(input))
			return takeLogo(deps, order({ ...input, open: () => readImage(whole(file.bytes)) }))
		},
		done: (_value, sent) => done(sent.files.length > 0 ? 'logo' : 'logoAlt')(null, sent),
	}),
	action({
		path: routes.settingsLogoRemoval,
		does: ACTS.chooseLogo,
		page: logoPage,
		form: z.object({}),
		act: ({ context, order }) => removeLogo(context.deps, order({})),
		done: done('logo'),
	}),
	colourPage,
	action({
		path: routes.settingsColour,
		does: ACTS.chooseAccent,
		page: colourPage,
		form: colourForm,
		confirmed: ({ confirmed }) => confirmed !== '',
		act: ({ context, input: { colour }, order }) => chooseAccent(context.deps, order({ colour })),
		done: done('colour'),
	}),
]
