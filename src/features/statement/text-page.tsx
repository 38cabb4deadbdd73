import { ACTS } from '#domain/acts.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import { offers } from '#domain/members/authority.ts'
import { formatLongDateTime } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import type { TextView } from '#read/comment/comments.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { partWith } from '#ui/part.ts'
import { ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Sheet } from '#ui/parts/columns.tsx'
import { EmptyState, Sentence } from '#ui/parts/notice.tsx'
import { StatementText } from '#ui/parts/statement-text.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { Editor } from './editor.tsx'

type Props = PageView<TextView, StatementParams>

/** The text of a statement: to be read by all, and written by those who may while it is a draft. */
export function TextPage(props: Props) {
	const { viewer, data, lang, params, query } = props
	const { header, blocks } = data
	const { statement } = header
	const t = catalogue(lang).drafting
	const writer = offers(ACTS.editDocument, viewer, statement)
	const byBlock = writer || offers(ACTS.makeComment, viewer, statement)
	// To be read it is whole; block by block, with what can be done to each, it would be many times as long.
	const part = byBlock ? partWith(blocks, ({ blockId }) => blockId === query.get('block'), query) : undefined
	return (
		<StatementPage view={props} header={header} tab="text" part={part}>
			<Told {...props} />
			{header.reason !== null && statement.stage !== 'published' && (
				<Sentence tone="warning">
					{statement.stage === 'withdrawn' ? t.withdrawnBecause(header.reason) : t.referredBecause(header.reason)}
				</Sentence>
			)}
			{header.published && (
				<ButtonRow>
					<LinkButton
						href={href(routes.published, {
							coalition: params.coalition,
							year: String(header.published.year),
							number: String(header.published.number),
						})}
					>
						{t.showPublished(header.published.label)}
					</LinkButton>
				</ButtonRow>
			)}
			{blocks.length === 0 && (
				<EmptyState
					title={t.noText}
					action={
						writer && (
							<ButtonRow>
								<LinkButton href={href(routes.pasteText, params)}>{t.paste}</LinkButton>
								<LinkButton look="secondary" href={href(routes.blocks, params)}>
									{t.writeFirstBlock}
								</LinkButton>
							</ButtonRow>
						)
					}
				>
					{writer ? t.noTextHint : undefined}
				</EmptyState>
			)}
			{blocks.length > 0 && !byBlock && (
				<Sheet>
					<StatementText language={statement.language} blocks={blocks.map((block) => block.content)} />
				</Sheet>
			)}
			{blocks.length > 0 && part && <Editor {...props} writer={writer} part={part} />}
			<Steward {...props} />
		</StatementPage>
	)
}

/** What the last act did. */
function Told({ query, data, lang }: Props) {
	const t = catalogue(lang).drafting
	const done = query.get('done') ?? ''
	if (!Object.hasOwn(t.done, done)) return null
	const said = t.done[done as keyof typeof t.done]
	return (
		<Sentence tone="success" live>
			{said(formatLongDateTime(lang, data.header.changedAt), data.blocks.length)}
		</Sentence>
	)
}

/** The steps that the chair and the secretary can take from here, beyond the one that waits on them. */
function Steward({ viewer, data, lang, params }: Props) {
	const { statement, situation } = data.header
	const may = (act: DeclaredAct) => offers(act, viewer, statement)
	const t = catalogue(lang).drafting
	const links = [
		...(may(ACTS.openBallot) && situation.written
			? [{ to: href(routes.newBallot, params), label: catalogue(lang).ballot.open }]
			: []),
		...(may(ACTS.referBack)
			? [{ to: href(routes.referral, params), label: catalogue(lang).signoff.referral.title }]
			: []),
		...(statement.stage === 'published' && may(ACTS.redactBlock)
			? [
					{ to: href(routes.dispatches, params), label: catalogue(lang).publication.sending },
					{ to: href(routes.redactions, params), label: catalogue(lang).signoff.redaction.title },
				]
			: []),
		...(may(ACTS.withdrawStatement)
			? [{ to: href(routes.withdrawal, params), label: catalogue(lang).signoff.withdrawal.title }]
			: []),
	]
	if (links.length === 0) return null
	return (
		<section class="no-print">
			<h2>{t.forChair}</h2>
			<ul>
				{links.map(({ to, label }) => (
					<li>
						<a href={to}>{label}</a>
					</li>
				))}
			</ul>
		</section>
	)
}
