import { noticeQuery } from '#db/inquiry/load-notice.ts'
import { streamNames } from '#db/load-log.ts'
import { acts } from '#domain/inquiry/acts.ts'
import type { GivenNotice } from '#domain/inquiry/notice.ts'
import * as rules from '#domain/inquiry/take-notice.ts'
import type { NoticeId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { type BroughtFile, type FileDeps, keepFiles, type Opener, openBrought } from './bring-files.ts'

/** What came in: a text, files or both. */
type BroughtNotice = Partial<Omit<GivenNotice, 'how' | 'files'>> & { readonly files?: readonly BroughtFile[] }

/** A notice on its way in, by whatever door. */
type IncomingLetter = { readonly how: GivenNotice['how']; readonly open: Opener<BroughtNotice> }

/**
 * Lays what came in where it waits to be checked: asks who brings it, opens it, keeps its files, and then the notice.
 * Refuses `noFileStore` to what comes as files where nothing keeps any.
 */
export async function takeNotice(
	deps: FileDeps,
	order: Order<IncomingLetter>,
): Outcome<{ readonly noticeId: NoticeId }> {
	const { how } = order.command
	const terms = { asFiles: how === 'file', unproven: how === 'unprovenMail' }
	const opened = await openBrought(deps, acts.takeNotice, order, terms)
	if (!opened.ok) return opened
	const { files = [], ...said } = opened.value.brought
	const brought = { how, title: '', text: '', leftOut: [], ...said }
	// Before anything is kept.
	const valid = rules.validNotice({ ...brought, files })
	if (!valid.ok) return valid
	const notice = { ...brought, files: await keepFiles(deps, opened.value.coalitionId, files) }
	return perform(deps, {
		act: acts.takeNotice,
		order,
		payload: {
			...brought,
			leftOut: brought.leftOut.map(({ name, why }) => ({ name, why })),
			files: notice.files.map(({ sha256, name }) => ({ sha256, name })),
		},
		streams: () => [streamNames.coalition(order.coalition)],
		decide: (actor, _loaded, context) => rules.takeNotice(actor, notice, context),
	})
}

/** Puts aside what is no inquiry. */
export function discardNotice(deps: Deps, order: Order<{ readonly noticeId: NoticeId }>): Outcome<null> {
	const { noticeId } = order.command
	return perform(deps, {
		act: acts.discardNotice,
		order,
		needs: { notice: noticeQuery(order.coalition, noticeId) },
		streams: () => [streams.notice(noticeId)],
		decide: (actor, { notice }, context) => rules.discardNotice(actor, notice, context),
	})
}
