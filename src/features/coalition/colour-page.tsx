import { accentFrom, BACKGROUNDS, contrast, type Hex, ON_ACCENT, PALETTE, readHex } from '#domain/coalition/colour.ts'
import { formatNumber } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Button, ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { type Props, SettingPage } from './setting-page.tsx'

type ColourProps = Props & {
	/** What was asked to be shown, or is in force. `#rrggbb`, or something else that was typed. */
	readonly shown: string
	/** What stands in the form for a colour of the coalition's own. */
	readonly own: string
}

const NAMES = ['sea', 'blue', 'violet', 'plum', 'wine', 'brown', 'forest', 'slate'] as const

/** Chooses the colour of links and buttons: first shown on light and dark, then used. */
export function ColourPage(view: ColourProps) {
	const { data, form, lang, params, shown, own } = view
	const t = catalogue(lang).settings
	const { accent } = data.coalition
	const named = NAMES.find((name) => PALETTE[name] === (accent ?? PALETTE.sea))
	const { rejection } = form
	const colour = readHex(shown)
	return (
		<SettingPage view={view} title={t.colour}>
			{rejection?.code === 'accentTooPale' && (
				<Form
					action={href(routes.settingsColour, params)}
					form={form}
					values={{ colour: own, accent: rejection.nearest, confirmed: '1' }}
				>
					<SubmitRow>{t.useNearest(rejection.nearest)}</SubmitRow>
				</Form>
			)}
			<Form action={href(routes.settingsColour, params)} form={form}>
				<Radios
					name="colour"
					label={t.colourChoose}
					hint={t.colourHint}
					value={named ?? own}
					options={[
						...NAMES.map((name) => ({ value: name, label: t.colours[name], hint: <Swatch colour={PALETTE[name]} /> })),
						{ value: own, label: t.ownColour, hint: t.ownColourHint },
					]}
				/>
				<TextField
					name="accent"
					label={t.accent}
					hint={t.accentHint}
					width="short"
					optional
					autocapitalize="off"
					autocomplete="off"
					value={named === undefined ? (accent ?? '') : ''}
				/>
				{colour !== null && <Preview colour={colour} />}
				<ButtonRow>
					<Button name="confirmed" value="1">
						{t.takeColour}
					</Button>
					<Button look="secondary">{t.show}</Button>
					<LinkButton look="secondary" href={href(routes.settings, params)}>
						{catalogue(lang).common.verbs.cancel}
					</LinkButton>
				</ButtonRow>
			</Form>
		</SettingPage>
	)
}

/** A patch of the colour; what it is called stands beside it. */
export function Swatch({ colour }: { readonly colour: Hex }) {
	return (
		<svg class="colour-swatch" viewBox="0 0 40 16" aria-hidden="true">
			<rect width="40" height="16" rx="3" fill={colour} />
		</svg>
	)
}

type PreviewProps = { readonly colour: Hex }

/** A link, a button and a mark in the colour, on light and on dark, whatever the page itself stands on. */
function Preview({ colour }: PreviewProps) {
	const lang = useLanguage()
	const t = catalogue(lang).settings
	const made = accentFrom(colour)
	const { paper } = BACKGROUNDS.light
	const ratio = formatNumber(lang, Math.floor(10 * contrast(colour, paper)) / 10)
	return (
		<section>
			<h2>{t.preview}</h2>
			{made.ok && (
				<div class="colour-previews">
					{(['light', 'dark'] as const).map((scheme) => {
						const { accent, tint } = made.value[scheme]
						return (
							<svg viewBox="0 0 300 130" role="img" aria-label={t.previewIn[scheme]}>
								<rect width="300" height="130" rx="6" fill={BACKGROUNDS[scheme].paper} stroke={accent} />
								<text x="16" y="32" font-size="16" text-decoration="underline" fill={accent}>
									{t.previewWords.link}
								</text>
								<rect x="16" y="48" width="130" height="40" rx="6" fill={accent} />
								<text x="81" y="73" font-size="16" font-weight="600" text-anchor="middle" fill={ON_ACCENT[scheme]}>
									{t.previewWords.button}
								</text>
								<rect x="164" y="54" width="90" height="28" rx="14" fill={tint} />
								<text x="209" y="73" font-size="15" font-weight="600" text-anchor="middle" fill={accent}>
									{t.previewWords.tag}
								</text>
								<text x="16" y="114" font-size="13" fill={accent}>
									{t.previewIn[scheme]}
								</text>
							</svg>
						)
					})}
				</div>
			)}
			<p>{t.contrastIs(ratio)}</p>
		</section>
	)
}
