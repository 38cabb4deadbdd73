import { catalogue } from '#i18n/index.ts'
import type { OwnSignIn } from '#read/person/sign-in.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'

export type CardView = PageView<OwnSignIn> & { readonly to: string | null }

/** Asks for the handle of a printed card and one of its codes. */
export function CardPage({ frame, data, form, lang, to }: CardView) {
	const t = catalogue(lang).signIn
	return (
		<Page {...frame} title={t.card.title} robots="noindex" noSignIn>
			<p class="lead">{t.card.lead}</p>
			<Form action={href(routes.signInCard)} form={form} keyless values={{ to: to ?? '' }}>
				<TextField
					name="handle"
					label={t.card.handle}
					hint={t.card.handleHint}
					width="medium"
					autocomplete="username"
					autocapitalize="characters"
					value={data.card?.handle}
				/>
				<TextField
					name="code"
					label={t.card.code}
					hint={t.card.codeHint}
					width="short"
					autocomplete="one-time-code"
					autocapitalize="characters"
				/>
				<SubmitRow>{t.signIn}</SubmitRow>
			</Form>
			<p class="hint">{t.card.lost}</p>
			<p>
				<a href={href(routes.signIn, {}, { to: to ?? undefined })}>{t.card.byMail}</a>
			</p>
		</Page>
	)
}
