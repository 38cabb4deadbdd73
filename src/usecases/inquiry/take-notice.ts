import { allOf } from '#db/client.ts'
import { noticeQuery } from '#db/inquiry/load-notice.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { acts } from '#domain/inquiry/acts.ts'
import type { GivenNotice } from '#domain/inquiry/notice.ts'
import * as rules from '#domain/inquiry/take-notice.ts'
import type { NoticeId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { type Bringing, type BroughtFile, type FileDeps, keepFiles } from './bring-files.ts'

/** What came in: a text, files or both. */
export type BroughtNotice = Omit<GivenNotice, 'files'> & { readonly files: readonly BroughtFile[] }

/** Lays what came in where it waits to be checked. Files are kept before the notice is. */
export async function takeNotice(
	deps: FileDeps,
	order: Order<BroughtNotice>,
	bringing: Bringing,
): Outcome<{ readonly noticeId: NoticeId }> {
	const { files, ...brought } = order.command
	// Before anything is kept.
	const valid = rules.validNotice(order.command)
	if (!valid.ok) return valid
	const notice = { ...brought, files: await keepFiles(deps, bringing, files) }
	return perform(deps, {
		act: acts.takeNotice,
		order: { ...order, command: notice },
		payload: {
			...brought,
			leftOut: brought.leftOut.map(({ name, why }) => ({ name, why })),
			files: notice.files.map(({ sha256, name }) => ({ sha256, name })),
		},
		load: () => allOf({ streams: streamsQuery(streamNames.coalition(order.coalition)) }),
		decide: (actor, _loaded, context) => rules.takeNotice(actor, notice, context),
	})
}

/** Puts aside what is no inquiry. */
export function discardNotice(deps: Deps, order: Order<{ readonly noticeId: NoticeId }>): Outcome<null> {
	const { noticeId } = order.command
	return perform(deps, {
		act: acts.discardNotice,
		order,
		load: () =>
			allOf({
				notice: noticeQuery(order.coalition, noticeId),
				streams: streamsQuery(streamNames.of(streams.notice(noticeId))),
			}),
		decide: (actor, { notice }, context) =>
			notice ? rules.discardNotice(actor, notice, context) : refuse({ code: 'notFound' }),
	})
}
