import type { Instant } from '#domain/kernel/id.ts'
import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { Frame } from '#ui/page-view.ts'
import { Confirmation } from '#ui/parts/confirmation.tsx'

type TokenCreatedProps = {
	readonly frame: Frame
	readonly secret: string
	readonly createdAt: Instant
	readonly expiresAt: Instant
}

/** Shows a new token, this once. */
export function TokenCreatedPage({ frame, secret, createdAt, expiresAt }: TokenCreatedProps) {
	const { lang } = frame
	const t = catalogue(lang).signIn.tokens
	return (
		<Page {...frame} title={t.created} heading="own" robots="noindex">
			<Confirmation
				title={t.created}
				at={createdAt}
				rows={[
					{ label: t.secret, value: <code>{secret}</code> },
					{ label: t.columns.state, value: t.until(expiresAt) },
				]}
				next={
					<>
						<p>
							<strong>{t.createdLead}</strong> {t.createdNext}
						</p>
						<p>
							<a href={href(routes.tokens)}>{t.back}</a>
						</p>
					</>
				}
			/>
		</Page>
	)
}
