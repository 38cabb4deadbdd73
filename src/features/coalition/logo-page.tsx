import { IMAGE_BYTES, IMAGE_MOST } from '#domain/coalition/image.ts'
import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { logoOf } from '#ui/logo.ts'
import { Button } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { FileField } from '#ui/parts/file-field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { type Props, SaveRow, SettingPage } from './setting-page.tsx'

/** The coalition's picture: the one there is, and another in its place. */
export function LogoPage(view: Props) {
	const { data, form, lang, params } = view
	const { logo, name } = data.coalition
	const t = catalogue(lang).settings
	const shown = logoOf(data.coalition)
	return (
		<SettingPage view={view} title={t.logo}>
			{logo && shown && (
				<section>
					<h2>{t.logoNow}</h2>
					<p>
						<img class="logo-large" {...shown} alt={logo.alt === '' ? name : logo.alt} />
					</p>
					<p class="about">{t.logoSize(logo.width, logo.height)}</p>
					<Form action={href(routes.settingsLogoRemoval, params)} form={form}>
						<Button look="quiet">{t.logoRemove}</Button>
					</Form>
				</section>
			)}
			{logo && <h2>{t.logoAnother}</h2>}
			<Form action={href(routes.settingsLogo, params)} form={form} files>
				<FileField
					name="logo"
					label={t.logoChoose}
					hint={`${t.logoHint(IMAGE_BYTES / 1000, IMAGE_MOST)} ${t.logoKept}`}
					accept="image/png,image/jpeg,image/webp"
					optional={logo !== null}
				/>
				<TextField name="alt" label={t.logoAlt} hint={t.logoAltHint} optional value={logo?.alt ?? ''} />
				<SaveRow params={params} label={logo ? undefined : t.logoTake} />
			</Form>
		</SettingPage>
	)
}
