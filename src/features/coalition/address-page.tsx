import { SLUGS_LIMIT } from '#domain/coalition/settings.ts'
import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { Button } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset } from '#ui/parts/notice.tsx'
import { type Props, SaveRow, SettingPage } from './setting-page.tsx'

/** Where the coalition is found, and where it was. `host`: what stands before it. For the chair alone. */
export function AddressPage(view: Props & { readonly host: string }) {
	const { data, form, lang, params, host } = view
	const t = catalogue(lang).settings
	const earlier = data.slugs.filter(({ current }) => !current)
	return (
		<SettingPage view={view} title={t.address}>
			<Inset>
				<p>{t.addressMeans}</p>
			</Inset>
			<Form action={href(routes.settingsAddress, params)} form={form}>
				<TextField
					name="slug"
					label={t.address}
					hint={`${t.addressHint(host)} ${t.addressLimit(Math.max(0, SLUGS_LIMIT - data.slugs.length))}`}
					autocapitalize="off"
					autocomplete="off"
					value={data.coalition.slug}
				/>
				<SaveRow params={params} label={t.changeAddress} />
			</Form>
			{earlier.length > 0 && (
				<section>
					<h2>{t.earlier}</h2>
					<ul class="tasks">
						{earlier.map(({ slug }) => (
							<li>
								<span class="address">
									{host}/{slug}
								</span>
								<Form action={href(routes.settingsAddress, params)} form={form} values={{ slug }}>
									<Button look="quiet">
										{t.takeBack}
										<span class="vh">: {slug}</span>
									</Button>
								</Form>
							</li>
						))}
					</ul>
				</section>
			)}
		</SettingPage>
	)
}
