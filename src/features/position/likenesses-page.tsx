import { catalogue } from '#i18n/index.ts'
import { likenessWords } from '#i18n/likenesses.ts'
import type { LikenessesView } from '#read/position/likenesses.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { partOf } from '#ui/part.ts'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState } from '#ui/parts/notice.tsx'
import { InlineText } from '#ui/parts/statement-text.tsx'
import { Table } from '#ui/parts/table.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

/** Positions of a text beside adopted ones that have their words, and which words. */
export function LikenessesPage(props: PageView<LikenessesView, StatementParams>) {
	const { data, lang, params, query } = props
	const t = likenessWords(lang)
	const { positions } = catalogue(lang)
	const part = partOf(data.alike, query)
	const { language } = data.header.statement
	return (
		<StatementPage view={props} header={data.header} tab="text" title={t.title} part={part}>
			<p class="lead">{t.lead}</p>
			{data.alike.length === 0 && <EmptyState title={t.none} />}
			<InParts part={part} to={(number) => href(routes.likenesses, params, { part: number })} label={t.title}>
				{part.items.map(({ blockId, number, text, adopted, likeness }) => {
					const { label, year, statementNumber } = adopted
					const published = { coalition: params.coalition, year: String(year), number: String(statementNumber) }
					return (
						<section>
							<Table
								caption={t.kinds[likeness.kind]}
								columns={[t.here, t.adopted].map((head) => ({ label: head }))}
								rows={[
									[
										<>
											<a href={`${href(routes.statement, params, { block: blockId })}#b-${blockId}`}>{number}.</a>{' '}
											<span lang={language}>
												<InlineText text={text} />
											</span>
										</>,
										<>
											<span lang={adopted.language}>
												<InlineText text={adopted.text} />
											</span>{' '}
											<a href={`${href(routes.published, published)}#p${adopted.number}`}>
												{positions.source(label, adopted.number)}
											</a>
										</>,
									],
								]}
							/>
							<p class="hint">
								{t.shared(likeness.shared)} {likeness.opposed.length > 0 && t.opposed(likeness.opposed)}
							</p>
						</section>
					)
				})}
			</InParts>
		</StatementPage>
	)
}
