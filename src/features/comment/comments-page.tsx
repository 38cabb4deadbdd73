import { ACTS } from '#domain/acts.ts'
import { isFor } from '#domain/kernel/act.ts'
import { offers } from '#domain/members/authority.ts'
import { hidingWords } from '#i18n/hiding.ts'
import { catalogue } from '#i18n/index.ts'
import { receiptWords } from '#i18n/receipt.ts'
import type { CommentsView, CommentThread } from '#read/comment/comments.ts'
import { href, routes } from '#routes'
import type { PageView, StatementParams } from '#ui/page-view.ts'
import { partWith } from '#ui/part.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { InParts } from '#ui/parts/in-parts.tsx'
import { EmptyState, Notice, Sentence } from '#ui/parts/notice.tsx'
import { StatementPage } from '#ui/statement-page.tsx'
import { InOrder, inOrder } from './comments-in-order.tsx'
import { isLive, isOpen } from './thread.tsx'

type Props = PageView<CommentsView, StatementParams>

/** Most threads on one page. Each may hold a conversation. */
const THREADS = 25

/** What was done, of what leads here. */
const SAID = ['read', 'allMade', 'noneMade'] as const

const hasHidden = ({ entries }: CommentThread) => entries.some(({ hidden }) => hidden)

const SHOWS = new Map<string, (thread: CommentThread) => boolean>([
	['open', isOpen],
	['resolved', (thread) => isLive(thread) && !isOpen(thread)],
	['hidden', hasHidden],
])

/** Everything said about the text, in the order of the text. */
export function CommentsPage(props: Props) {
	const { data, lang, params, query, viewer } = props
	const { header, threads } = data
	const { stage } = header.statement
	const t = catalogue(lang).comments
	const done = SAID.find((each) => each === query.get('done'))
	const show = query.get('show')
	const shown = threads.filter(SHOWS.get(show ?? '') ?? (() => true))
	const ordered = inOrder(data, shown)
	const part = partWith(ordered, ({ about }) => about?.blockId === query.get('block'), query, THREADS)
	const takes = offers(ACTS.makeComment, viewer, { stage })
	return (
		<StatementPage view={props} header={header} tab="comments" part={part}>
			{done !== undefined && (
				<Sentence tone="success" live>
					{t.done[done]}
				</Sentence>
			)}
			{part.number === 1 && <NewAnswers {...props} />}
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
			<p class="no-print">
				<a href={href(routes.receipt, params)}>{receiptWords(lang).title}</a>
			</p>
			{threads.length === 0 ? (
				<EmptyState title={t.none}>{takes ? t.noneHint : undefined}</EmptyState>
			) : (
				<>
					<Filters {...props} />
					{shown.length === 0 && <EmptyState title={t.noneOfThese} />}
					<InParts
						part={part}
						to={(number) => href(routes.comments, params, { show: show ?? undefined, part: number })}
						label={t.title}
					>
						<InOrder {...props} threads={part.items} />
					</InParts>
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
	const hidden = threads.filter(hasHidden).length
	const links = [
		{ value: null, label: t.all(threads.length) },
		{ value: 'open', label: t.open(open) },
		{ value: 'resolved', label: t.resolved(threads.filter(isLive).length - open) },
		...(hidden > 0 ? [{ value: 'hidden', label: hidingWords(lang).filter(hidden) }] : []),
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
