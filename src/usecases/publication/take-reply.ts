import { actorQuery } from '#db/members/load-actor.ts'
import { type AnsweredLetter, answeredQuery, replyQuery, waitingRepliesQuery } from '#db/publication/load-reply.ts'
import { responseQuery } from '#db/publication/load-response.ts'
import type { ReplyId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { acts } from '#domain/publication/acts.ts'
import * as rules from '#domain/publication/replies.ts'
import type { GivenReply } from '#domain/publication/reply.ts'
import { sha256 } from '#usecases/hashing.ts'
import { type BroughtFile, type FileDeps, keepFiles, type Opener } from '#usecases/inquiry/bring-files.ts'
import { type Deps, type Order, type Outcome, perform, permitted } from '#usecases/perform.ts'
import type { CodeDeps } from '#usecases/person/codes.ts'
import { DAY_KEY, LONGEST_WINDOW_MS, takeTurn } from '#usecases/person/rate-limit.ts'
import { DAY_MS } from '#usecases/person/sessions.ts'
import { idInAddress, isReplyAddress } from './reply-address.ts'

export type { AnsweredLetter } from '#db/publication/load-reply.ts'

/** The letter of ours that one is about which came in: by the address it came to, or by the ids it names; null: it is about none. */
export async function answeredLetter(
	deps: CodeDeps,
	address: string,
	named: readonly string[],
): Promise<AnsweredLetter | null> {
	const begins = idInAddress(address)
	if (begins === null && named.length === 0) return null
	const [found] = await deps.db.read(answeredQuery(named, begins))
	for (const each of found) if (await isReplyAddress(deps, address, each.id)) return each
	return named.flatMap((id) => found.find((each) => each.id === id) ?? [])[0] ?? null
}

/** More than anybody answers one letter by, a fault on the way among them. */
const LIMIT = { name: 'bringing', times: 30, windowMs: LONGEST_WINDOW_MS } as const
/** Of what nothing shows to be from whom it says. Counted apart, so that whoever uses a name keeps nothing of theirs out. */
const UNPROVEN_LIMIT = { name: 'bringing', times: 30, windowMs: DAY_MS } as const

type BroughtReply = Omit<GivenReply, 'files'> & { readonly files: readonly BroughtFile[] }

type IncomingReply = {
	readonly letter: Pick<AnsweredLetter, 'id' | 'coalitionId'>
	readonly proven: boolean
	readonly open: Opener<BroughtReply>
}

/** Files a letter with the answer that it is about: counts it, opens it, keeps its files, and then what it says. */
export async function takeReply(deps: FileDeps, order: Order<IncomingReply>): Outcome<{ readonly replyId: ReplyId }> {
	const { letter, proven, open } = order.command
	const { id: responseId, coalitionId } = letter
	const now = deps.now()
	const [who] = await deps.db.read(actorQuery(order.actor, order.coalition, now))
	const may = permitted(who, acts.takeReply, order.actor, now)
	if (!may.ok) return may
	const limit = proven ? LIMIT : UNPROVEN_LIMIT
	const key = (proven ? '' : DAY_KEY) + (await sha256(`reply:${proven}:${responseId}`))
	const turn = await takeTurn(deps, { all: [{ ...limit, key }] })
	if (!turn.ok) return turn
	const opened = await open()
	if (!opened.ok) return opened
	const reply = { ...opened.value, files: await keepFiles(deps, coalitionId, opened.value.files) }
	const { files, leftOut, ...said } = reply
	return perform(deps, {
		act: acts.takeReply,
		order,
		payload: {
			responseId,
			...said,
			about: said.about.map(({ address, said: words }) => ({ address, said: words })),
			leftOut: leftOut.map(({ name, why }) => ({ name, why })),
			files: files.map(({ sha256: hash, name }) => ({ sha256: hash, name })),
		},
		needs: { response: responseQuery(order.coalition, responseId) },
		load: () => ({ waiting: waitingRepliesQuery(responseId) }),
		streams: () => [streams.response(responseId)],
		decide: (_actor, { response, waiting }, context) => rules.takeReply(response, waiting ?? 0, reply, context),
	})
}

/** Says whether a letter that came back belongs to the answer. */
export function checkReply(
	deps: Deps,
	order: Order<{ readonly replyId: ReplyId; readonly belongs: boolean }>,
): Outcome<null> {
	const { replyId, belongs } = order.command
	return perform(deps, {
		act: acts.checkReply,
		order,
		needs: { reply: replyQuery(order.coalition, replyId) },
		streams: () => [streams.reply(replyId)],
		decide: (actor, { reply }, context) => rules.checkReply(actor, reply, belongs, context),
	})
}
