import { inquiryFilesQuery } from '#db/inquiry/load-notice.ts'
import { inquiryQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/inquiry/acts.ts'
import * as rules from '#domain/inquiry/inquiry-files.ts'
import type { FileId, InquiryId } from '#domain/kernel/id.ts'
import { streams } from '#domain/kernel/stream.ts'
import { type Deps, type Order, type Outcome, perform } from '#usecases/perform.ts'
import { type BroughtFile, type FileDeps, keepFiles, type Opener, openBrought } from './bring-files.ts'

type OnInquiry<Command> = Order<Command & { readonly inquiryId: InquiryId }>

/** Lays a file with an inquiry. It is kept before the inquiry has it. */
export async function attachFile(
	deps: FileDeps,
	order: OnInquiry<{ readonly open: Opener<BroughtFile> }>,
): Outcome<null> {
	const { inquiryId } = order.command
	const opened = await openBrought(deps, acts.attachFile, order, { asFiles: true })
	if (!opened.ok) return opened
	const kept = await keepFiles(deps, opened.value.coalitionId, [opened.value.brought])
	const files = kept.map(({ sha256, name, size, mediaType }) => ({ sha256, name, size, mediaType }))
	return perform(deps, {
		act: acts.attachFile,
		order,
		payload: { inquiryId, files },
		...onInquiry(order.coalition, inquiryId),
		decide: (actor, { inquiry }, context) => rules.attachFiles(actor, inquiry, files, context),
	})
}

/** Takes a file away from an inquiry; its bytes stay. */
export function removeFile(deps: Deps, order: OnInquiry<{ readonly fileId: FileId }>): Outcome<null> {
	const { inquiryId, fileId } = order.command
	return perform(deps, {
		act: acts.removeFile,
		order,
		...onInquiry(order.coalition, inquiryId),
		decide: (actor, { inquiry, files }, context) => {
			const present = files.map(({ id }) => id)
			return rules.removeFile(actor, inquiry, present, fileId, context)
		},
	})
}

const onInquiry = (coalition: string, inquiryId: InquiryId) => ({
	needs: { inquiry: inquiryQuery(coalition, inquiryId), files: inquiryFilesQuery(coalition, inquiryId) },
	streams: () => [streams.inquiry(inquiryId)],
})
