import { formatDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { OwnSession } from '#read/person/sessions.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { Button, ButtonRow } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { Tag } from '#ui/parts/tag.tsx'

/** Where a person is signed in, and what ends it: one, or all but this one. */
export function SessionsPage({ frame, data, form, lang, query }: PageView<readonly OwnSession[]>) {
	const t = catalogue(lang)
	const { sessions, ways } = t.signIn
	return (
		<Page
			{...frame}
			title={sessions.title}
			where={[
				{ label: t.tasks.title, href: href(routes.me) },
				{ label: t.signIn.profile.title, href: href(routes.profile) },
			]}
			robots="noindex"
		>
			{query.get('done') === 'ended' && (
				<Notice tone="success" live>
					{sessions.ended}
				</Notice>
			)}
			<p class="lead">{sessions.lead}</p>
			<Table
				caption={sessions.title}
				captionHidden
				columns={Object.values(sessions.columns).map((label) => ({ label }))}
				rows={data.map(({ id, createdAt, way, lastUsedAt, own }) => {
					const begun = formatDateTime(lang, createdAt)
					return [
						<>
							{begun}
							{own && (
								<>
									{' '}
									<Tag tone="good">{sessions.this}</Tag>
								</>
							)}
						</>,
						way === null ? '–' : ways[way],
						lastUsedAt === null ? '–' : formatDateTime(lang, lastUsedAt),
						<form action={href(routes.session, { session: id })} method="post">
							<button
								type="submit"
								class="button quiet"
								aria-label={(own ? sessions.endThis : sessions.endNamed)(begun)}
							>
								{own ? sessions.signOut : sessions.end}
							</button>
						</form>,
					]
				})}
			/>
			{data.length > 1 && (
				<Form action={href(routes.sessions)} form={form} keyless>
					<ButtonRow>
						<Button look="secondary">{sessions.endOthers}</Button>
					</ButtonRow>
				</Form>
			)}
			<p class="hint">{sessions.limits}</p>
		</Page>
	)
}
