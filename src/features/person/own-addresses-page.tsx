import type { Child } from 'hono/jsx'
import { isOpen, takesEffectAt } from '#domain/person/address-change.ts'
import { catalogue } from '#i18n/index.ts'
import type { ShownChange } from '#read/person/addresses.ts'
import type { OwnSignIn } from '#read/person/sign-in.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { Frame, PageView } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton, SubmitRow } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice, Sentence } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'

type Props = PageView<OwnSignIn & { readonly changes: readonly ShownChange[] }>

/** One's own addresses: which there are, what others want to add, and how one adds and removes them oneself. */
export function OwnAddressesPage({ frame, data, form, lang, query, now }: Props) {
	const t = catalogue(lang).addresses.own
	const { emails, card, changes } = data
	const done = (t.done as Readonly<Record<string, string>>)[query.get('done') ?? '']
	const removable = emails.length > 1 || (card !== null && card.left > 0)
	return (
		<Page {...frame} title={t.title} where={ownTrail(frame)} robots="noindex">
			<ShowAgain code={form.rejection?.code} to={href(routes.ownAddresses)} />
			{done !== undefined && form.typed === null && (
				<Sentence tone="success" live>
					{done}
				</Sentence>
			)}
			{changes.map((change) => (
				<Answer change={change} now={now} />
			))}
			<p class="lead">{emails.length > 0 ? t.lead : t.none}</p>
			{emails.length > 0 && (
				<Table
					caption={t.title}
					captionHidden
					columns={[{ label: t.email }, ...(removable ? [{ label: t.remove }] : [])]}
					rows={emails.map((email) => [
						<span class="address">{email}</span>,
						...(removable ? [<Remove email={email} />] : []),
					])}
				/>
			)}
			<h2>{t.addTitle}</h2>
			<Form action={href(routes.ownAddresses)} form={form} keyless>
				<TextField name="email" type="email" label={t.email} hint={t.emailHint} autocomplete="email" />
				<SubmitRow>{t.add}</SubmitRow>
			</Form>
		</Page>
	)
}

function Remove({ email }: { readonly email: string }) {
	const t = catalogue(useLanguage()).addresses.own
	return (
		<Form action={href(routes.ownAddressRemovals)} keyless values={{ email }}>
			<Button look="quiet">
				{t.remove}
				<span class="vh"> {email}</span>
			</Button>
		</Form>
	)
}

/** What is to be added, or was, and the buttons by which its person says yes or no. */
function Answer({ change, now }: { readonly change: ShownChange; readonly now: number }) {
	const t = catalogue(useLanguage()).addresses.own
	const { id, email, own, endedAt } = change
	const open = isOpen(change, now)
	const from = own || !open ? null : takesEffectAt(change)
	return (
		<Notice tone={own ? 'info' : 'warning'}>
			<p>{own ? t.waitsOwn(email) : proposedSentence(change, useLanguage(), now)}</p>
			{from !== null && <p>{t.from(from)}</p>}
			{endedAt !== null && <p>{t.undoMeans}</p>}
			<Form action={href(routes.ownAddressAnswers, { change: id })} keyless>
				<ButtonRow>
					<Button look="secondary" name="answer" value="refuse">
						{own ? t.refuseOwn : open ? t.refuse : t.undo}
					</Button>
					{open && !own && (
						<Button look="secondary" name="answer" value="agree">
							{t.agree}
						</Button>
					)}
				</ButtonRow>
			</Form>
		</Notice>
	)
}

/** What a chair wants to add, or added. */
export function proposedSentence(change: ShownChange, lang: Frame['lang'], now: number): string {
	const t = catalogue(lang).addresses.own
	const { email, coalition, endedAt } = change
	if (isOpen(change, now) || endedAt === null) return t.proposedBy(coalition ?? '', email)
	return t.addedBy(coalition ?? '', email, endedAt)
}

/** The way on for somebody whose form was refused until they have signed in once more. */
export function ShowAgain({
	code,
	to,
	children,
}: {
	readonly code: string | undefined
	readonly to: string
	readonly children?: Child
}) {
	const t = catalogue(useLanguage()).addresses.own
	if (code !== 'reauthenticate' && code !== 'addressNeedsMail') return null
	return (
		<ButtonRow>
			<LinkButton href={href(routes.signIn, {}, { again: '1', to })}>
				{code === 'addressNeedsMail' ? t.again : t.signInAgain}
			</LinkButton>
			{children}
		</ButtonRow>
	)
}

export function ownTrail({ lang }: Pick<Frame, 'lang'>) {
	const t = catalogue(lang)
	return [
		{ label: t.tasks.title, href: href(routes.me) },
		{ label: t.signIn.profile.title, href: href(routes.profile) },
	]
}
