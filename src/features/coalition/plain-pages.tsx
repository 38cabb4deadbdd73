import { PRESET_NAMES } from '#domain/deciding/bylaws.ts'
import { swedishYear } from '#domain/kernel/calendar.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import { Radios } from '#ui/parts/choices.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset } from '#ui/parts/notice.tsx'
import { type Props, SaveRow, SettingPage } from './setting-page.tsx'

const YES_NO = ['yes', 'no'] as const

export function NamePage(view: Props) {
	const { data, form, lang, params } = view
	const t = catalogue(lang).settings
	return (
		<SettingPage view={view} title={t.name}>
			<Form action={href(routes.settingsName, params)} idempotencyKey={form.key}>
				<TextField
					lang={lang}
					name="name"
					label={t.nameLabel}
					hint={t.nameHint}
					error={form.errors.name}
					value={typedValue(form, 'name', data.coalition.name)}
				/>
				<SaveRow lang={lang} params={params} />
			</Form>
		</SettingPage>
	)
}

export function SeriesPage(view: Props) {
	const { data, form, lang, params, now } = view
	const { seriesPrefix } = data.coalition
	const t = catalogue(lang).settings
	return (
		<SettingPage view={view} title={t.series}>
			<Inset>
				<p>{t.seriesMeans}</p>
				{data.published && <p>{t.seriesExist(data.published.count, data.published.latest)}</p>}
			</Inset>
			<Form action={href(routes.settingsSeries, params)} idempotencyKey={form.key}>
				<TextField
					lang={lang}
					name="seriesPrefix"
					label={t.series}
					hint={t.seriesHint(`${seriesPrefix} ${swedishYear(now)}:1`)}
					width="medium"
					autocapitalize="characters"
					error={form.errors.seriesPrefix}
					value={typedValue(form, 'seriesPrefix', seriesPrefix)}
				/>
				<SaveRow lang={lang} params={params} />
			</Form>
		</SettingPage>
	)
}

export function RulesPage(view: Props) {
	const { data, form, lang, params } = view
	const t = catalogue(lang)
	return (
		<SettingPage view={view} title={t.settings.rules}>
			{data.deciding.length > 0 && (
				<Inset>
					<p>{t.settings.rulesOpen(formatList(lang, data.deciding))}</p>
				</Inset>
			)}
			<Form action={href(routes.settingsRules, params)} idempotencyKey={form.key}>
				<Radios
					lang={lang}
					name="preset"
					label={t.settings.rules}
					hint={t.settings.rulesHint}
					error={form.errors.preset}
					value={typedValue(form, 'preset', data.coalition.preset)}
					options={PRESET_NAMES.map((preset) => ({
						value: preset,
						label: t.settings.presets[preset],
						hint: t.ballot.presets[preset],
					}))}
				/>
				<SaveRow lang={lang} params={params} />
			</Form>
		</SettingPage>
	)
}

/** The coalition's own language, and whether its pages are offered in English beside it. */
export function LanguagesPage(view: Props) {
	const { data, form, lang, params } = view
	const { language, english } = data.coalition
	const t = catalogue(lang)
	return (
		<SettingPage view={view} title={t.settings.languages}>
			<Form action={href(routes.settingsLanguage, params)} idempotencyKey={form.key}>
				<Radios
					lang={lang}
					name="language"
					label={t.settings.language}
					hint={t.settings.languageHint}
					error={form.errors.language}
					value={typedValue(form, 'language', language)}
					options={LANGUAGES.map((value) => ({ value, label: t.common.languages[value] }))}
				/>
				<SaveRow lang={lang} params={params} />
			</Form>
			{language !== 'en' && (
				<Form action={href(routes.settingsEnglish, params)} idempotencyKey={form.key}>
					<Radios
						lang={lang}
						name="english"
						label={t.settings.english}
						hint={t.settings.englishHint}
						error={form.errors.english}
						value={typedValue(form, 'english', english ? 'yes' : 'no')}
						options={YES_NO.map((value) => ({
							value,
							label: t.settings.englishOptions[value],
							hint: t.settings.englishHints[value],
						}))}
					/>
					<SaveRow lang={lang} params={params} />
				</Form>
			)}
		</SettingPage>
	)
}

export function ListingPage(view: Props) {
	const { data, form, lang, params } = view
	const t = catalogue(lang).settings
	return (
		<SettingPage view={view} title={t.listing}>
			<Form action={href(routes.settingsListing, params)} idempotencyKey={form.key}>
				<Radios
					lang={lang}
					name="listed"
					label={t.listed}
					error={form.errors.listed}
					value={typedValue(form, 'listed', data.coalition.listed ? 'yes' : 'no')}
					options={YES_NO.map((value) => ({ value, label: t.listedOptions[value], hint: t.listedHints[value] }))}
				/>
				<SaveRow lang={lang} params={params} />
			</Form>
		</SettingPage>
	)
}
