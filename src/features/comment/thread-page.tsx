import { ACTS } from '#domain/acts.ts'
import { mayTakeBack } from '#domain/comment/comment.ts'
import { type DeclaredAct, isFor } from '#domain/kernel/act.ts'
import { offers } from '#domain/members/authority.ts'
import { numberBlocks } from '#domain/statement/block.ts'
import { amendmentWords, proposingWords } from '#i18n/amendments.ts'
import { hidingWords } from '#i18n/hiding.ts'
import { catalogue } from '#i18n/index.ts'
import type { CommentEntry, ThreadView } from '#read/comment/comments.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import { CommentFields, speakersOf } from '#ui/comment-fields.tsx'
import { typedValue } from '#ui/form-state.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Button, ButtonRow } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Inset, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { Agreement } from './agreement.tsx'
import { mayHide, readerOf } from './hidden.tsx'
import { BlockWords, isLive, nameOf, placeIn, Thread } from './thread.tsx'

export type ThreadParams = StatementParams & { readonly thread: string }
type Props = PageView<ThreadView, ThreadParams>

/** One thread, and the form to say something in it: a reply, an answer, or what remains. */
export function ThreadPage(props: Props) {
	const { data, lang, params, query, viewer } = props
	const { header, thread } = data
	const t = catalogue(lang).comments
	const hiding = hidingWords(lang)
	const [first] = thread.entries
	const done = query.get('done') ?? ''
	return (
		<StatementPage
			view={props}
			header={header}
			tab="comments"
			title={first && !first.withdrawn ? t.from(nameOf(first, lang)) : t.withdrawnTitle}
		>
			{(done === 'hidden' || done === 'shown') && (
				<Sentence tone="success" live>
					{done === 'hidden' ? hiding.done : hiding.doneShown}
				</Sentence>
			)}
			{Object.hasOwn(t.done, done) && (
				<Sentence tone="success" live>
					{t.done[done as keyof typeof t.done]}
				</Sentence>
			)}
			<About {...props} />
			<Thread
				language={header.statement.language}
				thread={thread}
				current={currentOf(data)}
				reader={readerOf(viewer)}
				actsOn={(entry) => <Acts {...props} entry={entry} />}
			/>
			<Agreement {...props} />
			<Amendments {...props} />
			<Say {...props} />
			<p class="no-print">
				<a href={href(routes.comments, params)}>{t.toAll}</a> ·{' '}
				<a
					href={
						href(routes.statement, params, { block: currentOf(data)?.blockId }) +
						(currentOf(data) ? `#b-${currentOf(data)?.blockId}` : '')
					}
				>
					{t.toText}
				</a>
			</p>
		</StatementPage>
	)
}

/** The amendments that came of it, and the way to make one. */
function Amendments({ data, lang, params, viewer }: Props) {
	const { header, made, thread } = data
	const t = proposingWords(lang)
	const takes = offers(ACTS.proposeAmendment, viewer, header.statement) && isLive(thread)
	const part = currentOf(data)?.blockId
	return (
		<>
			{made.length > 0 && (
				<section>
					<h2>{t.became}</h2>
					<ul>
						{made.map(({ id, number, association }) => (
							<li>
								<a href={href(routes.amendment, { ...params, amendment: id })}>
									{amendmentWords(lang).from(number, association)}
								</a>
							</li>
						))}
					</ul>
				</section>
			)}
			{takes && (
				<p class="no-print">
					<a
						href={href(routes.newAmendment, params, {
							...(part === undefined ? { way: 'position' } : { part }),
							comment: thread.id,
						})}
					>
						{t.fromComment}
					</a>
				</p>
			)}
		</>
	)
}

const currentOf = ({ blocks, thread }: ThreadView) =>
	blocks.find(({ blockId }) => blockId === thread.about?.blockId) ?? null

