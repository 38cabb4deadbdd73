import { allOf } from '#db/client.ts'
import { inquiryFilesQuery } from '#db/inquiry/load-notice.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { inquiryQuery } from '#db/statement/load-statement.ts'
import { acts } from '#domain/inquiry/acts.ts'
import * as rules from '#domain/inquiry/inquiry-files.ts'
import type { FileId, InquiryId } from '#domain/kernel/id.ts'
import { refuse } from '#domain/kernel/result.ts'
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
	const opened = await openBrought(deps, acts.attachFile, order, true)
	if (!opened.ok) return opened
	const kept = await keepFiles(deps, opened.value.coalitionId, [opened.value.brought])
	const files = kept.map(({ sha256, name, size, mediaType }) => ({ sha256, name, size, mediaType }))
	return perform(deps, {
		act: acts.attachFile,
		order,
		payload: { inquiryId, files },
		load: () => onInquiry(order.coalition, inquiryId),
		decide: (actor, { inquiry }, context) =>
			inquiry ? rules.attachFiles(actor, inquiry, files, context) : refuse({ code: 'notFound' }),
	})
}

/** Takes a file away from an inquiry; its bytes stay. */
export function removeFile(deps: Deps, order: OnInquiry<{ readonly fileId: FileId }>): Outcome<null> {
	const { inquiryId, fileId } = order.command
	return perform(deps, {
		act: acts.removeFile,
		order,
		load: () => onInquiry(order.coalition, inquiryId),
		decide: (actor, { inquiry, files }, context) => {
			const present = files.map(({ id }) => id)
			return inquiry ? rules.removeFile(actor, inquiry, present, fileId, context) : refuse({ code: 'notFound' })
		},
	})
}

const onInquiry = (coalition: string, inquiryId: InquiryId) =>
	allOf({
		inquiry: inquiryQuery(coalition, inquiryId),
		files: inquiryFilesQuery(coalition, inquiryId),
		streams: streamsQuery(streamNames.of(streams.inquiry(inquiryId))),
	})
