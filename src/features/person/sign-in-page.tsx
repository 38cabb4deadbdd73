import { catalogue } from '#i18n/index.ts'
import type { OwnSignIn } from '#read/person/sign-in.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { EmailField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice } from '#ui/parts/notice.tsx'

export type SignInView = PageView<OwnSignIn> & {
	/** Where to go afterwards. */
	readonly to: string | null
	/** Somebody who is signed in has to show once more that it is them. */
	readonly again: boolean
}

/** Asks for an address to send a link and a code to. */
export function SignInPage({ frame, viewer, data, form, lang, query, to, again }: SignInView) {
	const t = catalogue(lang).signIn
	const known = again && viewer.person !== null
	const onwards = { to: to ?? undefined, again: known ? '1' : undefined }
	return (
		<Page {...frame} title={known ? t.again.title : t.title} robots="noindex" noSignIn>
			{query.has('out') && (
				<Notice tone="success" live>
					{t.signedOut}
				</Notice>
			)}
			{viewer.person && !known && (
				<>
					<p class="lead">{t.already(viewer.person.name)}</p>
					<ButtonRow>
						<LinkButton href={to ?? href(routes.me)}>{to === null ? t.toTasks : t.goOn}</LinkButton>
					</ButtonRow>
					<h2>{t.somebodyElse}</h2>
				</>
			)}
			<p class={viewer.person && !known ? undefined : 'lead'}>{known ? t.again.lead : t.lead}</p>
			<Form action={href(routes.signIn, {}, { again: onwards.again })} form={form} keyless values={{ to: to ?? '' }}>
				<EmailField
					name="email"
					label={t.email}
					width="medium"
					autocapitalize="off"
					value={known ? data.emails[0] : ''}
				/>
				<Button look={viewer.person && !known ? 'secondary' : 'primary'}>{t.sendMail}</Button>
			</Form>
			<h2>{t.card.have}</h2>
			<p>
				<a href={href(routes.signInCard, {}, onwards)}>{t.card.title}</a>
			</p>
		</Page>
	)
}
