import { ACTS } from '#domain/acts.ts'
import { wordingOf } from '#domain/comment/hiding.ts'
import type { AssociationId } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import type { Stage } from '#domain/statement/statement.ts'
import { formatList } from '#i18n/format.ts'
import { hidingWords } from '#i18n/hiding.ts'
import { catalogue } from '#i18n/index.ts'
import type { CommentThread, ThreadView } from '#read/comment/comments.ts'
import type { Viewer } from '#read/viewer.ts'
import { href, routes } from '#routes'
import { blankForm } from '#ui/form-state.ts'
import { useLanguage } from '#ui/language.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details } from '#ui/parts/notice.tsx'

/** An association for which the viewer can say that it agrees with a comment, or, where it does, take that back. */
export type MayAgree = { readonly id: AssociationId; readonly name: string; readonly agrees: boolean }

/** Those of the viewer's: not the one that made the comment, and nobody with what was taken back. */
export function mayAgree(thread: CommentThread, viewer: Viewer, stage: Stage): MayAgree[] {
	const [first] = thread.entries
	if (!first) return []
	return viewer.associations
		.filter(
			({ id }) => id !== first.associationId && offers(ACTS.agreeWithComment, viewer, { stage, associationId: id }),
		)
		.map(({ id, name }) => ({ id, name, agrees: thread.agreed.some((each) => each.id === id) }))
		.filter(({ agrees }) => agrees || (!first.withdrawn && !first.hidden))
}

/** How many associations agree, with their names behind the number. */
export function Agreed({ thread: { agreed, entries } }: { readonly thread: CommentThread }) {
	const lang = useLanguage()
	if (agreed.length === 0 || entries[0]?.withdrawn) return null
	return (
		<div class="agreed">
			<Details summary={hidingWords(lang).agree(agreed.length)}>
				<p>
					{formatList(
						lang,
						agreed.map(({ name }) => name),
					)}
				</p>
			</Details>
		</div>
	)
}

/** A press for each association of the viewer's. */
export function Agreement({
	data,
	form,
	lang,
	params,
	viewer,
}: PageView<ThreadView, StatementParams & { readonly thread: string }>) {
	const t = catalogue(lang).comments
	const { header, thread } = data
	const may = mayAgree(thread, viewer, header.statement.stage)
	if (may.length === 0) return null
	return (
		<ButtonRow>
			{may.map(({ id, name, agrees }) => (
				<Form
					action={href(routes.commentAgreements, params)}
					form={blankForm(form.key)}
					values={{ association: id, agrees: agrees ? '' : '1', wording: String(wordingOf(thread)) }}
				>
					<Button look="secondary">{agrees ? t.agreeNoMore(name) : t.agree(name)}</Button>
				</Form>
			))}
		</ButtonRow>
	)
}
