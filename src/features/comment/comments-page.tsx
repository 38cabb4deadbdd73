import { ACTS } from '#domain/acts.ts'
import { type DeclaredAct, isFor } from '#domain/kernel/act.ts'
import { offers } from '#domain/members/authority.ts'
import { type BlockVersion, numberBlocks } from '#domain/statement/block.ts'
import { catalogue } from '#i18n/index.ts'
import type { CommentsView, CommentThread } from '#read/comment/comments.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { EmptyState, Inset, Notice, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { BlockWords, isLive, isOpen, nameOf, Thread } from './thread.tsx'

type Props = PageView<CommentsView, StatementParams>

/** Everything said about the text, in the order of the text. */
export function CommentsPage(props: Props) {
	const { data, lang, params, query, viewer } = props
	const { header, threads } = data
	const { stage } = header.statement
	const t = catalogue(lang).comments
	const show = query.get('show')
	const shown = threads.filter((thread) =>
		show === 'open' ? isOpen(thread) : show === 'resolved' ? isLive(thread) && !isOpen(thread) : true,
	)
	const takes = offers(ACTS.makeComment, viewer, { stage })
	return (
		<StatementPage view={props} header={header} tab="comments">
			{query.get('done') === 'read' && (
				<Sentence tone="success" live>
					{t.done.read}
				</Sentence>
			)}
			<NewAnswers {...props} />
			<h2>{t.title}</h2>
			{takes ? (
				<>
					<ButtonRow>
						<LinkButton href={href(routes.newComment, params)}>{t.giveOnWhole}</LinkButton>
						<LinkButton look="secondary" href={href(routes.statement, params)}>
							{t.toText}
						</LinkButton>
					</ButtonRow>
					<p class="hint no-print">{t.giveOnBlockHint}</p>
				</>
			) : (
				<p>{isFor(ACTS.resolveComment, stage) ? t.closed.deciding : t.closed.over}</p>
			)}
			{threads.length === 0 ? (
				<EmptyState title={t.none}>{takes ? t.noneHint : undefined}</EmptyState>
			) : (
				<>
					<Filters {...props} />
					{shown.length === 0 && <EmptyState title={t.noneOfThese} />}
					<InOrder {...props} data={{ ...data, threads: shown }} />
				</>
			)}
		</StatementPage>
	)
}

/** Answers that an association of the viewer's has not said it has read. */
function NewAnswers({ data, form, lang, params, viewer }: Props) {
	const t = catalogue(lang).comments
	const { header, threads, answersRead } = data
	if (!offers(ACTS.readAnswers, viewer, header.statement)) return null
	return (
		<>
			{viewer.associations.map(({ id, name }) => {
				const upTo = answersRead.find(({ associationId }) => associationId === id)?.upTo ?? 0
				const answered = threads
					.filter(({ entries }) => entries.some((entry) => entry.associationId === id && !entry.withdrawn))
					.flatMap(({ resolvedAt }) => (resolvedAt !== null && resolvedAt > upTo ? [resolvedAt] : []))
				if (answered.length === 0) return null
				return (
					<Notice>
						<p>{t.newAnswers(answered.length, name)}</p>
						<Form
							action={href(routes.answersRead, params)}
							form={form}
							values={{ association: id, upTo: String(Math.max(...answered)) }}
						>
							<Button look="secondary">{t.haveRead}</Button>
						</Form>
					</Notice>
				)
			})}
		</>
	)
}

function Filters({ data: { threads }, lang, params, query }: Props) {
	const t = catalogue(lang).comments.filters
	const show = query.get('show')
	const open = threads.filter(isOpen).length
	const links = [
		{ value: null, label: t.all(threads.length) },
		{ value: 'open', label: t.open(open) },
		{ value: 'resolved', label: t.resolved(threads.filter(isLive).length - open) },
	]
	const current = links.some(({ value }) => value === show) ? show : null
	return (
		<nav class="filters no-print" aria-label={t.label}>
			<ul>
				{links.map(({ value, label }) => (
					<li>
						<a
							href={href(routes.comments, params, { show: value ?? undefined })}
							aria-current={value === current ? 'page' : undefined}
						>
							{label}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}

function InOrder(props: Props) {
	const { data, lang } = props
	const { blocks, threads, header } = data
	const t = catalogue(lang).comments
	const numbered = numberBlocks(blocks.map(({ content }) => content))
	const on = (blockId: string) => threads.filter(({ about }) => about?.blockId === blockId)
	const whole = threads.filter(({ about }) => about === null)
	const removed = threads.filter(({ about }) => about && !blocks.some(({ blockId }) => blockId === about.blockId))
	const { language } = header.statement
	return (
		<>
			{whole.length > 0 && (
				<section>
					<h3>{t.wholeText}</h3>
					<Threads {...props} threads={whole} current={null} />
				</section>
			)}
			{blocks.map((version, index) => {
				const own = on(version.blockId)
				const named = numbered[index]
				if (own.length === 0 || !named) return null
				return (
					<section id={`on-${version.blockId}`}>
						<h3>{blockName(lang, named)}</h3>
						<Inset>
							<BlockWords block={version.content} language={language} />
						</Inset>
						<Threads {...props} threads={own} current={version} />
					</section>
				)
			})}
			{removed.length > 0 && (
				<section>
					<h3>{t.removedBlocks}</h3>
					<p class="hint">{t.removedBlocksHint}</p>
					{removed.map((thread) => (
						<>
							<Inset>{thread.about && <BlockWords block={thread.about.content} language={language} />}</Inset>
							<Threads {...props} threads={[thread]} current={null} />
						</>
					))}
				</section>
			)}
		</>
	)
}

function Threads({
	data: { header },
	lang,
	params,
	viewer,
	threads,
	current,
}: Props & { readonly threads: readonly CommentThread[]; readonly current: BlockVersion | null }) {
	const t = catalogue(lang).comments
	const { language } = header.statement
	const may = (act: DeclaredAct) => offers(act, viewer, header.statement)
	const verb = (thread: CommentThread) => {
		if (thread.resolvedAt !== null) return may(ACTS.reopenComment) ? t.reopen : t.show
		if (isOpen(thread) && may(ACTS.resolveComment)) return t.answer
		return may(ACTS.replyToComment) ? t.reply : t.show
	}
	return (
		<>
			{threads.map((thread) => (
				<Thread
					language={language}
					thread={thread}
					current={current}
					acts={
						<p class="acts no-print">
							<a href={href(routes.commentThread, { ...params, thread: thread.id })}>
								{verb(thread)}
								{thread.entries[0] && <span class="vh"> {t.ofWhom(nameOf(thread.entries[0], lang))}</span>}
							</a>
						</p>
					}
				/>
			))}
		</>
	)
}
