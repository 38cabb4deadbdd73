import { LANGUAGES } from '#domain/statement/statement.ts'
import { catalogue } from '#i18n/index.ts'
import type { OwnSignIn } from '#read/person/sign-in.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Radios } from '#ui/parts/choices.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'

/** So few codes left that a new card is needed soon. */
const FEW = 3

/** How a person is reached and gets in, and the language they chose. */
export function ProfilePage({ frame, viewer, data, form, lang, query }: PageView<OwnSignIn>) {
	const t = catalogue(lang)
	const { profile } = t.signIn
	const { emails, card } = data
	const reached = emails.length > 0
	return (
		<Page {...frame} title={profile.title} where={[{ label: t.tasks.title, href: href(routes.me) }]} robots="noindex">
			{query.get('done') === 'saved' && (
				<Notice tone="success" live>
					{profile.saved}. {profile.savedNext}
				</Notice>
			)}
			<SummaryList
				rows={[
					{ label: profile.emails, value: emails.length > 0 ? emails.join(', ') : profile.noEmails },
					{
						label: profile.card,
						value: card ? (
							<>
								{profile.cardFacts(card.handle, card.left)}
								<br />
								<span class="hint">{(reached ? profile.ownCardIssued : profile.cardIssued)(card.issuedAt)}</span>
							</>
						) : reached ? (
							profile.noOwnCard
						) : (
							profile.noCard
						),
					},
				]}
			/>
			{card && card.left <= FEW && <Notice tone="warning">{reached ? profile.fewLeftOwn : profile.fewLeft}</Notice>}
			{reached && (
				<p>
					<a href={href(routes.ownCard)}>{profile.makeCard}</a>
				</p>
			)}
			<Form action={href(routes.profile)} form={form}>
				<TextField name="name" label={profile.name} hint={profile.nameHint} value={viewer.person?.name} />
				<Radios
					name="language"
					label={profile.language}
					hint={profile.languageHint}
					value={viewer.person?.language ?? 'coalition'}
					options={[
						{ value: 'coalition', label: profile.asCoalition },
						...LANGUAGES.map((value) => ({ value, label: t.common.languages[value] })),
					]}
				/>
				<SubmitRow>{profile.save}</SubmitRow>
			</Form>
			<p>
				<a href={href(routes.ownAddresses)}>{reached ? profile.wrongAddress : profile.noAddress}</a>
			</p>
			<p>
				<a href={href(routes.sessions)}>{profile.sessions}</a>
			</p>
			<p>
				<a href={href(routes.tokens)}>{t.signIn.tokens.title}</a>
			</p>
			<p>
				<a href={href(routes.ownErasure)}>{profile.erasure}</a>
			</p>
		</Page>
	)
}
