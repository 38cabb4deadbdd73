import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import type { BlockVersion } from '#domain/statement/block.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { likenessWords } from '#i18n/likenesses.ts'
import type { TextView } from '#read/comment/comments.ts'
import type { Alike } from '#read/position/likenesses.ts'
import { href, routes } from '#routes'
import { blankForm } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice } from '#ui/parts/notice.tsx'

/** A text, after an act on it or before any. `alike`: which of its positions are like adopted ones; none where nothing was just saved. */
export type AfterAct = PageView<TextView & { readonly alike: readonly Alike[] }, StatementParams>

/** What the last act did, and the way to take it back. */
export function Told({ query, data, lang, form, params, viewer }: AfterAct) {
	const t = catalogue(lang).drafting
	const done = query.get('done') ?? ''
	if (!Object.hasOwn(t.done, done)) return null
	const said = t.done[done as keyof typeof t.done]
	const { latestChange: latest, header } = data
	const undone = WROTE.has(done) && latest !== null && latest.personId === viewer.person?.id
	return (
		<Notice tone="success" live>
			<p>{said(formatLongDateTime(lang, header.changedAt), data.blocks.length)}</p>
			{undone && offers(ACTS.editDocument, viewer, header.statement) && (
				<Form action={href(routes.takingsBack, { ...params, change: latest.actId })} form={blankForm(form.key)}>
					<Button look="quiet">{t.undo}</Button>
				</Form>
			)}
		</Notice>
	)
}

/** What was done to the text itself: it can be undone in one press, and what stands in the text may be like something since. */
export const WROTE: ReadonlySet<string> = new Set([
	'pasted',
	'written',
	'added',
	'moved',
	'removed',
	'takenBack',
	'restored',
	'blockRestored',
])

/** That positions in what was just saved are like adopted ones, and where they stand side by side. */
export function AlikeNotice({ data, lang, params }: AfterAct) {
	const count = new Set(data.alike.map(({ blockId }) => blockId)).size
	if (count === 0) return null
	const t = likenessWords(lang)
	return (
		<Notice tone="warning">
			<p>
				{t.saved(count)} <a href={href(routes.likenesses, params)}>{t.title}</a>
			</p>
		</Notice>
	)
}

/** Beside a position that was just saved: which adopted one it is most like, and the way to see both. */
export function AlikeMark({ data, lang, params, block }: AfterAct & { readonly block: BlockVersion }) {
	const found = data.alike.find(({ blockId }) => blockId === block.blockId)
	if (!found) return null
	const t = likenessWords(lang)
	const { adopted, likeness } = found
	const source = catalogue(lang).positions.source(adopted.label, adopted.number)
	return (
		<span class="source">
			{t.beside[likeness.kind](source)}.{' '}
			<a href={`${href(routes.likenesses, params)}#l-${block.blockId}`}>
				{t.compare}
				<span class="vh"> {source}</span>
			</a>
		</span>
	)
}
