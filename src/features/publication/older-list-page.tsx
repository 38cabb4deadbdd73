import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { formatKnownDate } from '#i18n/format.ts'
import { olderWords } from '#i18n/older.ts'
import type { OlderList } from '#read/publication/older-views.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { PageView } from '#ui/page-view.ts'
import { partRead } from '#ui/part.ts'
import { LinkButton } from '#ui/parts/button.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { Table } from '#ui/parts/table.tsx'
import { trail } from '#ui/trail.ts'

type Props = PageView<OlderList, { readonly coalition: string }>

/** Every statement from before Samsvar was used that was brought in, for members. */
export function OlderListPage({ data, lang, frame, params, query, viewer }: Props) {
	const t = olderWords(lang)
	const part = partRead(data.older, data.total, query)
	const add = offers(ACTS.importOlder, viewer) && (
		<LinkButton href={href(routes.newOlder, params)}>{data.total === 0 ? t.add : t.addAnother}</LinkButton>
	)
	return (
		<Page {...frame} title={t.title} part={part} where={trail(lang, params.coalition, 'workspace')}>
			<p class="lead">{t.lead}</p>
			{data.total === 0 ? (
				<EmptyState title={t.none} action={add}>
					{t.noneWhat}
				</EmptyState>
			) : (
				<>
					{add && <p>{add}</p>}
					<div class="wide">
						<InParts part={part} to={(number) => href(routes.older, params, { part: number })} label={t.part}>
							<Table
								caption={t.title}
								captionHidden
								columns={[{ label: t.label }, { label: t.name }, { label: t.dated }, { label: t.state }]}
								rows={part.items.map(({ id, label, title, language, decidedOn, removedAt, contestedBy }) => [
									label,
									<a href={href(routes.olderStatement, { ...params, older: id })} lang={language}>
										{title}
									</a>,
									formatKnownDate(lang, decidedOn),
									removedAt !== null
										? t.removedOn(removedAt)
										: contestedBy.length > 0
											? t.contestedBy(contestedBy)
											: t.stands,
								])}
							/>
						</InParts>
					</div>
				</>
			)}
		</Page>
	)
}
