import { formatDate } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { OwnSignIn } from '#read/person/sign-in.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { Frame, PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { CardSheet } from '#ui/parts/card-sheet.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset, Notice } from '#ui/parts/notice.tsx'

/** What a card is, and the button by which somebody with an address makes their own. */
export function OwnCardPage({ frame, data, form, lang }: PageView<OwnSignIn>) {
	const t = catalogue(lang).signIn.ownCard
	const { emails, card } = data
	const again = form.rejection?.code === 'reauthenticate' || form.rejection?.code === 'cardNeedsMail'
	return (
		<Page {...frame} title={t.title} where={crumbs(frame)} robots="noindex">
			{again && (
				<ButtonRow>
					<LinkButton href={href(routes.signIn, {}, { again: '1', to: href(routes.ownCard) })}>{t.again}</LinkButton>
				</ButtonRow>
			)}
			<p class="lead">{t.what}</p>
			<Inset>
				<p>{t.keep}</p>
			</Inset>
			{card && (
				<Notice tone="warning">
					<p>{t.replaces(card.handle)}</p>
				</Notice>
			)}
			{emails.length === 0 ? (
				<p>{t.noEmail}</p>
			) : (
				<Form action={href(routes.ownCard)} form={form} keyless>
					<ButtonRow>
						<Button>{t.make}</Button>
						<LinkButton look="secondary" href={href(routes.profile)}>
							{t.back}
						</LinkButton>
					</ButtonRow>
				</Form>
			)}
		</Page>
	)
}

type OwnCardMadeProps = {
	readonly frame: Frame
	readonly handle: string
	readonly codes: readonly string[]
	readonly at: number
	/** Where to sign in with it, as printed: without the scheme. */
	readonly address: string
}

/** The card itself, shown this once. */
export function OwnCardMadePage({ frame, handle, codes, at, address }: OwnCardMadeProps) {
	const { signIn, members } = catalogue(frame.lang)
	return (
		<Page {...frame} title={signIn.ownCard.done} where={crumbs(frame)} robots="noindex">
			<div class="no-print">
				<Notice tone="warning" live>
					<p>
						<strong>{members.cards.once}</strong> {members.cards.how} {signIn.ownCard.told}
					</p>
				</Notice>
			</div>
			<CardSheet handle={handle} codes={codes} address={address} issued={formatDate(frame.lang, at)} own />
			<ButtonRow>
				<LinkButton look="secondary" href={href(routes.profile)}>
					{signIn.ownCard.back}
				</LinkButton>
			</ButtonRow>
		</Page>
	)
}

function crumbs({ lang }: Pick<Frame, 'lang'>) {
	const t = catalogue(lang)
	return [
		{ label: t.tasks.title, href: href(routes.me) },
		{ label: t.signIn.profile.title, href: href(routes.profile) },
	]
}
