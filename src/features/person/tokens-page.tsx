import type { Instant } from '#domain/kernel/id.ts'
import { formatDate, formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { OwnToken, OwnTokens } from '#read/person/tokens.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button } from '#ui/parts/button.tsx'
import { Checkboxes, Radios } from '#ui/parts/choices.tsx'
import { Select, TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { SignInAgain } from '#ui/parts/sign-in-again.tsx'
import { Table } from '#ui/parts/table.tsx'

const SCOPES = ['read', 'write', 'vote', 'publish', 'admin'] as const
const DAYS = [30, 90, 365] as const

/** A person's own access tokens for the API, and a form for one more. */
export function TokensPage({ frame, data, form, lang, query, now }: PageView<OwnTokens>) {
	const t = catalogue(lang)
	const { tokens } = t.signIn
	return (
		<Page
			{...frame}
			title={tokens.title}
			where={[
				{ label: t.tasks.title, href: href(routes.me) },
				{ label: t.signIn.profile.title, href: href(routes.profile) },
			]}
			robots="noindex"
		>
			<SignInAgain form={form} to={href(routes.tokens)}>
				{t.signIn.again.in}
			</SignInAgain>
			{query.get('done') === 'revoked' && (
				<Notice tone="success" live>
					{tokens.revoked}
				</Notice>
			)}
			<p class="lead">{tokens.lead}</p>
			<h2>{tokens.yours}</h2>
			{data.tokens.length > 0 ? <TokenTable own={data.tokens} now={now} /> : <p>{tokens.none}</p>}
			<h2>{tokens.newToken}</h2>
			{data.coalitions.length > 0 ? <NewTokenForm data={data} form={form} /> : <p>{tokens.noCoalitions}</p>}
		</Page>
	)
}

type TokenTableProps = { readonly own: readonly OwnToken[]; readonly now: Instant }

function TokenTable({ own, now }: TokenTableProps) {
	const lang = useLanguage()
	const t = catalogue(lang).signIn.tokens
	const state = ({ revokedAt, expiresAt }: OwnToken) =>
		revokedAt !== null ? t.revokedAt(revokedAt) : (expiresAt <= now ? t.expired : t.until)(expiresAt)
	return (
		<Table
			caption={t.yours}
			captionHidden
			columns={Object.values(t.columns).map((label) => ({ label }))}
			rows={own.map((token) => [
				token.name,
				token.coalition,
				formatList(
					lang,
					SCOPES.filter((scope) => token.scopes.includes(scope)).map((scope) => t.scopesInList[scope]),
				),
				state(token),
				token.lastUsedAt === null ? '–' : formatDate(lang, token.lastUsedAt),
				token.revokedAt === null && now < token.expiresAt ? (
					<form action={href(routes.token, { token: token.id })} method="post">
						<button type="submit" class="button quiet" aria-label={t.revokeNamed(token.name)}>
							{t.revoke}
						</button>
					</form>
				) : (
					''
				),
			])}
		/>
	)
}

function NewTokenForm({ data, form }: Pick<PageView<OwnTokens>, 'data' | 'form'>) {
	const lang = useLanguage()
	const t = catalogue(lang).signIn.tokens
	const [only, ...others] = data.coalitions
	return (
		<Form action={href(routes.tokens)} form={form} values={others.length === 0 && only ? { coalition: only.slug } : {}}>
			<TextField name="name" label={t.name} hint={t.nameHint} />
			{others.length > 0 && (
				<Select
					name="coalition"
					label={t.coalition}
					options={data.coalitions.map(({ slug, name }) => ({ value: slug, label: name }))}
				/>
			)}
			<Checkboxes
				name="scopes[]"
				label={t.scopes}
				hint={t.scopesHint}
				values={['read']}
				options={SCOPES.map((scope) => ({ value: scope, label: t.scopeNames[scope] }))}
			/>
			<Radios
				name="days"
				label={t.expiry}
				value={'90'}
				options={DAYS.map((days) => ({ value: String(days), label: t.days[days] }))}
			/>
			<Button look={data.tokens.length > 0 ? 'secondary' : 'primary'}>{t.create}</Button>
		</Form>
	)
}
