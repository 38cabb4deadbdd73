import { allOf } from '#db/client.ts'
import { streamNames, streamsQuery } from '#db/load-log.ts'
import { inquiryFilesQuery } from '#db/load-notice.ts'
import { inquiryQuery } from '#db/load-statement.ts'
import { streams } from '#domain/event.ts'
import type { FileId, InquiryId } from '#domain/id.ts'
import * as rules from '#domain/inquiry-files.ts'
import type { Rejection } from '#domain/rejection.ts'
import { type Result, refuse } from '#domain/result.ts'
import { type BroughtFile, type FileDeps, keepFiles, mayBring } from './bring-files.ts'
import { type Deps, type Order, type Outcome, perform } from './perform.ts'

type OnInquiry<Command> = Order<Command & { readonly inquiryId: InquiryId }>

/** Lays a file with an inquiry. `open` reads it, or says why it is not taken; asked only of those who may bring it. */
export async function attachFile(
	deps: FileDeps,
	order: OnInquiry<{ readonly open: () => Promise<Result<BroughtFile, Rejection>> }>,
): Outcome<null> {
	const { inquiryId, open } = order.command
	const allowed = await mayBring(deps, order, true)
	if (!allowed.ok) return allowed
	const opened = await open()
	if (!opened.ok) return opened
	const files = (await keepFiles(deps, allowed.value, [opened.value])).map(({ sha256, name, size, mediaType }) => ({
		sha256,
		name,
		size,
		mediaType,
	}))
	return perform(deps, {
		kind: 'attachFile',
		order,
		payload: { inquiryId, files },
		scope: 'write',
		load: () => onInquiry(order.coalition, inquiryId),
		decide: (actor, { inquiry }, context) =>
			inquiry ? rules.attachFiles(actor, inquiry, files, context) : refuse({ code: 'notFound' }),
	})
}

/** Takes a file away from an inquiry; its bytes stay. */
export function removeFile(deps: Deps, order: OnInquiry<{ readonly fileId: FileId }>): Outcome<null> {
	const { inquiryId, fileId } = order.command
	return perform(deps, {
		kind: 'removeFile',
		order,
		scope: 'write',
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
