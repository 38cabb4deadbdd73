import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { likenessWords } from '#i18n/likenesses.ts'
import type { TextView } from '#read/comment/comments.ts'
import { href, routes } from '#routes'
import { blankForm } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice } from '#ui/parts/notice.tsx'

/** A text, after an act on it or before any. `alike`: how many of its positions are like adopted ones; 0 where nothing was just saved. */
export type AfterAct = PageView<TextView & { readonly alike: number }, StatementParams>

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
	if (data.alike === 0) return null
	const t = likenessWords(lang)
	return (
		<Notice tone="warning">
			<p>
				{t.saved(data.alike)} <a href={href(routes.likenesses, params)}>{t.title}</a>
			</p>
		</Notice>
	)
}
