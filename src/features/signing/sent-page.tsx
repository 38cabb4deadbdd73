import { ACTS } from '#domain/acts.ts'
import { offers } from '#domain/members/authority.ts'
import { catalogue } from '#i18n/index.ts'
import type { SentView, ShownReply } from '#read/publication/sent.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { SentList } from '#ui/parts/sent-letters.tsx'
import { StatementPage } from '#ui/statement-page.tsx'

type Props = PageView<SentView, StatementParams>

/** How an answer was sent and what came back, for all in whose name it was. Chair and secretary say there what belongs to it. */
export function SentPage(props: Props) {
	const { data, form, lang, params, viewer, query } = props
	const { header, ...letters } = data
	const t = catalogue(lang).sent
	const steward = offers(ACTS.checkReply, viewer)
	const check = ({ id, status, from, at }: ShownReply) => (
		<Form action={href(routes.reply, { ...params, reply: id })} form={form}>
			<ButtonRow>
				{status !== 'kept' && (
					<Button look="secondary" name="belongs" value="yes">
						{t.belongs}
						<span class="vh">: {`${from}, ${t.at(at)}`}</span>
					</Button>
				)}
				{status !== 'aside' && (
					<Button look="quiet" name="belongs" value="no">
						{t.aside}
						<span class="vh">: {`${from}, ${t.at(at)}`}</span>
					</Button>
				)}
			</ButtonRow>
		</Form>
	)
	const done = query.get('done')
	return (
		<StatementPage view={props} header={header} tab="signoffs" title={t.title}>
			{(done === 'kept' || done === 'aside') && (
				<Sentence tone="success" live>
					{t.done[done]}
				</Sentence>
			)}
			{letters.responses.length + letters.dispatches.length === 0 ? (
				<EmptyState title={t.never}>{t.neverHint}</EmptyState>
			) : (
				<SentList
					letters={letters}
					coalition={params.coalition}
					covers
					steward={steward}
					check={steward ? check : undefined}
				/>
			)}
			{letters.replies.length > 0 && <p class="hint">{t.changesNothing}</p>}
		</StatementPage>
	)
}
