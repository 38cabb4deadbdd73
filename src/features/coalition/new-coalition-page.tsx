import { PRESET_NAMES } from '#domain/deciding/bylaws.ts'
import { LANGUAGES } from '#domain/statement/statement.ts'
import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { EmailField, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'

/** Creates a coalition with its first chair. `host`: where it will be found. */
export function NewCoalitionPage({ form, lang, frame, host }: PageView<true> & { readonly host: string }) {
	const t = catalogue(lang)
	const words = t.operator
	return (
		<Page {...frame} title={words.create} where={[{ label: words.title, href: href(routes.operator) }]}>
			<Form action={href(routes.operatorCoalitions)} form={form}>
				<TextField name="name" label={words.name} />
				<TextField name="slug" label={words.slug} hint={words.slugHint(host)} optional autocapitalize="off" />
				<TextField
					name="seriesPrefix"
					label={words.seriesPrefix}
					hint={words.seriesPrefixHint}
					width="medium"
					autocapitalize="characters"
				/>
				<Radios
					name="preset"
					label={words.preset}
					hint={words.presetHint}
					value="standard"
					options={PRESET_NAMES.map((preset) => ({
						value: preset,
						label: t.settings.presets[preset],
						hint: t.ballot.presets[preset],
					}))}
				/>
				<Radios
					name="language"
					label={words.language}
					value="sv"
					options={LANGUAGES.map((value) => ({ value, label: t.common.languages[value] }))}
				/>
				<h2>{words.chair}</h2>
				<TextField name="chairName" label={words.chairName} autocomplete="off" />
				<EmailField name="email" label={words.email} hint={words.emailHint} optional autocomplete="off" />
				<SubmitRow cancel={href(routes.operator)}>{words.createNow}</SubmitRow>
			</Form>
		</Page>
	)
}
