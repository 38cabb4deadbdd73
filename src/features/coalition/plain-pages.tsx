import { bylawsOf, formerOf } from '#domain/coalition/in-force.ts'
import { PRESET_NAMES, type Preset } from '#domain/deciding/bylaws.ts'
import { swedishYear } from '#domain/kernel/calendar.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { refusalSentence } from '#i18n/refusals.ts'
import { href, routes } from '#routes'
import { Radios } from '#ui/parts/choices.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { type Props, SaveRow, SettingPage } from './setting-page.tsx'

const YES_NO = ['yes', 'no'] as const

export function NamePage(view: Props) {
	const { data, form, lang, params } = view
	const t = catalogue(lang).settings
	return (
		<SettingPage view={view} title={t.name}>
			{isStanding(view) ? (
				<Standing view={view} field="name" label={t.nameLabel} />
			) : (
				<Form action={href(routes.settingsName, params)} form={form}>
					<TextField name="name" label={t.nameLabel} hint={t.nameHint} value={data.coalition.name} />
					<SaveRow params={params} />
				</Form>
			)}
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
			{isStanding(view) ? (
				<Standing view={view} field="seriesPrefix" label={t.series} />
			) : (
				<Form action={href(routes.settingsSeries, params)} form={form}>
					<TextField
						name="seriesPrefix"
						label={t.series}
						hint={t.seriesHint(`${seriesPrefix} ${swedishYear(now)}:1`)}
						width="medium"
						autocapitalize="characters"
						value={seriesPrefix}
					/>
					<SaveRow params={params} />
				</Form>
			)}
		</SettingPage>
	)
}

/** It is published with what associations vote on or sign. Whoever had begun to change it sees what was typed, and why it cannot be saved. */
const isStanding = ({ data, form }: Props) => data.texts.length > 0 && form.rejection?.code !== 'beingDecided'

type StandingProps = { readonly view: Props; readonly field: 'name' | 'seriesPrefix'; readonly label: string }

function Standing({ view: { data, lang }, field, label }: StandingProps) {
	return (
		<>
			<SummaryList rows={[{ label, value: data.coalition[field] }]} />
			<Inset>
				<p>{refusalSentence(lang, { code: 'beingDecided', field, titles: data.texts })}</p>
			</Inset>
		</>
	)
}

export function RulesPage(view: Props) {
	const { data, form, lang, now, params } = view
	const { coalition } = data
	const t = catalogue(lang)
	const former = formerOf(coalition, now)
	const name = (preset: Preset) => t.settings.presets[preset]
	return (
		<SettingPage view={view} title={t.settings.rules}>
			{data.deciding.length > 0 && (
				<Inset>
					<p>{t.settings.rulesOpen(formatList(lang, data.deciding))}</p>
				</Inset>
			)}
			{former && (
				<Inset>
					<p>{t.changes.bylawsPending(name(former.preset), name(coalition.preset), former.until)}</p>
					<p>{t.changes.bylawsTakeBack(name(former.preset))}</p>
				</Inset>
			)}
			<Form action={href(routes.settingsRules, params)} form={form}>
				<Radios
					name="preset"
					label={t.settings.rules}
					hint={t.changes.bylawsHint(bylawsOf(coalition, now).leastDays.answer)}
					value={coalition.preset}
					options={PRESET_NAMES.map((preset) => ({
						value: preset,
						label: name(preset),
						hint: t.ballot.presets[preset],
					}))}
				/>
				<SaveRow params={params} />
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
			<Form action={href(routes.settingsLanguage, params)} form={form}>
				<Radios
					name="language"
					label={t.settings.language}
					hint={t.settings.languageHint}
					value={language}
					options={LANGUAGES.map((value) => ({ value, label: t.common.languages[value] }))}
				/>
				<SaveRow params={params} />
			</Form>
			{language !== 'en' && (
				<Form action={href(routes.settingsEnglish, params)} form={form}>
					<Radios
						name="english"
						label={t.settings.english}
						hint={t.settings.englishHint}
						value={english ? 'yes' : 'no'}
						options={YES_NO.map((value) => ({
							value,
							label: t.settings.englishOptions[value],
							hint: t.settings.englishHints[value],
						}))}
					/>
					<SaveRow params={params} />
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
			<Form action={href(routes.settingsListing, params)} form={form}>
				<Radios
					name="listed"
					label={t.listed}
					value={data.coalition.listed ? 'yes' : 'no'}
					options={YES_NO.map((value) => ({ value, label: t.listedOptions[value], hint: t.listedHints[value] }))}
				/>
				<SaveRow params={params} />
			</Form>
		</SettingPage>
	)
}
