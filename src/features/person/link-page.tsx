import { catalogue } from '#i18n/index.ts'
import type { NamedPerson } from '#read/person/sign-in.ts'
import { href, routes } from '#routes'
import { ErrorPage } from '#ui/error-page.tsx'
import { Page } from '#ui/layout.tsx'
import type { Frame } from '#ui/page-view.ts'
import { Button, LinkButton } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice } from '#ui/parts/notice.tsx'

type LinkProps = {
	readonly frame: Frame
	readonly secret: string
	/** Shows, when it comes back, that the form was shown in the same browser. */
	readonly proof: string
	readonly to: string | null
	/** Those the link can sign in. */
	readonly persons: readonly NamedPerson[]
	/** The form came back without that proof. */
	readonly unproven: boolean
}

/** One button for each person the link can sign in. Nothing happens before one is pressed. */
export function LinkPage({ frame, secret, proof, to, persons, unproven }: LinkProps) {
	const t = catalogue(frame.lang).signIn.link
	const several = persons.length > 1
	const other = frame.person !== undefined && !persons.some(({ name }) => name === frame.person?.name)
	return (
		<Page {...frame} title={several ? t.whoTitle : t.title} robots="noindex" noSignIn>
			{unproven && (
				<Notice tone="warning" live>
					<p>{t.again}</p>
					<p>{t.cookies}</p>
				</Notice>
			)}
			<p class="lead">{several ? t.who : t.lead}</p>
			{other && <p>{t.insteadOf(frame.person?.name ?? '')}</p>}
			<Form action={href(routes.signInLink, { secret })} values={{ proof, to: to ?? '' }}>
				{persons.map(({ id, name }) => (
					<p>
						<Button look={several ? 'secondary' : 'primary'} name="person" value={id}>
							{t.goOnAs(name)}
						</Button>
					</p>
				))}
			</Form>
			<p class="hint">{t.notYou}</p>
		</Page>
	)
}

type UsedProps = Pick<LinkProps, 'frame' | 'secret' | 'proof' | 'to'> & {
	/** To whom the letter went, as only they know it. */
	readonly sentTo: string
	/** Not used, but too old; or both. */
	readonly tooOld: boolean
	/** Why no mail was asked for just now. */
	readonly refusal?: string | undefined
}

/** For a letter's link that no longer signs in here: one press brings a new one to where the letter went. */
export function LinkUsedPage({ frame, secret, proof, to, sentTo, tooOld, refusal }: UsedProps) {
	const t = catalogue(frame.lang).signIn.link
	return (
		<Page {...frame} title={tooOld ? t.tooOldTitle : t.usedTitle} robots="noindex" noSignIn>
			{refusal !== undefined && (
				<Notice tone="warning" live>
					{refusal}
				</Notice>
			)}
			<p class="lead">{tooOld ? t.tooOld : t.used}</p>
			<p>{t.sendTo(sentTo)}</p>
			<Form action={href(routes.signInLink, { secret })} values={{ proof, to: to ?? '' }}>
				<Button name="mail" value="1">
					{t.send}
				</Button>
			</Form>
			<p>
				<a href={href(routes.signIn, {}, { to: to ?? undefined })}>{t.otherWay}</a>
			</p>
		</Page>
	)
}

/** For a link that is used, too old or never was, and of which it is not known to whom it went. Leads to a new one, and from there to where it led. */
export function LinkGonePage({ frame, to }: { readonly frame: Frame; readonly to: string | null }) {
	return (
		<ErrorPage {...frame} status={410}>
			<p>
				<LinkButton href={href(routes.signIn, {}, { to: to ?? undefined })}>
					{catalogue(frame.lang).signIn.link.newLink}
				</LinkButton>
			</p>
		</ErrorPage>
	)
}
