import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice } from '#ui/parts/notice.tsx'

export type CodeView = PageView<{ readonly email: string | null }> & { readonly to: string | null }

/** After asking for mail: the same page whether or not anybody has the address. */
export function CodePage({ frame, data, form, lang, to }: CodeView) {
	const t = catalogue(lang).signIn
	const askAgain = href(routes.signIn, {}, { to: to ?? undefined })
	return (
		<Page {...frame} title={t.sent.title} robots="noindex" noSignIn>
			{data.email === null ? (
				<>
					<Notice>{t.sent.noCode}</Notice>
					<p>
						<a href={askAgain}>{t.sent.askAgain}</a>
					</p>
				</>
			) : (
				<>
					<p class="lead">{t.sent.lead(data.email)}</p>
					<p>{t.sent.todo}</p>
					<Form action={href(routes.signInCode)} form={form} keyless values={{ to: to ?? '' }}>
						<TextField
							name="code"
							label={t.code}
							hint={t.sent.codeHint}
							width="short"
							autocomplete="one-time-code"
							autocapitalize="characters"
						/>
						<Button>{t.signIn}</Button>
					</Form>
					<h2>{t.sent.noMail}</h2>
					<ul>
						{t.sent.advice.map((advice) => (
							<li>{advice}</li>
						))}
						<li>
							<a href={askAgain}>{t.sent.askAgain}</a>
						</li>
					</ul>
				</>
			)}
		</Page>
	)
}
