import { ACTS } from '#domain/acts.ts'
import { mayTakeBack } from '#domain/comment/comment.ts'
import { wordingOf, wordsFor } from '#domain/comment/hiding.ts'
import { placeOf } from '#domain/comment/quote.ts'
import type { DeclaredAct } from '#domain/kernel/act.ts'
import type { Instant } from '#domain/kernel/id.ts'
import { offers } from '#domain/members/authority.ts'
import { MEMBERS } from '#domain/members/seats.ts'
import { json } from '#http/for-script.ts'
import { refuseEntry } from '#http/page.tsx'
import { errorResponse, languageFor } from '#http/respond.tsx'
import { type Route, route } from '#http/route.ts'
import { formatDateTime } from '#i18n/format.ts'
import { hidingWords } from '#i18n/hiding.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { wordsOf } from '#markup/block-words.ts'
import { type CommentEntry, type CommentsView, type CommentThread, commentsViewQuery } from '#read/comment/comments.ts'
import { readPage, type Viewer } from '#read/viewer.ts'
import { href, type Params, routes } from '#routes'
import { speakersOf } from '#ui/comment-fields.tsx'
import { mayAgree } from './agreement.tsx'
import { hidingsOf, readerOf } from './hidden.tsx'
import { isLive, isOpen, nameOf } from './thread.tsx'

/** Who is looking, when and in which language. */
type Looking = {
	readonly params: Params<typeof routes.comments>
	readonly viewer: Viewer
	readonly lang: Language
	readonly now: Instant
}

/** What was said, as it is shown beside the text: whose words, when, and where to send what the viewer may do with them. */
function entryBeside(entry: CommentEntry, thread: CommentThread, may: (act: DeclaredAct) => boolean, at: Looking) {
	const { viewer, lang, now, params } = at
	const { person, seats } = viewer
	const t = catalogue(lang).comments
	const repliedTo = thread.entries.find(({ id }) => id === entry.replyTo && id !== thread.id)
	const own = person !== null && !entry.withdrawn && mayTakeBack({ personId: person.id, seats }, entry, now)
	return {
		id: entry.id,
		by: nameOf(entry, lang),
		person: entry.person === '' ? t.erasedPerson : entry.person,
		when: formatDateTime(lang, entry.at),
		what: entry.kind === 'comment' ? (repliedTo ? t.replyingTo(nameOf(repliedTo, lang)) : '') : t.kinds[entry.kind],
		text: entry.withdrawn ? t.withdrawn : (wordsFor(entry, thread, readerOf(viewer))?.text ?? ''),
		hidden: hidingsOf(entry, lang).map(({ said, reason }) => `${said} ${reason}`),
		withdrawn: entry.withdrawn,
		own: entry.personId === person?.id,
		withdrawal:
			own && may(ACTS.withdrawComment)
				? href(routes.commentWithdrawal, { ...params, thread: thread.id, comment: entry.id })
				: null,
	}
}

function agreedBeside(thread: CommentThread, lang: Language) {
	const agreed = isLive(thread) && thread.entries[0]?.withdrawn === false ? thread.agreed.map(({ name }) => name) : []
	return { agreed, howMany: agreed.length === 0 ? '' : hidingWords(lang).agree(agreed.length) }
}

/** A thread beside the text: what it is about, with where its words stood when they were read, and what may be said in it. */
function threadBeside(thread: CommentThread, data: CommentsView, at: Looking) {
	const { viewer, lang, params } = at
	const may = (act: DeclaredAct) => offers(act, viewer, data.header.statement)
	const { id, seq, about, quote, resolvedAt } = thread
	const to = (
		path:
			| typeof routes.commentReplies
			| typeof routes.commentAnswers
			| typeof routes.commentReopenings
			| typeof routes.commentAgreements,
	) => href(path, { ...params, thread: id })
	const [open, answered] = [resolvedAt === null, resolvedAt !== null]
	return {
		id,
		seq,
		blockId: about?.blockId ?? null,
		quote,
		near: about && quote ? (placeOf(wordsOf(about.content), quote)?.from ?? 0) : 0,
		open: isOpen(thread),
		state: isLive(thread) ? catalogue(lang).comments[isOpen(thread) ? 'open' : 'resolved'] : '',
		page: href(routes.commentThread, { ...params, thread: id }),
		replies: open && may(ACTS.replyToComment) ? to(routes.commentReplies) : null,
		answers: open && isLive(thread) && may(ACTS.resolveComment) ? to(routes.commentAnswers) : null,
		reopenings: answered && may(ACTS.reopenComment) ? to(routes.commentReopenings) : null,
		...agreedBeside(thread, lang),
		agreements: to(routes.commentAgreements),
		wording: wordingOf(thread),
		mayAgree: mayAgree(thread, viewer, data.header.statement.stage),
		entries: thread.entries.map((entry) => entryBeside(entry, thread, may, at)),
	}
}

/** As much is told at once, as it is sent. The rest is read on its own pages. Characters. */
const MOST = 150_000

/** Threads as far as there is room for them, in their order: those that wait for an answer before others, and the latest before older ones. */
function withinReason(threads: readonly ReturnType<typeof threadBeside>[]) {
	const kept = new Set<string>()
	let left = MOST
	for (const isOpen of [true, false]) {
		for (const thread of threads.toReversed().filter(({ open }) => open === isOpen)) {
			left -= JSON.stringify(thread).length
			if (left >= 0) kept.add(thread.id)
		}
	}
	return threads.filter(({ id }) => kept.has(id))
}

/** What is said about the text, for the script that shows it beside it: threads in which something stands, as they were begun. */
export const besideRoute: Route = route('GET', routes.commentsBeside, MEMBERS, async (context) => {
	const { deps, actor, now, params } = context
	const query = commentsViewQuery(params.coalition, params.statement, now)
	const { viewer, data } = await readPage(deps.db, actor, params.coalition, now, query)
	const refusal = await refuseEntry(context, viewer, MEMBERS, null, [])
	if (refusal) return refusal
	if (data === null) return errorResponse(context, viewer, 404)
	const lang = languageFor(context, viewer)
	const at = { params: { coalition: params.coalition, statement: params.statement }, viewer, lang, now }
	const threads = data.threads.filter(isLive).map((thread) => threadBeside(thread, data, at))
	const told = withinReason(threads)
	return json({
		make: offers(ACTS.makeComment, viewer, data.header.statement) ? href(routes.comments, at.params) : null,
		speakers: speakersOf(viewer, lang),
		threads: told,
		more: threads.length - told.length,
		all: href(routes.comments, at.params),
	})
})