/** What the comment is about, as it is now, or as it was when it is there no more. */
function About({ data, lang }: Props) {
	const t = catalogue(lang).comments
	const { blocks, thread, header } = data
	const { language } = header.statement
	if (thread.about === null) return <p>{t.about(t.wholeText)}</p>
	const index = blocks.findIndex(({ blockId }) => blockId === thread.about?.blockId)
	const named = numberBlocks(blocks.map(({ content }) => content))[index]
	const block = named?.block ?? thread.about.content
	return (
		<>
			<p>{named ? t.about(blockName(lang, named)) : t.removedBlocksHint}</p>
			<Inset>
				<BlockWords block={block} language={language} place={placeIn(thread, block)} />
			</Inset>
		</>
	)
}

/** What the viewer can do with one entry. */
function Acts({ data, lang, params, viewer, now, entry }: Props & { readonly entry: CommentEntry }) {
	const t = catalogue(lang).comments
	const hiding = hidingWords(lang)
	const { header, thread } = data
	const may = (act: DeclaredAct) => offers(act, viewer, header.statement)
	const { person, seats } = viewer
	const at = { ...params, comment: entry.id }
	const own = person !== null && !entry.withdrawn && mayTakeBack({ personId: person.id, seats }, entry, now)
	const last = thread.entries.at(-1) === entry && entry.personId === person?.id
	const links = [
		...(may(ACTS.replyToComment) && thread.resolvedAt === null && !entry.withdrawn && entry.id !== thread.id
			? [{ to: `${href(routes.commentThread, params, { reply: entry.id })}#text`, label: t.reply }]
			: []),
		...(own && last && (entry.id !== thread.id || thread.agreed.length === 0) && may(ACTS.changeComment)
			? [{ to: href(routes.commentWording, at), label: t.change }]
			: []),
		...(own && may(ACTS.withdrawComment) ? [{ to: href(routes.commentWithdrawal, at), label: t.withdraw }] : []),
		...(mayHide(viewer, entry)
			? [{ to: href(routes.commentHiding, at), label: entry.hidden ? hiding.show : hiding.hide }]
			: []),
	]
	if (links.length === 0) return null
	return (
		<p class="acts no-print">
			{links.map(({ to, label }) => (
				<a href={to}>
					{label}
					<span class="vh"> {t.ofWhom(nameOf(entry, lang))}</span>
				</a>
			))}
		</p>
	)
}

/** The one form: chair and secretary answer, or ask and leave open; others reply; where it is answered, it can be reopened. */
function Say({ data, form, lang, params, query, viewer }: Props) {
	const t = catalogue(lang).comments
	const { header, thread } = data
	const { stage } = header.statement
	const speakers = speakersOf(viewer, lang)
	const takes = offers(ACTS.replyToComment, viewer, { stage })
	const resolved = thread.resolvedAt !== null
	const answers = !resolved && isLive(thread) && offers(ACTS.resolveComment, viewer, { stage })
	const replies = !resolved && takes
	if (!answers && !replies && !(resolved && takes)) {
		return takes ? null : <p>{isFor(ACTS.resolveComment, stage) ? t.closed.deciding : t.closed.over}</p>
	}
	const replyTo = thread.entries.find(({ id }) => id === typedValue(form, 'replyTo', query.get('reply') ?? ''))
	const [label, hint] = resolved
		? [t.fields.reopening, t.fields.reopeningHint]
		: answers
			? [t.fields.answer, t.fields.answerHint]
			: [replyTo ? t.replyTo(nameOf(replyTo, lang)) : t.fields.reply, t.fields.replyHint]
	const to = resolved ? routes.commentReopenings : answers ? routes.commentAnswers : routes.commentReplies
	return (
		<Form action={href(to, params)} form={form} values={{ seen: String(thread.seq), replyTo: replyTo?.id ?? '' }}>
			<CommentFields speakers={speakers} label={label} hint={hint} autosave={`thread-${thread.id}`} />
			<ButtonRow>
				<Button>{resolved ? t.submitReopening : answers ? t.submitAnswer : t.submitReply}</Button>
				{answers && replies && (
					<Button look="secondary" formaction={href(routes.commentReplies, params)}>
						{t.submitQuestion}
					</Button>
				)}
			</ButtonRow>
		</Form>
	)
}
