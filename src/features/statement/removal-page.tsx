import type { BlockVersion } from '#domain/statement/block.ts'
import { textsOf } from '#domain/statement/block-texts.ts'
import { catalogue } from '#i18n/index.ts'
import type { WritingView } from '#read/statement/writing.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset } from '#ui/parts/notice.tsx'
import { AsTyped } from '#ui/parts/written.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { Losing } from './questions.tsx'

type Props = PageView<WritingView, StatementParams & { readonly block: string }> & {
	/** What is to be removed, as it stands. */
	readonly part: readonly BlockVersion[]
}

/** Asks once before a part is removed that others have said something about, or that was changed meanwhile. */
export function RemovalPage(props: Props) {
	const { data, form, lang, params, part } = props
	const t = catalogue(lang).drafting
	const ids = part.map(({ blockId }) => blockId)
	return (
		<StatementPage view={props} header={data.header} tab="text" title={t.remove}>
			<p>{t.removeMeans}</p>
			<Inset>
				{part.map(({ content }) => (
					<AsTyped>{textsOf(content).join('\n')}</AsTyped>
				))}
			</Inset>
			<Losing ids={ids} blocks={data.blocks} judgements={data.judgements} />
			<Form
				action={href(routes.blockRemovals, params)}
				form={{ ...form, typed: null }}
				values={{ seen: part.map(({ id }) => id).join(' '), letGo: '1' }}
			>
				<SubmitRow look="danger" cancel={href(routes.statement, params)}>
					{t.remove}
				</SubmitRow>
			</Form>
		</StatementPage>
	)
}
