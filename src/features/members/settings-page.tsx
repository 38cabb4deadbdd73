import { swedishYear } from '#domain/calendar.ts'
import { catalogue } from '#i18n/index.ts'
import type { MembersView } from '#read/members.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { ErrorSummary } from '#ui/parts/error-summary.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice } from '#ui/parts/notice.tsx'

const PRESETS = ['standard', 'board', 'writtenProcedure', 'secret'] as const

/** What holds for the coalition as a whole. */
export function SettingsPage({
	data,
	form,
	lang,
	frame,
	now,
	params,
	query,
}: PageView<MembersView['coalition'], { readonly coalition: string }>) {
	const t = catalogue(lang)
	const words = t.members.settings
	return (
		<Page
			{...frame}
			title={words.title}
			where={[{ label: t.drafting.workspace, href: href(routes.workspace, params) }]}
			failed={Object.keys(form.errors).length > 0}
		>
			<ErrorSummary lang={lang} errors={form.errors} />
			{form.typed === null && query.get('done') === 'saved' && (
				<Notice lang={lang} tone="success" live>
					<p>{words.saved}</p>
				</Notice>
			)}
			<Form action={href(routes.settings, params)} idempotencyKey={form.key}>
				<TextField
					lang={lang}
					name="name"
					label={words.name}
					hint={words.nameHint}
					error={form.errors.name}
					value={typedValue(form, 'name', data.name)}
				/>
				<TextField
					lang={lang}
					name="seriesPrefix"
					label={words.seriesPrefix}
					hint={words.seriesPrefixHint(`${data.seriesPrefix} ${swedishYear(now)}:1`)}
					width="medium"
					autocapitalize="characters"
					error={form.errors.seriesPrefix}
					value={typedValue(form, 'seriesPrefix', data.seriesPrefix)}
				/>
				<Radios
					lang={lang}
					name="preset"
					label={words.preset}
					hint={words.presetHint}
					error={form.errors.preset}
					value={typedValue(form, 'preset', data.preset)}
					options={PRESETS.map((preset) => ({
						value: preset,
						label: words.presets[preset],
						hint: t.ballot.presets[preset],
					}))}
				/>
				<Radios
					lang={lang}
					name="language"
					label={words.language}
					hint={words.languageHint}
					error={form.errors.language}
					value={typedValue(form, 'language', data.language)}
					options={(['sv', 'en'] as const).map((value) => ({ value, label: t.common.languages[value] }))}
				/>
				<Radios
					lang={lang}
					name="listed"
					label={words.listed}
					error={form.errors.listed}
					value={typedValue(form, 'listed', data.listed ? 'yes' : 'no')}
					options={(['yes', 'no'] as const).map((value) => ({
						value,
						label: words.listedOptions[value],
						hint: words.listedHints[value],
					}))}
				/>
				<ButtonRow>
					<Button>{words.save}</Button>
				</ButtonRow>
			</Form>
		</Page>
	)
}
