import { ACTS } from '#domain/acts.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import { offers } from '#domain/members/authority.ts'
import { type BlockVersion, numberBlocks } from '#domain/statement/block.ts'
import { catalogue } from '#i18n/index.ts'
import type { CommentsView, CommentThread } from '#read/comment/comments.ts'
import { href, routes } from '#routes'
import { blockName } from '#ui/block-name.ts'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { Inset } from '#ui/parts/notice.tsx'
import { readerOf } from './hidden.tsx'
import { BlockWords, isOpen, nameOf, Thread } from './thread.tsx'

type InOrderProps = PageView<CommentsView, StatementParams> & { readonly threads: readonly CommentThread[] }

/** Threads in the order of the text: on the whole of it first, then block by block; last those on blocks that are gone. */
export function inOrder({ blocks }: Pick<CommentsView, 'blocks'>, threads: readonly CommentThread[]): CommentThread[] {
	const places = new Map(blocks.map(({ blockId }, index) => [blockId, index]))
	const placeOf = ({ about }: CommentThread) => (about === null ? -1 : (places.get(about.blockId) ?? blocks.length))
	return threads.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** Threads with what they are about above them: those of the whole text, of its blocks, and of blocks that are gone. */
export function InOrder(props: InOrderProps) {
	const { data, lang, threads } = props
	const { blocks, header } = data
	const t = catalogue(lang).comments
	const numbered = numberBlocks(blocks.map(({ content }) => content))
	const on = Map.groupBy(threads, ({ about }) => about?.blockId ?? null)
	const whole = on.get(null) ?? []
	const present = new Set(blocks.map(({ blockId }) => blockId))
	const removed = threads.filter(({ about }) => about && !present.has(about.blockId))
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
				const own = on.get(version.blockId) ?? []
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
}: InOrderProps & { readonly current: BlockVersion | null }) {
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
					reader={readerOf(viewer)}
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
